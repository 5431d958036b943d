import type { NetworkIntent } from '../intent'
import { joinedNodes } from './areas'
import type { Announcement } from './igp-entries'
import { announceOwn } from './igp-entries'
import type { IgpAdjacency, Joined, Joint, Routers } from './igp-joints'
import { carries, igpPort, joinSegments } from './igp-joints'
import type { IgpGround } from './igp-routes'
import { edgesOf, partOn } from './igp-routes'
import type { LinkState } from './link-state'
import { adjacenciesThatAreDown } from './link-state'
import type { LinkStateProtocol } from './link-state-protocol'
import type { Edge } from './shortest-path'
import type { Plane, TableName } from './tables'

export type IgpChange = {
  readonly plane: Plane
  readonly intent: NetworkIntent
  /** Ports that came or went, whose line, state or address differs, or that meet others. */
  readonly ports: ReadonlySet<number>
}

/** Tables between which links came, went or cost otherwise; `all`: other routers are joined at all. */
export type ChangedLinks = ReadonlySet<number> | 'all'

/**
 * What a protocol finds out where only some ports differ: routers stay, segments of these ports are joined anew, and
 * what these ports announce is announced anew.
 *
 * @returns undefined where a router comes or goes, is several, or shares a segment with several others
 */
export function changedLinkState(
  before: LinkState,
  protocol: LinkStateProtocol,
  change: IgpChange,
): (LinkState & { readonly links: ChangedLinks }) | undefined {
  const { plane, intent, ports } = change
  const [first] = before.parts
  const running = [...ports].filter((port) => [plane, first?.ground.plane].some((each) => runs(each, protocol, port)))
  if (first === undefined) return running.length > 0 ? undefined : { ...before, links: new Set() }
  if (running.length === 0) return { ...before, links: new Set() }
  const { ground } = first
  const routers = changedRouters(ground.routers, plane, protocol, running)
  if (routers === undefined) return undefined
  const adjacencies = before.adjacencies.filter((each) => each.ports.every((port) => ground.routers.ofPort.has(port)))
  const joints = changedJoints({ ...ground.joined, adjacencies }, { plane, protocol, routers, ports })
  if (joints === undefined) return undefined
  const { joined } = joints
  const parts = before.parts.map((part) => changedGround(part.ground, { plane, routers, joints, ports, running }))
  const versions = new Set(before.parts.map(({ version }) => version))
  const comes = (version: 4 | 6) => running.some((port) => carries(plane, protocol, { port, version }))
  if (protocol.versions.some((version) => !versions.has(version) && comes(version))) return undefined
  const changed = parts.flatMap((part) => part ?? [])
  if (changed.length < parts.length) return undefined
  const links = changed.map((each) => each.links)
  return {
    adjacencies: [...joined.adjacencies, ...adjacenciesThatAreDown(plane, intent, { protocol, routers })],
    parts: changed.map((each) => partOn(each.ground)),
    links: links.includes('all') ? 'all' : new Set(links.flatMap((each) => [...each].map(Number))),
  }
}

function runs(plane: Plane | undefined, protocol: LinkStateProtocol, port: number): boolean {
  const intent = plane?.ports.list[port]?.intent
  return intent !== undefined && protocol.runs(intent)
}

function changedRouters(
  before: Routers,
  plane: Plane,
  protocol: LinkStateProtocol,
  ports: Iterable<number>,
): Routers | undefined {
  const ofPort = new Map(before.ofPort)
  const running = new Set(before.running)
  const left = new Set<number>()
  for (const port of ports) {
    for (const node of ofPort.get(port) ?? []) left.add(node)
    ofPort.delete(port)
    running.delete(port)
    const found = igpPort(plane, port)
    if (!protocol.runs(found.intent)) continue
    running.add(port)
    const table = plane.tableOfPort[port] ?? -1
    if (table < 0 || !found.up) continue
    const { processId, areas } = protocol.member(found)
    const own = before.ofProcess.get(`${table} ${processId}`) ?? []
    const nodes = areas.flatMap(({ area }) => own.filter((node) => before.nodes[node]?.area === area))
    if (nodes.length !== areas.length) return undefined
    for (const node of nodes) left.add(node)
    ofPort.set(port, nodes)
  }
  // The first interface of a router gives it its number among those of its device.
  const isOnly = (node: number): boolean => {
    const table = Number(before.nodes[node]?.router?.split(' ')[0])
    return before.ofTable.get(table)?.length === 1
  }
  if (![...left].every(isOnly)) return undefined
  for (const nodes of ofPort.values()) for (const node of nodes) left.delete(node)
  return left.size > 0 ? undefined : { ...before, ofPort, running }
}

type ChangedJoints = { readonly joined: Joined; readonly gone: readonly Joint[]; readonly fresh: readonly Joint[] }

function changedJoints(
  before: Joined,
  {
    plane,
    protocol,
    routers,
    ports,
  }: {
    readonly plane: Plane
    readonly protocol: LinkStateProtocol
    readonly routers: Routers
    readonly ports: ReadonlySet<number>
  },
): ChangedJoints | undefined {
  const { list, of } = plane.segments
  const segments = new Set([...ports].map((port) => of[port] ?? -1))
  const again = [...segments].sort((a, b) => a - b).flatMap((segment) => list[segment] ?? [])
  const fresh = joinSegments(plane, protocol, routers, again)
  const isGone = ({ a, b }: Joint): boolean => ports.has(a) || ports.has(b)
  // Segments that several share are numbered in order.
  const gone = before.joints.filter(isGone)
  if (fresh.segments.length > 0 || gone.some(({ b }) => b < 0)) return undefined
  const placeOf = (port: number): number => of[port] ?? -1
  const kept = before.adjacencies.filter(({ ports: [a, b] }) => !ports.has(a) && !ports.has(b))
  const left = before.joints.filter((joint) => !isGone(joint))
  const joined: Joined = {
    adjacencies: merged(kept, fresh.adjacencies, (each: IgpAdjacency) => placeOf(each.ports[0])),
    joints: merged(left, fresh.joints, ({ a }) => placeOf(a)),
    segments: before.segments,
  }
  return { joined, gone, fresh: fresh.joints }
}

/** In the order of their segments. */
function merged<Item>(kept: readonly Item[], fresh: readonly Item[], placeOf: (item: Item) => number): readonly Item[] {
  const all: Item[] = []
  let next = 0
  for (const item of fresh) {
    const place = placeOf(item)
    for (let known = kept[next]; known !== undefined && placeOf(known) < place; known = kept[next]) {
      all.push(known)
      next += 1
    }
    all.push(item)
  }
  return fresh.length === 0 ? kept : [...all, ...kept.slice(next)]
}

function changedGround(
  before: IgpGround,
  {
    plane,
    routers,
    joints,
    ports,
    running,
  }: Pick<IgpChange, 'plane' | 'ports'> & {
    readonly routers: Routers
    readonly joints: ChangedJoints
    readonly running: readonly number[]
  },
): { readonly ground: IgpGround; readonly links: ChangedLinks } | undefined {
  const { protocol, version } = before
  if (![...routers.ofPort.keys()].some((port) => carries(plane, protocol, { port, version }))) return undefined
  const announced: (readonly [TableName, Announcement])[] = []
  const add = (name: TableName, each: Announcement): boolean => announced.push([name, each]) > 0
  const ofPort = new Map(
    running.flatMap((port) => {
      const nodes = routers.ofPort.get(port)
      return nodes === undefined ? [] : [[port, nodes] as const]
    }),
  )
  announceOwn(plane, protocol, { routers: { ...routers, ofPort }, version, into: { add } })
  const internal = before.internal.readvertised(plane, { ports, announced })
  if (internal === undefined) return undefined
  const external = before.external === before.internal ? internal : before.external
  const { joined } = joints
  const isKept = ({ outPort, inPort }: Edge): boolean => !ports.has(outPort) && !ports.has(inPort)
  const edges = merged(
    before.edges.filter(isKept),
    edgesOf(plane, protocol, { version, joints: joints.fresh }),
    ({ outPort, inPort }) => plane.segments.of[Math.max(outPort, inPort)] ?? -1,
  )
  const ground = { ...before, plane, routers, joined, internal, external, edges }
  const links = changedLinks(before, ground, joints)
  if (links !== 'all' && links.size === 0) return { ground, links }
  const areas = protocol.areas([...routers.nodes, ...joined.segments], edges)
  if (before.areas.defaults.size + areas.defaults.size > 0) return undefined
  return { ground: { ...ground, areas }, links }
}

/** Routers are joined or not by the same edges as before, all but these. */
function changedLinks(before: IgpGround, after: IgpGround, { gone, fresh }: ChangedJoints): ChangedLinks {
  const keyOf = ({ from, to, cost, outPort, inPort }: Edge): string => `${from} ${to} ${cost} ${outPort} ${inPort}`
  const edgesIn = ({ plane, protocol, version }: IgpGround, joints: readonly Joint[]) =>
    new Map(edgesOf(plane, protocol, { version, joints }).map((edge) => [keyOf(edge), edge]))
  const [was, is] = [edgesIn(before, gone), edgesIn(after, fresh)]
  const differing = [...was, ...is].filter(([key]) => was.has(key) !== is.has(key)).map(([, edge]) => edge)
  if (differing.length === 0) return new Set()
  const size = before.routers.nodes.length + before.joined.segments.length
  const parts = joinedNodes(size, before.edges)
  const now = joinedNodes(size, after.edges)
  const counterpart = new Map<number, number>()
  const count = (labels: Int32Array): number => new Set(labels).size
  for (const [node, label] of parts.entries()) {
    const other = now[node] ?? -1
    if (counterpart.get(label) !== undefined && counterpart.get(label) !== other) return 'all'
    counterpart.set(label, other)
  }
  if (count(parts) !== count(now)) return 'all'
  return new Set(differing.flatMap(({ outPort }) => (outPort < 0 ? [] : (after.plane.tableOfPort[outPort] ?? -1))))
}
