import type { Anchor } from './flow-types'
import type { Size } from './node-size'

type Box = Size & { readonly x: number; readonly y: number }
type Wire = { readonly id: string; readonly nodes: readonly [string, string] }
type Side = 'top' | 'right' | 'bottom' | 'left'

/**
 * Where each wire leaves its two nodes: on the side that faces the other node, and spread along that
 * side in the order of the neighbours, so that wires fan out without crossing at the node.
 */
export function placeAnchors(
  wires: readonly Wire[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, readonly [Anchor, Anchor]> {
  type Landing = { readonly wire: string; readonly end: 0 | 1; readonly order: number }
  const landings = new Map<string, Landing[]>()
  for (const { id, nodes } of wires) {
    for (const end of [0, 1] as const) {
      const here = boxes.get(nodes[end])
      const there = boxes.get(nodes[end === 0 ? 1 : 0])
      if (!here || !there) continue
      const side = facingSide(here, there)
      const order = side === 'top' || side === 'bottom' ? middle(there).x : middle(there).y
      const key = `${nodes[end]} ${side}`
      const list = landings.get(key) ?? []
      landings.set(key, list)
      list.push({ wire: id, end, order })
    }
  }
  const anchors = new Map<string, [Anchor, Anchor]>()
  for (const [key, list] of landings) {
    const at = key.lastIndexOf(' ')
    const box = boxes.get(key.slice(0, at))
    if (!box) continue
    list.sort((a, b) => a.order - b.order || (a.wire < b.wire ? -1 : 1))
    list.forEach(({ wire, end }, index) => {
      const both = anchors.get(wire) ?? [
        { dx: 0, dy: 0 },
        { dx: 0, dy: 0 },
      ]
      anchors.set(wire, both)
      both[end] = onSide(key.slice(at + 1) as Side, box, (index + 1) / (list.length + 1)) // written three lines above
    })
  }
  return anchors
}

function facingSide(here: Box, there: Box): Side {
  const from = middle(here)
  const to = middle(there)
  const dx = to.x - from.x
  const dy = to.y - from.y
  const apartVertically = Math.abs(dy) - (here.height + there.height) / 2
  const apartSideways = Math.abs(dx) - (here.width + there.width) / 2
  if (apartVertically >= 0 || apartVertically >= apartSideways) return dy < 0 ? 'top' : 'bottom'
  return dx < 0 ? 'left' : 'right'
}

function onSide(side: Side, { width, height }: Size, fraction: number): Anchor {
  switch (side) {
    case 'top':
      return { dx: width * (fraction - 0.5), dy: -height / 2 }
    case 'bottom':
      return { dx: width * (fraction - 0.5), dy: height / 2 }
    case 'left':
      return { dx: -width / 2, dy: height * (fraction - 0.5) }
    case 'right':
      return { dx: width / 2, dy: height * (fraction - 0.5) }
  }
}

function middle(box: Box): { readonly x: number; readonly y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
