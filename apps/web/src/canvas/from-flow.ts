import type { Command, Layout, RecordId } from '@weft/domain'
import type { EdgeChange, NodeChange } from '@xyflow/react'
import { applyNodeChanges } from '@xyflow/react'
import type { FlowEdge, FlowGraph, FlowNode } from './flow-types'
import { recordsOf } from './flow-types'
import { refitPairs } from './pair-frame'

type Moves = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** Where a drag puts things. Dragging a pair by its label moves its two members. */
export function movesOf(changes: readonly NodeChange<FlowNode>[], nodes: readonly FlowNode[]): Moves {
  const byNodeId = new Map<string, FlowNode>(nodes.map((node) => [node.id, node]))
  const moves = new Map<string, { x: number; y: number }>()
  for (const change of changes) {
    if (change.type === 'position' && change.position && byNodeId.get(change.id)?.type !== 'pair') {
      moves.set(change.id, change.position)
    }
  }
  for (const change of changes) {
    const pair = change.type === 'position' ? byNodeId.get(change.id) : undefined
    if (pair?.type !== 'pair' || change.type !== 'position' || !change.position) continue
    const dx = change.position.x - pair.position.x
    const dy = change.position.y - pair.position.y
    for (const member of pair.data.members) {
      const node = byNodeId.get(member)
      if (node && !moves.has(member)) moves.set(member, { x: node.position.x + dx, y: node.position.y + dy })
    }
  }
  return moves
}

/** The nodes during a drag: the moved ones and the frames around them are new, all others are the same. */
export function duringDrag(nodes: readonly FlowNode[], moves: Moves): readonly FlowNode[] {
  const changes: NodeChange<FlowNode>[] = [...moves].map(([id, position]) => ({
    id,
    type: 'position',
    position,
    dragging: true,
  }))
  return refitPairs(applyNodeChanges(changes, [...nodes]), new Set(moves.keys()))
}

/** The end of a drag as a command, in whole pixels. Undefined when nothing ended elsewhere. */
export function moveCommand(moves: Moves, { positions }: Layout): Command | undefined {
  const changed = [...moves]
    .map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }] as const)
    .filter(([id, { x, y }]) => positions[id]?.x !== x || positions[id]?.y !== y)
  return changed.length === 0 ? undefined : { kind: 'layout.move', positions: Object.fromEntries(changed) }
}

/**
 * The selection after React Flow marked or unmarked elements. Selected records without a drawing (an
 * interface) stay only while the person adds to the selection.
 */
export function selectionAfter(
  changes: readonly (NodeChange<FlowNode> | EdgeChange<FlowEdge>)[],
  {
    selection,
    graph,
    adding,
  }: { readonly selection: ReadonlySet<RecordId>; readonly graph: FlowGraph; readonly adding: boolean },
): ReadonlySet<RecordId> {
  const elements = new Map<string, FlowNode | FlowEdge>(
    [...graph.nodes, ...graph.edges].map((element) => [element.id, element]),
  )
  const drawn = new Set([...elements.values()].flatMap(recordsOf))
  const next = new Set([...selection].filter((id) => adding || drawn.has(id)))
  for (const change of changes) {
    const element = change.type === 'select' ? elements.get(change.id) : undefined
    if (!element || change.type !== 'select') continue
    for (const id of recordsOf(element)) {
      if (change.selected) next.add(id)
      else next.delete(id)
    }
  }
  return next
}
