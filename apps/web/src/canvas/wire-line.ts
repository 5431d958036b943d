import type { Anchor, FlowEdge } from './flow-types'

export type XY = { readonly x: number; readonly y: number }

/** Where a wire runs between the middles of its two nodes: straight, or bent towards `control`. */
export type WireLine = { readonly from: XY; readonly to: XY; readonly control?: XY }

const LANE_WIDTH = 9
const FIRST_BEND = 44
const NEXT_BEND = 26

export function wireLine({ type, data }: Pick<FlowEdge, 'type' | 'data'>, [a, b]: readonly [XY, XY]): WireLine {
  if (!data) return { from: a, to: b }
  if ('protocol' in data) {
    const [start, end] = aside([a, b], -2 * (FIRST_BEND + NEXT_BEND * data.lane))
    return { from: a, to: b, control: between(start, end, 0.5) }
  }
  const [from, to] = [moved(a, data.anchors[0]), moved(b, data.anchors[1])]
  if (type === 'cable') return { from, to }
  const lane = 'lane' in data ? data.lane : 0
  const [start, end] = aside([from, to], LANE_WIDTH * (lane + 1))
  return { from: start, to: end }
}

export function pathOf({ from, to, control }: WireLine): string {
  return control
    ? `M${from.x},${from.y}Q${control.x},${control.y} ${to.x},${to.y}`
    : `M${from.x},${from.y}L${to.x},${to.y}`
}

export function between(a: XY, b: XY, fraction: number): XY {
  return { x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction }
}

function moved({ x, y }: XY, { dx, dy }: Anchor): XY {
  return { x: x + dx, y: y + dy }
}

/** Both ends moved sideways, seen from the first to the second. */
function aside([a, b]: readonly [XY, XY], distance: number): readonly [XY, XY] {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  return [a, b].map(({ x, y }) => ({
    x: x - ((b.y - a.y) / length) * distance,
    y: y + ((b.x - a.x) / length) * distance,
  })) as [XY, XY] // two in, two out
}
