import type { BgpGraph, BgpOrigin } from './bgp-graph'
import type { BgpRoute, NextHopMetric } from './bgp-route'
import { isBetter, ownRoute, passOn } from './bgp-route'
import type { Plane } from './tables'

/**
 * The best route of one table when every session is EBGP.
 *
 * Each session adds one AS, so a speaker as far as `n` sessions from the origin can only have a route
 * of length `n` from neighbours at distance `n - 1`. All speakers such routes pass lie between the two
 * ends; best-path selection and loop check there give exactly what spreading the prefix everywhere
 * would give. `ask all`: all shortest ways are refused by somebody, a longer one may exist.
 */
export function routeAlongShortest(
  plane: Plane,
  graph: BgpGraph,
  { table, origin, metric }: { readonly table: number; readonly origin: BgpOrigin; readonly metric: NextHopMetric },
): BgpRoute | 'ask all' | undefined {
  const between = edgesBetween(graph, origin.tables, table)
  if (between === undefined) return undefined
  const best = new Map<number, BgpRoute>(origin.tables.map((source) => [source, ownRoute]))
  for (const edgesOfStep of between) {
    for (const index of edgesOfStep) {
      const edge = graph.edges[index]
      const route = edge === undefined ? undefined : best.get(edge.from)
      if (edge === undefined || route === undefined) continue
      const offer = passOn(plane, { route, index, edge, learnedOver: graph.edges[route.edge], origin, metric })
      const current = best.get(edge.to)
      if (offer !== undefined && (current === undefined || isBetter(plane, graph.edges, [offer, current])))
        best.set(edge.to, offer)
    }
  }
  return best.get(table) ?? 'ask all'
}

type Side = { readonly distance: Map<number, number>; readonly edges: number[][]; frontier: readonly number[] }

/**
 * Edges of all shortest ways, step by step from the origin; searched from both ends, level by level,
 * the smaller level first. Undefined: there is no way.
 */
function edgesBetween(
  graph: BgpGraph,
  sources: readonly number[],
  target: number,
): readonly (readonly number[])[] | undefined {
  const forward: Side = { distance: new Map(sources.map((source) => [source, 0])), edges: [], frontier: sources }
  const backward: Side = { distance: new Map([[target, 0]]), edges: [], frontier: [target] }
  for (;;) {
    if (forward.frontier.length === 0 || backward.frontier.length === 0) return undefined
    const fromOrigin = forward.frontier.length <= backward.frontier.length
    const side = fromOrigin ? forward : backward
    advance(graph, side, fromOrigin)
    const other = fromOrigin ? backward : forward
    const meeting = side.frontier.filter((node) => other.distance.get(node) === other.edges.length)
    if (meeting.length > 0) {
      return [
        ...prune(graph, forward, { meeting, forward: true }),
        ...prune(graph, backward, { meeting, forward: false }),
      ]
    }
  }
}

function advance(graph: BgpGraph, side: Side, forward: boolean): void {
  const level = side.edges.length + 1
  const crossed: number[] = []
  const frontier: number[] = []
  for (const node of side.frontier) {
    for (const index of (forward ? graph.out : graph.into).get(node) ?? []) {
      const edge = graph.edges[index]
      if (edge === undefined) continue
      const next = forward ? edge.to : edge.from
      const known = side.distance.get(next)
      if (known === undefined) {
        side.distance.set(next, level)
        frontier.push(next)
      }
      if (known === undefined || known === level) crossed.push(index)
    }
  }
  side.edges.push(crossed)
  side.frontier = frontier
}

/** Keeps the edges that lead to the meeting nodes, ordered from the origin. */
function prune(
  graph: BgpGraph,
  side: Side,
  { meeting, forward }: { readonly meeting: readonly number[]; readonly forward: boolean },
): readonly (readonly number[])[] {
  let wanted = new Set(meeting)
  const kept: number[][] = []
  for (const level of side.edges.toReversed()) {
    const edges = level.filter((index) => {
      const edge = graph.edges[index]
      return edge !== undefined && wanted.has(forward ? edge.to : edge.from)
    })
    kept.push(edges)
    wanted = new Set(edges.map((index) => graph.edges[index]).map((edge) => (forward ? edge?.from : edge?.to) ?? -1))
  }
  return forward ? kept.reverse() : kept
}
