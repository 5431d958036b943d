import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import { sameValue } from '../model'
import type { BgpBest } from './bgp-best'
import { bgpBest } from './bgp-best'
import type { BgpGraph, BgpOrigin, Denial, LiveSession } from './bgp-graph'
import { buildBgpGraph } from './bgp-graph'
import type { BgpOrigins } from './bgp-origins'
import { bgpOrigins } from './bgp-origins'
import type { NextHops, ResolvedNextHop } from './bgp-route'
import type { EdgeFilters } from './edge-filters'
import { edgeFilters } from './edge-filters'
import { leastSure } from './facts'
import type { IgpRouting } from './igp-routes'
import type { Destination, IpPrefix, PrefixKey } from './prefix-key'
import { destination, prefixLength } from './prefix-key'
import type { ReadLog, Reads } from './reads'
import { clearLog, newReadLog, noReads, readsIn } from './reads'
import type { BgpRoutes, PrefixLengths, RoutingLayer } from './routing-layer'
import { routingLayer, sortedLengths } from './routing-layer'
import type { Plane, Table, TableName } from './tables'

export type Routing = RoutingLayer & {
  /** Whether a prefix that BGP announces in the network of a table has the destination in it. */
  readonly isAnnounced: (table: Table, to: Destination) => boolean
  /** Grows when an answer depended on what BGP had. */
  readonly askedBgp: () => number
  readonly settled: () => boolean
  /** What the question that is being asked looked at. */
  readonly log: ReadLog
  /** Who keeps a route to an address from a table, when a filter does. */
  readonly denial: (table: Table, to: Destination) => Denial | undefined
}

/** What does not change from round to round: routes without BGP, and the prefixes BGP originates. */
export type RoutingBase = {
  readonly plane: Plane
  readonly igp: IgpRouting
  readonly lengths: PrefixLengths
  readonly withoutBgp: RoutingLayer
  readonly origins: BgpOrigins
  readonly origin: (table: TableName, key: PrefixKey) => BgpOrigin | undefined
  readonly filters: EdgeFilters
  /** What BGP itself looked up, round by round. */
  readonly bgpLog: ReadLog
  /** What was looked up to find out what BGP originates on each device. */
  readonly originReads: ReadonlyMap<number, Reads>
}

export function routingBase(plane: Plane, igp: IgpRouting): RoutingBase {
  const filters = edgeFilters(plane.network)
  const { origins, reads } = originsOf({ plane, igp, filters })
  return baseOver(plane, igp, { origins, filters, bgpLog: newReadLog(), originReads: reads })
}

/** What BGP originates, and what that comes from. @param devices those that count; all of them unless given */
function originsOf(
  { plane, igp, filters }: Pick<RoutingBase, 'plane' | 'igp' | 'filters'>,
  devices?: Iterable<number>,
): { readonly origins: BgpOrigins; readonly reads: Map<number, Reads> } {
  const log = newReadLog()
  const early = routingLayer(plane, igp, { lengths: sortedLengths(plane), log })
  const reads = new Map<number, Reads>()
  let device = -1
  const note = (): void => {
    const found = readsIn(log)
    if (found !== noReads) reads.set(device, found)
    clearLog(log)
  }
  // Devices are asked one after the other.
  const inTable = (table: number, prefix: IpPrefix): boolean => {
    const asked = plane.tables[table]?.device ?? -1
    if (asked !== device) note()
    device = asked
    return isInTable(plane, early, { table, prefix })
  }
  const origins = bgpOrigins(plane, { igp, filters }, inTable, devices)
  note()
  return { origins, reads }
}

function baseOver(
  plane: Plane,
  igp: IgpRouting,
  rest: Pick<RoutingBase, 'origins' | 'filters' | 'bgpLog' | 'originReads'>,
): RoutingBase {
  const lengths = sortedLengths(plane)
  const withoutBgp = routingLayer(plane, igp, { lengths, log: rest.bgpLog })
  return { ...rest, plane, igp, lengths, withoutBgp, origin: (table, key) => rest.origins.get(table)?.get(key) }
}

/**
 * The base over a plane in which some devices may announce others.
 *
 * @returns also the prefixes whose announcement differs
 */
export function changedBase(
  before: RoutingBase,
  { plane, igp }: Pick<RoutingBase, 'plane' | 'igp'>,
  devices: ReadonlySet<number>,
): { readonly base: RoutingBase; readonly prefixes: readonly IpPrefix[] } {
  const { filters, bgpLog } = before
  const origins = new Map(before.origins)
  const originReads = new Map(before.originReads)
  const now = originsOf({ plane, igp, filters }, inOrder(devices))
  for (const device of devices) {
    originReads.delete(device)
    const reads = now.reads.get(device)
    if (reads !== undefined) originReads.set(device, reads)
  }
  const prefixes: IpPrefix[] = []
  const deviceOf = (table: number): number => plane.tables[table]?.device ?? -1
  for (const name of new Set([...origins.keys(), ...now.origins.keys()])) {
    const all = new Map(origins.get(name))
    origins.set(name, all)
    const ofDevices = [...all].filter(([, origin]) => tablesOf(origin).some((table) => devices.has(deviceOf(table))))
    for (const key of new Set([...ofDevices.map(([each]) => each), ...(now.origins.get(name)?.keys() ?? [])])) {
      const old = all.get(key)
      const also = (old === undefined ? [] : tablesOf(old)).map(deviceOf).filter((device) => !devices.has(device))
      const found =
        also.length === 0
          ? now.origins
          : originsOf({ plane, igp, filters }, inOrder(new Set([...also, ...devices]))).origins
      const origin = found.get(name)?.get(key)
      if (sameValue(old, origin)) continue
      prefixes.push(...[old, origin].flatMap((each) => each?.prefix ?? []))
      if (origin === undefined) all.delete(key)
      else all.set(key, origin)
    }
  }
  return { base: baseOver(plane, igp, { origins, filters, bgpLog, originReads }), prefixes }
}

function inOrder(devices: ReadonlySet<number>): readonly number[] {
  return [...devices].sort((a, b) => a - b)
}

/** Where a prefix is announced, or would be but for a policy. */
function tablesOf({ tables, doubtful, denials }: BgpOrigin): readonly number[] {
  return [...tables, ...doubtful, ...denials.flatMap(({ at }) => ('table' in at ? at.table : []))]
}

/** The base after some ports went down: fewer prefixes are originated, and each is looked at when it is asked for. */
export function lessBase(before: RoutingBase, plane: Plane, igp: IgpRouting): RoutingBase {
  const { lengths } = before
  const withoutBgp = routingLayer(plane, igp, { lengths })
  const known = new Map<BgpOrigin, BgpOrigin | undefined>()
  const left = (origin: BgpOrigin): BgpOrigin | undefined => {
    const isLeft = (table: number) => isInTable(plane, withoutBgp, { table, prefix: origin.prefix })
    const [tables, doubtful] = [origin.tables.filter(isLeft), origin.doubtful.filter(isLeft)]
    return tables.length + doubtful.length === 0 ? undefined : { ...origin, tables, doubtful }
  }
  const origin: RoutingBase['origin'] = (table, key) => {
    const whole = before.origin(table, key)
    if (whole === undefined) return undefined
    if (!known.has(whole)) known.set(whole, left(whole))
    return known.get(whole)
  }
  const { origins, filters, bgpLog, originReads } = before
  return { plane, igp, lengths, withoutBgp, origins, origin, filters, bgpLog, originReads }
}

function isInTable(
  plane: Plane,
  layer: RoutingLayer,
  { table, prefix }: { readonly table: number; readonly prefix: IpPrefix },
): boolean {
  const where = plane.tables[table]
  return where !== undefined && (isOwnHost(plane, where, prefix) || layer.exact(where, prefix) !== undefined)
}

/**
 * Routing tables in one round of the simulation: the sessions that are up decide what BGP knows.
 *
 * BGP next hops are resolved first without BGP, then through the BGP routes that gives: enough for
 * sessions over loopbacks that other sessions announce. Next hops of next hops of next hops stay
 * unresolved, as do next hops that need the very prefix they are for.
 *
 * @param liveSessions asked for when somebody first needs a BGP route
 */
export function createRouting(base: RoutingBase, liveSessions: () => readonly LiveSession[]): Routing {
  const { plane, igp, lengths } = base
  let asked = 0
  const log = newReadLog()
  const layers: { 4?: ReturnType<typeof bgpLayers>; 6?: ReturnType<typeof bgpLayers> } = {}
  // Each session carries routes of its own IP version, and so each version has its own graph.
  const withBgp = (version: 4 | 6) => {
    const carries = ({ addresses }: LiveSession): boolean => ipVersion(addresses[0]) === version
    layers[version] ??= bgpLayers(base, buildBgpGraph(liveSessions().filter(carries), base.filters))
    return layers[version]
  }
  const bgp: BgpRoutes = (table, key) => {
    const origin = base.origin(table.name, key)
    if (origin === undefined) return undefined
    asked += 1
    return withBgp(typeof key === 'number' ? 4 : 6).routes(table, key)
  }
  return {
    ...routingLayer(plane, igp, { lengths, bgp, log }),
    log,
    isAnnounced: ({ name }, to) =>
      lengths[to.version].some((length) => base.origin(name, to.keyAt(length)) !== undefined),
    askedBgp: () => asked,
    denial: (table, to) => {
      for (const length of lengths[to.version]) {
        const origin = base.origin(table.name, to.keyAt(length))
        const denial = origin && withBgp(to.version).denial(table.index, origin)
        if (denial !== undefined) return denial
      }
      return undefined
    },
    settled: () => layers[4]?.settled() !== false && layers[6]?.settled() !== false,
  }
}

function bgpLayers(base: RoutingBase, graph: BgpGraph): ReturnType<typeof bgpOver> {
  const overConnected = bgpOver(base, graph, base.withoutBgp)
  const middle = routingLayer(base.plane, base.igp, {
    lengths: base.lengths,
    bgp: overConnected.routes,
    log: base.bgpLog,
  })
  const overLoopbacks = bgpOver(base, graph, middle)
  return { ...overLoopbacks, settled: () => overConnected.settled() && overLoopbacks.settled() }
}

/** BGP whose next hops are resolved by a given layer. */
function bgpOver(
  { plane, origin: originOf }: RoutingBase,
  graph: BgpGraph,
  layer: RoutingLayer,
): Pick<BgpBest, 'denial' | 'settled'> & { readonly routes: BgpRoutes } {
  const bgp = bgpBest(plane, graph, nextHopsIn(plane, graph, layer))
  const routes: BgpRoutes = (table, key) => {
    const origin = originOf(table.name, key)
    const route = origin === undefined ? undefined : bgp.best(table.index, origin)
    if (origin === undefined || route?.nextHop === undefined) return undefined
    const way = layer.resolve(table, route.nextHop)
    const edge = graph.edges[route.edge]
    if (way === undefined || edge === undefined) return undefined
    return {
      prefix: origin.prefix,
      protocol: route.ibgp ? 'ibgp' : 'ebgp',
      ...way,
      distance: beyondIgp,
      assurance: leastSure(way.assurance, 'simulated'),
      because: edge.sender.because,
      session: edge.sender.key,
      ...(bgp.isDoubtful(table.index, origin) ? { doubtful: true as const } : {}),
    }
  }
  return { routes, denial: bgp.denial, settled: bgp.settled }
}

/** Larger than any IGP cost: a next hop that BGP itself resolves is the farthest. */
const beyondIgp = 2 ** 40

function nextHopsIn(plane: Plane, graph: BgpGraph, layer: RoutingLayer): NextHops {
  const known = new Map<number, Map<IpAddress, ResolvedNextHop | undefined>>()
  const senders: (ResolvedNextHop | undefined)[] = []
  const senderKnown = new Uint8Array(graph.edges.length)
  const ofAddress: NextHops['ofAddress'] = (table, nextHop) => {
    const where = plane.tables[table]
    if (where === undefined) return undefined
    const ofTable = known.get(table) ?? new Map<IpAddress, ResolvedNextHop | undefined>()
    known.set(table, ofTable)
    const before = ofTable.get(nextHop)
    if (before !== undefined || ofTable.has(nextHop)) return before
    const { found } = where.own.has(nextHop) ? {} : layer.lookup(where, destination(nextHop))
    const throughBgp = found?.protocol === 'ebgp' || found?.protocol === 'ibgp'
    const resolved =
      found === undefined || found.null0 ? undefined : { distance: found.distance, prefix: found.prefix, throughBgp }
    ofTable.set(nextHop, resolved)
    return resolved
  }
  const ofSender: NextHops['ofSender'] = (index) => {
    const edge = graph.edges[index]
    if (senderKnown[index] === 0 && edge !== undefined) {
      senderKnown[index] = 1
      senders[index] = ofAddress(edge.to, edge.senderAddress)
    }
    return senders[index]
  }
  return { ofAddress, ofSender }
}

/** An interface that is up also puts its own address into the table. */
export function isOwnHost(plane: Plane, table: Table, prefix: IpPrefix): boolean {
  if (prefixLength(prefix) !== (prefix.includes(':') ? 128 : 32)) return false
  const port = table.own.get(prefix.slice(0, prefix.indexOf('/')) as IpAddress)
  return port !== undefined && plane.segments.up[port] === true
}
