import type { FlowNode } from './flow-types'
import type { Size } from './node-size'
import { pairMargin } from './node-size'

type Box = Size & { readonly x: number; readonly y: number }

/** What lies inside the frame stays within reach of the mouse; only the label of the pair takes it. */
const seeThrough = { pointerEvents: 'none' } as const

/** The frame around the two members of a pair. */
export function fitPair(a: Box, b: Box) {
  const left = Math.min(a.x, b.x) - pairMargin.side
  const top = Math.min(a.y, b.y) - pairMargin.top
  const width = Math.max(a.x + a.width, b.x + b.width) + pairMargin.side - left
  const height = Math.max(a.y + a.height, b.y + b.height) + pairMargin.bottom - top
  return { position: { x: left, y: top }, width, height, measured: { width, height }, handles: [], style: seeThrough }
}

/** While members are dragged their frames follow; every other node keeps its identity. */
export function refitPairs(nodes: readonly FlowNode[], moved: ReadonlySet<string>): readonly FlowNode[] {
  const affected = nodes.some((node) => node.type === 'pair' && node.data.members.some((member) => moved.has(member)))
  if (!affected) return nodes
  const byNodeId = new Map<string, FlowNode>(nodes.map((node) => [node.id, node]))
  return nodes.map((node) => {
    if (node.type !== 'pair' || !node.data.members.some((member) => moved.has(member))) return node
    const [a, b] = node.data.members.map((member) => byNodeId.get(member))
    return a && b ? { ...node, ...fitPair(boxOf(a), boxOf(b)) } : node
  })
}

function boxOf({ position, width = 0, height = 0 }: FlowNode): Box {
  return { ...position, width, height }
}
