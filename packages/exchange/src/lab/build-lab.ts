import type { DeviceIntent, Network, NetworkIntent } from '@weft/domain'
import { byId } from '@weft/domain'
import { endSetup } from './end-setup'
import { configuredBmp } from './frr-bmp'
import { frrConfig, frrDaemons } from './frr-config'
import type { IgpPace } from './igp-pace'
import { igpPace } from './igp-pace'
import type { IpCommand, Lab, LabNode, NamedInterface, Wire, WireEnd } from './lab'
import type { Lane, Place } from './lanes'
import { lanesOf, vlanifOf } from './lanes'
import { lossesOf } from './losses'
import { nodeNames } from './names'
import { bridgeName, layer3Setup, routerBefore, routerSysctls } from './plumbing'
import type { RouterNames } from './router-names'
import { routerNames } from './router-names'

/** A node while wires are given to it. */
type Draft = {
  readonly name: string
  readonly place: (place: Place, via: string) => WireEnd | undefined
  readonly finish: () => LabNode
}

/**
 * The lab of a design: a node per device, host and station, a wire per cable and VLAN, an FRR configuration
 * per device, and what of the design got lost on the way. The same design gives the same lab.
 */
export function buildLab(network: Network, intent: NetworkIntent): Lab {
  const lanes = lanesOf(network, intent)
  const unique = nodeNames()
  const pace = igpPace(intent)
  const drafts = new Map<string, Draft>()
  for (const device of [...intent.devices.values()].sort((a, b) => byId(a.device, b.device)))
    drafts.set(
      device.device.id,
      routerDraft(unique(device.device.name), { device, vlans: vlansOf(device, lanes, intent), pace }),
    )
  for (const end of [...Object.values(network.hosts), ...Object.values(network.stations)].sort(byId)) {
    const addresses = 'addresses' in end ? end.addresses : [end.address]
    const used = lanes.some(({ ends }) => ends.some((place) => place.kind === 'end' && place.endId === end.id))
    if (used)
      drafts.set(
        end.id,
        endDraft({ name: unique(end.name), recordId: end.id as LabNode['recordId'], addresses }, intent),
      )
  }
  if (lanes.some(({ ends }) => ends[1].kind === 'management')) drafts.set('management', hubDraft(unique('management')))

  const wires = lanes.flatMap(({ ends, via, links }): readonly Wire[] => {
    const [a, b] = [drafts.get(ownerOf(ends[0])), drafts.get(ownerOf(ends[1]))]
    if (a === undefined || b === undefined) return []
    const [first, second] = [a.place(ends[0], via[0]), b.place(ends[1], via[1])]
    return first === undefined || second === undefined ? [] : [{ ends: [first, second], links }]
  })
  const nodes = [...drafts.values()].map((draft) => draft.finish())
  const { patienceSeconds, startSeconds } = pace
  return { nodes, wires, losses: lossesOf(network, intent, pace), patienceSeconds, startSeconds }
}

function ownerOf(place: Place): string {
  switch (place.kind) {
    case 'vlan':
    case 'port':
      return place.deviceId
    case 'end':
      return place.endId
    case 'management':
      return 'management'
  }
}

/** VLANs that need a bridge: those some wire carries, and those with a Vlanif. */
function vlansOf(device: DeviceIntent, lanes: readonly Lane[], intent: NetworkIntent): readonly number[] {
  const { id } = device.device
  const carried = lanes.flatMap(({ ends }) =>
    ends.flatMap((place) => (place.kind === 'vlan' && place.deviceId === id ? [place.vlan] : [])),
  )
  const own = [1, ...device.vlans.map(({ vlan }) => vlan)].filter((vlan) => vlanifOf(intent, { deviceId: id, vlan }))
  return [...new Set([...carried, ...own])].sort((a, b) => a - b)
}

function routerDraft(
  name: string,
  { device, vlans, pace }: { readonly device: DeviceIntent; readonly vlans: readonly number[]; readonly pace: IgpPace },
): Draft {
  const names = routerNames(device)
  const plugged = new Set<string>()
  const switched: { readonly linux: string; readonly vlan: number; readonly via: string }[] = []
  return {
    name,
    place: (place, via) => {
      if (place.kind === 'vlan') {
        const linux = `sw${switched.length + 1}`
        switched.push({ linux, vlan: place.vlan, via })
        return { node: name, linux }
      }
      if (place.kind !== 'port' || plugged.has(place.intent.name)) return undefined
      plugged.add(place.intent.name)
      return { node: name, linux: names.linux(place.intent.name) }
    },
    finish: () => {
      const isThere = (intent: DeviceIntent['interfaces'][number]): boolean =>
        plugged.has(intent.name) ||
        (intent.kind === 'loopback' && !intent.shutdown) ||
        (intent.kind === 'vlanif' && vlans.some((vlan) => intent.name === `Vlanif${vlan}`))
      const layer3 = device.interfaces.filter(isThere)
      return {
        name,
        kind: 'router',
        recordId: device.device.id,
        interfaces: [
          ...layer3.map((intent) => named(names, intent)),
          ...switched.map(({ linux, via }) => ({ linux, device: via })),
        ],
        vrfs: names.vrfs,
        sysctls: routerSysctls,
        before: routerBefore(device, names, vlans),
        after: [
          ...switched.flatMap(({ linux, vlan }): readonly IpCommand[] => [
            ['link', 'set', linux, 'master', bridgeName(vlan)],
            ['link', 'set', linux, 'up'],
          ]),
          ...vlans.map((vlan): IpCommand => ['link', 'set', bridgeName(vlan), 'up']),
          ...layer3.flatMap((intent) => layer3Setup(intent, device, names)),
        ],
        frr: {
          daemons: frrDaemons(device),
          bmp: configuredBmp(device).length > 0,
          config: frrConfig(device, { node: name, names, pace }),
        },
      }
    },
  }
}

function named(names: RouterNames, { name, interfaceId }: DeviceIntent['interfaces'][number]): NamedInterface {
  return { linux: names.linux(name), device: name, ...(interfaceId === undefined ? {} : { interfaceId }) }
}

/** A host or station: its wires, its addresses where the subnet of a wire has them. */
function endDraft(
  end: { readonly name: string; readonly recordId: LabNode['recordId']; readonly addresses: readonly string[] },
  intent: NetworkIntent,
): Draft {
  const ports: NamedInterface[] = []
  const sessions = [...intent.devices.values()].flatMap(configuredBmp)
  const own = sessions.filter(({ stationId }) => stationId === end.recordId)
  const listening = [...new Set(own.map(({ tcpPort }) => tcpPort.value))].sort((a, b) => a - b)
  return {
    name: end.name,
    place: (_, via) => {
      const linux = `eth${ports.length + 1}`
      ports.push({ linux, device: via })
      return { node: end.name, linux }
    },
    finish: () => ({
      name: end.name,
      kind: 'host',
      ...(end.recordId === undefined ? {} : { recordId: end.recordId }),
      interfaces: ports,
      vrfs: new Map(),
      sysctls: [],
      before: [['link', 'set', 'lo', 'up']],
      after: endSetup(ports, end.addresses, intent),
      ...(listening.length === 0 ? {} : { listensOn: listening }),
    }),
  }
}

function hubDraft(name: string): Draft {
  const ports: NamedInterface[] = []
  return {
    name,
    place: () => {
      const linux = `eth${ports.length + 1}`
      ports.push({ linux, device: 'management network' })
      return { node: name, linux }
    },
    finish: () => ({
      name,
      kind: 'hub',
      interfaces: ports,
      vrfs: new Map(),
      sysctls: [],
      before: [['link', 'add', 'hub', 'type', 'bridge']],
      after: [
        ['link', 'set', 'hub', 'up'],
        ...ports.flatMap(({ linux }): readonly IpCommand[] => [
          ['link', 'set', linux, 'master', 'hub'],
          ['link', 'set', linux, 'up'],
        ]),
      ],
    }),
  }
}
