import type { BgpGraph, BgpOrigin } from './bgp-graph'
import type { BgpRoute, NextHops } from './bgp-route'
import { isBetter, nextHopMetric, ownRouteOf, passOn } from './bgp-route'
import { newFiltering } from './filtering'
import type { Plane } from './tables'

type Question = {
  readonly table: number
  readonly origin: BgpOrigin
  readonly nextHops: NextHops
  /** Is told the best routes of all speakers between the two ends: who follows the route asks them next. */
  readonly known: Map<number, BgpRoute>
}

/**
 * The best route of one table when every session is EBGP and no policy ranks routes.
 *
 * Each session adds one AS, so a speaker as far as `n` sessions from the origin can only have a route
 * of length `n` from neighbours at distance `n - 1`. All speakers such routes pass lie between the two
 * ends; best-path selection, filters and loop check there give exactly what spreading the prefix everywhere
 * would give. `ask all`: all shortest ways are refused by somebody, a longer one may exist.
 */
export function routeAlongShortest(
  plane: Plane,
  graph: BgpGraph,
  question: Question,
): BgpRoute | 'ask all' | undefined {
  const { table, origin, nextHops } = question
  const between = edgesBetween(graph, question)
  if (between === undefined) return undefined
  const best = new Map<number, BgpRoute>(origin.tables.map((source) => [source, ownRouteOf(origin, source)]))
  const filtering = newFiltering('closed')
  for (const edgesOfStep of between) {
    for (const index of edgesOfStep) {
      const edge = graph.edges[index]
      const route = edge === undefined ? undefined : best.get(edge.from)
      if (edge === undefined || route === undefined) continue
      const offer = passOn(plane, {
        route,
        index,
        edge,
        learnedOver: graph.edges[route.edge],
        origin,
        nextHops,
        filtering,
      })
      const current = best.get(edge.to)
      if (offer !== undefined && (current === undefined || isBetter(plane, graph.edges, [offer, current]))) {
        best.set(edge.to, offer)
      }
    }
  }
  if (filtering.doubted || !best.has(table)) return 'ask all'
  for (const [speaker, route] of best) question.known.set(speaker, route)
  return best.get(table)
}

type Side = {
  readonly forward: boolean
  readonly adjacency: ReadonlyMap<number, readonly number[]>
  readonly distance: Map<number, number>
  /** Edges crossed on the way to each level. */
  readonly levels: (readonly number[])[]
  frontier: readonly number[]
}

/**
 * Edges of all shortest ways, step by step from the origin; searched from both ends, level by level,
 * always where fewer sessions have to be looked at. Undefined: there is no way.
 */
function edgesBetween(graph: BgpGraph, question: Question): readonly (readonly number[])[] | undefined {
  const forward = newSide(graph, question.origin.tables, true)
  const backward = newSide(graph, [question.table], false)
  for (;;) {
    if (forward.frontier.length === 0 || backward.frontier.length === 0) return undefined
    const [side, other] = sessionsAhead(forward) <= sessionsAhead(backward) ? [forward, backward] : [backward, forward]
    advance(graph, side, question)
    const meeting = side.frontier.filter((node) => other.distance.get(node) === other.levels.length)
    if (meeting.length > 0) return [...prune(graph, forward, meeting), ...prune(graph, backward, meeting)]
  }
}

function newSide(graph: BgpGraph, starts: readonly number[], forward: boolean): Side {
  const distance = new Map(starts.map((start) => [start, 0]))
  return { forward, adjacency: forward ? graph.out : graph.into, distance, levels: [], frontier: starts }
}

function sessionsAhead({ frontier, adjacency }: Side): number {
  let count = 0
  for (const node of frontier) count += adjacency.get(node)?.length ?? 0
  return count
}

/** Only sessions whose next hop the receiver can resolve lead anywhere. */
function advance(graph: BgpGraph, side: Side, { origin, nextHops }: Question): void {
  const level = side.levels.length + 1
  const crossed: number[] = []
  const frontier: number[] = []
  for (const node of side.frontier) {
    for (const index of side.adjacency.get(node) ?? []) {
      const edge = graph.edges[index]
      if (edge === undefined) continue
      const next = side.forward ? edge.to : edge.from
      const known = side.distance.get(next)
      if (known !== undefined && known !== level) continue
      if (nextHopMetric(nextHops.ofSender(index), origin) === undefined) continue
      if (known === undefined) {
        side.distance.set(next, level)
        frontier.push(next)
      }
      crossed.push(index)
    }
  }
  side.levels.push(crossed)
  side.frontier = frontier
}

/** Keeps the edges that lead to the meeting nodes, ordered from the origin. */
function prune(graph: BgpGraph, side: Side, meeting: readonly number[]): readonly (readonly number[])[] {
  const near = (index: number): number => (side.forward ? graph.edges[index]?.from : graph.edges[index]?.to) ?? -1
  const far = (index: number): number => (side.forward ? graph.edges[index]?.to : graph.edges[index]?.from) ?? -1
  let wanted = new Set(meeting)
  const kept: (readonly number[])[] = []
  for (const level of side.levels.toReversed()) {
    const edges = level.filter((index) => wanted.has(far(index)))
    kept.push(edges)
    wanted = new Set(edges.map(near))
  }
  return side.forward ? kept.reverse() : kept
}
