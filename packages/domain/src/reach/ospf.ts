import { addressOf, networkOf } from '@weft/net'
import type { NetworkIntent } from '../intent'
import type { InterfaceId } from '../model'
import type { Fact } from './facts'
import { statusOf } from './facts'
import type { OspfEnd } from './ospf-adjacency'
import { ospfAdjacencyFacts, ospfTimers } from './ospf-adjacency'
import type { OspfArea, OspfRouter } from './ospf-areas'
import { areaSearch } from './ospf-areas'
import type { IpPrefix, PrefixKey } from './prefix-key'
import { hostPrefix, prefixKey, prefixLength } from './prefix-key'
import type { Edge } from './shortest-path'
import type { Plane, TableName } from './tables'

/** A prefix that OSPF announces, and the routers that do. */
export type OspfEntry = {
  readonly prefix: IpPrefix
  readonly advertisers: readonly { readonly node: number; readonly cost: number; readonly port: number }[]
}

export type OspfStep = { readonly table: number; readonly outPort: number; readonly inPort: number }
/** The way to a prefix; each router on it forwards along the rest of it. */
export type OspfRoute = { readonly entry: OspfEntry; readonly steps: readonly OspfStep[]; readonly cost: number }

export type OspfAdjacency = { readonly ends: readonly [InterfaceId, InterfaceId]; readonly facts: readonly Fact[] }

/** What OSPF brings into routing tables. */
export type OspfRoutes = {
  readonly entry: (table: TableName, key: PrefixKey) => OspfEntry | undefined
  /** @param known the route the previous router on the way used; it is continued when it is for the same entry */
  readonly route: (table: number, entry: OspfEntry, known?: OspfRoute) => OspfRoute | undefined
  /** Prefixes in the table of a device that runs OSPF there. */
  readonly entriesOf: (table: number) => readonly OspfEntry[]
}

export type Ospf = OspfRoutes & {
  readonly adjacencies: readonly OspfAdjacency[]
  /** All links cost the same and join two routers of one area: equally cheap ways have equally many hops. */
  readonly isUniform: boolean
  readonly severalAreas: boolean
  /**
   * The routes after some ports went down; undefined where more than links between routers is gone, so that it has to
   * be built anew.
   */
  readonly less: (change: LessPlane) => OspfRoutes | undefined
}

/** A plane that lost ports: segments that are new, and ports whose segment or state differs. */
type LessPlane = { readonly plane: Plane; readonly fresh: readonly number[]; readonly moved: readonly number[] }

/** Builds the OSPF graph of adjacencies that come up; IPv4 only, like the process it stands for. */
export function buildOspf(plane: Plane, intent: NetworkIntent): Ospf {
  const routers = readRouters(plane)
  const { adjacencies, edges, pseudoNodes } = joinSegments(plane, routers)
  const entries = announcedPrefixes(plane, routers)
  const areas: readonly OspfArea[] = [...routers.areas, ...pseudoNodes]
  const search = areaSearch(areas, edges)
  const severalAreas = new Set(routers.areas.map(({ area }) => area)).size > 1

  const routesWithout = ({ segments, tables }: Plane, dead: ReadonlySet<number>): OspfRoutes => {
    const fewer = new Map<OspfEntry, OspfEntry>()
    /** The entry as those announce it whose interface is up. */
    const announced = (entry: OspfEntry): OspfEntry | undefined => {
      if (entry.advertisers.every(({ port }) => segments.up[port] === true)) return entry
      const known = fewer.get(entry)
      if (known !== undefined) return known
      const advertisers = entry.advertisers.filter(({ port }) => segments.up[port] === true)
      if (advertisers.length === 0) return undefined
      const left = { ...entry, advertisers }
      fewer.set(entry, left)
      return left
    }
    return {
      entry: (table, key) => {
        const entry = entries.get(table)?.get(key)
        return entry === undefined ? undefined : announced(entry)
      },
      route: (table, entry, known) => {
        if (known?.entry === entry && !severalAreas) {
          const at = known.steps.findIndex((step) => step.table === table)
          if (at >= 0) return at === 0 ? known : { ...known, steps: known.steps.slice(at) }
        }
        const own = routers.ofTable.get(table)
        if (own === undefined) return undefined
        const path = search(own, entry.advertisers, dead)
        const steps = path === undefined ? [] : stepsOf(plane, path.edges)
        return path === undefined || steps.length === 0 ? undefined : { entry, steps, cost: path.cost }
      },
      entriesOf: (table) => {
        const where = tables[table]
        if (where?.ports.some((port) => routers.ofPort.has(port) && segments.up[port] === true) !== true) return []
        return [...(entries.get(where.name)?.values() ?? [])].flatMap((entry) => announced(entry) ?? [])
      },
    }
  }
  let edgesOfPorts: ReadonlyMap<number, readonly number[]> | undefined
  const less: Ospf['less'] = (change) => {
    const kept = severalAreas ? undefined : keptPorts(plane, routers, change)
    if (kept === undefined) return undefined
    edgesOfPorts ??= edgesByPort(edges)
    const dead = new Set<number>()
    for (const port of change.moved) {
      if (!kept.has(port)) for (const edge of edgesOfPorts.get(port) ?? []) dead.add(edge)
    }
    return routesWithout(change.plane, dead)
  }
  return {
    ...routesWithout(plane, new Set()),
    adjacencies: [...adjacencies, ...adjacenciesThatAreDown(plane, intent, routers)],
    isUniform: pseudoNodes.length === 0 && !severalAreas && new Set(edges.map(({ cost }) => cost)).size <= 1,
    severalAreas,
    less,
  }
}

/**
 * Ports of changed segments in which the same routers still meet; undefined when some of several routers are left, so
 * that they see each other in another way than before.
 */
function keptPorts(before: Plane, routers: Routers, { plane, fresh }: LessPlane): ReadonlySet<number> | undefined {
  const kept = new Set<number>()
  for (const index of fresh) {
    const { members = [] } = plane.segments.list[index] ?? {}
    const left = members.filter((member) => routers.ofPort.has(member))
    const [first] = members
    if (left.length < 2 || first === undefined) continue
    const old = before.segments.list[before.segments.of[first] ?? -1]
    const all = old?.members.filter((member) => routers.ofPort.has(member))
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

type Routers = {
  readonly areas: OspfRouter[]
  readonly ofTable: Map<number, number[]>
  /** Area node of each OSPF interface that is up. */
  readonly ofPort: Map<number, number>
}

function readRouters(plane: Plane): Routers {
  const areas: OspfRouter[] = []
  const numbers = new Map<string, number>()
  const ofTable = new Map<number, number[]>()
  const ofPort = new Map<number, number>()
  for (const port of plane.ports.list) {
    const { ospf } = port.intent
    const table = plane.tableOfPort[port.index] ?? -1
    if (ospf === undefined || table < 0 || plane.segments.up[port.index] !== true) continue
    const router = `${table} ${ospf.processId}`
    const key = `${router} ${ospf.area}`
    let node = numbers.get(key)
    if (node === undefined) {
      node = areas.length
      numbers.set(key, node)
      areas.push({ kind: 'router', router, area: ospf.area })
      ofTable.set(table, [...(ofTable.get(table) ?? []), node])
    }
    ofPort.set(port.index, node)
  }
  return { areas, ofTable, ofPort }
}

type EntryDraft = { readonly prefix: IpPrefix; readonly advertisers: OspfEntry['advertisers'][number][] }

function announcedPrefixes(plane: Plane, routers: Routers): ReadonlyMap<TableName, ReadonlyMap<PrefixKey, OspfEntry>> {
  const byTable = new Map<TableName, Map<PrefixKey, EntryDraft>>()
  for (const [index, node] of routers.ofPort) {
    const port = plane.ports.list[index]
    const table = plane.tables[plane.tableOfPort[index] ?? -1]
    if (port === undefined || table === undefined) continue
    const entries = byTable.get(table.name) ?? new Map<PrefixKey, EntryDraft>()
    byTable.set(table.name, entries)
    const loopback = port.intent.kind === 'loopback'
    for (const { value } of port.intent.ipv4) {
      // A loopback is announced as a host route whatever its mask (routing.md D1).
      const prefix = loopback ? hostPrefix(addressOf(value)) : networkOf(value)
      const key = prefixKey(prefix)
      const advertiser = { node, cost: loopback ? 0 : (port.intent.ospf?.cost ?? 1), port: index }
      const entry = entries.get(key)
      if (entry === undefined) entries.set(key, { prefix, advertisers: [advertiser] })
      else entry.advertisers.push(advertiser)
      plane.lengths[4].add(prefixLength(prefix))
    }
  }
  return byTable
}

type Joined = {
  readonly adjacencies: readonly OspfAdjacency[]
  readonly edges: readonly Edge[]
  readonly pseudoNodes: readonly OspfArea[]
}

/** Adjacencies of every segment; a segment of more than two gets a node of its own, as it does in the link-state database. */
function joinSegments(plane: Plane, routers: Routers): Joined {
  const adjacencies: OspfAdjacency[] = []
  const edges: Edge[] = []
  const pseudoNodes: OspfArea[] = []
  for (const { members } of plane.segments.list) {
    const ports = members.filter((member) => routers.ofPort.has(member))
    const [first, second] = ports
    if (first === undefined || second === undefined) continue
    for (const other of ports.slice(1)) {
      if (plane.tableOfPort[other] === plane.tableOfPort[first]) continue
      const facts = ospfAdjacencyFacts(ospfEnd(plane, first), ospfEnd(plane, other), ports.length - 2)
      const ends = interfaceIds(plane, first, other)
      if (ends !== undefined) adjacencies.push({ ends, facts })
      if (ports.length === 2 && statusOf(facts) !== 'down') edges.push(...bothWays(plane, routers, [first, other]))
    }
    if (ports.length > 2) edges.push(...throughPseudoNodes(plane, routers, { ports, pseudoNodes }))
  }
  return { adjacencies, edges, pseudoNodes }
}

function bothWays(plane: Plane, routers: Routers, [a, b]: readonly [number, number]): readonly Edge[] {
  const from = routers.ofPort.get(a) ?? -1
  const to = routers.ofPort.get(b) ?? -1
  return [
    { from, to, cost: costOf(plane, a), outPort: a, inPort: b },
    { from: to, to: from, cost: costOf(plane, b), outPort: b, inPort: a },
  ]
}

function throughPseudoNodes(
  plane: Plane,
  routers: Routers,
  { ports, pseudoNodes }: { readonly ports: readonly number[]; readonly pseudoNodes: OspfArea[] },
): readonly Edge[] {
  const edges: Edge[] = []
  const groups = new Map<string, number>()
  for (const port of ports) {
    const { intent, ospf } = ospfEnd(plane, port)
    const primary = intent.ipv4[0]?.value
    if (ospf.silent || ospf.networkType.value === 'p2p' || primary === undefined) continue
    const { hello, dead } = ospfTimers(ospf)
    const signature = [networkOf(primary), ospf.area, ospf.networkType.value, hello, dead].join(' ')
    const pseudo = groups.get(signature) ?? routers.areas.length + pseudoNodes.length
    if (!groups.has(signature)) {
      groups.set(signature, pseudo)
      pseudoNodes.push({ kind: 'segment', area: ospf.area })
    }
    const node = routers.ofPort.get(port) ?? -1
    edges.push({ from: node, to: pseudo, cost: costOf(plane, port), outPort: port, inPort: -1 })
    edges.push({ from: pseudo, to: node, cost: 0, outPort: -1, inPort: port })
  }
  return edges
}

function costOf(plane: Plane, port: number): number {
  return plane.ports.list[port]?.intent.ospf?.cost ?? 1
}

function ospfEnd(plane: Plane, index: number): OspfEnd {
  const port = plane.ports.list[index]
  const device = plane.devices[port?.device ?? -1]
  if (port?.intent.ospf === undefined || device === undefined)
    throw new Error(`invariant violated: port ${index} runs no OSPF`)
  const process = device.ospf.find(({ processId }) => processId === port.intent.ospf?.processId)
  return {
    deviceName: device.device.name,
    intent: port.intent,
    ospf: port.intent.ospf,
    up: plane.segments.up[index] === true,
    routerId: process?.routerId?.value ?? device.routerId?.value,
  }
}

function interfaceIds(plane: Plane, a: number, b: number): readonly [InterfaceId, InterfaceId] | undefined {
  const idA = plane.ports.list[a]?.intent.interfaceId
  const idB = plane.ports.list[b]?.intent.interfaceId
  return idA === undefined || idB === undefined ? undefined : [idA, idB]
}

/** Cables between two OSPF interfaces of which one is down share no segment, yet somebody expects them to be Full. */
function adjacenciesThatAreDown(plane: Plane, intent: NetworkIntent, routers: Routers): readonly OspfAdjacency[] {
  return intent.cables.flatMap(({ ends: [a, b] }) => {
    if (a.kind !== 'interface' || b.kind !== 'interface') return []
    const portA = plane.ports.byId.get(a.trunkId ?? a.interfaceId)
    const portB = plane.ports.byId.get(b.trunkId ?? b.interfaceId)
    if (portA === undefined || portB === undefined || portA === portB) return []
    if (routers.ofPort.has(portA) && routers.ofPort.has(portB)) return []
    if ([portA, portB].some((port) => plane.ports.list[port]?.intent.ospf === undefined)) return []
    const ends = interfaceIds(plane, portA, portB)
    return ends === undefined
      ? []
      : [{ ends, facts: ospfAdjacencyFacts(ospfEnd(plane, portA), ospfEnd(plane, portB), 0) }]
  })
}

/** Steps from router to router; what lies between, a shared segment or an area border, is passed through. */
function stepsOf(plane: Plane, edges: readonly Edge[]): readonly OspfStep[] {
  const steps: OspfStep[] = []
  let outPort = -1
  for (const edge of edges) {
    if (edge.outPort >= 0) outPort = edge.outPort
    if (edge.inPort < 0 || outPort < 0) continue
    steps.push({ table: plane.tableOfPort[outPort] ?? -1, outPort, inPort: edge.inPort })
    outPort = -1
  }
  return steps
}
