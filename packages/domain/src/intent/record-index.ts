import { compareInterfaceNames, interfaceKind } from '@weft/net'
import type {
  BmpSession,
  Device,
  DeviceId,
  DeviceInterface,
  Gateway,
  InterfaceId,
  Link,
  MlagAttachment,
  MlagPair,
  Network,
  NetworkRecord,
  Peering,
  StaticRoute,
  Underlay,
  VlanifLink,
} from '../model'
import { byId } from '../model'

/** The records of a network by owner, each list in canonical order, so that nothing scans them twice. */
export type RecordIndex = {
  readonly network: Network
  readonly devices: readonly Device[]
  /** Interfaces of devices that exist, in the natural order of names. */
  readonly interfacesOf: ReadonlyMap<DeviceId, readonly DeviceInterface[]>
  /** Ports by Eth-Trunk, in the natural order of names; trunk and port are on one device. */
  readonly membersOf: ReadonlyMap<InterfaceId, readonly DeviceInterface[]>
  readonly links: readonly Link[]
  readonly vlanifLinks: readonly VlanifLink[]
  readonly pairs: readonly MlagPair[]
  /** A device is in one pair; of several the first by id counts. */
  readonly pairOf: ReadonlyMap<DeviceId, { readonly pair: MlagPair; readonly side: 0 | 1 }>
  readonly attachments: readonly MlagAttachment[]
  readonly gatewaysOf: ReadonlyMap<DeviceId, readonly { readonly gateway: Gateway; readonly side: 0 | 1 }[]>
  readonly peerings: readonly Peering[]
  readonly bmpSessionsOf: ReadonlyMap<DeviceId, readonly BmpSession[]>
  readonly staticRoutesOf: ReadonlyMap<DeviceId, readonly StaticRoute[]>
  readonly underlays: readonly Underlay[]
  readonly underlaysOf: ReadonlyMap<DeviceId, readonly Underlay[]>
}

export function indexRecords(network: Network): RecordIndex {
  const pairs = sorted(network.mlagPairs)
  const pairOf = indexPairs(network, pairs)
  const interfaces = Object.values(network.interfaces).filter(
    (record) => network.devices[record.deviceId] !== undefined,
  )
  const interfacesOf = groupBy(interfaces, (record) => record.deviceId)
  for (const list of interfacesOf.values()) list.sort(byName)
  return {
    network,
    devices: sorted(network.devices),
    interfacesOf,
    membersOf: groupMembers(network, interfacesOf.values()),
    links: sorted(network.links),
    vlanifLinks: sorted(network.vlanifLinks),
    pairs,
    pairOf,
    attachments: sorted(network.attachments),
    gatewaysOf: indexGateways(network),
    peerings: sorted(network.peerings),
    bmpSessionsOf: groupBy(sorted(network.bmpSessions), (record) => record.deviceId),
    staticRoutesOf: groupBy(sorted(network.staticRoutes), (record) => record.deviceId),
    underlays: sorted(network.underlays),
    underlaysOf: indexUnderlays(sorted(network.underlays)),
  }
}

/** The Eth-Trunk a port is a member of: only one of the same device counts. */
export function trunkOf(network: Network, port: DeviceInterface): DeviceInterface | undefined {
  if (port.memberOf === undefined) return undefined
  const trunk = network.interfaces[port.memberOf]
  if (trunk === undefined || trunk.deviceId !== port.deviceId) return undefined
  return interfaceKind(trunk.name) === 'eth-trunk' && interfaceKind(port.name) === 'ethernet' ? trunk : undefined
}

function indexPairs(network: Network, pairs: readonly MlagPair[]): RecordIndex['pairOf'] {
  const pairOf = new Map<DeviceId, { readonly pair: MlagPair; readonly side: 0 | 1 }>()
  for (const pair of pairs) {
    for (const side of [0, 1] as const) {
      const deviceId = pair.members[side]
      if (network.devices[deviceId] !== undefined && !pairOf.has(deviceId)) pairOf.set(deviceId, { pair, side })
    }
  }
  return pairOf
}

/** One gateway per VLAN and device; of several the first by id counts. */
function indexGateways(network: Network): RecordIndex['gatewaysOf'] {
  const byVlan = new Map<DeviceId, Map<number, { readonly gateway: Gateway; readonly side: 0 | 1 }>>()
  for (const gateway of sorted(network.gateways)) {
    const members = network.mlagPairs[gateway.pairId]?.members ?? []
    for (const [side, deviceId] of members.entries()) {
      const known = byVlan.get(deviceId) ?? new Map()
      if (!known.has(gateway.vlan)) known.set(gateway.vlan, { gateway, side })
      byVlan.set(deviceId, known)
    }
  }
  return new Map([...byVlan].map(([deviceId, gateways]) => [deviceId, [...gateways.values()]]))
}

function indexUnderlays(underlays: readonly Underlay[]): RecordIndex['underlaysOf'] {
  const members = underlays.flatMap((underlay) =>
    [...new Set(underlay.deviceIds)].map((deviceId) => ({ deviceId, underlay })),
  )
  const groups = groupBy(members, ({ deviceId }) => deviceId)
  return new Map([...groups].map(([deviceId, list]) => [deviceId, list.map(({ underlay }) => underlay)]))
}

function sorted<R extends NetworkRecord>(records: { readonly [id: string]: R }): readonly R[] {
  return Object.values(records).sort(byId)
}

function byName(a: DeviceInterface, b: DeviceInterface): number {
  return compareInterfaceNames(a.name, b.name) || byId(a, b)
}

function groupMembers(network: Network, lists: Iterable<readonly DeviceInterface[]>): RecordIndex['membersOf'] {
  const members: DeviceInterface[] = []
  for (const list of lists) for (const record of list) if (record.memberOf !== undefined) members.push(record)
  return groupBy(members, (record) => trunkOf(network, record)?.id)
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key | undefined): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
