'use client'

import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { Mark, XY } from './edge-marks'
import { badgeMark, EndLabel, labelsFit, Marks, statusMark, Wire } from './edge-marks'
import type { Anchor, CableEdge, SessionEdge, VlanifEdge } from './flow-types'
import { useTier } from './tier'

export const CableEdgeView = memo(function CableEdgeView(props: EdgeProps<CableEdge>) {
  const tier = useTier()
  const { data } = props
  if (!data) return null
  const [from, to] = endsOf(props, data.anchors)
  const count = data.linkIds.length
  const marks: readonly Mark[] = [
    ...(data.purpose === 'peer-link' ? [{ key: 'purpose', words: 'peer-link', tone: 'plain' as const }] : []),
    ...(count > 1 ? [{ key: 'count', words: `×${count}`, tone: 'plain' as const }] : []),
    ...(data.session && tier === 'near' ? [statusMark(data.session, 'EBGP')] : []),
    ...(data.badge ? [badgeMark(data.badge)] : []),
  ]
  const selected = props.selected ? 'selected' : ''
  const labels = [portWords(data.ports[0]), portWords(data.ports[1])] as const
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return (
    <g className={`cable ${data.purpose} ${selected}`} data-session={data.session}>
      <Wire d={`M${from.x},${from.y}L${to.x},${to.y}`} className={count > 1 ? 'bundle' : ''} />
      {tier === 'near' && labelsFit(length, labels, marks) && (
        <>
          <EndLabel from={from} to={to} words={labels[0]} />
          <EndLabel from={to} to={from} words={labels[1]} />
        </>
      )}
      {tier !== 'far' && <Marks marks={marks} at={between(from, to, 0.5)} />}
    </g>
  )
})

function portWords(ports: readonly string[]): string {
  const [first = ''] = ports
  return ports.length > 1 ? `${first} +${ports.length - 1}` : first
}

const LANE_WIDTH = 9

export const VlanifEdgeView = memo(function VlanifEdgeView(props: EdgeProps<VlanifEdge>) {
  const tier = useTier()
  const { data } = props
  if (!data) return null
  const ends = endsOf(props, data.anchors)
  const [from, to] = aside(ends, LANE_WIDTH * (data.lane + 1))
  const marks: readonly Mark[] = [
    { key: 'vlan', words: `VLAN ${data.vlan}`, tone: 'info' },
    ...(data.badge ? [badgeMark(data.badge)] : []),
  ]
  return (
    <g className={`vlanif ${props.selected ? 'selected' : ''}`}>
      <Wire d={`M${from.x},${from.y}L${to.x},${to.y}`} className="" />
      {tier !== 'far' && <Marks marks={marks} at={between(from, to, 0.34)} />}
    </g>
  )
})

const FIRST_BEND = 44
const NEXT_BEND = 26

export const SessionEdgeView = memo(function SessionEdgeView(props: EdgeProps<SessionEdge>) {
  const tier = useTier()
  const { data, selected } = props
  if (!data) return null
  const [from, to] = endsOf(props, [noOffset, noOffset])
  const bend = FIRST_BEND + NEXT_BEND * data.lane
  const [start, end] = aside([from, to], -2 * bend)
  const control = between(start, end, 0.5)
  const top = between(between(from, control, 0.5), between(control, to, 0.5), 0.5)
  const marks = [
    statusMark(data.status, tier === 'near' ? data.protocol : ''),
    ...(data.badge ? [badgeMark(data.badge)] : []),
  ]
  return (
    <g className={`session ${selected ? 'selected' : ''}`} data-status={data.status}>
      <Wire
        d={`M${from.x},${from.y}Q${control.x},${control.y} ${to.x},${to.y}`}
        className={data.protocol === 'BMP' ? 'bmp' : ''}
      />
      {tier !== 'far' && <Marks marks={marks} at={top} />}
    </g>
  )
})

const noOffset: Anchor = { dx: 0, dy: 0 }
type Ends = Pick<EdgeProps, 'sourceX' | 'sourceY' | 'targetX' | 'targetY'>

function endsOf({ sourceX, sourceY, targetX, targetY }: Ends, [a, b]: readonly [Anchor, Anchor]): readonly [XY, XY] {
  return [
    { x: sourceX + a.dx, y: sourceY + a.dy },
    { x: targetX + b.dx, y: targetY + b.dy },
  ]
}

function between(a: XY, b: XY, fraction: number): XY {
  return { x: a.x + (b.x - a.x) * fraction, y: a.y + (b.y - a.y) * fraction }
}

/** Both ends moved sideways, seen from the first to the second. */
function aside([a, b]: readonly [XY, XY], distance: number): readonly [XY, XY] {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const shift = { x: (-(b.y - a.y) / length) * distance, y: ((b.x - a.x) / length) * distance }
  return [
    { x: a.x + shift.x, y: a.y + shift.y },
    { x: b.x + shift.x, y: b.y + shift.y },
  ]
}
