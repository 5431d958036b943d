import type { Edge, PathSearch, SearchOptions, ShortestPath, Start } from './shortest-path'
import { buildGraph, pathSearch } from './shortest-path'

/** One router in one area or level, or a segment there that several routers share. Number 0 is the backbone, or level 2. */
export type AreaNode = {
  /** Absent: a segment. */
  readonly router?: string
  readonly area: number
  readonly type: 'normal' | 'stub' | 'nssa'
  /** Whether routes of other areas are told here one by one. */
  readonly summaries: boolean
  /** IS-IS: the area address of the router. */
  readonly address?: string
}

/** `external`: imported into OSPF; `default`: the way out of an area that is not told the rest. */
export type RouteKind = 'internal' | 'external' | 'default'

/** The way a router takes from its own nodes to a node that announces. */
export type AreaSearch = (
  own: readonly number[],
  advertisers: readonly Start[],
  /** Where there are several areas no edge is dead. */
  how: SearchOptions & { readonly kind: RouteKind },
) => ShortestPath | undefined

export type Areas = {
  readonly search: AreaSearch
  /** Nodes that tell their area a default route. */
  readonly defaults: ReadonlySet<number>
}

/**
 * Ways inside one area win over ways through others, whatever they cost. Between areas there is one way only: own
 * area, backbone, area of the prefix. A stub area has a default route instead of external ones.
 *
 * @source RFC 2328 sections 16 and 3.6, RFC 3101 section 2.3
 */
export function ospfAreas(nodes: readonly AreaNode[], edges: readonly Edge[]): Areas {
  const { inside } = insideAreas(nodes, edges)
  const between = new Set(nodes.map(({ area }) => area)).size > 1 ? betweenAreas(nodes, edges) : undefined
  const where = (own: readonly number[], holds: (node: AreaNode) => boolean) => only(nodes, own, holds)
  const backbones = routersIn(nodes, 0)
  return {
    search: (own, advertisers, { kind, ...options }) => {
      switch (kind) {
        case 'internal':
          return (
            inside(own, advertisers, options) ??
            between?.(
              where(own, ({ summaries }) => summaries),
              advertisers,
              options,
            )
          )
        case 'external':
          return (
            inside(
              where(own, ({ type }) => type !== 'stub'),
              advertisers,
              options,
            ) ??
            between?.(
              where(own, ({ type }) => type === 'normal'),
              advertisers,
              options,
            )
          )
        case 'default':
          return inside(own, advertisers, options)
      }
    },
    defaults: nodesWith(nodes, (node) => hasDefault(node) && node.router !== undefined && backbones.has(node.router)),
  }
}

function hasDefault({ type, summaries }: AreaNode): boolean {
  return type === 'stub' || (type === 'nssa' && !summaries)
}

/**
 * Level 1 knows its own area alone and leaves it through the nearest router of both levels that has met another
 * area; level 2 knows every area, by what such routers tell of theirs.
 *
 * @source ISO/IEC 10589 section 7.2.9, RFC 1195 section 3.2
 */
export function isisLevels(nodes: readonly AreaNode[], edges: readonly Edge[]): Areas {
  const { inside, component } = insideAreas(nodes, edges)
  const isLevel2 = ({ area }: AreaNode): boolean => area === 0
  const isLevel1 = ({ area }: AreaNode): boolean => area !== 0
  const levelTwo = nodes.some(isLevel1) ? betweenAreas(nodes, edges) : inside
  const level2 = routersIn(nodes, 0)
  const met = areaAddresses(nodes, component)
  return {
    search: (own, advertisers, { kind, ...options }) => {
      const level1 = only(nodes, own, isLevel1)
      if (kind === 'default') return level1.length === own.length ? inside(level1, advertisers, options) : undefined
      const level1Advertisers = advertisers.filter(({ node }) => nodes[node]?.area !== 0)
      return inside(level1, level1Advertisers, options) ?? levelTwo(only(nodes, own, isLevel2), advertisers, options)
    },
    defaults: nodesWith(nodes, ({ router, area }) => {
      const other = router === undefined || area === 0 ? undefined : level2.get(router)
      return other !== undefined && (met.get(component[other] ?? -1)?.size ?? 0) > 1
    }),
  }
}

function nodesWith(nodes: readonly AreaNode[], holds: (node: AreaNode) => boolean): ReadonlySet<number> {
  return new Set([...nodes.entries()].flatMap(([index, node]) => (holds(node) ? [index] : [])))
}

function only(
  nodes: readonly AreaNode[],
  own: readonly number[],
  holds: (node: AreaNode) => boolean,
): readonly number[] {
  return own.filter((index) => {
    const node = nodes[index]
    return node !== undefined && holds(node)
  })
}

function routersIn(nodes: readonly AreaNode[], wanted: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [index, { router, area }] of nodes.entries())
    if (router !== undefined && area === wanted) found.set(router, index)
  return found
}

/** Area addresses in each joined part of level 2. */
function areaAddresses(nodes: readonly AreaNode[], component: Int32Array): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>()
  for (const [index, { area, address }] of nodes.entries()) {
    if (area !== 0 || address === undefined) continue
    const part = component[index] ?? -1
    found.set(part, (found.get(part) ?? new Set()).add(address))
  }
  return found
}

type Ways = (own: readonly number[], advertisers: readonly Start[], options: SearchOptions) => ReturnType<PathSearch>

/** Edges join nodes of one area only, so joined nodes are one area. */
function insideAreas(nodes: readonly AreaNode[], edges: readonly Edge[]): { inside: Ways; component: Int32Array } {
  const search = pathSearch(buildGraph(nodes.length, edges))
  const component = joinedNodes(nodes.length, edges)
  const inside: Ways = (own, advertisers, options) => {
    if (own.length === 0) return undefined
    const joined = new Set(own.map((node) => component[node]))
    const near = advertisers.filter(({ node }) => joined.has(component[node]))
    return near.length === 0
      ? undefined
      : search(
          own.map((node) => ({ node, cost: 0 })),
          near,
          options,
        )
  }
  return { inside, component }
}

/** Layers: the area of the source, the backbone, the area of the destination. One search answers the order of them. */
function betweenAreas(nodes: readonly AreaNode[], edges: readonly Edge[]): Ways {
  const size = nodes.length
  const layered: Edge[] = []
  for (const edge of edges) {
    const layers = nodes[edge.from]?.area === 0 ? [1] : [0, 2]
    for (const layer of layers) layered.push({ ...edge, from: edge.from + layer * size, to: edge.to + layer * size })
  }
  const backbones = routersIn(nodes, 0)
  for (const [index, { router, area }] of nodes.entries()) {
    const backbone = router === undefined || area === 0 ? undefined : backbones.get(router)
    if (backbone === undefined) continue
    const border = { cost: 0, outPort: -1, inPort: -1 }
    layered.push(
      { from: index, to: backbone + size, ...border },
      { from: backbone + size, to: index + 2 * size, ...border },
    )
  }
  const search = pathSearch(buildGraph(3 * size, layered))
  const isBackbone = (node: number): boolean => nodes[node]?.area === 0
  return (own, advertisers, options) =>
    own.length === 0
      ? undefined
      : search(
          own.map((node) => ({ node: isBackbone(node) ? node + size : node, cost: 0 })),
          advertisers.map(({ node, cost }) => ({ node: isBackbone(node) ? node + size : node + 2 * size, cost })),
          options,
        )
}

/** Nodes that are joined have the same number. */
export function joinedNodes(size: number, edges: readonly Edge[]): Int32Array {
  const parent = Int32Array.from({ length: size }, (_, index) => index)
  const root = (node: number): number => {
    let at = node
    while ((parent[at] ?? at) !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  for (const { from, to } of edges) parent[root(from)] = root(to)
  for (let node = 0; node < size; node += 1) parent[node] = root(node)
  return parent
}
