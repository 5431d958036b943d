import type { BgpGraph, BgpOrigin } from './bgp-graph'
import type { BgpRoute, NextHops } from './bgp-route'
import { isBetter, ownRoute, passOn } from './bgp-route'
import { routeAlongShortest } from './bgp-shortest'
import type { Plane } from './tables'

export type BgpBest = {
  /** The best route of a table to a prefix. */
  readonly best: (table: number, origin: BgpOrigin) => BgpRoute | undefined
  /** False when some prefix never settled. */
  readonly settled: () => boolean
}

/**
 * Best routes on demand: a prefix is spread through the sessions when somebody first asks for it.
 * Where all sessions are EBGP one question is answered from the shortest AS paths between the two
 * ends alone, which keeps the cost of a fabric linear in its size.
 */
export function bgpBest(plane: Plane, graph: BgpGraph, nextHops: NextHops): BgpBest {
  const spread = new Map<BgpOrigin, ReadonlyMap<number, BgpRoute>>()
  let settled = true
  const everywhere = (origin: BgpOrigin): ReadonlyMap<number, BgpRoute> => {
    const known = spread.get(origin)
    if (known !== undefined) return known
    const result = spreadPrefix(plane, graph, { origin, nextHops })
    spread.set(origin, result.routes)
    settled &&= result.settled
    return result.routes
  }
  const best: BgpBest['best'] = (table, origin) => {
    if (origin.tables.includes(table)) return ownRoute
    if (graph.hasIbgp || spread.has(origin)) return everywhere(origin).get(table)
    const short = routeAlongShortest(plane, graph, { table, origin, nextHops })
    return short === 'ask all' ? everywhere(origin).get(table) : short
  }
  return { best, settled: () => settled }
}

type Spread = { readonly routes: ReadonlyMap<number, BgpRoute>; readonly settled: boolean }

/** Sends a prefix from speaker to speaker until nobody changes its mind, or the bound is reached. */
export function spreadPrefix(
  plane: Plane,
  graph: BgpGraph,
  { origin, nextHops }: { readonly origin: BgpOrigin; readonly nextHops: NextHops },
): Spread {
  const routes = new Map<number, BgpRoute>(origin.tables.map((table) => [table, ownRoute]))
  const received = new Map<number, BgpRoute>()
  const queue = [...origin.tables]
  const queued = new Set(queue)
  const bound = 20 * (graph.out.size + 10)
  for (let at = 0; at < queue.length; at += 1) {
    if (at > bound) return { routes, settled: false }
    const table = queue[at] ?? 0
    queued.delete(table)
    const route = routes.get(table)
    for (const index of graph.out.get(table) ?? []) {
      const edge = graph.edges[index]
      if (edge === undefined) continue
      const before = received.get(index)
      const now =
        route === undefined
          ? undefined
          : passOn(plane, { route, index, edge, learnedOver: graph.edges[route.edge], origin, nextHops })
      if (sameRoute(before, now)) continue
      if (now === undefined) received.delete(index)
      else received.set(index, now)
      if (!choose(plane, graph, { table: edge.to, index, now, routes, received })) continue
      if (!queued.has(edge.to)) {
        queued.add(edge.to)
        queue.push(edge.to)
      }
    }
  }
  return { routes, settled: true }
}

/** Decides anew after one neighbour changed its offer; true when the best route changed. */
function choose(
  plane: Plane,
  graph: BgpGraph,
  {
    table,
    index,
    now,
    routes,
    received,
  }: {
    readonly table: number
    readonly index: number
    readonly now: BgpRoute | undefined
    readonly routes: Map<number, BgpRoute>
    readonly received: ReadonlyMap<number, BgpRoute>
  },
): boolean {
  const current = routes.get(table)
  if (current?.edge !== index) {
    if (now === undefined || (current !== undefined && !isBetter(plane, graph.edges, [now, current]))) return false
    routes.set(table, now)
    return true
  }
  let best: BgpRoute | undefined
  for (const offer of graph.into.get(table) ?? []) {
    const route = received.get(offer)
    if (route !== undefined && (best === undefined || isBetter(plane, graph.edges, [route, best]))) best = route
  }
  if (best === undefined) routes.delete(table)
  else routes.set(table, best)
  return true
}

function sameRoute(a: BgpRoute | undefined, b: BgpRoute | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.nextHop === b.nextHop &&
    a.metric === b.metric &&
    a.ibgp === b.ibgp &&
    a.originatorId === b.originatorId &&
    a.asPath.length === b.asPath.length &&
    a.asPath.every((asNumber, at) => asNumber === b.asPath[at]) &&
    a.clusters.join() === b.clusters.join()
  )
}
