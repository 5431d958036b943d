import type { FlowEdge } from './flow-types'
import type { XY } from './wire-line'
import { pathOf, wireLine } from './wire-line'

/** Wires that look the same, as one path; the names are those of the style sheet. */
export type WireStroke = {
  readonly key: string
  readonly group: string
  readonly wire: string
  readonly session: string | undefined
  readonly status: string | undefined
  readonly failed: true | undefined
  readonly heat: number | undefined
  readonly d: string
}

/** Longer paths take longer to paint than the same wires in several. */
const MOST_IN_ONE_PATH = 200

export function wirePicture(edges: readonly FlowEdge[], middles: ReadonlyMap<string, XY>): readonly WireStroke[] {
  const looks = new Map<string, { look: Omit<WireStroke, 'key' | 'd'>; paths: string[] }>()
  for (const edge of edges) {
    const [a, b] = [middles.get(edge.source), middles.get(edge.target)]
    if (!a || !b) continue
    const look = lookOf(edge)
    const key = `${look.group} ${look.wire} ${look.session ?? ''} ${look.status ?? ''} ${look.failed ?? ''} ${look.heat ?? ''}`
    const known = looks.get(key) ?? { look, paths: [] }
    looks.set(key, known)
    known.paths.push(pathOf(wireLine(edge, [rounded(a), rounded(b)])))
  }
  return [...looks].flatMap(([name, { look, paths }]) =>
    Array.from({ length: Math.ceil(paths.length / MOST_IN_ONE_PATH) }, (_, part) => ({
      ...look,
      key: `${name} ${part}`,
      d: paths.slice(part * MOST_IN_ONE_PATH, (part + 1) * MOST_IN_ONE_PATH).join(''),
    })),
  )
}

function lookOf({ type, data, selected }: FlowEdge): Omit<WireStroke, 'key' | 'd'> {
  const mark = selected ? ' selected' : ''
  const [failed, heat] = [data?.failed, data?.heat?.level]
  const plain = { group: `${type}${mark}`, wire: '', session: undefined, status: undefined, failed, heat }
  if (data && 'linkIds' in data) {
    const wire = data.linkIds.length > 1 ? 'bundle' : ''
    return { ...plain, group: `cable ${data.purpose}${mark}`, wire, session: data.session }
  }
  if (data && 'protocol' in data) {
    return { ...plain, wire: data.protocol === 'BMP' ? 'bmp' : '', status: data.status }
  }
  return plain
}

function rounded({ x, y }: XY): XY {
  return { x: Math.round(x), y: Math.round(y) }
}
