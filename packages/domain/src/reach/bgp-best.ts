import type { BgpGraph, BgpOrigin, Denial } from './bgp-graph'
import type { BgpRoute, NextHops } from './bgp-route'
import { isBetter, ownRouteOf, passOn } from './bgp-route'
import { routeAlongShortest } from './bgp-shortest'
import type { Filtering } from './filtering'
import { newFiltering } from './filtering'
import type { Plane } from './tables'

export type BgpBest = {
  /** The best route of a table to a prefix. */
  readonly best: (table: number, origin: BgpOrigin) => BgpRoute | undefined
  /** Whether the answer for a table hangs on a filter that cannot be evaluated. */
  readonly isDoubtful: (table: number, origin: BgpOrigin) => boolean
  /** Who stops the prefix on its way to a table. */
  readonly denial: (table: number, origin: BgpOrigin) => Denial | undefined
  /** False when some prefix never settled. */
  readonly settled: () => boolean
}

type Answer = {
  readonly routes: ReadonlyMap<number, BgpRoute>
  readonly doubtful: ReadonlySet<number>
  readonly denials: ReadonlyMap<number, Denial>
  readonly settled: boolean
}

/**
 * Best routes on demand: a prefix is spread through the sessions when somebody first asks for it.
 * Where the shortest AS path wins one question is answered from the shortest AS paths between the two
 * ends alone, which keeps the cost of a fabric linear in its size.
 */
export function bgpBest(plane: Plane, graph: BgpGraph, nextHops: NextHops): BgpBest {
  const spread = new Map<BgpOrigin, Answer>()
  const along = new Map<BgpOrigin, Map<number, BgpRoute>>()
  let settled = true
  const everywhere = (origin: BgpOrigin): Answer => {
    const known = spread.get(origin)
    if (known !== undefined) return known
    const answer = inBothWorlds(plane, graph, { origin, nextHops })
    spread.set(origin, answer)
    settled &&= answer.settled
    return answer
  }
  const best: BgpBest['best'] = (table, origin) => {
    if (origin.tables.includes(table)) return ownRouteOf(origin, table)
    if (!graph.shortestWins || origin.doubtful.length > 0 || spread.has(origin)) {
      return everywhere(origin).routes.get(table)
    }
    const known = along.get(origin) ?? new Map<number, BgpRoute>()
    along.set(origin, known)
    const short = known.get(table) ?? routeAlongShortest(plane, graph, { table, origin, nextHops, known })
    return short === 'ask all' ? everywhere(origin).routes.get(table) : short
  }
  const denial: BgpBest['denial'] = (table, origin) => {
    if (!graph.hasFilters && origin.denials.length === 0) return undefined
    const all = [...everywhere(origin).denials.values()]
    const near = all.find(({ at }) => 'edge' in at && at.edge.to === table)
    return near ?? all[0] ?? origin.denials[0]
  }
  return {
    best,
    isDoubtful: (table, origin) => spread.get(origin)?.doubtful.has(table) === true,
    denial,
    settled: () => settled,
  }
}

type Question = { readonly origin: BgpOrigin; readonly nextHops: NextHops }

/** Spreads a prefix, a second time where a filter could not be evaluated. */
function inBothWorlds(plane: Plane, graph: BgpGraph, question: Question): Answer {
  const open = newFiltering('open')
  const first = spreadPrefix(plane, graph, { ...question, filtering: open })
  const { denials } = open
  if (!open.doubted && question.origin.doubtful.length === 0) return { ...first, doubtful: new Set(), denials }
  const second = spreadPrefix(plane, graph, { ...question, filtering: newFiltering('closed') })
  const routes = new Map([...second.routes, ...first.routes])
  const doubtful = [...routes.keys()].filter((table) => !sameRoute(first.routes.get(table), second.routes.get(table)))
  return { routes, doubtful: new Set(doubtful), denials, settled: first.settled && second.settled }
}

type Spread = { readonly routes: ReadonlyMap<number, BgpRoute>; readonly settled: boolean }

/** Sends a prefix from speaker to speaker until nobody changes its mind, or the bound is reached. */
export function spreadPrefix(
  plane: Plane,
  graph: BgpGraph,
  { origin, nextHops, filtering }: Question & { readonly filtering: Filtering },
): Spread {
  const sources = filtering.world === 'open' ? [...origin.tables, ...origin.doubtful] : origin.tables
  const routes = new Map<number, BgpRoute>(sources.map((table) => [table, ownRouteOf(origin, table)]))
  const received = new Map<number, BgpRoute>()
  const queue = [...sources]
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
      if (filtering.denials.size > 0) filtering.denials.delete(index)
      const now =
        route === undefined
          ? undefined
          : passOn(plane, { route, index, edge, learnedOver: graph.edges[route.edge], origin, nextHops, filtering })
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
    a.clusters.join() === b.clusters.join() &&
    a.rank?.preferredValue === b.rank?.preferredValue &&
    a.rank?.localPreference === b.rank?.localPreference &&
    a.rank?.med === b.rank?.med
  )
}
