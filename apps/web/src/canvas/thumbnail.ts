import type { Design, RecordId } from '@weft/domain'
import { emptyGraph } from './flow-types'
import { toFlow } from './to-flow'

/** Readable on a light and on a dark page: a picture in a page does not know its theme. */
const colours = { wire: '#8b96a3', device: '#2b8f9b', host: '#8b96a3' } as const
const MOST_SHAPES = 400
const PADDING = 24

/** A small picture of a design for the list: boxes and wires. Undefined when nothing is drawn. */
export function thumbnailOf(design: Design): string | undefined {
  const { nodes, edges } = toFlow(design, { summary: new Map() }, emptyGraph)
  const boxes = nodes.filter(({ type }) => type !== 'pair')
  if (boxes.length === 0) return undefined
  const left = Math.min(...boxes.map(({ position }) => position.x)) - PADDING
  const top = Math.min(...boxes.map(({ position }) => position.y)) - PADDING
  const right = Math.max(...boxes.map(({ position, width = 0 }) => position.x + width)) + PADDING
  const bottom = Math.max(...boxes.map(({ position, height = 0 }) => position.y + height)) + PADDING
  const stroke = Math.max(3, (right - left) / 160)
  const middles = new Map(
    boxes.map(({ id, position, width = 0, height = 0 }) => [
      id as RecordId,
      { x: Math.round(position.x + width / 2), y: Math.round(position.y + height / 2) },
    ]),
  )
  const wires = edges.slice(0, MOST_SHAPES).flatMap(({ type, source, target }) => {
    const [a, b] = [middles.get(source as RecordId), middles.get(target as RecordId)]
    return type === 'cable' && a && b ? [`M${a.x} ${a.y}L${b.x} ${b.y}`] : []
  })
  const shapes = boxes.slice(0, MOST_SHAPES).map(({ type, position, width = 0, height = 0 }) => {
    const fill = type === 'device' ? colours.device : colours.host
    return `<rect x="${Math.round(position.x)}" y="${Math.round(position.y)}" width="${width}" height="${height}" rx="10" fill="${fill}"/>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[left, top, right - left, bottom - top].map(Math.round).join(' ')}">`,
    `<path d="${wires.join('')}" stroke="${colours.wire}" stroke-width="${Math.round(stroke)}" fill="none"/>`,
    ...shapes,
    '</svg>',
  ].join('')
}
