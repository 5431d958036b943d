import type { Areas } from './areas'
import type { EntryTable, IgpEntry } from './igp-entries'
import { announceDefaults, announceOwn, entryTable } from './igp-entries'
import type { Joined, Routers } from './igp-joints'
import { carries } from './igp-joints'
import type { IgpName, LinkStateProtocol } from './link-state-protocol'
import type { IpPrefix, PrefixKey } from './prefix-key'
import type { Edge } from './shortest-path'
import type { Plane, TableName } from './tables'

export type IgpStep = { readonly table: number; readonly outPort: number; readonly inPort: number }
/** The way to a prefix; each router on it forwards along the rest of it. */
export type IgpRoute = { readonly entry: IgpEntry; readonly steps: readonly IgpStep[]; readonly cost: number }

/** What a protocol knows of one version of IP, with one preference. */
export type IgpRoutes = {
  readonly protocol: IgpName
  readonly version: 4 | 6
  readonly preference: number
  readonly entry: (table: TableName, key: PrefixKey) => IgpEntry | undefined
  readonly route: (table: number, entry: IgpEntry, options?: RouteOptions) => IgpRoute | undefined
  /** Prefixes in the table of a device that runs the protocol there. */
  readonly entriesOf: (table: number) => readonly IgpEntry[]
}

/** `known`: the route the previous router on the way used, continued when it is for the same entry. */
export type RouteOptions = {
  readonly known?: IgpRoute | undefined
  /** Is told the tables whose links were followed in search of the route. */
  readonly links?: Set<number> | undefined
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
  /** What it was made of. */
  readonly ground: IgpGround
}

/** A process that imports. */
export type Origin = { readonly table: number; readonly processId: number; readonly cost: number }

/** A plane that lost ports: segments that are new, and ports whose segment or state differs. */
export type LessPlane = { readonly plane: Plane; readonly fresh: readonly number[]; readonly moved: readonly number[] }

type Version = { readonly routers: Routers; readonly joined: Joined; readonly version: 4 | 6 }

export type IgpGround = Version & {
  readonly plane: Plane
  readonly protocol: LinkStateProtocol
  readonly edges: readonly Edge[]
  readonly areas: Areas
  readonly internal: EntryTable
  readonly external: EntryTable
}

export function igpPart(plane: Plane, protocol: LinkStateProtocol, { routers, joined, version }: Version): IgpPart {
  const edges = edgesOf(plane, protocol, { version, joints: joined.joints })
  const areas = protocol.areas([...routers.nodes, ...joined.segments], edges)
  const internal = entryTable(plane)
  announceOwn(plane, protocol, { routers, version, into: internal })
  announceDefaults(plane, { routers, areas, version, into: internal })
  const external = protocol.externalPreference === undefined ? internal : entryTable(plane)
  return partOn({ plane, protocol, routers, joined, version, edges, areas, internal, external })
}

export function partOn(ground: IgpGround): IgpPart {
  const { plane, protocol, routers, joined, version, edges, areas, internal, external } = ground
  const severalAreas = new Set(routers.nodes.map(({ area }) => area)).size > 1
  const { externalPreference } = protocol
  const tableOfNode: number[] = []
  for (const [table, nodes] of routers.ofTable) for (const node of nodes) tableOfNode[node] = table
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
    const route: IgpRoutes['route'] = (table, entry, { known, links } = {}) => {
      if (known?.entry === entry && !severalAreas) {
        const at = known.steps.findIndex((step) => step.table === table)
        if (at >= 0) return at === 0 ? known : { ...known, steps: known.steps.slice(at) }
      }
      const own = routers.ofTable.get(table)
      if (own === undefined) return undefined
      // Whether anybody is joined with it at all hangs on links too.
      links?.add(table)
      const followed = links && ((node: number) => void links.add(tableOfNode[node] ?? -1))
      const path = areas.search(own, entry.advertisers, { kind: entry.kind, dead, followed })
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
    ground,
  }
}

/** A level-1-2 router tells level 2 what it imports; OSPF tells the backbone before any other area that may hear it. */
function originatingNode({ nodes }: Routers, own: readonly number[]): number | undefined {
  return own.find((node) => nodes[node]?.area === 0) ?? own.find((node) => nodes[node]?.type !== 'stub')
}

export function edgesOf(
  plane: Plane,
  protocol: LinkStateProtocol,
  { joints, version }: Pick<Version, 'version'> & Pick<Joined, 'joints'>,
): readonly Edge[] {
  const costOf = (port: number): number => {
    const intent = plane.ports.list[port]?.intent
    return intent === undefined ? 0 : protocol.cost(intent, version)
  }
  return joints.flatMap(({ from, to, a, b }): readonly Edge[] =>
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
