import type { Change, RecordEdit } from '../src/edit'
import { newFabric } from '../src/edit'
import type { CollectionName, Network, NetworkRecord, RecordId } from '../src/model'
import { text } from '../src/model'
import { openCompilation } from '../src/recompile'

type Machine = {
  readonly seconds: (work: () => unknown) => number
  readonly ratio: (seconds: number) => number
}

type Patch = { readonly [field: string]: unknown }
/** An edit of the n-th of many devices. */
type Kind = { readonly title: string; readonly edit: (network: Network, n: number) => readonly RecordEdit[] }

/** Leaves of the fabrics: about 1,000 and 10,000 devices. */
const sizes = [850, 8500]
/** Of each kind, at about 1,000 devices and at more. */
const [edits, editsOfLarge] = [12, 4]
/** Edits of one device that no packet notices: the only ones measured at more devices. */
const local: ReadonlySet<string> = new Set([
  'describe a port',
  'rename a leaf',
  'MTU of an uplink',
  'add a static route',
])

const kinds: readonly Kind[] = [
  {
    title: 'describe a port',
    edit: (network, n) => [changed(network, 'interfaces', uplink(n), { description: `to ${n}` })],
  },
  { title: 'rename a leaf', edit: (network, n) => [changed(network, 'devices', leaf(n), { name: `row-${n}` })] },
  { title: 'MTU of an uplink', edit: (network, n) => [changed(network, 'interfaces', uplink(n), { mtu: 9100 })] },
  {
    title: 'add a VLAN to a leaf',
    edit: (network, n) => [changed(network, 'devices', leaf(n), { extraVlans: [3000 + n] })],
  },
  {
    title: 'add a static route',
    edit: (network, n) => [
      changed(network, 'staticRoutes', `static-route:new-${n}`, {
        deviceId: leaf(n),
        prefix: `198.18.${n}.0/24`,
        nextHop: { kind: 'null0' },
      }),
    ],
  },
  {
    title: 'add a LoopBack',
    edit: (network, n) => [
      changed(network, 'interfaces', `interface:new-${n}`, {
        deviceId: leaf(n),
        name: 'LoopBack9',
        ipv4: [`203.0.113.${n}/32`],
      }),
    ],
  },
  {
    title: 'add a device',
    edit: (network, n) => {
      const { model, role } = network.devices[leaf(n)] ?? {}
      const asNumber = network.devices[leaf(n)]?.asNumber === undefined ? {} : { asNumber: String(4_250_000_000 + n) }
      return [changed(network, 'devices', `device:new-${n}`, { name: `new-${n}`, model, role, ...asNumber })]
    },
  },
  {
    title: 'shut a server port',
    edit: (network, n) => [changed(network, 'interfaces', serverPort(network, n), { shutdown: true })],
  },
  { title: 'shut an uplink', edit: (network, n) => [changed(network, 'interfaces', uplink(n), { shutdown: true })] },
  {
    title: 'remove a cable',
    edit: (network, n) => {
      const id = `link:spine-1--${leaf(n).slice('device:'.length)}`
      const before = network.links[id] ?? Object.values(network.links)[n]
      return before === undefined ? [] : [{ collection: 'links', id: before.id, before }]
    },
  },
]

export const bench = {
  title: 'Verdicts after an edit',
  run({ ratio }: Machine) {
    const rows: (string | number)[][] = []
    const notes: string[] = []
    for (const underlay of ['ospf', 'ebgp'] as const) {
      for (const leaves of sizes) {
        const pairs = Math.floor(leaves / 4)
        const { network } = newFabric({ spines: 4, leaves, pairs, servers: leaves, underlay, seed: 1 })
        const live = openCompilation(network)
        const devices = Object.keys(network.devices).length
        const all: number[] = []
        const isLarge = devices > 2000
        for (const { title, edit } of kinds) {
          if (isLarge && !local.has(title)) continue
          const times: number[] = []
          for (let n = 1; n <= (isLarge ? editsOfLarge : edits); n += 1) {
            const change: Change = { label: text(title, title), edits: edit(live.network(), n * 7) }
            times.push(secondsOf(() => live.edit(change)))
          }
          all.push(...times)
          rows.push([
            underlay,
            devices,
            title,
            milliseconds(at(times, 0.5)),
            milliseconds(at(times, 0.95)),
            ratio(at(times, 0.5)),
          ])
        }
        notes.push(
          `${underlay}, ${devices} devices: 95th percentile of all these edits ${milliseconds(at(all, 0.95)).toPrecision(3)} ms.`,
        )
      }
    }
    notes.push(
      'Each edit is followed to intent, configurations, verdicts of all sessions and findings, in place. Goal at 1,000 devices: 95th percentile at most 16 ms; at 10,000 devices at most twice that for a local edit.',
    )
    return {
      columns: ['underlay', 'devices', 'edit', 'median, ms', '95th percentile, ms', '× arithmetic'],
      rows,
      notes,
    }
  },
}

function secondsOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

function at(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

function milliseconds(seconds: number): number {
  return seconds * 1000
}

function changed(network: Network, collection: CollectionName, id: string, patch: Patch): RecordEdit {
  const before: NetworkRecord | undefined = network[collection][id]
  const after = { ...before, ...patch, id } as NetworkRecord // the patch completes it
  return { collection, id: id as RecordId, ...(before === undefined ? {} : { before }), after }
}

function leaf(n: number): `device:${string}` {
  return `device:leaf-${n}`
}

function uplink(n: number): string {
  return `interface:leaf-${n}.100GE1-0-1`
}

function serverPort(network: Network, n: number): string {
  const ids = [`interface:leaf-${n}.25GE1-0-1`, `interface:leaf-${n}.10GE1-0-1`]
  return ids.find((id) => network.interfaces[id] !== undefined) ?? uplink(n)
}
