import type { IpAddress } from '@weft/net'
import type { BgpBest } from './bgp-best'
import { bgpBest } from './bgp-best'
import type { BgpGraph, BgpOrigins, LiveSession } from './bgp-graph'
import { bgpOrigins, buildBgpGraph } from './bgp-graph'
import type { NextHops, ResolvedNextHop } from './bgp-route'
import { leastSure } from './facts'
import type { Ospf } from './ospf'
import type { IpPrefix } from './prefix-key'
import { destination, prefixLength } from './prefix-key'
import type { BgpRoutes, PrefixLengths, RoutingLayer } from './routing-layer'
import { routingLayer } from './routing-layer'
import type { Plane, Table } from './tables'

export type Routing = RoutingLayer & {
  /** Grows when an answer depended on what BGP had. */
  readonly askedBgp: () => number
  readonly settled: () => boolean
}

/** What does not change from round to round: routes without BGP, and the prefixes BGP originates. */
export type RoutingBase = {
  readonly plane: Plane
  readonly ospf: Ospf
  readonly lengths: PrefixLengths
  readonly withoutBgp: RoutingLayer
  readonly origins: BgpOrigins
}

export function routingBase(plane: Plane, ospf: Ospf): RoutingBase {
  const early = routingLayer(plane, ospf, { lengths: sortedLengths(plane) })
  const origins = bgpOrigins(plane, ospf, (table, prefix) => {
    const where = plane.tables[table]
    return where !== undefined && (isOwnHost(plane, where, prefix) || early.exact(where, prefix) !== undefined)
  })
  const lengths = sortedLengths(plane)
  return { plane, ospf, lengths, withoutBgp: routingLayer(plane, ospf, { lengths }), origins }
}

/**
 * Routing tables in one round of the simulation: the sessions that are up decide what BGP knows.
 *
 * BGP next hops are resolved first without BGP, then through the BGP routes that gives: enough for
 * sessions over loopbacks that other sessions announce. Next hops of next hops of next hops stay
 * unresolved, as do next hops that need the very prefix they are for.
 */
export function createRouting(base: RoutingBase, live: readonly LiveSession[]): Routing {
  const { plane, ospf, lengths } = base
  const graph = buildBgpGraph(live)
  let asked = 0
  const overConnected = bgpOver(base, graph, base.withoutBgp)
  const middle = routingLayer(plane, ospf, { lengths, bgp: overConnected.routes })
  const overLoopbacks = bgpOver(base, graph, middle)
  const bgp: BgpRoutes = (table, key) => {
    if (base.origins.get(table.name)?.has(key) === true) asked += 1
    return overLoopbacks.routes(table, key)
  }
  return {
    ...routingLayer(plane, ospf, { lengths, bgp }),
    askedBgp: () => asked,
    settled: () => overConnected.settled() && overLoopbacks.settled(),
  }
}

/** BGP whose next hops are resolved by a given layer. */
function bgpOver(
  { plane, origins }: RoutingBase,
  graph: BgpGraph,
  layer: RoutingLayer,
): { readonly routes: BgpRoutes; readonly settled: BgpBest['settled'] } {
  const bgp = bgpBest(plane, graph, nextHopsIn(plane, graph, layer))
  const routes: BgpRoutes = (table, key) => {
    const origin = origins.get(table.name)?.get(key)
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
    }
  }
  return { routes, settled: bgp.settled }
}

/** Larger than any OSPF cost: a next hop that BGP itself resolves is the farthest. */
const beyondIgp = 2 ** 40

function nextHopsIn(plane: Plane, graph: BgpGraph, layer: RoutingLayer): NextHops {
  const known = plane.tables.map(() => new Map<IpAddress, ResolvedNextHop | undefined>())
  const senders: (ResolvedNextHop | undefined)[] = []
  const senderKnown = new Uint8Array(graph.edges.length)
  const ofAddress: NextHops['ofAddress'] = (table, nextHop) => {
    const where = plane.tables[table]
    const ofTable = known[table]
    if (where === undefined || ofTable === undefined) return undefined
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

function sortedLengths(plane: Plane): PrefixLengths {
  const descending = (lengths: ReadonlySet<number>): readonly number[] => [...lengths].sort((a, b) => b - a)
  return { 4: descending(plane.lengths[4]), 6: descending(plane.lengths[6]) }
}

/** An interface that is up also puts its own address into the table. */
export function isOwnHost(plane: Plane, table: Table, prefix: IpPrefix): boolean {
  if (prefixLength(prefix) !== (prefix.includes(':') ? 128 : 32)) return false
  const port = table.own.get(prefix.slice(0, prefix.indexOf('/')) as IpAddress)
  return port !== undefined && plane.segments.up[port] === true
}
