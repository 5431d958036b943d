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
}

const vlanBits = 4096

/** Follows frames from every Layer 3 interface through cables, VLANs and peer-links. */
export function buildSegments(ports: Ports): Segments {
  const layer2 = layer2Of(ports)
  const list: Segment[] = []
  const of = new Int32Array(ports.list.length).fill(-1)
  const up = ports.list.map((port) => port.up)
  const management: number[] = []
  for (const port of ports.list) {
    if (!port.up || !port.routed || (of[port.index] ?? -1) >= 0) continue
    if (port.intent.kind === 'meth' && port.neighbours.length === 0) {
      management.push(port.index)
      continue
    }
    const start = layer2.nodeOf(port)
    if (start === undefined) continue
    const segment = layer2.flood(start)
    up[port.index] = segment.live || port.intent.kind !== 'vlanif'
    const members = segment.members.filter((member) => segment.live || member === port.index)
    for (const member of members) {
      of[member] = list.length
      up[member] = up[port.index] ?? false
    }
    list.push({ members: members.filter((member) => up[member]), ends: segment.ends, assumed: segment.assumed })
  }
  for (const port of management) of[port] = list.length
  list.push({ members: management, ends: [], assumed: true })
  return { list, of, up }
}

type Flood = {
  readonly members: readonly number[]
  readonly ends: readonly (HostId | StationId)[]
  readonly live: boolean
  readonly assumed: boolean
}
/** A routed port is its own number; a VLAN of a device comes after all ports. */
type Layer2 = { readonly nodeOf: (port: Port) => number | undefined; readonly flood: (start: number) => Flood }

function layer2Of(ports: Ports): Layer2 {
  const firstVlanNode = ports.list.length
  const vlansOf = ports.devices.map((device) => new Set([1, ...device.vlans.map(({ vlan }) => vlan)]))
  const switchedOf: Port[][] = ports.devices.map(() => [])
  const vlanifs = new Map<number, number>()
  const subInterfaces = new Map<string, number>()
  const vlanNode = (device: number, vlan: number): number | undefined =>
    vlansOf[device]?.has(vlan) === true ? firstVlanNode + device * vlanBits + vlan : undefined
  for (const port of ports.list) {
    const vlan = vlanOf(port)
    if (vlan !== undefined) vlanifs.set(firstVlanNode + port.device * vlanBits + vlan, port.index)
    else if (port.subInterface) subInterfaces.set(subInterfaceKey(port, port.parent ?? -1), port.index)
    else if (port.up && !port.routed && port.intent.memberOf === undefined) switchedOf[port.device]?.push(port)
  }
  const virtualPeer = virtualPeerLinks(ports)

  const flood = (start: number): Flood => {
    const seen = new Set([start])
    const queue = [start]
    const members: number[] = []
    const ends = new Set<HostId | StationId>()
    let live = false
    let assumed = false
    const visit = (node: number | undefined): void => {
      if (node === undefined || seen.has(node)) return
      seen.add(node)
      queue.push(node)
    }
    const cross = (port: Port, tag: number | undefined): void => {
      for (const neighbour of port.neighbours) {
        live = true
        if (neighbour.kind === 'end') ends.add(neighbour.id)
        else visit(arrive(neighbour.port, tag))
      }
    }
    const arrive = (index: number, tag: number | undefined): number | undefined => {
      const port = ports.list[index]
      if (port === undefined || !port.up) return undefined
      if (port.routed) return tag === undefined ? index : undefined
      if (tag === undefined) return vlanNode(port.device, untaggedVlan(port))
      return carriage(port, tag) === undefined ? undefined : vlanNode(port.device, tag)
    }
    for (let at = 0; at < queue.length; at += 1) {
      const node = queue[at] ?? 0
      if (node < firstVlanNode) {
        const port = ports.list[node]
        if (port === undefined) continue
        members.push(node)
        if (port.subInterface) {
          live = true
          const parent = ports.list[port.parent ?? -1]
          for (const neighbour of parent?.neighbours ?? []) {
            if (neighbour.kind === 'port') visit(subInterfaces.get(subInterfaceKey(port, neighbour.port)))
          }
        } else cross(port, undefined)
        continue
      }
      const device = Math.floor((node - firstVlanNode) / vlanBits)
      const vlan = (node - firstVlanNode) % vlanBits
      const vlanif = ports.list[vlanifs.get(node) ?? -1]
      if (vlanif?.up === true) members.push(vlanif.index)
      for (const port of switchedOf[device] ?? []) {
        const carried = carriage(port, vlan)
        if (carried !== undefined) cross(port, carried === 'tagged' ? vlan : undefined)
      }
      const peer = virtualPeer.get(device)
      if (peer !== undefined && !peer.excluded.has(vlan)) {
        const far = vlanNode(peer.device, vlan)
        if (far !== undefined) {
          live = true
          assumed = true
          visit(far)
        }
      }
    }
    return { members: members.sort((a, b) => a - b), ends: [...ends].sort(), live, assumed }
  }
  const nodeOf = (port: Port): number | undefined => {
    if (port.intent.kind === 'loopback') return undefined
    const vlan = vlanOf(port)
    return vlan === undefined
      ? port.index
      : (vlanNode(port.device, vlan) ?? firstVlanNode + port.device * vlanBits + vlan)
  }
  return { nodeOf, flood }
}

function subInterfaceKey(port: Port, parent: number): string {
  return `${parent}${port.intent.name.slice(port.intent.name.indexOf('.'))}`
}

/** How a switched port sends frames of a VLAN; undefined: it does not. */
export function carriage(port: Port, vlan: number): 'tagged' | 'untagged' | undefined {
  const { peerLink, switching } = port.intent
  if (peerLink !== undefined) return peerLink.excludedVlans.includes(vlan) ? undefined : 'tagged'
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
function virtualPeerLinks(
  ports: Ports,
): ReadonlyMap<number, { readonly device: number; readonly excluded: ReadonlySet<number> }> {
  const peers = new Map<number, { device: number; excluded: ReadonlySet<number> }>()
  for (const port of ports.list) {
    const { peerLink } = port.intent
    if (peerLink?.virtual !== true) continue
    const other = ports.devices[port.device]?.dfsGroup?.otherDeviceId
    const device = other === undefined ? undefined : ports.deviceIndex.get(other)
    if (device !== undefined) peers.set(port.device, { device, excluded: new Set(peerLink.excludedVlans) })
  }
  return peers
}
