'use client'

import { text } from '@weft/domain'
import type { NodeProps } from '@xyflow/react'
import { Radar } from 'lucide-react'
import { memo } from 'react'
import { useSay } from '../i18n'
import { BadgeMark } from './badge-mark'
import type { HostNode, PairNode, StationNode } from './flow-types'
import { MapCard } from './map-card'
import { NodeHandles } from './node-handles'
import { hostLooks } from './role-look'
import { useTier } from './tier'

const modes = {
  'dual-active': text('M-LAG, dual-active', 'M-LAG 双活接入'),
  'active-standby': text('M-LAG, active-standby', 'M-LAG 主备接入'),
}

export const HostNodeView = memo(function HostNodeView({ data, selected, width, height }: NodeProps<HostNode>) {
  const say = useSay()
  const tier = useTier()
  if (tier === 'map') return <MapCard name={data.name} kind="host" selected={selected} badge={data.badge} />
  const { icon: Icon, words } = hostLooks[data.hostKind]
  return (
    <div className="host-card" data-selected={selected}>
      <Icon size={16} strokeWidth={1.75} className="shrink-0 text-ink-muted" aria-hidden />
      <div className="min-w-0 leading-4">
        <div className="truncate font-medium">{data.name}</div>
        <div className="truncate text-xs text-ink-muted">{say(data.attachment ? modes[data.attachment] : words)}</div>
      </div>
      {data.badge && <BadgeMark badge={data.badge} />}
      <NodeHandles width={width ?? 0} height={height ?? 0} />
    </div>
  )
})

export const StationNodeView = memo(function StationNodeView({
  data,
  selected,
  width,
  height,
}: NodeProps<StationNode>) {
  const tier = useTier()
  if (tier === 'map') return <MapCard name={data.name} kind="host" selected={selected} badge={data.badge} />
  return (
    <div className="host-card station-card" data-selected={selected}>
      <Radar size={16} strokeWidth={1.75} className="shrink-0 text-ink-muted" aria-hidden />
      <div className="min-w-0 leading-4">
        <div className="truncate font-medium">{data.name}</div>
        <div className="truncate text-xs text-ink-muted">
          BMP <span className="font-mono">{data.address}</span>
        </div>
      </div>
      {data.badge && <BadgeMark badge={data.badge} />}
      <NodeHandles width={width ?? 0} height={height ?? 0} />
    </div>
  )
})

/** The frame around an M-LAG pair; its label selects the pair and drags both members. */
export const PairNodeView = memo(function PairNodeView({ data, selected }: NodeProps<PairNode>) {
  return (
    <div className="pair-frame" data-selected={selected}>
      <div className="pair-grip" title={data.memberNames}>
        <span className="font-semibold">M-LAG</span>
        <span className="truncate">{data.name ?? data.memberNames}</span>
      </div>
      {data.badge && <BadgeMark badge={data.badge} />}
    </div>
  )
})
