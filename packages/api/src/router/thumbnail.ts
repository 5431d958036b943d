import { z } from 'zod'

const LONGEST_THUMBNAIL = 64_000

const element = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z-]+(?::[a-zA-Z]+)?="[^"<>&]*")*)\s*(\/?)>/g
const elements = new Set(['svg', 'g', 'rect', 'circle', 'ellipse', 'line', 'path', 'polyline', 'polygon', 'title'])
const attribute = /\s([a-zA-Z-]+(?::[a-zA-Z]+)?)="([^"]*)"/g
const attributes = new Set(
  'xmlns viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points fill stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity fill-opacity opacity transform'.split(
    ' ',
  ),
)

/** A small picture: shapes only. Whatever could run, load or point elsewhere is refused, not cleaned. */
export const thumbnailSchema = z
  .string()
  .max(LONGEST_THUMBNAIL)
  .refine(isPlainDrawing, { message: 'must be an <svg> of plain shapes with plain attributes' })

function isPlainDrawing(svg: string): boolean {
  if (!svg.startsWith('<svg') || !svg.endsWith('</svg>')) return false
  for (const [, , name = '', written = ''] of svg.matchAll(element)) {
    if (!elements.has(name)) return false
    for (const [, key = '', value = ''] of written.matchAll(attribute)) {
      if (!attributes.has(key) || /url|javascript/i.test(value)) return false
    }
  }
  // What is left between the elements is text, and text holds no markup.
  return !/[<>&]/.test(svg.replace(element, ''))
}
