import { describe, expect, it } from 'vitest'
import { topologyEdit } from '../../test/topology-edits'
import { allocate } from '../allocate'
import type { RecordEdit } from '../edit'
import { applyChange, newFabric } from '../edit'
import { pseudoRandom } from '../edit/pseudo-random'
import { expandIntents } from '../expand'
import type { DeviceIntent, NetworkIntent } from '../intent'
import { deriveIntent } from '../intent'
import type { DeviceId, Link, Network } from '../model'
import { sameValue, text } from '../model'
import { computeReach } from './compute-reach'
import type { Reachability } from './reachability'
import type { ReachSimulation } from './update-reach'
import { simulateReach, updateReach } from './update-reach'

type Followed = { readonly network: Network; readonly intent: NetworkIntent; readonly simulation: ReachSimulation }

const fabrics = (['ospf', 'isis', 'ebgp'] as const).map(
  (underlay) =>
    [
      underlay,
      expandIntents(
        newFabric({ spines: 4, leaves: 24, pairs: 6, servers: 24, underlay, seed: 3, reflectors: 2 }).network,
      ),
    ] as const,
)

function opened(network: Network): Followed {
  const intent = deriveIntent(network, allocate(network))
  return { network, intent, simulation: simulateReach(network, intent) }
}

function edited({ network: before, intent: was, simulation }: Followed, edit: RecordEdit): Followed {
  const change = { label: text('an edit', '编辑'), edits: [edit] }
  const { network } = applyChange({ network: before, layout: { positions: {} } }, change)
  const derived = deriveIntent(network, allocate(network))
  const touched = new Set<DeviceId>()
  const devices = new Map<DeviceId, DeviceIntent>()
  for (const [id, now] of derived.devices) {
    const old = was.devices.get(id)
    const same = old !== undefined && sameValue(old, now)
    devices.set(id, same ? old : now)
    if (!same) touched.add(id)
  }
  for (const id of was.devices.keys()) if (!devices.has(id)) touched.add(id)
  const intent = { ...derived, devices }
  return { network, intent, simulation: updateReach(simulation, network, intent, touched).simulation }
}

/** Everything in the order it stands in. */
function listed(reachability: Reachability): object {
  const entries = Object.entries(reachability)
  return Object.fromEntries(entries.map(([part, value]) => [part, value instanceof Map ? [...value] : value]))
}

/** How much was found out anew: every finding, neighbour and segment that stayed is the same object. */
function workBetween({ simulation: { state: before } }: Followed, { simulation: { state: after } }: Followed): number {
  const known = new Set<unknown>([...before.findings, ...before.igp.adjacencies, ...before.plane.segments.list])
  const now = [...after.findings, ...after.igp.adjacencies, ...after.plane.segments.list]
  return now.filter((each) => !known.has(each)).length
}

function sizeOf({ simulation: { state } }: Followed): number {
  return state.findings.length + state.igp.adjacencies.length + state.plane.segments.list.length
}

describe.each(fabrics)('%s', (_, fabric) => {
  it('what an edit of the topology leaves alone is not found out again', () => {
    const random = pseudoRandom(5)
    const pulled: Link[] = []
    let now = opened(fabric)
    let [work, edits] = [0, 0]
    while (edits < 40) {
      const edit = topologyEdit(now.network, random, pulled)
      if (edit === undefined) continue
      const next = edited(now, edit)
      const what = `edit ${edits}: ${JSON.stringify(edit)}`
      expect(listed(next.simulation.reachability), what).toEqual(listed(computeReach(next.network, next.intent)))
      work += workBetween(now, next)
      edits += 1
      now = next
    }
    // Found out from scratch each time, it would be all of it each time.
    expect(work / edits).toBeLessThan(sizeOf(now) / 8)
  })

  it.each([
    ['an uplink shut', shut('interface:leaf-20.100GE1-0-1')],
    ['a server port shut', shut('interface:leaf-3.25GE1-0-1')],
    ['a cable pulled', pulledFrom('interface:leaf-21.100GE1-0-2')],
    ['a VLAN more at a server', vlanMore],
    ['one more LoopBack', loopBackMore],
    ['a device more', deviceMore],
  ] as const)('%s', (_what, editOf) => {
    const before = opened(fabric)
    const edit = editOf(fabric)
    const after = edited(before, edit)
    expect(listed(after.simulation.reachability)).toEqual(listed(computeReach(after.network, after.intent)))
    expect(workBetween(before, after)).toBeLessThan(sizeOf(before) / 8)
    // And back.
    const { before: was, after: is, ...place } = edit
    const undone = { ...place, ...(was && { after: was }), ...(is && { before: is }) } as RecordEdit
    const back = edited(after, undone)
    expect(back.simulation.reachability).toEqual(before.simulation.reachability)
    expect(workBetween(after, back)).toBeLessThan(sizeOf(before) / 8)
  })
})

it.each(fabrics)('%s: a leaf whose last uplink is shut is missed, and found again', (_, fabric) => {
  const ports = Object.values(fabric.interfaces).filter(({ id }) => id.startsWith('interface:leaf-20.100GE'))
  expect(ports.length).toBeGreaterThan(1)
  const all = ports.map((port) => ({ port, closed: { ...port, shutdown: true } }))
  const edit = (before: (typeof ports)[number], after: typeof before): RecordEdit => {
    return { collection: 'interfaces', id: before.id, before, after }
  }
  const shuts = all.map(({ port, closed }) => edit(port, closed))
  const opens = all.map(({ port, closed }) => edit(closed, port))
  let now = opened(fabric)
  for (const each of [...shuts, ...opens]) {
    now = edited(now, each)
    expect(listed(now.simulation.reachability)).toEqual(listed(computeReach(now.network, now.intent)))
  }
})

function shut(id: keyof Network['interfaces'] & `interface:${string}`) {
  return ({ interfaces }: Network): RecordEdit => {
    const before = interfaces[id]
    if (before === undefined) throw new Error(`there is no ${id}`)
    return { collection: 'interfaces', id, before, after: { ...before, shutdown: true } }
  }
}

function pulledFrom(id: string) {
  return ({ links }: Network): RecordEdit => {
    const link = Object.values(links).find((each) => JSON.stringify(each).includes(id))
    if (link === undefined) throw new Error(`no cable is in ${id}`)
    return { collection: 'links', id: link.id, before: link }
  }
}

function vlanMore({ attachments }: Network): RecordEdit {
  const [before] = Object.values(attachments)
  if (before === undefined) throw new Error('no server is attached to a pair')
  const after = { ...before, vlans: [...before.vlans, 3900] }
  return { collection: 'attachments', id: before.id, before, after }
}

function deviceMore({ devices }: Network): RecordEdit {
  const like = devices['device:leaf-9']
  if (like === undefined) throw new Error('there is no leaf-9')
  const id = 'device:leaf-77' as const
  return { collection: 'devices', id, after: { id, name: 'leaf-77', model: like.model, role: 'leaf' } }
}

function loopBackMore({ interfaces }: Network): RecordEdit {
  const like = Object.values(interfaces).find(({ id }) => id === 'interface:leaf-9.LoopBack0')
  if (like === undefined) throw new Error('leaf-9 has no LoopBack0')
  const id = 'interface:leaf-9.LoopBack9' as const
  const after = { ...like, id, name: 'LoopBack9', ipv4: ['203.0.113.9/32'] } as unknown as typeof like
  return { collection: 'interfaces', id, after }
}
