import type { DeviceIntent } from '../intent'
import type { BridgeDomainId } from '../model'
import type { Port, Ports } from './ports'
import { vlanOf } from './ports'
import { portsWithoutStp } from './stp-ports'
import type { SubInterfaces, Tag } from './sub-interfaces'
import { subInterfacesByPort, tagFrom, takerOf, untagged } from './sub-interfaces'

/**
 * What does not change when ports go down. Frames are at nodes: a routed port is its own node; after all ports comes
 * a node for each VLAN of a device, then one for each bridge domain of a device and each tag that frames keep there.
 */
export type Layer2 = {
  readonly firstVlanNode: number
  readonly firstDomainNode: number
  readonly vlansOf: readonly ReadonlySet<number>[]
  readonly switchedOf: readonly (readonly number[])[]
  /** Vlanifs and Vbdifs by the node they are at. */
  readonly gateways: ReadonlyMap<number, number>
  readonly subsOf: ReadonlyMap<number, SubInterfaces>
  readonly domains: readonly Domain[]
  /** The bridge domain of a sub-interface or Vbdif. */
  readonly domainOf: ReadonlyMap<number, number>
  readonly domainOfVlan: ReadonlyMap<number, number>
  readonly virtualPeer: ReadonlyMap<number, VirtualPeer>
  /** Ports on which spanning tree is off. */
  readonly withoutStp: ReadonlySet<number>
}

/** A bridge domain on one device. */
export type Domain = {
  readonly device: number
  readonly id: BridgeDomainId
  readonly number: number
  readonly vni?: number
  readonly boundVlan?: number
  /** Sub-interfaces in it. */
  readonly subs: readonly number[]
}

type VirtualPeer = { readonly port: number; readonly device: number; readonly excluded: ReadonlySet<number> }

const vlanBits = 4096
/** More ports than any network has, so that some may be added without numbering nodes anew. */
const mostPorts = 2 ** 24

export function layer2Of(ports: Ports): Layer2 {
  const firstVlanNode = mostPorts
  const firstDomainNode = firstVlanNode + ports.devices.length * vlanBits
  const vlansOf = ports.devices.map(vlansIn)
  const switchedOf: number[][] = ports.devices.map(() => [])
  const gateways = new Map<number, number>()
  const domains: (Domain & { readonly subs: number[] })[] = []
  const domainOf = new Map<number, number>()
  const domainOfVlan = new Map<number, number>()
  const places = new Map<string, number>()
  for (const [device, { bridgeDomains }] of ports.devices.entries()) {
    for (const { bridgeDomainId, number, vni, boundVlan } of bridgeDomains) {
      places.set(`${device} ${bridgeDomainId}`, domains.length)
      const vlan = firstVlanNode + device * vlanBits + (boundVlan ?? 0)
      if (boundVlan !== undefined && !domainOfVlan.has(vlan)) domainOfVlan.set(vlan, domains.length)
      domains.push({
        device,
        id: bridgeDomainId,
        number,
        subs: [],
        ...(vni === undefined ? {} : { vni: vni.value }),
        ...(boundVlan === undefined ? {} : { boundVlan }),
      })
    }
  }
  for (const port of ports.list) {
    const { kind, bridgeDomain } = port.intent
    const place = bridgeDomain && places.get(`${port.device} ${bridgeDomain.id}`)
    const vlan = vlanOf(port)
    if (vlan !== undefined) gateways.set(firstVlanNode + port.device * vlanBits + vlan, port.index)
    else if (place !== undefined && (kind === 'vbdif' || !port.routed)) {
      domainOf.set(port.index, place)
      if (kind === 'vbdif') gateways.set(firstDomainNode + place * vlanBits, port.index)
      else domains[place]?.subs.push(port.index)
    } else if (isSwitching(port)) switchedOf[port.device]?.push(port.index)
  }
  return {
    firstVlanNode,
    firstDomainNode,
    vlansOf,
    switchedOf,
    gateways,
    subsOf: subInterfacesByPort(ports),
    domains,
    domainOf,
    domainOfVlan,
    virtualPeer: virtualPeerLinks(ports),
    withoutStp: portsWithoutStp(ports),
  }
}

function vlansIn({ vlans }: DeviceIntent): ReadonlySet<number> {
  return new Set([1, ...vlans.map(({ vlan }) => vlan)])
}

function isSwitching({ up, routed, subInterface, intent }: Port): boolean {
  return up && !routed && !subInterface && intent.memberOf === undefined
}

/** The same over other lines of some devices, none of which has bridge domains. */
export function relinedLayer2(before: Layer2, { devices, list, byName }: Ports, changed: Iterable<number>): Layer2 {
  const [vlansOf, switchedOf] = [before.vlansOf.slice(), before.switchedOf.slice()]
  for (const device of changed) {
    const own = [...(byName[device]?.values() ?? [])].flatMap((index) => list[index] ?? [])
    vlansOf[device] = devices[device] === undefined ? new Set() : vlansIn(devices[device])
    switchedOf[device] = own.filter((port) => isSwitching(port) && vlanOf(port) === undefined).map(({ index }) => index)
  }
  return { ...before, vlansOf, switchedOf }
}

/** What a node stands for. */
export type Place =
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'vlan'; readonly device: number; readonly vlan: number }
  | { readonly kind: 'domain'; readonly domain: number; readonly kept: number }

export function placeOf({ firstVlanNode, firstDomainNode }: Layer2, node: number): Place {
  if (node < firstVlanNode) return { kind: 'port', port: node }
  const first = node < firstDomainNode ? firstVlanNode : firstDomainNode
  const [major, minor] = [Math.floor((node - first) / vlanBits), (node - first) % vlanBits]
  return first === firstVlanNode
    ? { kind: 'vlan', device: major, vlan: minor }
    : { kind: 'domain', domain: major, kept: minor }
}

export function vlanNode({ vlansOf, firstVlanNode }: Layer2, device: number, vlan: number): number | undefined {
  return vlansOf[device]?.has(vlan) === true ? firstVlanNode + device * vlanBits + vlan : undefined
}

export function domainNode({ firstDomainNode }: Layer2, domain: number, kept: number = untagged): number {
  return firstDomainNode + domain * vlanBits + kept
}

/** Where frames of a Layer 3 interface start; a LoopBack has none. */
export function nodeOf(layer2: Layer2, port: Port): number | undefined {
  if (port.intent.kind === 'loopback') return undefined
  const vlan = vlanOf(port)
  if (vlan !== undefined) return layer2.firstVlanNode + port.device * vlanBits + vlan
  const domain = layer2.domainOf.get(port.index)
  return domain === undefined ? port.index : domainNode(layer2, domain)
}

/** The node of a frame that comes into a port; undefined: nothing takes it. */
export function arrive(layer2: Layer2, list: readonly Port[], index: number, tag: Tag): number | undefined {
  const port = list[index]
  if (port?.up !== true) return undefined
  const taker = takerOf(layer2.subsOf.get(index), tag)
  if (taker !== undefined) {
    const sub = list[taker.port]
    if (sub?.up !== true) return undefined
    const domain = layer2.domainOf.get(sub.index)
    return domain === undefined ? (sub.routed ? sub.index : undefined) : domainNode(layer2, domain, taker.keeps)
  }
  if (typeof tag === 'string') return undefined
  if (port.routed) return tag === untagged ? index : undefined
  if (tag === untagged) return vlanNode(layer2, port.device, untaggedVlan(port))
  const node = vlanNode(layer2, port.device, tag)
  return node === undefined || staysOff(layer2, port, node) || carriage(port, tag) === undefined ? undefined : node
}

/** How frames of a node leave through a port or Eth-Trunk. */
export function tagsOut(layer2: Layer2, list: readonly Port[], node: number, port: Port): readonly Tag[] {
  const place = placeOf(layer2, node)
  switch (place.kind) {
    case 'port': {
      if (node === port.index) return [untagged]
      const sub = list[node]
      return sub?.parent === port.index ? [tagFrom(sub, untagged)].filter((tag) => tag !== undefined) : []
    }
    case 'vlan': {
      const carried = port.routed || staysOff(layer2, port, node) ? undefined : carriage(port, place.vlan)
      return carried === undefined ? [] : [carried === 'tagged' ? place.vlan : untagged]
    }
    case 'domain':
      return (layer2.domains[place.domain]?.subs ?? []).flatMap((index) => {
        const sub = list[index]
        const tag = sub?.up === true && sub.parent === port.index ? tagFrom(sub, place.kept) : undefined
        return tag ?? []
      })
  }
}

/** A peer-link carries every VLAN but those bound to a bridge domain (fabric.md section 4). */
function staysOff({ domainOfVlan }: Layer2, { intent }: Port, node: number): boolean {
  return intent.peerLink !== undefined && domainOfVlan.has(node)
}

/** How a switched port sends frames of a VLAN; undefined: it does not. */
export function carriage(port: Port, vlan: number): 'tagged' | 'untagged' | undefined {
  const { peerLink, switching } = port.intent
  if (peerLink !== undefined) return peerLink.excludedVlans.includes(vlan) ? undefined : 'tagged'
  if (switching?.linkType === 'hybrid') {
    if (vlan === 1 || switching.untaggedVlans.includes(vlan)) return 'untagged'
    return switching.allowedVlans.includes(vlan) ? 'tagged' : undefined
  }
  if (
    vlan === untaggedVlan(port) &&
    (switching?.linkType !== 'trunk' || vlan === 1 || switching.allowedVlans.includes(vlan))
  )
    return 'untagged'
  return switching?.linkType === 'trunk' && switching.allowedVlans.includes(vlan) ? 'tagged' : undefined
}

/** The VLAN of untagged frames; VLAN 1 unless the port says otherwise. */
function untaggedVlan(port: Port): number {
  return port.intent.switching?.vlan ?? 1
}

/** A virtual peer-link joins the VLANs of both members over VXLAN, without a cable. */
function virtualPeerLinks(ports: Ports): ReadonlyMap<number, VirtualPeer> {
  const peers = new Map<number, VirtualPeer>()
  for (const port of ports.list) {
    const { peerLink } = port.intent
    if (peerLink?.virtual !== true) continue
    const other = ports.devices[port.device]?.dfsGroup?.otherDeviceId
    const device = other === undefined ? undefined : ports.deviceIndex.get(other)
    if (device !== undefined)
      peers.set(port.device, { port: port.index, device, excluded: new Set(peerLink.excludedVlans) })
  }
  return peers
}
