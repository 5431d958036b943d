import type { FlowEdge, FlowNode } from './flow-types'
import type { Area } from './view'
import type { XY } from './wire-line'

/** Wires drawn one by one, where each can be chosen, and wires drawn together as one picture. */
export type Wires = { readonly apart: readonly FlowEdge[]; readonly together: readonly FlowEdge[] }

/** Up to here every wire is drawn by itself at every zoom. */
export const FEW_WIRES = 400

/**
 * A large drawing has more wires than can be told apart. Seen as a whole they are a picture. Close by,
 * those in view stand alone as long as they are few; when they are many, those that only pass through
 * join the picture.
 *
 * @param area what is around the screen; undefined: the whole drawing is seen from far
 */
export function splitWires(
  edges: readonly FlowEdge[],
  { middles, area }: { readonly middles: ReadonlyMap<string, XY>; readonly area: Area | undefined },
): Wires {
  if (edges.length <= FEW_WIRES) return { apart: edges, together: [] }
  if (!area) return { apart: [], together: edges }
  const inView = edges.filter(({ source, target }) => {
    const [a, b] = [middles.get(source), middles.get(target)]
    return a !== undefined && b !== undefined && meets(area, a, b)
  })
  if (inView.length <= FEW_WIRES) return { apart: inView, together: [] }
  const endsHere = ({ source, target }: FlowEdge) =>
    [source, target].some((id) => {
      const at = middles.get(id)
      return at !== undefined && inside(area, at)
    })
  const apart = inView.filter((edge) => edge.selected || endsHere(edge))
  const alone = new Set(apart)
  return { apart, together: inView.filter((edge) => !alone.has(edge)) }
}

export function middlesOf(nodes: readonly FlowNode[]): ReadonlyMap<string, XY> {
  return new Map(
    nodes.map(({ id, position, width = 0, height = 0 }) => [
      id,
      { x: position.x + width / 2, y: position.y + height / 2 },
    ]),
  )
}

function inside({ left, top, right, bottom }: Area, { x, y }: XY): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}

/** Whether the straight line between two points crosses the area (Liang and Barsky). */
function meets({ left, top, right, bottom }: Area, a: XY, b: XY): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  let [enter, leave] = [0, 1]
  for (const [step, room] of [
    [-dx, a.x - left],
    [dx, right - a.x],
    [-dy, a.y - top],
    [dy, bottom - a.y],
  ] as const) {
    if (step === 0 && room < 0) return false
    if (step < 0) enter = Math.max(enter, room / step)
    if (step > 0) leave = Math.min(leave, room / step)
  }
  return enter <= leave
}
