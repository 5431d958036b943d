'use client'

import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { BadgeMark } from './badge-mark'
import { FailureMark } from './failure-mark'
import type { DeviceNode, LoopbackChip } from './flow-types'
import { MapCard } from './map-card'
import { NodeHandles } from './node-handles'
import { MOST_CHIPS } from './node-size'
import { roleLooks } from './role-look'
import { useTier } from './tier'

export const DeviceNodeView = memo(function DeviceNodeView({ data, selected, width, height }: NodeProps<DeviceNode>) {
  const say = useSay()
  const tier = useTier()
  if (tier === 'map')
    return <MapCard name={data.name} kind={data.role} selected={selected} badge={data.badge} marks={data} />
  const { icon: Icon, words } = roleLooks[data.role]
  const hidden = data.loopbacks.length - MOST_CHIPS
  return (
    <div
      className="device-card"
      data-selected={selected}
      data-role={data.role}
      data-failed={data.failed}
      data-heat={data.heat?.level}
    >
      <div className="flex h-[46px] items-center gap-2 px-2.5">
        <span className="role-mark" title={say(words)}>
          <Icon size={16} strokeWidth={1.75} role="img" aria-label={say(words)} />
        </span>
        <div className="min-w-0 flex-1 leading-4">
          <div className="flex items-baseline gap-1.5">
            <span className={`truncate font-semibold text-ink ${tier === 'far' ? 'text-xl leading-6' : ''}`}>
              {data.name}
            </span>
            {tier !== 'far' && data.asNumber && (
              <span className="ml-auto shrink-0 font-mono text-xs text-ink-muted">AS {data.asNumber}</span>
            )}
          </div>
          {tier !== 'far' && <div className="truncate text-xs text-ink-muted">{data.model}</div>}
        </div>
      </div>
      {tier !== 'far' && data.loopbacks.length > 0 && (
        <ul className="border-t px-1.5 py-[3px]">
          {data.loopbacks.slice(0, MOST_CHIPS).map((chip) => (
            <Chip key={chip.id} chip={chip} />
          ))}
          {hidden > 0 && <li className="h-[22px] px-1 text-xs leading-[22px] text-ink-muted">+{hidden} LoopBack</li>}
        </ul>
      )}
      {data.badge && <BadgeMark badge={data.badge} />}
      <FailureMark marks={data} />
      <NodeHandles width={width ?? 0} height={height ?? 0} />
    </div>
  )
})

function Chip({ chip: { id, label, address } }: { readonly chip: LoopbackChip }) {
  const selected = useEditor((state) => state.selection.has(id))
  const { select } = useEditorActions()
  return (
    <li className="h-[22px]">
      {/* Out of the tab order: the inspector of the device lists its interfaces for the keyboard. */}
      <button
        type="button"
        tabIndex={-1}
        className="loopback-chip nodrag"
        data-selected={selected}
        onClick={(event) => {
          event.stopPropagation()
          select([id], event.shiftKey ? 'toggle' : 'replace')
        }}
      >
        <span className="font-medium">{label}</span>
        <span className="truncate font-mono text-ink-muted">{address ?? '—'}</span>
      </button>
    </li>
  )
}
