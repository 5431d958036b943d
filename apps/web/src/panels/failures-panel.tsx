'use client'

import type { LocalText, RecordId, SessionStatus } from '@weft/domain'
import { text } from '@weft/domain'
import { X, ZapOff } from 'lucide-react'
import type { ChangedRow } from '../editor'
import { kindOf, useEditor, useEditorActions, useFailurePlayer } from '../editor'
import { useSay } from '../i18n'
import { Button, Empty, StatusMark } from '../ui'
import { FailureSweep } from './failure-sweep'
import { mlagWords, noticedWords } from './failure-words'
import { useRecordName } from './record-name'
import { RequirementsList } from './requirements-list'

const words = {
  title: text('Failures', '故障'),
  play: text('Click to take down', '点击模拟故障'),
  selection: text('Take the selection down', '使所选对象故障'),
  clear: text('All up again', '全部恢复'),
  down: text('Down', '故障对象'),
  up: (name: string) => text(`${name}: up again`, `恢复 ${name}`),
  nothing: text('Nothing is down', '当前没有假设的故障'),
  how: text(
    'Switch on “Click to take down” and click devices or cables, or select something and take it down. The design is not changed, and nobody else sees it.',
    '打开“点击模拟故障”后点击设备或线缆，或选中对象后使其故障。设计不会改变，其他人也看不到。',
  ),
  computing: text('Working out what happens…', '正在推算影响…'),
  same: text('No session changes its status.', '没有会话的状态改变。'),
  summary: (down: number, other: number, same: number) =>
    text(
      `${down} go down, ${other} change otherwise, ${same} stay as they are`,
      `${down} 个会话中断，${other} 个其他变化，${same} 个不变`,
    ),
  paths: (changed: number, asked: number) =>
    text(
      `${changed} of ${asked} ways between LoopBacks change their answer`,
      `LoopBack 之间 ${asked} 条路径中有 ${changed} 条结果改变`,
    ),
  someOf: (all: number) => text(`of ${all} in all`, `共 ${all} 条`),
  newNeighbours: text('routers that are left see each other in another way', '剩余路由器的邻接关系改变'),
}

/** More rows than anyone reads at once. */
const shownRows = 300
const failing = new Set(['device', 'link', 'interface', 'mlag'])

/** Takes things down for a look and says what changes; beside it, what must survive, and what every failure would do. */
export function FailuresPanel() {
  const say = useSay()
  const nameOf = useRecordName()
  const selection = useEditor((state) => state.selection)
  const { playing, setPlaying, failed, setFailed, toggle, outcome } = useFailurePlayer()
  const chosen = [...selection].filter((id) => failing.has(kindOf(id)))
  return (
    <section
      aria-label={say(words.title)}
      className="grid h-full min-h-0 grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,2fr)]"
    >
      <div className="flex min-h-0 min-w-0 flex-col border-r">
        <div className="flex flex-wrap items-center gap-1 border-b px-2 py-1">
          <Button
            small
            look={playing ? 'primary' : 'plain'}
            aria-pressed={playing}
            onClick={() => setPlaying(!playing)}
          >
            <ZapOff size={12} aria-hidden />
            {say(words.play)}
          </Button>
          <Button small disabled={chosen.length === 0} onClick={() => toggle(chosen)}>
            {say(words.selection)}
          </Button>
          <Button small look="quiet" disabled={failed.size === 0} onClick={() => setFailed([])}>
            {say(words.clear)}
          </Button>
          {failed.size > 0 && (
            <ul aria-label={say(words.down)} className="flex min-w-0 flex-wrap gap-1">
              {[...failed].map((id) => (
                <li key={id}>
                  <Button small look="danger" aria-label={say(words.up(nameOf(id)))} onClick={() => toggle([id])}>
                    {nameOf(id)}
                    <X size={12} aria-hidden />
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className="min-h-0 flex-1 overflow-auto" aria-live="polite">
          {failed.size === 0 ? (
            <Empty title={say(words.nothing)}>{say(words.how)}</Empty>
          ) : outcome === undefined ? (
            <Empty title={say(words.computing)} />
          ) : (
            <Outcome />
          )}
        </div>
      </div>
      <RequirementsList />
      <FailureSweep />
    </section>
  )
}

function Outcome() {
  const say = useSay()
  const nameOf = useRecordName()
  const { outcome } = useFailurePlayer()
  if (outcome === undefined) return null
  const { rows, unchanged, loopbacks, mlagPairs } = outcome
  const down = rows.filter(({ after }) => after === 'down').length
  return (
    <>
      <p className="border-b px-3 py-1 text-ink-muted">
        {say(words.summary(down, rows.length - down, unchanged))}
        {' · '}
        {say(words.paths(loopbacks.changed.length, loopbacks.asked))}
        {loopbacks.asked < loopbacks.all && ` (${say(words.someOf(loopbacks.all))})`}
      </p>
      {mlagPairs.map((pair) => (
        <p key={pair.pairId} className="px-3 py-0.5">
          <span className="font-medium">{nameOf(pair.pairId)}</span> {say(mlagWords(pair, nameOf))}
        </p>
      ))}
      {rows.length === 0 ? (
        <Empty title={say(words.same)} />
      ) : (
        <ul className="divide-y">
          {rows.slice(0, shownRows).map((row) => (
            <Changed key={row.id} row={row} />
          ))}
        </ul>
      )}
    </>
  )
}

function Changed({ row }: { readonly row: ChangedRow }) {
  const say = useSay()
  const { select } = useEditorActions()
  const { name, before, after, reason, noticed, devices } = row
  const says: readonly LocalText[] = [
    ...(after === undefined ? [words.newNeighbours] : []),
    ...(reason === undefined ? [] : [reason]),
    ...(noticed === undefined ? [] : [noticedWords(noticed)]),
  ]
  return (
    <li className="px-2 py-1 hover:bg-sunken" data-changed={row.id} data-after={after}>
      <button
        type="button"
        className="focus-ring flex w-full min-w-0 items-start gap-2 rounded-sm text-left"
        onClick={() => select(devices as readonly RecordId[])}
      >
        <Before status={before} after={after} />
        <span className="w-48 shrink-0 truncate font-mono text-sm leading-5" title={name}>
          {name}
        </span>
        <span className="min-w-0 flex-1 text-ink-muted">{says.map(say).join(' · ')}</span>
      </button>
    </li>
  )
}

function Before({ status, after }: { readonly status: SessionStatus; readonly after: SessionStatus | undefined }) {
  return (
    <span className="mt-0.5 flex shrink-0 items-center gap-0.5">
      <StatusMark status={status} />
      <span aria-hidden>→</span>
      <StatusMark status={after ?? 'unknown'} />
    </span>
  )
}
