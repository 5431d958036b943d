import type { IpAddress, Ipv4InterfaceAddress, Ipv6InterfaceAddress } from '@weft/net'
import { addressOf, networkOf } from '@weft/net'
import type { DeviceIntent, InterfaceIntent, NetworkIntent, StaticRouteIntent } from '../intent'
import type { DeviceId, InterfaceId, Network, VrfId } from '../model'
import type { Failure } from './failure'
import { noFailure } from './failure'
import type { Frames } from './flood'
import type { Port, Ports } from './ports'
import { buildPorts } from './ports'
import type { IpPrefix, PrefixKey } from './prefix-key'
import { hostPrefix, prefixKey, prefixLength } from './prefix-key'
import type { Segments } from './segments'
import { buildSegments, lessSegments } from './segments'
import type { Tunnels } from './tunnels'

/** `''` is the public table. */
export type TableName = VrfId | ''

export type InterfaceAddress = { readonly address: IpAddress; readonly network: IpPrefix }

/** The routing table of one VPN instance of one device, before any protocol. */
export type Table = {
  readonly index: number
  readonly device: number
  readonly name: TableName
  /** Layer 3 interfaces bound to it. */
  readonly ports: readonly number[]
  /** Interface that owns an address, up or not. */
  readonly own: ReadonlyMap<IpAddress, number>
  /** Subnets of interfaces that are up. */
  readonly direct: ReadonlyMap<PrefixKey, { readonly prefix: IpPrefix; readonly ports: readonly number[] }>
  readonly statics: ReadonlyMap<PrefixKey, readonly StaticRouteIntent[]>
}

/** Everything that follows from cables and addresses alone. */
export type Plane = {
  readonly network: Network
  readonly devices: readonly DeviceIntent[]
  readonly deviceIndex: ReadonlyMap<DeviceId, number>
  readonly ports: Ports
  readonly segments: Segments
  readonly tables: readonly Table[]
  /** Where the table of a VPN instance of a device is in `tables`; -1: it has none. */
  readonly tableNumber: (device: number, name: TableName) => number
  /** Table of each port; -1 for Layer 2. */
  readonly tableOfPort: Int32Array
  /** Addresses of each port, IPv4 first, the primary one first. */
  readonly addresses: readonly (readonly InterfaceAddress[])[]
  /** Every interface with this address, in any table. */
  readonly owners: (address: IpAddress) => readonly number[]
  readonly ownersByAddress: ReadonlyMap<IpAddress, readonly number[]>
  /** Prefixes that some table of a VPN instance has a static route to, and their lengths. */
  readonly staticKeys: (name: TableName) => ReadonlyMap<PrefixKey, number>
  /** Interior gateway protocols that also run toward routers of which nobody knows: outside the drawing, or over tunnels. */
  readonly heardOutside: ReadonlySet<string>
  /** Prefix lengths in use, longest first; protocols add theirs. */
  readonly lengths: { readonly 4: Set<number>; readonly 6: Set<number> }
}

type TableDraft = {
  readonly index: number
  readonly device: number
  readonly name: TableName
  readonly ports: number[]
  readonly statics: Map<PrefixKey, StaticRouteIntent[]>
}

export function buildPlane(network: Network, intent: NetworkIntent, failure: Failure = noFailure): Plane {
  const ports = buildPorts(network, intent, failure)
  const segments = buildSegments(ports)
  const addresses = ports.list.map((port) => addressesOf(ports, port))
  const tables: TableDraft[] = []
  const names = ports.devices.map(() => new Map<TableName, TableDraft>())
  const tableFor = (device: number, name: TableName): TableDraft => {
    const known = names[device]?.get(name)
    if (known !== undefined) return known
    const table: TableDraft = {
      index: tables.length,
      device,
      name,
      ports: [],
      statics: new Map(),
    }
    tables.push(table)
    names[device]?.set(name, table)
    return table
  }
  const lengths = { 4: new Set<number>(), 6: new Set<number>() }
  const noteLength = (prefix: IpPrefix): void => {
    lengths[prefix.includes(':') ? 6 : 4].add(prefixLength(prefix))
  }
  const tableOfPort = new Int32Array(ports.list.length).fill(-1)
  const ownersByAddress = new Map<IpAddress, number[]>()

  for (const [device, { vrfs, staticRoutes }] of ports.devices.entries()) {
    tableFor(device, '')
    for (const { vrfId } of vrfs) tableFor(device, vrfId)
    for (const route of staticRoutes) {
      addStatic(tableFor(device, route.vrfId ?? '').statics, route)
      noteLength(route.prefix)
    }
  }
  for (const port of ports.list) {
    if (!port.routed) continue
    const table = tableFor(port.device, port.intent.vrfId ?? '')
    tableOfPort[port.index] = table.index
    table.ports.push(port.index)
    const up = segments.up[port.index] === true
    for (const { address, network: subnet } of addresses[port.index] ?? []) {
      const sharers = ownersByAddress.get(address)
      if (sharers === undefined) ownersByAddress.set(address, [port.index])
      else sharers.push(port.index)
      if (!up) continue
      noteLength(subnet)
      lengths[address.includes(':') ? 6 : 4].add(address.includes(':') ? 128 : 32)
    }
  }

  return {
    network,
    devices: ports.devices,
    deviceIndex: ports.deviceIndex,
    ports,
    segments,
    tables: tables.map((table) => ({ ...table, ...connected(table.ports, segments, addresses) })),
    tableNumber: (device, name) => names[device]?.get(name)?.index ?? -1,
    tableOfPort,
    addresses,
    ...ownership(ownersByAddress),
    staticKeys: staticKeysOf(tables),
    heardOutside: heardOutside(network, ports, segments),
    lengths,
  }
}

export function ownership(ownersByAddress: Plane['ownersByAddress']): Pick<Plane, 'owners' | 'ownersByAddress'> {
  return { owners: (address) => ownersByAddress.get(address) ?? [], ownersByAddress }
}

/** Put together for a VPN instance when somebody first asks. */
export function staticKeysOf(tables: readonly Pick<Table, 'name' | 'statics'>[]): Plane['staticKeys'] {
  const known = new Map<TableName, ReadonlyMap<PrefixKey, number>>()
  return (name) => {
    const keys =
      known.get(name) ??
      new Map(
        tables.flatMap((table) =>
          table.name === name
            ? [...table.statics].flatMap(([key, [first]]) =>
                first === undefined ? [] : [[key, prefixLength(first.prefix)] as const],
              )
            : [],
        ),
      )
    known.set(name, keys)
    return keys
  }
}

/** The routing table of one VPN instance of one device. */
export function tableOf(plane: Plane, device: number, name: TableName): Table | undefined {
  return plane.tables[plane.tableNumber(device, name)]
}

/** What it takes to follow frames. */
export function framesOf({ segments: { layer2, tunnels }, ports: { list } }: Plane): Frames {
  return { layer2, list, tunnels }
}

/** The records of interfaces, for those that have one. */
export function interfacesOf({ ports: { list } }: Plane, ports: readonly number[]): readonly InterfaceId[] {
  const [only] = ports
  if (only === undefined || ports.length > 1) return ports.flatMap((port) => list[port]?.intent.interfaceId ?? [])
  const id = list[only]?.intent.interfaceId
  return id === undefined ? [] : [id]
}

/** The first interface of a segment that owns an address. */
export function ownerOn({ owners, segments }: Plane, segment: number, address: IpAddress): number | undefined {
  const all = owners(address)
  return segments.overlap
    ? all.find((port) => segments.list[segment]?.members.includes(port))
    : all.find((port) => segments.of[port] === segment)
}

export function addStatic(statics: Map<PrefixKey, StaticRouteIntent[]>, route: StaticRouteIntent): void {
  const key = prefixKey(route.prefix)
  const known = statics.get(key)
  if (known === undefined) statics.set(key, [route])
  else known.push(route)
}

/** What the interfaces of a table bring into it: their addresses, and their subnets where they are up. */
export function connected(
  ports: readonly number[],
  { up }: Segments,
  addresses: Plane['addresses'],
): Pick<Table, 'own' | 'direct'> {
  const own = new Map<IpAddress, number>()
  const direct = new Map<PrefixKey, { readonly prefix: IpPrefix; readonly ports: number[] }>()
  for (const port of ports) {
    for (const { address, network: prefix } of addresses[port] ?? []) {
      const known = own.get(address)
      if (known === undefined || (up[port] === true && up[known] !== true)) own.set(address, port)
      if (up[port] !== true) continue
      const key = prefixKey(prefix)
      const route = direct.get(key)
      if (route === undefined) direct.set(key, { prefix, ports: [port] })
      else if (!route.ports.includes(port)) route.ports.push(port)
    }
  }
  return { own, direct }
}

/** The plane while tunnels stand. */
export function withTunnels(plane: Plane, tunnels: Tunnels): Plane {
  const { network, ports, addresses, lengths } = plane
  const segments = buildSegments(ports, tunnels)
  for (const [port, isUp] of segments.up.entries()) {
    if (!isUp || plane.segments.up[port] === true) continue
    for (const { address, network: subnet } of addresses[port] ?? []) {
      for (const prefix of [subnet, hostPrefix(address)])
        lengths[prefix.includes(':') ? 6 : 4].add(prefixLength(prefix))
    }
  }
  const tables = plane.tables.map((table) => ({ ...table, ...connected(table.ports, segments, addresses) }))
  return { ...plane, segments, tables, heardOutside: heardOutside(network, ports, segments) }
}

/** The plane after some ports went down. @param changed ports that are now down or have lost a neighbour */
export function lessPlane(
  plane: Plane,
  list: readonly Port[],
  changed: Iterable<number>,
): { readonly plane: Plane; readonly fresh: readonly number[]; readonly moved: readonly number[] } {
  const { fresh, moved, ...segments } = lessSegments(plane.segments, list, changed)
  const tables = plane.tables.slice()
  const touched = new Set(moved.map((port) => plane.tableOfPort[port] ?? -1))
  for (const index of touched) {
    const table = tables[index]
    if (table !== undefined) tables[index] = { ...table, ...connected(table.ports, segments, plane.addresses) }
  }
  return { plane: { ...plane, ports: { ...plane.ports, list }, segments, tables }, fresh, moved }
}

export const igpNames = ['ospf', 'ospfv3', 'isis'] as const

export function heardOutside(network: Network, ports: Ports, segments: Segments): ReadonlySet<string> {
  const heard = new Set<string>()
  const someRouter = Object.values(network.hosts).some(({ kind }) => kind === 'router' || kind === 'external')
  if (!someRouter && segments.list.every(({ perhaps }) => perhaps === undefined)) return heard
  for (const { index, intent } of ports.list) {
    if (intent.ospf === undefined && intent.ospfv3 === undefined && intent.isis === undefined) continue
    const { ends = [], perhaps } = segments.list[segments.of[index] ?? -1] ?? {}
    const isRouter = (id: string): boolean => ['router', 'external'].includes(network.hosts[id]?.kind ?? '')
    if (!ends.some(isRouter) && perhaps === undefined) continue
    for (const igp of igpNames) {
      if (intent[igp]?.silent === false) heard.add(heardKey(igp, intent.vrfId === undefined ? 'public' : 'vpn'))
    }
  }
  return heard
}

export function heardKey(igp: (typeof igpNames)[number], network: 'public' | 'vpn'): string {
  return `${igp} ${network}`
}

function addressesOf(ports: Pick<Ports, 'list' | 'byName'>, port: Port): readonly InterfaceAddress[] {
  const { unnumberedFrom } = port.intent
  const lender = unnumberedFrom && ports.list[ports.byName[port.device]?.get(unnumberedFrom) ?? -1]
  return addressesOfInterface(port.intent, lender?.intent)
}

/** @param lender the interface that an unnumbered one borrows from */
export function addressesOfInterface(
  { ipv4, ipv6, mlagIpv4, ipv6LinkLocal }: InterfaceIntent,
  lender?: InterfaceIntent,
): readonly InterfaceAddress[] {
  const found: InterfaceAddress[] = ipv4.map(({ value }) => interfaceAddress(value))
  const lent = lender?.ipv4[0]
  if (lent !== undefined) found.push(asHost(addressOf(lent.value)))
  if (mlagIpv4 !== undefined) found.push(interfaceAddress(mlagIpv4.value))
  for (const { value } of ipv6) found.push(interfaceAddress(value))
  if (ipv6LinkLocal !== undefined) found.push(asHost(ipv6LinkLocal))
  return found
}

function interfaceAddress(value: Ipv4InterfaceAddress | Ipv6InterfaceAddress): InterfaceAddress {
  return value.includes(':')
    ? { address: addressOf(value as Ipv6InterfaceAddress), network: networkOf(value as Ipv6InterfaceAddress) }
    : { address: addressOf(value as Ipv4InterfaceAddress), network: networkOf(value as Ipv4InterfaceAddress) }
}

function asHost(address: IpAddress): InterfaceAddress {
  return { address, network: hostPrefix(address) }
}
