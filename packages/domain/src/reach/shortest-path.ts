/** A directed edge; `outPort` and `inPort` are -1 for steps that use no cable. */
export type Edge = {
  readonly from: number
  readonly to: number
  readonly cost: number
  readonly outPort: number
  readonly inPort: number
}

export type Graph = {
  readonly size: number
  readonly edges: readonly Edge[]
  /** Edge numbers by node. */
  readonly out: readonly (readonly number[])[]
  readonly into: readonly (readonly number[])[]
}

export function buildGraph(size: number, edges: readonly Edge[]): Graph {
  const out: number[][] = Array.from({ length: size }, () => [])
  const into: number[][] = Array.from({ length: size }, () => [])
  for (const [index, edge] of edges.entries()) {
    out[edge.from]?.push(index)
    into[edge.to]?.push(index)
  }
  return { size, edges, out, into }
}

export type Start = { readonly node: number; readonly cost: number }
export type ShortestPath = { readonly cost: number; readonly edges: readonly Edge[] }
/** `dead`: edges that nobody may use; `followed`: told of the nodes whose edges were followed. */
export type SearchOptions = {
  readonly dead: ReadonlySet<number>
  readonly followed?: ((node: number) => void) | undefined
}
export type PathSearch = (
  sources: readonly Start[],
  targets: readonly Start[],
  options: SearchOptions,
) => ShortestPath | undefined

/**
 * Dijkstra from both ends at once. In a leaf-spine fabric both searches stop at the spines, so a
 * question about two leaves looks at some tens of links, however many leaves there are; whole trees
 * from every loopback would grow with the square of the fabric.
 */
export function pathSearch(graph: Graph): PathSearch {
  const forward = newSide(graph.size, graph.out, (edge) => edge.to)
  const backward = newSide(graph.size, graph.into, (edge) => edge.from)
  let round = 0

  return (sources, targets, options) => {
    round += 1
    begin(forward, sources, round)
    begin(backward, targets, round)
    let best = Number.POSITIVE_INFINITY
    let meeting = -1
    const meet = (node: number): void => {
      if (forward.stamp[node] !== round || backward.stamp[node] !== round) return
      const total = (forward.distance[node] ?? 0) + (backward.distance[node] ?? 0)
      if (total < best || (total === best && node < meeting)) {
        best = total
        meeting = node
      }
    }
    for (const { node } of sources) meet(node)
    while (forward.heap.length > 0 && backward.heap.length > 0) {
      const nearest = (forward.heap[0]?.key ?? 0) + (backward.heap[0]?.key ?? 0)
      if (nearest >= best) break
      const side = (forward.heap[0]?.key ?? 0) <= (backward.heap[0]?.key ?? 0) ? forward : backward
      expand(side, graph, { ...options, round, meet })
    }
    if (meeting < 0) return undefined
    return {
      cost: best,
      edges: [...walkBack(forward, graph, meeting).reverse(), ...walkBack(backward, graph, meeting)],
    }
  }
}

type HeapItem = { readonly key: number; readonly node: number }
type Side = {
  readonly adjacency: readonly (readonly number[])[]
  readonly far: (edge: Edge) => number
  readonly distance: Float64Array
  readonly via: Int32Array
  /** Round in which a node was last reached; saves clearing the arrays. */
  readonly stamp: Uint32Array
  readonly heap: HeapItem[]
}

function newSide(size: number, adjacency: Side['adjacency'], far: Side['far']): Side {
  return {
    adjacency,
    far,
    distance: new Float64Array(size),
    via: new Int32Array(size),
    stamp: new Uint32Array(size),
    heap: [],
  }
}

function begin(side: Side, starts: readonly Start[], round: number): void {
  side.heap.length = 0
  for (const { node, cost } of starts) reach(side, { node, distance: cost, via: -1, round })
}

function reach(
  side: Side,
  step: { readonly node: number; readonly distance: number; readonly via: number; readonly round: number },
): boolean {
  const { node, distance, via, round } = step
  if (side.stamp[node] === round && (side.distance[node] ?? 0) <= distance) return false
  side.stamp[node] = round
  side.distance[node] = distance
  side.via[node] = via
  push(side.heap, { key: distance, node })
  return true
}

function expand(
  side: Side,
  graph: Graph,
  { round, meet, dead, followed }: SearchOptions & { readonly round: number; readonly meet: (node: number) => void },
): void {
  const item = pop(side.heap)
  if (item === undefined || item.key > (side.distance[item.node] ?? 0)) return
  followed?.(item.node)
  for (const index of side.adjacency[item.node] ?? []) {
    const edge = graph.edges[index]
    if (edge === undefined || dead.has(index)) continue
    const node = side.far(edge)
    if (reach(side, { node, distance: item.key + edge.cost, via: index, round })) meet(node)
  }
}

/** Edges between a start of this side and the meeting node, the one at the meeting node first. */
function walkBack(side: Side, graph: Graph, meeting: number): Edge[] {
  const path: Edge[] = []
  for (let node = meeting; ; ) {
    const edge = graph.edges[side.via[node] ?? -1]
    if (edge === undefined) return path
    path.push(edge)
    node = side.far(edge) === edge.to ? edge.from : edge.to
  }
}

function precedes(a: HeapItem, b: HeapItem): boolean {
  return a.key < b.key || (a.key === b.key && a.node < b.node)
}

function push(heap: HeapItem[], item: HeapItem): void {
  let at = heap.length
  heap.push(item)
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]
    if (above === undefined || !precedes(item, above)) break
    heap[at] = above
    at = parent
  }
  heap[at] = item
}

function pop(heap: HeapItem[]): HeapItem | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return top
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    const right = heap[2 * at + 2]
    const child = right !== undefined && left !== undefined && precedes(right, left) ? 2 * at + 2 : 2 * at + 1
    const item = heap[child]
    if (item === undefined || !precedes(item, last)) break
    heap[at] = item
    at = child
  }
  heap[at] = last
  return top
}
