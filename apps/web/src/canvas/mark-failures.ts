import type { RecordId, SessionStatus } from '@weft/domain'
import type { FlowEdge, FlowGraph, FlowNode, Heat } from './flow-types'
import { recordsOf } from './flow-types'

export type Trouble = {
  /** What is down for a look. */
  readonly failed: ReadonlySet<RecordId>
  /** New status of sessions that change because of it. */
  readonly statuses: ReadonlyMap<RecordId, SessionStatus>
  /** Sessions each thing alone would take down. */
  readonly heat: ReadonlyMap<RecordId, number> | undefined
}

const levels = 4

/** The drawing with what is down, what it takes down, and how much each thing would. Untouched elements keep their identity. */
export function markFailures(graph: FlowGraph, { failed, statuses, heat }: Trouble): FlowGraph {
  if (failed.size === 0 && heat === undefined) return graph
  const most = Math.max(1, ...(heat?.values() ?? []))
  const heatOf = (ids: readonly RecordId[]): Heat | undefined => {
    const count = Math.max(0, ...ids.map((id) => heat?.get(id) ?? 0))
    return count === 0 ? undefined : { level: Math.ceil((levels * count) / most), count }
  }
  const marks = (element: FlowNode | FlowEdge) => {
    const ids = recordsOf(element)
    const cut = 'source' in element && [element.source, element.target].some((end) => failed.has(end as RecordId))
    const isDown = element.type !== 'session' && (cut || (ids.length > 0 && ids.every((id) => failed.has(id))))
    const hot = heatOf(ids)
    return { ...(isDown ? { failed: true as const } : {}), ...(hot ? { heat: hot } : {}) }
  }
  return {
    nodes: graph.nodes.map((node) => withData(node, marks(node))),
    edges: graph.edges.map((edge) => withData(edge, { ...marks(edge), ...statusAfter(edge, statuses) })),
  }
}

function statusAfter(
  edge: FlowEdge,
  statuses: Trouble['statuses'],
): { status?: SessionStatus; session?: SessionStatus } {
  const changed = recordsOf(edge).flatMap((id) => statuses.get(id) ?? [])
  const [status] = changed
  if (status === undefined) return {}
  return edge.type === 'session' ? { status } : edge.type === 'cable' ? { session: status } : {}
}

function withData<Element extends FlowNode | FlowEdge>(element: Element, more: object): Element {
  return Object.keys(more).length === 0 ? element : { ...element, data: { ...element.data, ...more } }
}
