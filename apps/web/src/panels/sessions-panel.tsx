'use client'

import type { SessionRef, SessionStatus } from '@weft/domain'
import { text } from '@weft/domain'
import { LoaderCircle } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { SessionRow } from '../editor'
import { useAnswer, useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { assuranceWords, Button, Empty, inputClass, StatusMark, statusLooks } from '../ui'
import { SessionProof } from './session-proof'
import { toggled } from './toggled'

const statuses: readonly SessionStatus[] = ['down', 'unknown', 'established']
/** More rows than anyone reads at once; the rest appear when the filter gets narrower. */
const shownRows = 500

const kindWords: { readonly [Kind in SessionRef['kind']]: ReturnType<typeof text> } = {
  bgp: text('BGP', 'BGP'),
  bmp: text('BMP', 'BMP'),
  ospf: text('OSPF', 'OSPF'),
  ospfv3: text('OSPFv3', 'OSPFv3'),
  isis: text('IS-IS', 'IS-IS'),
  vxlan: text('VXLAN tunnel', 'VXLAN 隧道'),
  'dfs-pairing': text('DFS pairing', 'DFS 配对'),
  'dual-active-detection': text('Dual-active detection', '双主检测'),
  'sync-channel': text('TCP channel', 'TCP 通道'),
}

const words = {
  title: text('Sessions', '会话'),
  filter: text('Filter by name', '按名称筛选'),
  selected: text('Only what is selected', '仅所选对象'),
  computing: text('Working out the sessions…', '正在推算会话…'),
  none: text('No sessions yet', '还没有会话'),
  noneHow: text(
    'Draw a peering, an underlay, a BMP session or an M-LAG pair: its sessions appear here with their proof.',
    '绘制对等体、underlay、BMP 会话或 M-LAG 后，会话及其证明会显示在这里。',
  ),
  nothing: text('Nothing matches the filter', '没有符合筛选条件的会话'),
  more: (count: number) => text(`${count} more: narrow the filter to see them.`, `还有 ${count} 条：请缩小筛选范围。`),
}

const question = { kind: 'sessions' } as const

/** Every session of the design with its verdict; opened, the proof. */
export function SessionsPanel() {
  const say = useSay()
  const answer = useAnswer(question)
  const selection = useEditor((state) => state.selection)
  const [hidden, setHidden] = useState<ReadonlySet<SessionStatus>>(new Set())
  const [onlySelected, setOnlySelected] = useState(false)
  const [wanted, setWanted] = useState('')
  const [openId, setOpenId] = useState<string>()

  const all = answer?.rows
  const counts = useMemo(() => {
    const tally = { down: 0, unknown: 0, established: 0 }
    for (const { status } of all ?? []) tally[status]++
    return tally
  }, [all])
  const needle = wanted.trim().toLowerCase()
  const rows = (all ?? []).filter(
    ({ status, name, devices }) =>
      !hidden.has(status) &&
      name.toLowerCase().includes(needle) &&
      (!onlySelected || devices.some((device) => selection.has(device))),
  )

  return (
    <section aria-label={say(words.title)} className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-1 border-b px-2 py-1">
        {statuses.map((status) => (
          <Button
            key={status}
            small
            look={hidden.has(status) ? 'quiet' : 'plain'}
            aria-pressed={!hidden.has(status)}
            onClick={() => setHidden((before) => toggled(before, status))}
          >
            <StatusMark status={status} />
            {say(statusLooks[status].words)} {counts[status]}
          </Button>
        ))}
        <span className="ml-2 w-52">
          <input
            type="search"
            className={inputClass}
            aria-label={say(words.filter)}
            placeholder={say(words.filter)}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </span>
        <label className="ml-2 flex items-center gap-1.5 text-sm text-ink-muted">
          <input
            type="checkbox"
            className="focus-ring accent-accent"
            checked={onlySelected}
            onChange={(event) => setOnlySelected(event.target.checked)}
          />
          {say(words.selected)}
        </label>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {!all ? (
          <Empty title={say(words.computing)}>
            <LoaderCircle className="animate-spin" size={16} aria-hidden />
          </Empty>
        ) : all.length === 0 ? (
          <Empty title={say(words.none)}>{say(words.noneHow)}</Empty>
        ) : rows.length === 0 ? (
          <Empty title={say(words.nothing)} />
        ) : (
          <ul className="divide-y">
            {rows.slice(0, shownRows).map((row) => (
              <Row
                key={row.id}
                row={row}
                open={openId === row.id}
                onToggle={() => setOpenId((before) => (before === row.id ? undefined : row.id))}
              />
            ))}
          </ul>
        )}
        {rows.length > shownRows && (
          <p className="px-3 py-2 text-ink-muted">{say(words.more(rows.length - shownRows))}</p>
        )}
      </div>
    </section>
  )
}

function Row({
  row,
  open,
  onToggle,
}: {
  readonly row: SessionRow
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const say = useSay()
  const { select } = useEditorActions()
  const { status, assurance, name, session, reason, devices } = row
  return (
    <li className="px-2 py-1 hover:bg-sunken" data-session={row.id} data-status={status}>
      <button
        type="button"
        className="focus-ring flex w-full min-w-0 items-start gap-2 rounded-sm text-left"
        aria-expanded={open}
        onClick={() => {
          onToggle()
          select(devices)
        }}
      >
        <span className="mt-0.5">
          <StatusMark status={status} />
        </span>
        <span className="w-24 shrink-0 text-ink-muted">{say(kindWords[session.kind])}</span>
        <span className="w-72 shrink-0 truncate font-mono text-sm leading-5" title={name}>
          {name}
        </span>
        <span className="min-w-0 flex-1">
          {reason ? say(reason) : <span className="text-ink-muted">{say(assuranceWords[assurance])}</span>}
        </span>
      </button>
      {open && <SessionProof id={row.id} />}
    </li>
  )
}
