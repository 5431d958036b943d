'use client'

import type { SessionStatus } from '@weft/domain'
import type { Badge } from './flow-types'
import type { XY } from './wire-line'

/** One word in a small box on a wire. */
export type Mark = {
  readonly key: string
  readonly words: string
  readonly tone: 'plain' | 'ok' | 'error' | 'warning' | 'info'
}

const CHARACTER_WIDTH = 6.2
const PADDING = 4
const HEIGHT = 15
const LABEL_DISTANCE = 8

function widthOf({ words }: Mark): number {
  return words.length * CHARACTER_WIDTH + 2 * PADDING
}

/** Whether the names of both ends and the marks fit on a wire without covering each other. */
export function labelsFit(length: number, [a, b]: readonly [string, string], marks: readonly Mark[]): boolean {
  const marked = marks.reduce((sum, mark) => sum + widthOf(mark), 0)
  const longest = Math.max(a.length, b.length) * CHARACTER_WIDTH + 2 * LABEL_DISTANCE
  return length > marked + 2 * longest
}

/** Marks side by side, their middle on `at`. */
export function Marks({ marks, at }: { readonly marks: readonly Mark[]; readonly at: XY }) {
  if (marks.length === 0) return null
  const widths = marks.map(widthOf)
  const total = widths.reduce((sum, width) => sum + width + 2, -2)
  let x = at.x - total / 2
  return (
    <g className="wire-marks">
      {marks.map(({ key, words, tone }, index) => {
        const width = widths[index] ?? 0
        const left = x
        x += width + 2
        return (
          <g key={key} data-tone={tone} transform={`translate(${left} ${at.y - HEIGHT / 2})`}>
            <rect width={width} height={HEIGHT} rx={3} />
            <text x={width / 2} y={HEIGHT / 2} textAnchor="middle" dominantBaseline="central">
              {words}
            </text>
          </g>
        )
      })}
    </g>
  )
}

const statusShape = { established: '✓', down: '✕', unknown: '?' } as const
const statusTone = { established: 'ok', down: 'error', unknown: 'plain' } as const

/** Shape and colour, and the protocol where there is room: status is never told by colour alone. */
export function statusMark(status: SessionStatus, protocol: string): Mark {
  return { key: 'status', words: `${statusShape[status]} ${protocol}`.trim(), tone: statusTone[status] }
}

const severityShape = { error: '⊗', warning: '⚠', info: 'ⓘ' } as const

export function badgeMark({ worst, count }: Badge): Mark {
  return { key: 'badge', words: `${severityShape[worst]} ${count}`, tone: worst }
}

/** The wire itself and a wider invisible one that is easy to hit. */
export function Wire({ d, className }: { readonly d: string; readonly className: string }) {
  return (
    <>
      <path d={d} fill="none" className={`wire ${className}`} />
      <path d={d} fill="none" className="react-flow__edge-interaction" strokeOpacity={0} strokeWidth={14} />
    </>
  )
}

/** A name written along the wire, near the end at `from`. */
export function EndLabel({ from, to, words }: { readonly from: XY; readonly to: XY; readonly words: string }) {
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  const flipped = Math.abs(angle) > 90
  return (
    <text
      className="port-label"
      transform={`translate(${from.x} ${from.y}) rotate(${flipped ? angle + 180 : angle})`}
      x={flipped ? -LABEL_DISTANCE : LABEL_DISTANCE}
      y={-4}
      textAnchor={flipped ? 'end' : 'start'}
    >
      {words}
    </text>
  )
}
