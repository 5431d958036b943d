import type { HostId, StationId } from '../model'
import type { Port, Ports } from './ports'
import { vlanOf } from './ports'

/** Interfaces and hosts that meet without a router between them. */
export type Segment = {
  /** Layer 3 interfaces in it, ascending; all are up. */
  readonly members: readonly number[]
  readonly ends: readonly (HostId | StationId)[]
  /** Part of it is not drawn: the management network, or the tunnel of a virtual peer-link. */
  readonly assumed: boolean
}

export type Segments = {
  readonly list: readonly Segment[]
  /** Segment of each port; -1 where it has none. */
  readonly of: Int32Array
  /** Ports whose line is up; a Vlanif also needs a live port in its VLAN. */
  readonly up: readonly boolean[]
  /** The segment of management ports without a cable. */
  readonly management: number
  /** Segments that cross a switched port, by port. */
  readonly across: ReadonlyMap<number, readonly number[]>
  /** Some frames find a way there and not back, so that segments overlap. */
  readonly overlap: boolean
  readonly layer2: Layer2
}

/** Follows frames from every Layer 3 interface through cables, VLANs and peer-links. */
export function buildSegments(ports: Ports): Segments {
  const layer2 = layer2Of(ports)
  const draft: Draft = {
    list: [],
    of: new Int32Array(ports.list.length).fill(-1),
    up: ports.list.map((port) => port.up),
    across: new Map(),
    overlap: false,
  }
  const management: number[] = []
  for (const port of ports.list) {
    if (!port.up || !port.routed || (draft.of[port.index] ?? -1) >= 0) continue
    if (port.intent.kind === 'meth' && port.neighbours.length === 0) management.push(port.index)
    else addSegment(draft, { layer2, list: ports.list }, port)
  }
  for (const port of management) draft.of[port] = draft.list.length
  draft.list.push({ members: management, ends: [], assumed: true })
  return { ...draft, management: draft.list.length - 1, layer2 }
}

/**
 * The segments after some ports went down. Frames only lose ways, so a segment that crosses none of these ports
 * stays as it is, and what is left of the others is found among their members.
 *
 * @param changed ports that are now down or have lost a neighbour
 * @returns also the segments that are new, and the ports whose segment or state differs
 */
export function lessSegments(
  before: Segments,
  list: readonly Port[],
  changed: Iterable<number>,
): Segments & { readonly fresh: readonly number[]; readonly moved: readonly number[] } {
  const draft: Draft = { ...before, list: before.list.slice(), of: before.of.slice(), up: before.up.slice() }
  const hit = new Set<number>()
  const moved = new Set<number>()
  for (const index of changed) {
    const port = list[index]
    if (port === undefined) continue
    if (!port.up && draft.up[index] === true) {
      draft.up[index] = false
      moved.add(index)
    }
    const own = before.of[index] ?? -1
    if (own >= 0) hit.add(own)
    for (const segment of before.across.get(index) ?? []) hit.add(segment)
  }
  const members: number[] = []
  for (const segment of hit) {
    const old = before.list[segment]
    if (old === undefined) continue
    if (segment === before.management) {
      const left = old.members.filter((member) => list[member]?.up === true)
      for (const member of old.members) if (list[member]?.up !== true) draft.of[member] = -1
      draft.list[segment] = { ...old, members: left }
      continue
    }
    for (const member of old.members) {
      members.push(member)
      moved.add(member)
      draft.of[member] = -1
      draft.up[member] = list[member]?.up === true
    }
    draft.list[segment] = { members: [], ends: [], assumed: false }
  }
  const first = draft.list.length
  for (const member of members.sort((a, b) => a - b)) {
    const port = list[member]
    if (port?.up !== true || (draft.of[member] ?? -1) >= 0) continue
    addSegment({ ...draft, across: new Map() }, { layer2: before.layer2, list }, port)
  }
  const fresh = Array.from({ length: draft.list.length - first }, (_, at) => first + at)
  return { ...draft, management: before.management, layer2: before.layer2, fresh, moved: [...moved] }
}

type Draft = {
  readonly list: Segment[]
  readonly of: Int32Array
  readonly up: boolean[]
  readonly across: Map<number, number[]> | Segments['across']
  overlap: boolean
}
type Frames = { readonly layer2: Layer2; readonly list: readonly Port[] }

function addSegment(draft: Draft, frames: Frames, port: Port): void {
  const start = nodeOf(frames.layer2, port)
  if (start === undefined) return
  const segment = flood(frames, start)
  draft.up[port.index] = segment.live || port.intent.kind !== 'vlanif'
  const members = segment.members.filter((member) => segment.live || member === port.index)
  const index = draft.list.length
  for (const member of members) {
    if ((draft.of[member] ?? -1) >= 0) draft.overlap = true
    draft.of[member] = index
    draft.up[member] = draft.up[port.index] ?? false
  }
  for (const crossed of segment.across) {
    const known = draft.across.get(crossed)
    ;(draft.across as Map<number, number[]>).set(crossed, known === undefined ? [index] : [...known, index])
  }
  draft.list.push({
    members: members.filter((member) => draft.up[member]),
    ends: segment.ends,
    assumed: segment.assumed,
  })
}

/** How frames got from one node to the next: out of a port, or through a virtual peer-link. */
export type FrameStep = {
  readonly from: number
  readonly outOf: number
  readonly into?: number
  /** Where frames leave the network. */
  readonly end?: HostId | StationId
}

/** The ports frames go out of and come into on one way from a port; undefined: there is none. */
export function frameWay(
  { layer2 }: Segments,
  list: readonly Port[],
  { from, to }: { readonly from: number; readonly to: number | HostId | StationId | 'anything' },
): readonly FrameStep[] | undefined {
  const start = list[from] === undefined ? undefined : nodeOf(layer2, list[from])
  if (start === undefined) return undefined
  const target = typeof to === 'number' ? (list[to] === undefined ? undefined : nodeOf(layer2, list[to])) : to
  if (target === start) return []
  const steps = new Map<number | HostId | StationId, FrameStep>()
  let found: number | HostId | StationId | undefined
  flood({ layer2, list }, start, (node, step) => {
    if (!steps.has(node)) steps.set(node, step)
    if (node === target || target === 'anything') found ??= node
    return found !== undefined
  })
  if (found === undefined) return undefined
  const way: FrameStep[] = []
  for (let step = steps.get(found); step !== undefined; step = step.from === start ? undefined : steps.get(step.from))
    way.unshift(step)
  return way
}

type Flood = {
  readonly members: readonly number[]
  readonly ends: readonly (HostId | StationId)[]
  readonly live: boolean
  readonly assumed: boolean
  /** Switched ports that frames go through. */
  readonly across: ReadonlySet<number>
}

/** What does not change when ports go down. A routed port is its own node; a VLAN of a device comes after all ports. */
type Layer2 = {
  readonly firstVlanNode: number
  readonly vlansOf: readonly ReadonlySet<number>[]
  readonly switchedOf: readonly (readonly number[])[]
  readonly vlanifs: ReadonlyMap<number, number>
  readonly subInterfaces: ReadonlyMap<string, number>
  readonly virtualPeer: ReadonlyMap<number, VirtualPeer>
}

const vlanBits = 4096

function layer2Of(ports: Ports): Layer2 {
  const firstVlanNode = ports.list.length
  const vlansOf = ports.devices.map((device) => new Set([1, ...device.vlans.map(({ vlan }) => vlan)]))
  const switchedOf: number[][] = ports.devices.map(() => [])
  const vlanifs = new Map<number, number>()
  const subInterfaces = new Map<string, number>()
  for (const port of ports.list) {
    const vlan = vlanOf(port)
    if (vlan !== undefined) vlanifs.set(firstVlanNode + port.device * vlanBits + vlan, port.index)
    else if (port.subInterface && port.routed) subInterfaces.set(subInterfaceKey(port, port.parent ?? -1), port.index)
    else if (port.up && !port.routed && port.intent.memberOf === undefined) switchedOf[port.device]?.push(port.index)
  }
  return { firstVlanNode, vlansOf, switchedOf, vlanifs, subInterfaces, virtualPeer: virtualPeerLinks(ports) }
}

function vlanNode({ vlansOf, firstVlanNode }: Layer2, device: number, vlan: number): number | undefined {
  return vlansOf[device]?.has(vlan) === true ? firstVlanNode + device * vlanBits + vlan : undefined
}

function nodeOf(layer2: Layer2, port: Port): number | undefined {
  if (port.intent.kind === 'loopback') return undefined
  const vlan = vlanOf(port)
  return vlan === undefined
    ? port.index
    : (vlanNode(layer2, port.device, vlan) ?? layer2.firstVlanNode + port.device * vlanBits + vlan)
}

/** @param told of each node or end as frames arrive there; true stops them */
function flood(
  { layer2, list }: Frames,
  start: number,
  told?: (node: number | HostId | StationId, step: FrameStep) => boolean,
): Flood {
  const { firstVlanNode } = layer2
  const seen = new Set([start])
  const queue = [start]
  const members: number[] = []
  const ends = new Set<HostId | StationId>()
  const across = new Set<number>()
  let live = false
  let assumed = false
  let stopped = false
  const visit = (node: number | undefined, step: FrameStep): void => {
    if (node === undefined || seen.has(node)) return
    seen.add(node)
    queue.push(node)
    stopped ||= told?.(node, step) === true
  }
  const cross = (port: Port, tag: number | undefined, from: number): void => {
    if (!port.routed) across.add(port.index)
    for (const neighbour of port.neighbours) {
      live = true
      if (neighbour.kind === 'port') {
        visit(arrive(neighbour.port, tag), { from, outOf: port.index, into: neighbour.port })
        continue
      }
      ends.add(neighbour.id)
      stopped ||= told?.(neighbour.id, { from, outOf: port.index, end: neighbour.id }) === true
    }
  }
  const arrive = (index: number, tag: number | undefined): number | undefined => {
    const port = list[index]
    if (port?.up !== true) return undefined
    if (port.routed) return tag === undefined ? index : undefined
    if (tag === undefined) return vlanNode(layer2, port.device, untaggedVlan(port))
    return carriage(port, tag) === undefined ? undefined : vlanNode(layer2, port.device, tag)
  }
  for (let at = 0; at < queue.length && !stopped; at += 1) {
    const node = queue[at] ?? 0
    if (node < firstVlanNode) {
      const port = list[node]
      if (port === undefined) continue
      members.push(node)
      if (port.subInterface) {
        live = true
        const parent = list[port.parent ?? -1]
        for (const neighbour of parent?.neighbours ?? []) {
          if (neighbour.kind !== 'port') continue
          const far = layer2.subInterfaces.get(subInterfaceKey(port, neighbour.port))
          if (list[far ?? -1]?.up === true) visit(far, { from: node, outOf: parent?.index ?? -1, into: neighbour.port })
        }
      } else cross(port, undefined, node)
      continue
    }
    const device = Math.floor((node - firstVlanNode) / vlanBits)
    const vlan = (node - firstVlanNode) % vlanBits
    const vlanif = list[layer2.vlanifs.get(node) ?? -1]
    if (vlanif?.up === true) members.push(vlanif.index)
    for (const index of layer2.switchedOf[device] ?? []) {
      const port = list[index]
      const carried = port?.up === true ? carriage(port, vlan) : undefined
      if (port !== undefined && carried !== undefined) cross(port, carried === 'tagged' ? vlan : undefined, node)
    }
    const peer = layer2.virtualPeer.get(device)
    if (peer === undefined || peer.excluded.has(vlan)) continue
    const far = vlanNode(layer2, peer.device, vlan)
    const farPort = layer2.virtualPeer.get(peer.device)?.port
    if (far === undefined || list[peer.port]?.up !== true) continue
    if (farPort !== undefined && list[farPort]?.up !== true) continue
    live = true
    assumed = true
    across.add(peer.port)
    if (farPort !== undefined) across.add(farPort)
    visit(far, { from: node, outOf: peer.port, ...(farPort === undefined ? {} : { into: farPort }) })
  }
  return { members: members.sort((a, b) => a - b), ends: [...ends].sort(), live, assumed, across }
}

/** Sub-interfaces of two ports meet in the VLAN of their frames; without one, two of the same number do. */
function subInterfaceKey({ intent: { name, encapsulation } }: Port, parent: number): string {
  const vlan = encapsulation?.kind === 'dot1q' ? encapsulation.vlan : undefined
  return vlan === undefined ? `${parent}${name.slice(name.indexOf('.'))}` : `${parent} VLAN ${vlan}`
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

type VirtualPeer = { readonly port: number; readonly device: number; readonly excluded: ReadonlySet<number> }

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
