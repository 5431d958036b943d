import type { RecordId } from '@weft/domain'
import { sameValue } from '@weft/domain'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-types'
import { recordsOf } from './flow-types'

export type Layers = { readonly vlanifLinks: boolean; readonly sessions: boolean; readonly pairs: boolean }
export const allLayers: Layers = { vlanifLinks: true, sessions: true, pairs: true }

/**
 * The drawing with the selection marked and hidden layers left out. Elements whose mark does not
 * change keep their identity.
 */
export function markSelected(
  graph: FlowGraph,
  {
    selection,
    layers,
    previous,
  }: { readonly selection: ReadonlySet<RecordId>; readonly layers: Layers; readonly previous: FlowGraph },
): FlowGraph {
  const marked = <T extends FlowNode | FlowEdge>(elements: readonly T[], known: ReadonlyMap<string, T>) =>
    elements.map((element): T => {
      const selected = recordsOf(element).some((id) => selection.has(id))
      if (!selected) return element
      const old = known.get(element.id)
      // Edges and node data are shared with the unmarked drawing, so one comparison tells that nothing else changed.
      if (old?.selected && old.data === element.data && samePlace(old, element)) return old
      return { ...element, selected }
    })
  const nodes = layers.pairs ? graph.nodes : graph.nodes.filter((node) => node.type !== 'pair')
  const edges = graph.edges.filter(
    ({ type }) => (type !== 'vlanif' || layers.vlanifLinks) && (type !== 'session' || layers.sessions),
  )
  return {
    nodes: marked(nodes, new Map(previous.nodes.map((node) => [node.id, node]))),
    edges: marked(edges, new Map(previous.edges.map((edge) => [edge.id, edge]))),
  }
}

/** Edges have no place of their own. */
function samePlace(a: FlowNode | FlowEdge, b: FlowNode | FlowEdge): boolean {
  if (!('position' in a) || !('position' in b)) return true
  return sameValue(a.position, b.position) && a.width === b.width && a.height === b.height
}
