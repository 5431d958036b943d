import type { Ipv4InterfaceAddress, Ipv6InterfaceAddress } from '@weft/net'
import { addressOf, ipVersion, networkOf } from '@weft/net'
import type { Areas, RouteKind } from './areas'
import type { Joined, Routers } from './igp-joints'
import { carries, igpPort } from './igp-joints'
import type { IgpName, LinkStateProtocol } from './link-state-protocol'
import type { MovedLoopBacks } from './loopback-change'
import type { IpPrefix, PrefixKey } from './prefix-key'
import { hostPrefix, prefixKey, prefixLength } from './prefix-key'
import type { Edge } from './shortest-path'
import type { Plane, TableName } from './tables'

/** A prefix that a protocol announces, and the routers that do. */
export type IgpEntry = {
  readonly prefix: IpPrefix
  readonly kind: RouteKind
  /** `port`: the interface whose prefix it is; -1 for a prefix that does not go down with one. */
  readonly advertisers: readonly { readonly node: number; readonly cost: number; readonly port: number }[]
}
export type IgpStep = { readonly table: number; readonly outPort: number; readonly inPort: number }
/** The way to a prefix; each router on it forwards along the rest of it. */
export type IgpRoute = { readonly entry: IgpEntry; readonly steps: readonly IgpStep[]; readonly cost: number }

/** What a protocol knows of one version of IP, with one preference. */
export type IgpRoutes = {
  readonly protocol: IgpName
  readonly version: 4 | 6
  readonly preference: number
  readonly entry: (table: TableName, key: PrefixKey) => IgpEntry | undefined
  /** @param known the route the previous router on the way used; it is continued when it is for the same entry */
  readonly route: (table: number, entry: IgpEntry, known?: IgpRoute) => IgpRoute | undefined
  /** Prefixes in the table of a device that runs the protocol there. */
  readonly entriesOf: (table: number) => readonly IgpEntry[]
}

/** What interior gateway protocols bring into routing tables, by version of IP, the most preferred first. */
export type IgpRouting = { readonly routes: { readonly 4: readonly IgpRoutes[]; readonly 6: readonly IgpRoutes[] } }

/** A protocol and a version of IP. */
export type IgpPart = {
  readonly protocol: IgpName
  readonly version: 4 | 6
  readonly routes: readonly IgpRoutes[]
  /** All links cost the same and join two routers of one area: equally cheap ways have equally many hops. */
  readonly isUniform: boolean
  readonly severalAreas: boolean
  /** Interfaces of two routers that meet on a segment of their own and become neighbours. */
  readonly neighbours: readonly (readonly [number, number])[]
  /** How many routers a table is: one for each process and area. */
  readonly routersOf: (table: number) => number
  /** Announces a prefix of another source from a process of a device. @returns whether that is new */
  readonly originate: (from: Origin, prefix: IpPrefix) => boolean
  /**
   * The routes after some ports went down; undefined where more than links between routers is gone, so that they have
   * to be built anew.
   */
  readonly less: (change: LessPlane) => readonly IgpRoutes[] | undefined
  /** The same with other LoopBacks; undefined where a router comes or goes with them. */
  readonly withLoopBacks: (plane: Plane, moved: MovedLoopBacks) => IgpPart | undefined
}

/** A process that imports. */
export type Origin = { readonly table: number; readonly processId: number; readonly cost: number }

/** A plane that lost ports: segments that are new, and ports whose segment or state differs. */
export type LessPlane = { readonly plane: Plane; readonly fresh: readonly number[]; readonly moved: readonly number[] }

type Version = { readonly routers: Routers; readonly joined: Joined; readonly version: 4 | 6 }

type Ground = Version & {
  readonly plane: Plane
  readonly protocol: LinkStateProtocol
  readonly edges: readonly Edge[]
  readonly areas: Areas
  readonly internal: EntryTable
  readonly external: EntryTable
}

export function igpPart(plane: Plane, protocol: LinkStateProtocol, { routers, joined, version }: Version): IgpPart {
  const edges = edgesOf(plane, protocol, { routers, joined, version })
  const areas = protocol.areas([...routers.nodes, ...joined.segments], edges)
  const internal = entryTable(plane)
  announceOwn(plane, protocol, { routers, version, into: internal })
  announceDefaults(plane, { routers, areas, version, into: internal })
  const external = protocol.externalPreference === undefined ? internal : entryTable(plane)
  return partOn({ plane, protocol, routers, joined, version, edges, areas, internal, external })
}

function partOn(ground: Ground): IgpPart {
  const { plane, protocol, routers, joined, version, edges, areas, internal, external } = ground
  const severalAreas = new Set(routers.nodes.map(({ area }) => area)).size > 1
  const { externalPreference } = protocol
  const tables = [
    { preference: protocol.preference, entries: internal },
    ...(externalPreference === undefined ? [] : [{ preference: externalPreference, entries: external }]),
  ]
  const routesIn = (now: Plane, dead: ReadonlySet<number>): readonly IgpRoutes[] => {
    const fewer = new Map<IgpEntry, IgpEntry>()
    const isUp = (port: number): boolean => port < 0 || now.segments.up[port] === true
    /** The entry as those announce it whose interface is up. */
    const announced = (entry: IgpEntry): IgpEntry | undefined => {
      if (entry.advertisers.every(({ port }) => isUp(port))) return entry
      const known = fewer.get(entry)
      if (known !== undefined) return known
      const advertisers = entry.advertisers.filter(({ port }) => isUp(port))
      if (advertisers.length === 0) return undefined
      const left = { ...entry, advertisers }
      fewer.set(entry, left)
      return left
    }
    const route: IgpRoutes['route'] = (table, entry, known) => {
      if (known?.entry === entry && !severalAreas) {
        const at = known.steps.findIndex((step) => step.table === table)
        if (at >= 0) return at === 0 ? known : { ...known, steps: known.steps.slice(at) }
      }
      const own = routers.ofTable.get(table)
      if (own === undefined) return undefined
      const path = areas.search(own, entry.advertisers, { kind: entry.kind, dead })
      const steps = path === undefined ? [] : stepsOf(plane, path.edges)
      return path === undefined || steps.length === 0 ? undefined : { entry, steps, cost: path.cost }
    }
    return tables.map(({ preference, entries }) => ({
      protocol: protocol.name,
      version,
      preference,
      entry: (table, key) => {
        const entry = entries.get(table, key)
        return entry === undefined ? undefined : announced(entry)
      },
      route,
      entriesOf: (index) => {
        const where = now.tables[index]
        if (where?.ports.some((port) => routers.ofPort.has(port) && isUp(port)) !== true) return []
        return entries.all(where.name).flatMap((entry) => announced(entry) ?? [])
      },
    }))
  }
  let edgesOfPorts: ReadonlyMap<number, readonly number[]> | undefined
  const less: IgpPart['less'] = (change) => {
    const kept = severalAreas ? undefined : keptPorts(plane, routers, change)
    if (kept === undefined) return undefined
    edgesOfPorts ??= edgesByPort(edges)
    const dead = new Set<number>()
    for (const port of change.moved) {
      if (!kept.has(port)) for (const edge of edgesOfPorts.get(port) ?? []) dead.add(edge)
    }
    return routesIn(change.plane, dead)
  }
  return {
    protocol: protocol.name,
    version,
    routes: routesIn(plane, new Set()),
    isUniform: joined.segments.length === 0 && !severalAreas && new Set(edges.map(({ cost }) => cost)).size <= 1,
    severalAreas,
    neighbours: edges.flatMap(({ from, to, outPort, inPort }) =>
      from < to && outPort >= 0 && inPort >= 0 ? [[outPort, inPort] as const] : [],
    ),
    routersOf: (table) => routers.ofTable.get(table)?.length ?? 0,
    originate: ({ table, processId, cost }, prefix) => {
      const name = plane.tables[table]?.name
      const node = originatingNode(routers, routers.ofProcess.get(`${table} ${processId}`) ?? [])
      const kind = externalPreference === undefined ? 'internal' : 'external'
      return name !== undefined && node !== undefined && external.add(name, { prefix, kind, node, cost, port: -1 })
    },
    less,
    withLoopBacks: (now, moved) => {
      const changed = readvertised(ground, now, moved)
      return changed === undefined ? undefined : partOn(changed)
    },
  }
}

/**
 * The same routers and links with other LoopBacks, whose prefixes come or go.
 *
 * @returns undefined where a router comes or goes with them
 */
function readvertised(ground: Ground, plane: Plane, { gone, come }: MovedLoopBacks): Ground | undefined {
  const { protocol, version, routers } = ground
  const ofPort = new Map(routers.ofPort)
  const running = new Set(routers.running)
  for (const port of gone) {
    const nodes = ofPort.get(port) ?? []
    running.delete(port)
    ofPort.delete(port)
    if (nodes.length > 0 && !isLeft(plane, { ofPort, nodes })) return undefined
  }
  for (const port of come) {
    const found = igpPort(plane, port)
    if (!protocol.runs(found.intent)) continue
    running.add(port)
    if (!found.up) continue
    const table = plane.tableOfPort[port] ?? -1
    const { processId, areas } = protocol.member(found)
    const own = routers.ofProcess.get(`${table} ${processId}`) ?? []
    if (areas.length > 1 || routers.ofTable.get(table)?.length !== 1) return undefined
    const nodes = areas.flatMap(({ area }) => own.filter((node) => routers.nodes[node]?.area === area))
    if (nodes.length !== areas.length) return undefined
    ofPort.set(port, nodes)
  }
  if (![...ofPort.keys()].some((port) => carries(plane, protocol, { port, version }))) return undefined
  const left = { ...routers, ofPort, running }
  const internal = ground.internal.without(plane, new Set(gone))
  const announced = entryTable(plane)
  const fresh = { ...left, ofPort: new Map(come.map((port) => [port, ofPort.get(port) ?? []] as const)) }
  announceOwn(plane, protocol, { routers: fresh, version, into: announced })
  for (const name of new Set(come.map((port) => plane.tables[plane.tableOfPort[port] ?? -1]?.name ?? ''))) {
    for (const { prefix, kind, advertisers } of announced.all(name)) {
      // Who announces a prefix first is asked first.
      if (advertisers.length > 1 || internal.get(name, prefixKey(prefix)) !== undefined) return undefined
      for (const each of advertisers) internal.add(name, { prefix, kind, ...each })
    }
  }
  const external = ground.external === ground.internal ? internal : ground.external
  return { ...ground, plane, routers: left, internal, external }
}

/** Whether the only router of a table is still there without an interface. */
function isLeft(
  plane: Plane,
  { ofPort, nodes }: { readonly ofPort: Routers['ofPort']; readonly nodes: readonly number[] },
): boolean {
  const [node, ...more] = nodes
  if (node === undefined || more.length > 0) return false
  for (const [port, own] of ofPort)
    if (own.includes(node) && (plane.segments.up[port] ?? false)) return own.length === 1
  return false
}

/** A level-1-2 router tells level 2 what it imports; OSPF tells the backbone before any other area that may hear it. */
function originatingNode({ nodes }: Routers, own: readonly number[]): number | undefined {
  return own.find((node) => nodes[node]?.area === 0) ?? own.find((node) => nodes[node]?.type !== 'stub')
}

function edgesOf(plane: Plane, protocol: LinkStateProtocol, { joined, version }: Version): readonly Edge[] {
  const costOf = (port: number): number => {
    const intent = plane.ports.list[port]?.intent
    return intent === undefined ? 0 : protocol.cost(intent, version)
  }
  return joined.joints.flatMap(({ from, to, a, b }): readonly Edge[] =>
    [a, b].every((port) => port < 0 || carries(plane, protocol, { port, version }))
      ? [
          { from, to, cost: costOf(a), outPort: a, inPort: b },
          { from: to, to: from, cost: b < 0 ? 0 : costOf(b), outPort: b, inPort: a },
        ]
      : [],
  )
}

/**
 * Ports of changed segments in which the same routers still meet; undefined when some of several routers are left, so
 * that they see each other in another way than before.
 */
function keptPorts(before: Plane, { ofPort }: Routers, { plane, fresh }: LessPlane): ReadonlySet<number> | undefined {
  const kept = new Set<number>()
  for (const index of fresh) {
    const { members = [] } = plane.segments.list[index] ?? {}
    const left = members.filter((member) => ofPort.has(member))
    const [first] = members
    if (left.length < 2 || first === undefined) continue
    const old = before.segments.list[before.segments.of[first] ?? -1]
    const all = old?.members.filter((member) => ofPort.has(member))
    if (old?.members[0] !== first || all?.length !== left.length) return undefined
    for (const member of left) kept.add(member)
  }
  return kept
}

function edgesByPort(edges: readonly Edge[]): ReadonlyMap<number, readonly number[]> {
  const byPort = new Map<number, number[]>()
  for (const [index, { outPort, inPort }] of edges.entries()) {
    for (const port of [outPort, inPort]) {
      const known = byPort.get(port)
      if (known === undefined) byPort.set(port, [index])
      else known.push(index)
    }
  }
  return byPort
}

type Announcement = {
  readonly prefix: IpPrefix
  readonly kind: RouteKind
  readonly node: number
  readonly cost: number
  readonly port: number
}
type EntryDraft = Omit<IgpEntry, 'advertisers'> & { readonly advertisers: IgpEntry['advertisers'][number][] }
type EntryTable = {
  /** A table without what some interfaces announce; entries of others are shared. */
  readonly without: (plane: Plane, ports: ReadonlySet<number>) => EntryTable
  readonly get: IgpRoutes['entry']
  readonly all: (table: TableName) => readonly IgpEntry[]
  /** @returns whether the node did not announce the prefix before */
  readonly add: (table: TableName, announcement: Announcement) => boolean
}

function entryTable(plane: Plane, byTable: Map<TableName, Map<PrefixKey, EntryDraft>> = new Map()): EntryTable {
  return {
    get: (table, key) => byTable.get(table)?.get(key),
    all: (table) => [...(byTable.get(table)?.values() ?? [])],
    add: (table, { prefix, kind, node, cost, port }) => {
      const entries = byTable.get(table) ?? new Map<PrefixKey, EntryDraft>()
      byTable.set(table, entries)
      const key = prefixKey(prefix)
      const entry = entries.get(key) ?? { prefix, kind, advertisers: [] }
      entries.set(key, entry)
      if (entry.advertisers.some((known) => known.node === node && known.port === port)) return false
      entry.advertisers.push({ node, cost, port })
      plane.lengths[ipVersion(prefix)].add(prefixLength(prefix))
      return true
    },
    without: (now, ports) =>
      entryTable(now, new Map([...byTable].map(([name, entries]) => [name, entriesWithout(entries, ports)]))),
  }
}

/** Entries that stay keep their object, unless somebody else could add to them. */
function entriesWithout(
  entries: ReadonlyMap<PrefixKey, EntryDraft>,
  ports: ReadonlySet<number>,
): Map<PrefixKey, EntryDraft> {
  const left = new Map(entries)
  for (const [key, entry] of ports.size === 0 ? [] : entries) {
    if (!entry.advertisers.some(({ port }) => ports.has(port))) continue
    const advertisers = entry.advertisers.filter(({ port }) => !ports.has(port))
    if (advertisers.length === 0) left.delete(key)
    else left.set(key, { ...entry, advertisers })
  }
  return left
}

type Announcing = { readonly routers: Routers; readonly version: 4 | 6; readonly into: EntryTable }

function announceOwn(plane: Plane, protocol: LinkStateProtocol, { routers, version, into }: Announcing): void {
  for (const [index, nodes] of routers.ofPort) {
    const port = plane.ports.list[index]
    const table = plane.tables[plane.tableOfPort[index] ?? -1]
    if (port === undefined || table === undefined || !protocol.carries(port.intent, version)) continue
    const announced = protocol.announces(igpPort(plane, index))
    if (announced === 'nothing') continue
    const cost = port.intent.kind === 'loopback' ? 0 : protocol.cost(port.intent, version)
    for (const { value } of version === 4 ? port.intent.ipv4 : port.intent.ipv6) {
      const prefix = announced === 'host' ? hostPrefix(addressOf(value)) : subnetOf(value)
      for (const node of nodes) into.add(table.name, { prefix, kind: 'internal', node, cost, port: index })
    }
  }
}

function subnetOf(value: Ipv4InterfaceAddress | Ipv6InterfaceAddress): IpPrefix {
  return value.includes(':') ? networkOf(value as Ipv6InterfaceAddress) : networkOf(value as Ipv4InterfaceAddress)
}

const defaultRoutes = { 4: '0.0.0.0/0', 6: '::/0' } as const

function announceDefaults(
  plane: Plane,
  { routers, areas, version, into }: Announcing & { readonly areas: Areas },
): void {
  for (const [table, nodes] of routers.ofTable) {
    const name = plane.tables[table]?.name
    for (const node of nodes) {
      if (name === undefined || !areas.defaults.has(node)) continue
      // The text is a canonical prefix.
      into.add(name, { prefix: defaultRoutes[version] as IpPrefix, kind: 'default', node, cost: 0, port: -1 })
    }
  }
}

/** Steps from router to router; what lies between, a shared segment or an area border, is passed through. */
function stepsOf(plane: Plane, edges: readonly Edge[]): readonly IgpStep[] {
  const steps: IgpStep[] = []
  let outPort = -1
  for (const edge of edges) {
    if (edge.outPort >= 0) outPort = edge.outPort
    if (edge.inPort < 0 || outPort < 0) continue
    steps.push({ table: plane.tableOfPort[outPort] ?? -1, outPort, inPort: edge.inPort })
    outPort = -1
  }
  return steps
}
