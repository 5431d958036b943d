'use client'

import type { PoolId, PoolUsage } from '@weft/domain'
import { text } from '@weft/domain'
import { ListRestart } from 'lucide-react'
import { useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { IconButton } from '../../ui'
import { useRecordName } from '../record-name'

/** From here on the bar warns; the finding says the same. */
const nearlyFull = 0.8

const words = {
  pools: text('Pools', '资源池'),
  usage: ({ used, size }: PoolUsage) => text(`${used} of ${size} in use`, `已用 ${used} / ${size}`),
  renumber: (pool: string) => text(`Renumber ${pool}…`, `重新分配 ${pool}…`),
  none: text(
    'This design has no pools: numbers are given from ranges every network has.',
    '此设计没有资源池：编号取自默认范围。',
  ),
}

/** Pools with how full they are; one can be chosen to see only its numbers. */
export function PoolList({
  pools,
  chosen,
  onChoose,
  onRenumber,
}: {
  readonly pools: readonly PoolUsage[]
  readonly chosen: PoolId | undefined
  readonly onChoose: (poolId: PoolId | undefined) => void
  readonly onRenumber: (poolId: PoolId) => void
}) {
  const say = useSay()
  const nameOf = useRecordName()
  const { select } = useEditorActions()
  if (pools.length === 0) return <p className="w-56 shrink-0 border-r p-3 text-ink-muted">{say(words.none)}</p>
  return (
    <ul aria-label={say(words.pools)} className="w-56 shrink-0 overflow-auto border-r">
      {pools.map((pool) => {
        const name = nameOf(pool.poolId)
        const isChosen = chosen === pool.poolId
        return (
          <li key={pool.poolId} className={`flex items-center gap-1 px-1 py-1 ${isChosen ? 'bg-accent-soft' : ''}`}>
            <button
              type="button"
              aria-pressed={isChosen}
              className="focus-ring grid min-w-0 flex-1 gap-0.5 rounded-sm px-1 text-left"
              onClick={() => {
                onChoose(isChosen ? undefined : pool.poolId)
                select([pool.poolId])
              }}
            >
              <span className="truncate">{name}</span>
              <UsageBar pool={pool} />
              <span className="text-xs text-ink-muted">{say(words.usage(pool))}</span>
            </button>
            <IconButton small name={say(words.renumber(name))} onClick={() => onRenumber(pool.poolId)}>
              <ListRestart size={14} />
            </IconButton>
          </li>
        )
      })}
    </ul>
  )
}

function UsageBar({ pool: { used, size } }: { readonly pool: PoolUsage }) {
  const share = size === 0 ? 1 : used / size
  const look = share >= 1 ? 'bg-error' : share >= nearlyFull ? 'bg-warning' : 'bg-ok'
  return (
    <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunken">
      <span
        className={`block h-full ${look}`}
        style={{ width: `${used === 0 && size > 0 ? 0 : Math.max(2, share * 100)}%` }}
      />
    </span>
  )
}
