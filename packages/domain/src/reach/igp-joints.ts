import type { InterfaceId } from '../model'
import type { AreaNode } from './areas'
import type { Fact } from './facts'
import { statusOf } from './facts'
import type { IgpName, IgpPort, LinkStateProtocol } from './link-state-protocol'
import { loopFacts } from './loops'
import type { Segment } from './segments'
import type { Plane } from './tables'

export type IgpAdjacency = {
  readonly protocol: IgpName
  readonly ends: readonly [InterfaceId, InterfaceId]
  readonly ports: readonly [number, number]
  /** Interfaces of the protocol on the segment besides these two. */
  readonly others: number
  readonly facts: readonly Fact[]
}

export type Routers = {
  readonly nodes: AreaNode[]
  readonly ofTable: Map<number, number[]>
  /** By table and process. */
  readonly ofProcess: Map<string, number[]>
  /** Area nodes of each interface that is up. */
  readonly ofPort: Map<number, readonly number[]>
  /** Ports that run the protocol, up or not. */
  readonly running: Set<number>
}

export function readRouters(plane: Plane, protocol: LinkStateProtocol): Routers {
  const routers: Routers = {
    nodes: [],
    ofTable: new Map(),
    ofProcess: new Map(),
    ofPort: new Map(),
    running: new Set(),
  }
  const numbers = new Map<string, number>()
  for (const port of plane.ports.list) {
    if (!protocol.runs(port.intent)) continue
    routers.running.add(port.index)
    const table = plane.tableOfPort[port.index] ?? -1
    if (table < 0 || plane.segments.up[port.index] !== true) continue
    const { processId, areas } = protocol.member(igpPort(plane, port.index))
    const router = `${table} ${processId}`
    const own: number[] = []
    for (const area of areas) {
      const key = `${router} ${area.area}`
      let node = numbers.get(key)
      if (node === undefined) {
        node = routers.nodes.length
        numbers.set(key, node)
        routers.nodes.push({ ...area, router })
        append(routers.ofTable, table, node)
        append(routers.ofProcess, router, node)
      }
      own.push(node)
    }
    routers.ofPort.set(port.index, own)
  }
  return routers
}

function append<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** Two neighbours in an area, or an interface and the node of the segment it shares with several. */
export type Joint = { readonly from: number; readonly to: number; readonly a: number; readonly b: number }
export type Joined = {
  readonly adjacencies: readonly IgpAdjacency[]
  /** Ports are -1 on the side of a segment. */
  readonly joints: readonly Joint[]
  readonly segments: readonly AreaNode[]
}

/**
 * Adjacencies of every segment; a segment of more than two gets a node of its own, as it does in the link-state
 * database.
 */
export function joinSegments(
  plane: Plane,
  protocol: LinkStateProtocol,
  routers: Routers,
  list: Iterable<Segment> = plane.segments.list,
): Joined {
  const adjacencies: IgpAdjacency[] = []
  const joints: Joint[] = []
  const segments: AreaNode[] = []
  for (const { members, loop } of list) {
    const ports = members.filter((member) => routers.ofPort.has(member))
    const [first, second] = ports
    if (first === undefined || second === undefined || !allMeet(plane, ports)) continue
    const one = igpPort(plane, first)
    for (const other of ports.slice(1)) {
      if (plane.tableOfPort[other] === plane.tableOfPort[first]) continue
      const two = igpPort(plane, other)
      const facts = [...protocol.facts(one, two, ports.length - 2), ...loopFacts(loop)]
      const ends = interfaceIds(plane, first, other)
      if (ends !== undefined)
        adjacencies.push({ protocol: protocol.name, ends, ports: [first, other], others: ports.length - 2, facts })
      if (ports.length > 2 || statusOf(facts) === 'down') continue
      for (const area of protocol.sharedAreas(one, two)) {
        const [from, to] = [nodeIn(routers, first, area), nodeIn(routers, other, area)]
        if (from !== undefined && to !== undefined) joints.push({ from, to, a: first, b: other })
      }
    }
    if (ports.length > 2) joinShared(plane, protocol, { routers, ports, joints, segments })
  }
  return { adjacencies, joints, segments }
}

/** Neighbours hear each other; where segments overlap, not all members of one do, and two may meet in several. */
function allMeet({ segments: { overlap, list, of } }: Plane, ports: readonly number[]): boolean {
  return !overlap || ports.every((port) => ports.every((other) => list[of[port] ?? -1]?.members.includes(other)))
}

function nodeIn({ ofPort, nodes }: Routers, port: number, area: number): number | undefined {
  return ofPort.get(port)?.find((node) => nodes[node]?.area === area)
}

type Shared = {
  readonly routers: Routers
  readonly ports: readonly number[]
  readonly joints: Joint[]
  readonly segments: AreaNode[]
}

function joinShared(plane: Plane, protocol: LinkStateProtocol, { routers, ports, joints, segments }: Shared): void {
  const groups = new Map<string, number>()
  for (const port of ports) {
    for (const from of routers.ofPort.get(port) ?? []) {
      const { area, type, summaries } = routers.nodes[from] ?? { area: 0, type: 'normal' as const, summaries: true }
      const key = protocol.segmentKey(igpPort(plane, port), area)
      if (key === undefined) continue
      const to = groups.get(key) ?? routers.nodes.length + segments.length
      if (!groups.has(key)) {
        groups.set(key, to)
        segments.push({ area, type, summaries })
      }
      joints.push({ from, to, a: port, b: -1 })
    }
  }
}

export function carries(
  plane: Plane,
  protocol: LinkStateProtocol,
  { port, version }: { readonly port: number; readonly version: 4 | 6 },
): boolean {
  const intent = plane.ports.list[port]?.intent
  return intent !== undefined && protocol.carries(intent, version)
}

export function igpPort(plane: Plane, index: number): IgpPort {
  const port = plane.ports.list[index]
  const device = plane.devices[port?.device ?? -1]
  if (port === undefined || device === undefined) throw new Error(`invariant violated: there is no port ${index}`)
  return { device, intent: port.intent, up: plane.segments.up[index] === true }
}

export function interfaceIds(plane: Plane, a: number, b: number): readonly [InterfaceId, InterfaceId] | undefined {
  const idA = plane.ports.list[a]?.intent.interfaceId
  const idB = plane.ports.list[b]?.intent.interfaceId
  return idA === undefined || idB === undefined ? undefined : [idA, idB]
}
