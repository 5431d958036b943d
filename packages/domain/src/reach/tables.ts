import type { IpAddress, Ipv4InterfaceAddress, Ipv6InterfaceAddress } from '@weft/net'
import { addressOf, networkOf } from '@weft/net'
import type { DeviceIntent, NetworkIntent, StaticRouteIntent } from '../intent'
import type { DeviceId, Network, VrfId } from '../model'
import type { Port, Ports } from './ports'
import { buildPorts } from './ports'
import type { IpPrefix, PrefixKey } from './prefix-key'
import { hostPrefix, prefixKey, prefixLength } from './prefix-key'
import type { Segments } from './segments'
import { buildSegments } from './segments'

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
  readonly tableOf: (device: number, name: TableName) => Table | undefined
  /** Table of each port; -1 for Layer 2. */
  readonly tableOfPort: Int32Array
  /** Addresses of each port, IPv4 first, the primary one first. */
  readonly addresses: readonly (readonly InterfaceAddress[])[]
  /** The first interface of a segment that owns an address. */
  readonly ownerOn: (segment: number, address: IpAddress) => number | undefined
  /** Every interface with this address, in any table. */
  readonly owners: (address: IpAddress) => readonly number[]
  /** Prefix lengths in use, longest first; protocols add theirs. */
  readonly lengths: { readonly 4: Set<number>; readonly 6: Set<number> }
}

type TableDraft = {
  readonly index: number
  readonly device: number
  readonly name: TableName
  readonly ports: number[]
  readonly own: Map<IpAddress, number>
  readonly direct: Map<PrefixKey, { readonly prefix: IpPrefix; readonly ports: number[] }>
  readonly statics: Map<PrefixKey, StaticRouteIntent[]>
}

export function buildPlane(network: Network, intent: NetworkIntent): Plane {
  const ports = buildPorts(network, intent)
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
      own: new Map(),
      direct: new Map(),
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
      const { statics } = tableFor(device, route.vrfId ?? '')
      const key = prefixKey(route.prefix)
      statics.set(key, [...(statics.get(key) ?? []), route])
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
      const known = table.own.get(address)
      if (known === undefined || (up && segments.up[known] !== true)) table.own.set(address, port.index)
      const sharers = ownersByAddress.get(address)
      if (sharers === undefined) ownersByAddress.set(address, [port.index])
      else sharers.push(port.index)
      if (!up) continue
      noteLength(subnet)
      noteLength(hostPrefix(address))
      const key = prefixKey(subnet)
      const route = table.direct.get(key) ?? { prefix: subnet, ports: [] }
      if (!route.ports.includes(port.index)) route.ports.push(port.index)
      table.direct.set(key, route)
    }
  }

  return {
    network,
    devices: ports.devices,
    deviceIndex: ports.deviceIndex,
    ports,
    segments,
    tables,
    tableOf: (device, name) => names[device]?.get(name),
    tableOfPort,
    addresses,
    ownerOn: (segment, address) => ownersByAddress.get(address)?.find((port) => segments.of[port] === segment),
    owners: (address) => ownersByAddress.get(address) ?? [],
    lengths,
  }
}

function addressesOf(ports: Ports, port: Port): readonly InterfaceAddress[] {
  const { ipv4, ipv6, mlagIpv4, ipv6LinkLocal, unnumberedFrom } = port.intent
  const found: InterfaceAddress[] = ipv4.map(({ value }) => interfaceAddress(value))
  if (unnumberedFrom !== undefined) {
    const lender = ports.list[ports.byName[port.device]?.get(unnumberedFrom) ?? -1]
    const lent = lender?.intent.ipv4[0]
    if (lent !== undefined) found.push(asHost(addressOf(lent.value)))
  }
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
