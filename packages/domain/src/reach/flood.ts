import type { HostId, StationId } from '../model'
import type { Layer2 } from './layer2'
import { arrive, domainNode, nodeOf, placeOf, tagsOut, vlanNode } from './layer2'
import type { Bridged } from './loops'
import type { Port } from './ports'
import type { Tag } from './sub-interfaces'
import { tagFrom, untagged } from './sub-interfaces'
import type { Mesh, Tunnels } from './tunnels'

export type Frames = { readonly layer2: Layer2; readonly list: readonly Port[]; readonly tunnels: Tunnels }

/** How frames got from one node to the next: out of a port, through a virtual peer-link or a tunnel. */
export type FrameStep = {
  readonly from: number
  readonly outOf?: number
  readonly into?: number
  /** Where frames leave the network. */
  readonly end?: HostId | StationId
  readonly tunnel?: { readonly vni: number; readonly devices: readonly [number, number] }
}

export type Flood = {
  readonly members: readonly number[]
  readonly ends: readonly (HostId | StationId)[]
  /** Something is there besides the interface itself. */
  readonly live: boolean
  readonly assumed: boolean
  /** Frames met tunnels of which nobody knows whether they stand. */
  readonly open: boolean
  readonly tunnelled: boolean
  /** From another member of the flood frames may get elsewhere. */
  readonly uneven: boolean
  /** Switched ports that frames go through. */
  readonly across: ReadonlySet<number>
  /** Cables that bridge frames on both sides, each once. */
  readonly bridged: readonly Bridged[]
}

type Options = {
  /** Tunnels that nobody knows of carry frames too. */
  readonly throughOpen?: boolean
  /** Told of each node or end as frames arrive there; true stops them. */
  readonly told?: (node: number | HostId | StationId, step: FrameStep) => boolean
}

/** Where frames are that came to a port which does not take them. */
const nowhere = -1

/**
 * Follows frames from a node through cables, VLANs, bridge domains, peer-links and tunnels. What came out of a tunnel
 * goes into no other one (split horizon).
 */
export function flood({ layer2, list, tunnels }: Frames, start: number, { throughOpen, told }: Options = {}): Flood {
  const seen = new Set([start])
  /** Bridge domains that frames have reached through tunnels alone. */
  const tunnelEnds = new Set<number>()
  const queue = [start]
  const members = new Set<number>()
  const ends = new Set<HostId | StationId>()
  const across = new Set<number>()
  const meshes = new Set<Mesh>()
  const bridged: Bridged[] = []
  let live = false
  let assumed = false
  let open = false
  let oneWay = false
  let stopped = false
  const visit = (node: number, step: FrameStep): void => {
    if (seen.has(node)) {
      if (step.tunnel === undefined && tunnelEnds.delete(node)) queue.push(node)
      return
    }
    seen.add(node)
    if (step.tunnel !== undefined) tunnelEnds.add(node)
    queue.push(node)
    stopped ||= told?.(node, step) === true
  }
  const send = (port: Port, tag: Tag, from: number): void => {
    if (!port.routed) across.add(port.index)
    for (const neighbour of port.neighbours) {
      live = true
      if (neighbour.kind === 'end') {
        ends.add(neighbour.id)
        stopped ||= told?.(neighbour.id, { from, outOf: port.index, end: neighbour.id }) === true
        continue
      }
      const node = arrive(layer2, list, neighbour.port, tag)
      if (node === undefined) {
        stopped ||= told?.(nowhere, { from, outOf: port.index, into: neighbour.port }) === true
        continue
      }
      oneWay ||= !comesBack({ layer2, list }, { node, into: neighbour.port, outOf: port.index, from })
      if (port.index < neighbour.port && Math.min(from, node) >= layer2.firstVlanNode)
        bridged.push({ nodes: [from, node], ports: [port.index, neighbour.port] })
      visit(node, { from, outOf: port.index, into: neighbour.port })
    }
  }
  const leaveVlan = (node: number, device: number, vlan: number): void => {
    for (const index of layer2.switchedOf[device] ?? []) {
      const port = list[index]
      if (port?.up === true) for (const tag of tagsOut(layer2, list, node, port)) send(port, tag, node)
    }
    const domain = layer2.domainOfVlan.get(node)
    if (domain !== undefined) visit(domainNode(layer2, domain), { from: node })
    const peer = layer2.virtualPeer.get(device)
    if (peer === undefined || peer.excluded.has(vlan) || domain !== undefined) return
    const far = vlanNode(layer2, peer.device, vlan)
    const farPort = layer2.virtualPeer.get(peer.device)?.port
    if (far === undefined || list[peer.port]?.up !== true) return
    if (farPort !== undefined && list[farPort]?.up !== true) return
    live = true
    assumed = true
    across.add(peer.port)
    if (farPort !== undefined) across.add(farPort)
    visit(far, { from: node, outOf: peer.port, ...(farPort === undefined ? {} : { into: farPort }) })
  }
  const leaveDomain = (node: number, number: number, kept: number): void => {
    const { subs = [], boundVlan, device = -1 } = layer2.domains[number] ?? {}
    for (const index of subs) {
      const sub = list[index]
      const parent = list[sub?.parent ?? -1]
      const tag = sub?.up === true ? tagFrom(sub, kept) : undefined
      if (parent === undefined || tag === undefined) continue
      live = true
      across.add(index)
      send(parent, tag, node)
    }
    const vlan = boundVlan === undefined || kept !== untagged ? undefined : vlanNode(layer2, device, boundVlan)
    if (vlan !== undefined && layer2.domainOfVlan.get(vlan) === number) visit(vlan, { from: node })
    if (tunnelEnds.has(node)) return
    for (const mesh of tunnels.of.get(number) ?? []) {
      // An interface that only such a tunnel may keep up is not called down; nothing gets out of it for sure.
      live = true
      if (mesh.open) open = true
      if (mesh.open && throughOpen !== true) continue
      meshes.add(mesh)
      for (const far of mesh.domains) {
        const to = layer2.domains[far]?.device ?? -1
        visit(domainNode(layer2, far, kept), { from: node, tunnel: { vni: mesh.vni, devices: [device, to] } })
      }
    }
  }
  for (let at = 0; at < queue.length && !stopped; at += 1) {
    const node = queue[at] ?? 0
    const place = placeOf(layer2, node)
    const gateway = list[layer2.gateways.get(node) ?? -1]
    if (gateway?.up === true) members.add(gateway.index)
    switch (place.kind) {
      case 'port': {
        const port = list[node]
        if (port === undefined) break
        members.add(node)
        const parent = port.subInterface ? list[port.parent ?? -1] : port
        live ||= port.subInterface
        if (parent !== undefined) for (const tag of tagsOut(layer2, list, node, parent)) send(parent, tag, node)
        break
      }
      case 'vlan':
        leaveVlan(node, place.device, place.vlan)
        break
      case 'domain':
        leaveDomain(node, place.domain, place.kept)
    }
  }
  return {
    members: [...members].sort((a, b) => a - b),
    ends: [...ends].sort(),
    live,
    assumed,
    open,
    tunnelled: meshes.size > 0,
    uneven: oneWay || isUneven(seen, { layer2, list, tunnels }),
    across,
    bridged,
  }
}

/** Whether a frame that goes back the way it came gets to where it came from. */
function comesBack(
  { layer2, list }: Pick<Frames, 'layer2' | 'list'>,
  {
    node,
    into,
    outOf,
    from,
  }: { readonly node: number; readonly into: number; readonly outOf: number; readonly from: number },
): boolean {
  const port = list[into]
  return (
    port !== undefined && tagsOut(layer2, list, node, port).some((tag) => arrive(layer2, list, outOf, tag) === from)
  )
}

/** Tunnels join bridge domains evenly where each of them sends to all others. */
function isUneven(seen: ReadonlySet<number>, { layer2, tunnels }: Frames): boolean {
  if (tunnels.meshes.length === 0) return false
  const meshes = new Set<Mesh>()
  for (const node of seen) {
    const place = placeOf(layer2, node)
    if (place.kind !== 'domain') continue
    for (const mesh of tunnels.of.get(place.domain) ?? []) if (!mesh.open) meshes.add(mesh)
  }
  return meshes.size > 1
}

/** The ports frames go out of and come into on one way from a port; undefined: there is none. */
export function frameWay(
  frames: Frames,
  { from, to }: { readonly from: number; readonly to: number | HostId | StationId | 'anything' },
): readonly FrameStep[] | undefined {
  const { layer2, list } = frames
  const start = list[from] === undefined ? undefined : nodeOf(layer2, list[from])
  if (start === undefined) return undefined
  const target = typeof to === 'number' ? (list[to] === undefined ? undefined : nodeOf(layer2, list[to])) : to
  if (target === start) return []
  const steps = new Map<number | HostId | StationId, FrameStep>()
  let found: number | HostId | StationId | undefined
  flood(frames, start, {
    told: (node, step) => {
      if (!steps.has(node)) steps.set(node, step)
      const isThere = node === target || (target === 'anything' && step.outOf !== undefined)
      if (isThere) found ??= node
      return found !== undefined
    },
  })
  if (found === undefined) return undefined
  const way: FrameStep[] = []
  for (let step = steps.get(found); step !== undefined; step = step.from === start ? undefined : steps.get(step.from))
    way.unshift(step)
  return way
}
