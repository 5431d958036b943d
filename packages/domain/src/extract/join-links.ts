import type { InterfaceName, IpPrefix } from '@weft/net'
import { interfaceKind, interfaceNumber, networkOf, parentInterface, splitPrefix } from '@weft/net'
import type { InterfaceId, LinkId } from '../model'
import { describedCables } from './described-cables'
import type { InterfaceFacts } from './device-facts'
import type { DraftNetwork, JoinedDevice } from './draft-network'
import { lldpCables } from './lldp-cables'

type Attached = { readonly device: JoinedDevice; readonly facts: InterfaceFacts; readonly interfaceId: InterfaceId }
type Meeting = readonly [Attached, Attached]

/**
 * Cables between devices, the surest first: what LLDP hears, what the descriptions of both ends tell, then subnets with exactly two
 * interfaces. Two Vlanifs with a subnet of their own are a VLANIF link, carried by the only port of each in its VLAN.
 */
export function joinLinks(draft: DraftNetwork): void {
  for (const [first, second] of lldpCables(draft)) addCables(draft, [first], [second])
  for (const [first, second] of describedCables(draft)) addCables(draft, [first], [second])
  const meetings = meetingsOf(draft)
  for (const meeting of meetings) joinRouted(draft, meeting)
  const joined = new Set<string>()
  for (const meeting of meetings) {
    const key = meeting.map(({ interfaceId }) => interfaceId).join(' ')
    // Two Vlanifs meet in an IPv4 and in an IPv6 subnet, on one link.
    if (!joined.has(key)) joinVlanifs(draft, meeting)
    joined.add(key)
  }
}

/** Pairs of interfaces of two devices that alone have addresses of one subnet, in the order of subnets. */
function meetingsOf(draft: DraftNetwork): readonly Meeting[] {
  const inSubnet = new Map<string, Attached[]>()
  for (const device of draft.devices) {
    for (const facts of device.facts.interfaces.values()) {
      const interfaceId = device.interfaceIds.get(facts.name)
      const kind = interfaceKind(facts.name)
      if (interfaceId === undefined || kind === 'loopback' || kind === 'meth') continue
      for (const address of [...facts.ipv4, ...facts.ipv6]) {
        const subnet = networkOf(address) as IpPrefix
        if (splitPrefix(subnet).length === (subnet.includes(':') ? 128 : 32)) continue
        const known = inSubnet.get(subnet) ?? []
        if (!known.some((each) => each.interfaceId === interfaceId)) known.push({ device, facts, interfaceId })
        inSubnet.set(subnet, known)
      }
    }
  }
  return [...inSubnet.keys()].sort().flatMap((subnet) => {
    const [first, second, ...more] = inSubnet.get(subnet) ?? []
    if (first === undefined || second === undefined || more.length > 0 || first.device === second.device) return []
    // One address on both is the gateway of a pair, which is no link between them.
    if (sharesAddress(first.facts, second.facts)) return []
    return [[first, second] as const]
  })
}

function sharesAddress(a: InterfaceFacts, b: InterfaceFacts): boolean {
  const own = new Set<string>([...a.ipv4, ...a.ipv6])
  return [...b.ipv4, ...b.ipv6].some((address) => own.has(address))
}

function joinRouted(draft: DraftNetwork, [first, second]: Meeting): void {
  const ports = [first, second].map(({ device, facts }) => cableEnds(device, facts.name))
  const [a = [], b = []] = ports
  addCables(draft, a, b)
}

/** Where the cables of an interface end: on itself, on the members of a trunk, on the parent of a sub-interface. */
export function cableEnds(device: JoinedDevice, name: InterfaceName): readonly InterfaceId[] {
  const parent = parentInterface(name)
  if (parent !== undefined) return cableEnds(device, parent)
  const kind = interfaceKind(name)
  if (kind === 'eth-trunk') return memberPorts(device, name)
  const id = device.interfaceIds.get(name)
  return kind === 'ethernet' && id !== undefined ? [id] : []
}

/** Ports of an Eth-Trunk in the order of names. */
export function memberPorts({ facts, interfaceIds }: JoinedDevice, trunk: InterfaceName): readonly InterfaceId[] {
  return [...facts.interfaces.values()].flatMap(({ name, memberOf }) =>
    memberOf === trunk ? (interfaceIds.get(name) ?? []) : [],
  )
}

/** One cable for each two ports, in order; a port that has a cable gets no other one. */
export function addCables(draft: DraftNetwork, a: readonly InterfaceId[], b: readonly InterfaceId[]): void {
  const free = (ports: readonly InterfaceId[]) => ports.filter((port) => !draft.cableOf.has(port))
  const [first, second] = [free(a), free(b)]
  if (first.length !== a.length || second.length !== b.length) return
  for (let i = 0; i < Math.min(first.length, second.length); i += 1) {
    const [one, other] = [first[i], second[i]]
    if (one === undefined || other === undefined) return
    const id = draft.makeId('link', `${local(one)}--${local(other)}`)
    draft.records.links[id] = { id, ends: [{ interfaceId: one }, { interfaceId: other }] }
    for (const port of [one, other]) draft.cableOf.set(port, id)
  }
}

function local(id: InterfaceId): string {
  return id.slice('interface:'.length).slice(0, 31)
}

function joinVlanifs(draft: DraftNetwork, [first, second]: Meeting): void {
  const vlan = interfaceNumber(first.facts.name)
  const areVlanifs = [first, second].every(({ facts }) => interfaceKind(facts.name) === 'vlanif')
  if (!areVlanifs || vlan === undefined || vlan !== interfaceNumber(second.facts.name)) return
  const ends = [first.interfaceId, second.interfaceId] as const
  const carriers = [carrierOf(first.device, vlan), carrierOf(second.device, vlan)] as const
  if (carriers[0] !== undefined && carriers[1] !== undefined) {
    addCables(draft, cableEnds(first.device, carriers[0]), cableEnds(second.device, carriers[1]))
  }
  const carriedBy = carryingCables(draft, first.device, second.device).filter((linkId) =>
    bothCarry(draft, linkId, { vlan, devices: [first.device, second.device] }),
  )
  // Where no cable between the two is known the VLAN goes over devices or ports that nobody imported.
  if (carriedBy.length === 0) return
  const names = [first, second].map(({ device }) => device.facts.name.slice(0, 28))
  const id = draft.makeId('vlanif-link', ...names, String(vlan))
  const [vrf, otherVrf] = [first, second].map(({ device, facts }) =>
    facts.vrf === undefined ? undefined : device.vrfIds.get(facts.vrf),
  )
  draft.records.vlanifLinks[id] = {
    id,
    vlan,
    ends,
    carriedBy,
    ...(vrf === undefined || vrf !== otherVrf ? {} : { vrfId: vrf }),
  }
}

/** The only port of a device in a VLAN, peer-links aside: where there are several nobody can tell. */
function carrierOf({ facts }: JoinedDevice, vlan: number): InterfaceName | undefined {
  const ports = [...facts.interfaces.values()].filter((each) => passes(each, vlan))
  return ports.length === 1 ? ports[0]?.name : undefined
}

function passes({ switching, peerLink }: InterfaceFacts, vlan: number): boolean {
  if (switching === undefined || peerLink !== undefined) return false
  return switching.linkType === 'access' ? switching.vlan === vlan : switching.allowedVlans.includes(vlan)
}

function carryingCables(draft: DraftNetwork, a: JoinedDevice, b: JoinedDevice): readonly LinkId[] {
  return [...new Set([...a.interfaceIds.values()].flatMap((id) => draft.cableOf.get(id) ?? []))].filter((linkId) =>
    draft.records.links[linkId]?.ends.some(
      (end) => 'interfaceId' in end && draft.records.interfaces[end.interfaceId]?.deviceId === b.id,
    ),
  )
}

type Carrying = { readonly vlan: number; readonly devices: readonly JoinedDevice[] }

/** A cable carries the VLAN when both its ports, or their trunks, pass it already: the link changes neither. */
function bothCarry(draft: DraftNetwork, linkId: LinkId, { vlan, devices }: Carrying): boolean {
  const ends = draft.records.links[linkId]?.ends ?? []
  return ends.every((end) => {
    const port = 'interfaceId' in end ? draft.records.interfaces[end.interfaceId] : undefined
    const device = devices.find(({ id }) => id === port?.deviceId)
    const own = port && device?.facts.interfaces.get(port.name)
    const carrier = own?.memberOf === undefined ? own : device?.facts.interfaces.get(own.memberOf)
    return carrier !== undefined && (carrier.peerLink !== undefined || passes(carrier, vlan))
  })
}
