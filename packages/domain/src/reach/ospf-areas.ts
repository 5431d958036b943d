import type { Edge, PathSearch, Start } from './shortest-path'
import { buildGraph, pathSearch } from './shortest-path'

/** One router in one area. */
export type OspfRouter = { readonly kind: 'router'; readonly router: string; readonly area: number }
/** One router in one area, or a segment that several routers share. */
export type OspfArea = OspfRouter | { readonly kind: 'segment'; readonly area: number }

/**
 * The cheapest way from any of a router's own nodes to any announcing node.
 *
 * @param dead numbers of edges that nobody may use; none where there are several areas
 */
export type AreaSearch = (
  own: readonly number[],
  advertisers: readonly Start[],
  dead: ReadonlySet<number>,
) => ReturnType<PathSearch>

/**
 * Ways inside one area win over ways through others, whatever they cost. Between areas there is one
 * way only: own area, backbone, area of the prefix (RFC 2328 section 16). That order is a graph of
 * three layers, so one search answers it.
 */
export function areaSearch(nodes: readonly OspfArea[], edges: readonly Edge[]): AreaSearch {
  const inside = pathSearch(buildGraph(nodes.length, edges))
  const component = components(nodes.length, edges)
  const between = new Set(nodes.map(({ area }) => area)).size > 1 ? betweenAreas(nodes, edges) : undefined
  return (own, advertisers, dead) => {
    const joined = new Set(own.map((node) => component[node]))
    const near = advertisers.filter(({ node }) => joined.has(component[node]))
    const path =
      near.length === 0
        ? undefined
        : inside(
            own.map((node) => ({ node, cost: 0 })),
            near,
            dead,
          )
    return path ?? between?.(own, advertisers, dead)
  }
}

/** Layers: the area of the source, the backbone, the area of the destination. */
function betweenAreas(nodes: readonly OspfArea[], edges: readonly Edge[]): AreaSearch {
  const size = nodes.length
  const layered: Edge[] = []
  for (const edge of edges) {
    const layers = nodes[edge.from]?.area === 0 ? [1] : [0, 2]
    for (const layer of layers) layered.push({ ...edge, from: edge.from + layer * size, to: edge.to + layer * size })
  }
  const backboneNode = new Map<string, number>()
  for (const [index, node] of nodes.entries()) {
    if (node.kind === 'router' && node.area === 0) backboneNode.set(node.router, index)
  }
  for (const [index, node] of nodes.entries()) {
    if (node.kind !== 'router' || node.area === 0) continue
    const backbone = backboneNode.get(node.router)
    if (backbone === undefined) continue
    const border = { cost: 0, outPort: -1, inPort: -1 }
    layered.push(
      { from: index, to: backbone + size, ...border },
      { from: backbone + size, to: index + 2 * size, ...border },
    )
  }
  const search = pathSearch(buildGraph(3 * size, layered))
  const isBackbone = (node: number): boolean => nodes[node]?.area === 0
  return (own, advertisers, dead) =>
    search(
      own.map((node) => ({ node: isBackbone(node) ? node + size : node, cost: 0 })),
      advertisers.map(({ node, cost }) => ({ node: isBackbone(node) ? node + size : node + 2 * size, cost })),
      dead,
    )
}

/** Nodes that are joined have the same number. */
function components(size: number, edges: readonly Edge[]): Int32Array {
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
