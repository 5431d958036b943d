import type { InterfaceName, Ipv4InterfaceAddress, Ipv6InterfaceAddress, MacAddress } from '@weft/net'
import { compareInterfaceNames, interfaceKind, interfaceNumber } from '@weft/net'
import type { Allocation } from '../allocate'
import type { Device, DeviceInterface, Effective, Gateway, InterfaceId, RecordId } from '../model'
import type { BridgeDomainPlan } from './bridge-domains'
import { domainOf } from './bridge-domains'
import { allocated, given, stored } from './effective'
import type { CableIntent, InterfaceIntent } from './network-intent'
import type { RecordIndex } from './record-index'
import { trunkOf } from './record-index'
import type { TrunkRoles } from './trunk-roles'
import type { VlanPlan } from './vlans'
import { interfaceMode } from './vlans'

/** What the interfaces of a device are derived from. */
export type InterfaceSources = {
  readonly index: RecordIndex
  readonly allocation: Allocation
  readonly roles: TrunkRoles
  readonly vlans: VlanPlan
  readonly placed: BridgeDomainPlan
  /** Cables and VLANIF links by the interface they end on. */
  readonly attachedLinks: ReadonlyMap<InterfaceId, readonly RecordId[]>
}

type MemberGateway = { readonly gateway: Gateway; readonly side: 0 | 1 }

/** Interfaces of a device in the natural order of names, without their part in OSPF. */
export function deriveInterfaces(device: Device, sources: InterfaceSources): readonly InterfaceIntent[] {
  const gateways = new Map<InterfaceName, MemberGateway>()
  for (const member of sources.index.gatewaysOf.get(device.id) ?? [])
    gateways.set(vlanifName(member.gateway.vlan), member)
  const drawn: InterfaceIntent[] = []
  for (const record of sources.index.interfacesOf.get(device.id) ?? []) {
    const intent = drawnInterface(device, record, sources)
    const gateway = gateways.get(record.name)
    gateways.delete(record.name)
    drawn.push(gateway === undefined ? intent : withGateway(intent, gateway, sources.allocation))
  }
  if (gateways.size === 0) return drawn
  const added = [...gateways].map(([name, gateway]) =>
    withGateway(bareVlanif(device, name), gateway, sources.allocation),
  )
  return [...drawn, ...added].sort((a, b) => compareInterfaceNames(a.name, b.name))
}

/** Cables and VLANIF links by the interface they end on, a cable also by the Eth-Trunk of its port. */
export function linksByInterface(
  index: RecordIndex,
  cables: readonly CableIntent[],
): ReadonlyMap<InterfaceId, readonly RecordId[]> {
  const links = new Map<InterfaceId, RecordId[]>()
  const add = (interfaceId: InterfaceId, linkId: RecordId) => {
    const list = links.get(interfaceId)
    if (list === undefined) links.set(interfaceId, [linkId])
    else if (!list.includes(linkId)) list.push(linkId)
  }
  for (const cable of cables) {
    for (const end of cable.ends) {
      if (end.kind !== 'interface') continue
      add(end.interfaceId, cable.linkId)
      if (end.trunkId !== undefined) add(end.trunkId, cable.linkId)
    }
  }
  for (const link of index.vlanifLinks) for (const vlanifId of link.ends) add(vlanifId, link.id)
  return links
}

function drawnInterface(device: Device, record: DeviceInterface, sources: InterfaceSources): InterfaceIntent {
  const { index, roles, vlans } = sources
  const { network } = index
  const kind = intentKind(record.name)
  const trunk = trunkOf(network, record)
  const links = sources.attachedLinks.get(record.id) ?? []
  const attachment = roles.attachments.get(record.id)
  const peerLink = roles.peerLinks.get(record.id)
  const vrfId = record.vrfId ?? vrfOfVlanifLink(links, index)
  const lender = record.unnumberedFrom === undefined ? undefined : network.interfaces[record.unnumberedFrom]
  const hasAddresses = trunk === undefined && lender === undefined
  return {
    interfaceId: record.id,
    deviceId: device.id,
    name: record.name,
    kind,
    description: record.description,
    shutdown: record.shutdown ?? false,
    mode: trunk === undefined ? interfaceMode(device, record) : 'switched',
    vrfId,
    ipv4: hasAddresses ? ipv4Addresses(record, sources, links) : [],
    unnumberedFrom: lender?.deviceId === device.id ? lender.name : undefined,
    ipv6: trunk === undefined ? ipv6Addresses(record, sources, links) : [],
    ipv6LinkLocal: record.ipv6LinkLocal,
    mtu: record.mtu,
    macAddress: record.macAddress === undefined ? undefined : given(record.macAddress, record.id),
    arpProxy: record.arpProxy ?? false,
    memberOf: trunk?.name,
    members: (index.membersOf.get(record.id) ?? []).map((port) => port.name),
    aggregation:
      kind === 'eth-trunk' && peerLink?.virtual !== true
        ? (attachment?.aggregation ?? record.aggregation ?? 'lacp-static')
        : undefined,
    switching: vlans.ofPort.get(record.id),
    peerLink,
    mlagMember: roles.members.get(record.id),
    outsideUnderlay: record.outsideUnderlay ?? false,
    unpairedPortReserved: record.unpairedPortReserved ?? false,
    encapsulation: record.encapsulation,
    bridgeDomain: bridgeDomainOf(record, sources),
    anycastGateway: record.anycastGateway ?? false,
    hostRoutes: record.hostRoutes ?? noHostRoutes,
    // Later steps fill these in. Named here, all interfaces keep one shape, and whoever reads thousands of them is
    // several times as fast as with a field that a copy adds.
    ospf: undefined,
    nve: undefined,
    ospfv3: undefined,
    isis: undefined,
    gatewayId: undefined,
    mlagIpv4: undefined,
    because: [record.id, ...links],
  }
}

function bareVlanif(device: Device, name: InterfaceName): InterfaceIntent {
  return {
    deviceId: device.id,
    name,
    kind: 'vlanif',
    shutdown: false,
    mode: 'routed',
    ipv4: [],
    ipv6: [],
    arpProxy: false,
    anycastGateway: false,
    hostRoutes: noHostRoutes,
    members: [],
    outsideUnderlay: false,
    unpairedPortReserved: false,
    because: [],
  }
}

/** The gateway's addresses come first: they are what both members share. */
function withGateway(
  intent: InterfaceIntent,
  { gateway, side }: MemberGateway,
  allocation: Allocation,
): InterfaceIntent {
  const mlagIpv4 = gateway.mlagIpv4?.[side]
  return {
    ...intent,
    description: gateway.description ?? intent.description,
    vrfId: gateway.vrfId ?? intent.vrfId,
    ipv4: joined(gateway.ipv4, intent.ipv4, gateway.id),
    ipv6: joined(gateway.ipv6, intent.ipv6, gateway.id),
    macAddress: gatewayMac(gateway, allocation),
    mlagIpv4: mlagIpv4 === undefined ? undefined : given(mlagIpv4, gateway.id),
    arpProxy: gateway.arpProxy ?? (intent.arpProxy || mlagIpv4 !== undefined),
    gatewayId: gateway.id,
    because: [...intent.because, gateway.id, gateway.pairId],
  }
}

function gatewayMac(gateway: Gateway, allocation: Allocation): InterfaceIntent['macAddress'] {
  if (gateway.macAddress !== undefined) return stored(gateway.macAddress, gateway, 'macAddress')
  const address = allocated(allocation, gateway.id, 'macAddress')
  // `allocate` writes canonical MAC addresses, so the text is one by construction.
  return address === undefined ? undefined : { ...address, value: address.value as MacAddress }
}

function joined<T extends string>(
  first: T | undefined,
  others: readonly Effective<T>[],
  because: RecordId,
): readonly Effective<T>[] {
  if (first === undefined) return others
  return [given(first, because), ...others.filter((other) => other.value !== first)]
}

function ipv4Addresses(
  record: DeviceInterface,
  { allocation }: InterfaceSources,
  links: readonly RecordId[],
): readonly Effective<Ipv4InterfaceAddress>[] {
  if (record.ipv4 !== undefined) return record.ipv4.map((address) => stored(address, record, 'ipv4'))
  const address = allocated(allocation, record.id, 'ipv4')
  // `allocate` writes canonical interface addresses, so the text is one by construction.
  return address === undefined
    ? []
    : [{ ...address, value: address.value as Ipv4InterfaceAddress, because: [...address.because, ...links] }]
}

function ipv6Addresses(
  record: DeviceInterface,
  { allocation }: InterfaceSources,
  links: readonly RecordId[],
): readonly Effective<Ipv6InterfaceAddress>[] {
  if (record.ipv6 !== undefined) return record.ipv6.map((address) => stored(address, record, 'ipv6'))
  const address = allocated(allocation, record.id, 'ipv6')
  return address === undefined
    ? []
    : [{ ...address, value: address.value as Ipv6InterfaceAddress, because: [...address.because, ...links] }]
}

const noHostRoutes: InterfaceIntent['hostRoutes'] = []

function bridgeDomainOf(
  { deviceId, name, bridgeDomainId }: DeviceInterface,
  { index, placed }: InterfaceSources,
): InterfaceIntent['bridgeDomain'] {
  const domain =
    bridgeDomainId !== undefined
      ? index.network.bridgeDomains[bridgeDomainId]
      : interfaceKind(name) === 'vbdif'
        ? domainOf(placed.get(deviceId), interfaceNumber(name) ?? 0)?.record
        : undefined
  return domain && { id: domain.id, number: domain.number }
}

function vrfOfVlanifLink(links: readonly RecordId[], { network }: RecordIndex): InterfaceIntent['vrfId'] {
  for (const id of links) {
    const vrfId = network.vlanifLinks[id]?.vrfId
    if (vrfId !== undefined) return vrfId
  }
  return undefined
}

function intentKind(name: InterfaceName): InterfaceIntent['kind'] {
  const kind = interfaceKind(name)
  switch (kind) {
    case 'ethernet':
    case 'eth-trunk':
    case 'vlanif':
    case 'vbdif':
    case 'subinterface':
    case 'loopback':
    case 'meth':
    case 'nve':
      return kind
    case 'tunnel':
    case 'null':
    case 'other':
      return 'other'
  }
}

/** A VLAN id is 1 to 4094, so this is the spelling of a device. */
function vlanifName(vlan: number): InterfaceName {
  return `Vlanif${vlan}` as InterfaceName
}

/** The number in the name of a LoopBack, Vlanif or Eth-Trunk, for ordering; others have none. */
export function numberOf(intent: InterfaceIntent): number {
  return interfaceNumber(intent.name) ?? Number.POSITIVE_INFINITY
}
