import type { BgpEdge, BgpOrigin, Denial } from './bgp-graph'
import type { FilteredRoute } from './route-filter'

/**
 * What filters did while a prefix was spread. A filter that cannot be evaluated lets everything through in one world
 * and nothing in the other; what is the same in both does not depend on it.
 */
export type Filtering = {
  readonly world: 'open' | 'closed'
  /** Set as soon as the world mattered. */
  doubted: boolean
  /** The last answer of each edge, where it was no. */
  readonly denials: Map<number, Denial>
}

export function newFiltering(world: Filtering['world']): Filtering {
  return { world, doubted: false, denials: new Map() }
}

export type Passing = { readonly index: number; readonly edge: BgpEdge; readonly origin: BgpOrigin }

/** The route after the filter of one end of an edge; undefined when it does not pass. */
export function passFilter<Route extends Omit<FilteredRoute, 'prefix'>>(
  filtering: Filtering,
  { index, edge, origin }: Passing,
  { direction, route }: { readonly direction: 'import' | 'export'; readonly route: Route },
): Route | undefined {
  const filter = direction === 'export' ? edge.exports : edge.imports
  if (filter === undefined) return route
  const { asPath, rank } = route
  const outcome = filter({ prefix: origin.prefix, asPath, ...(rank === undefined ? {} : { rank }) })
  switch (outcome.verdict) {
    case 'permit':
      return { ...route, asPath: outcome.route.asPath, rank: outcome.route.rank }
    case 'deny': {
      const { by, node } = outcome
      const where = { prefix: origin.prefix, at: { edge, direction } }
      filtering.denials.set(index, { by, ...(node === undefined ? {} : { node }), ...where })
      return undefined
    }
    case 'unknown':
      filtering.doubted = true
      return filtering.world === 'open' ? route : undefined
  }
}
