'use client'

import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { Mark } from './edge-marks'
import { badgeMark, EndLabel, labelsFit, Marks, statusMark, Wire } from './edge-marks'
import type { CableEdge, SessionEdge, VlanifEdge } from './flow-types'
import { hasRoomForMarks, useTier } from './tier'
import type { XY } from './wire-line'
import { between, pathOf, wireLine } from './wire-line'

export const CableEdgeView = memo(function CableEdgeView(props: EdgeProps<CableEdge>) {
  const tier = useTier()
  const { data } = props
  if (!data) return null
  const line = wireLine({ type: 'cable', data }, endsOf(props))
  const { from, to } = line
  const count = data.linkIds.length
  const marks: readonly Mark[] = [
    ...(data.purpose === 'peer-link' ? [{ key: 'purpose', words: 'peer-link', tone: 'plain' as const }] : []),
    ...(count > 1 ? [{ key: 'count', words: `×${count}`, tone: 'plain' as const }] : []),
    ...(data.session && tier === 'near' ? [statusMark(data.session, 'EBGP')] : []),
    ...(data.failed ? [{ key: 'failed', words: '✕', tone: 'error' as const }] : []),
    ...(data.heat ? [{ key: 'heat', words: `▲${data.heat.count}`, tone: 'error' as const }] : []),
    ...(data.badge ? [badgeMark(data.badge)] : []),
  ]
  const selected = props.selected ? 'selected' : ''
  const labels = [portWords(data.ports[0]), portWords(data.ports[1])] as const
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return (
    <g
      className={`cable ${data.purpose} ${selected}`}
      data-session={data.session}
      data-failed={data.failed}
      data-heat={data.heat?.level}
    >
      <Wire d={pathOf(line)} className={count > 1 ? 'bundle' : ''} />
      {tier === 'near' && labelsFit(length, labels, marks) && (
        <>
          <EndLabel from={from} to={to} words={labels[0]} />
          <EndLabel from={to} to={from} words={labels[1]} />
        </>
      )}
      {hasRoomForMarks(tier) && <Marks marks={marks} at={between(from, to, 0.5)} />}
    </g>
  )
})

function portWords(ports: readonly string[]): string {
  const [first = ''] = ports
  return ports.length > 1 ? `${first} +${ports.length - 1}` : first
}

export const VlanifEdgeView = memo(function VlanifEdgeView(props: EdgeProps<VlanifEdge>) {
  const tier = useTier()
  const { data } = props
  if (!data) return null
  const line = wireLine({ type: 'vlanif', data }, endsOf(props))
  const marks: readonly Mark[] = [
    { key: 'vlan', words: `VLAN ${data.vlan}`, tone: 'info' },
    ...(data.badge ? [badgeMark(data.badge)] : []),
  ]
  return (
    <g className={`vlanif ${props.selected ? 'selected' : ''}`}>
      <Wire d={pathOf(line)} className="" />
      {hasRoomForMarks(tier) && <Marks marks={marks} at={between(line.from, line.to, 0.34)} />}
    </g>
  )
})

export const SessionEdgeView = memo(function SessionEdgeView(props: EdgeProps<SessionEdge>) {
  const tier = useTier()
  const { data, selected } = props
  if (!data) return null
  const line = wireLine({ type: 'session', data }, endsOf(props))
  const { from, to, control = from } = line
  const top = between(between(from, control, 0.5), between(control, to, 0.5), 0.5)
  const marks = [
    statusMark(data.status, tier === 'near' ? data.protocol : ''),
    ...(data.badge ? [badgeMark(data.badge)] : []),
  ]
  return (
    <g className={`session ${selected ? 'selected' : ''}`} data-status={data.status}>
      <Wire d={pathOf(line)} className={data.protocol === 'BMP' ? 'bmp' : ''} />
      {hasRoomForMarks(tier) && <Marks marks={marks} at={top} />}
    </g>
  )
})

type Ends = Pick<EdgeProps, 'sourceX' | 'sourceY' | 'targetX' | 'targetY'>

function endsOf({ sourceX, sourceY, targetX, targetY }: Ends): readonly [XY, XY] {
  return [
    { x: sourceX, y: sourceY },
    { x: targetX, y: targetY },
  ]
}
