'use client'

import type { FailingElement, Progress, RecordId, Sweep } from '@weft/domain'
import { text } from '@weft/domain'
import { useRef, useState } from 'react'
import { useAsk, useEditor, useFailurePlayer } from '../editor'
import { useSay } from '../i18n'
import { Button, Empty } from '../ui'
import { LinkSuggestions } from './link-suggestions'
import { useRecordName } from './record-name'

const words = {
  title: text('Every failure', '遍历故障'),
  one: text('Try each one', '逐个故障'),
  two: text('Try every two', '两两故障'),
  cancel: text('Cancel', '取消'),
  heat: text('Show on the canvas', '在画布上显示'),
  none: text('Not tried yet', '尚未遍历'),
  how: text(
    'Every device and every link is taken down in turn: what breaks the sessions of others comes out, worst first.',
    '依次使每台设备和每条链路故障，按影响从大到小列出会中断其他设备会话的故障。',
  ),
  old: text('The design has changed since: try again.', '设计已改变，请重新遍历。'),
  tried: (one: number, two: number) =>
    text(
      `${one} single failures${two > 0 ? ` and ${two} pairs` : ''} tried`,
      `已遍历 ${one} 个单点故障${two > 0 ? `和 ${two} 对双重故障` : ''}`,
    ),
  harmless: (one: number, two: number) =>
    text(
      `${one}${two > 0 ? ` and ${two}` : ''} break nothing`,
      `其中 ${one} 个${two > 0 ? `和 ${two} 对` : ''}没有影响`,
    ),
  points: text('Single points of failure', '单点故障'),
  noPoints: text(
    'No device and no link alone takes a session of others down.',
    '任何单台设备或单条链路故障都不会中断其他设备的会话。',
  ),
  breaks: (others: number, own: number) =>
    text(`${others} sessions of others, ${own} of its own`, `其他设备 ${others} 个会话，自身 ${own} 个`),
  cuts: text('Pairs that break what neither breaks alone', '仅同时故障才有影响的组合'),
  noCuts: text('No two failures break more than each alone.', '任何双重故障都不比单独故障影响更大。'),
  sessions: (count: number) => text(`${count} sessions`, `${count} 个会话`),
  progress: (done: number, of: number) => text(`${done} of ${of}`, `${done} / ${of}`),
}

const shownRows = 100

type Found = { readonly sweep: Sweep; readonly network: object }

/** Tries every failure, shows where the design is weakest, and puts each on the canvas. */
export function FailureSweep() {
  const say = useSay()
  const ask = useAsk()
  const network = useEditor((state) => state.design.network)
  const { heat, setHeat } = useFailurePlayer()
  const [found, setFound] = useState<Found>()
  const [progress, setProgress] = useState<Progress>()
  const [problem, setProblem] = useState<string>()
  const running = useRef<AbortController>(undefined)

  async function run(order: 1 | 2) {
    const mine = new AbortController()
    running.current?.abort()
    running.current = mine
    setProblem(undefined)
    setProgress({ done: 0, of: 1 })
    try {
      const { sweep } = await ask({ kind: 'sweep', order }, { signal: mine.signal, onStep: setProgress })
      setFound({ sweep, network })
      setHeat(heatOf(sweep))
    } catch (error) {
      if (!mine.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
    }
    if (running.current === mine) setProgress(undefined)
  }

  return (
    <section aria-label={say(words.title)} className="flex min-h-0 min-w-0 flex-col">
      <div className="flex flex-wrap items-center gap-1 border-b px-2 py-1">
        <Button small disabled={progress !== undefined} onClick={() => void run(1)}>
          {say(words.one)}
        </Button>
        <Button small disabled={progress !== undefined} onClick={() => void run(2)}>
          {say(words.two)}
        </Button>
        {progress && (
          <>
            <progress
              className="h-2 w-32"
              max={progress.of}
              value={progress.done}
              aria-label={say(words.title)}
              title={say(words.progress(progress.done, progress.of))}
            />
            <Button
              small
              look="quiet"
              onClick={() => {
                running.current?.abort()
                setProgress(undefined)
              }}
            >
              {say(words.cancel)}
            </Button>
          </>
        )}
        {found && !progress && (
          <label className="ml-1 flex items-center gap-1.5 text-sm text-ink-muted">
            <input
              type="checkbox"
              className="focus-ring accent-accent"
              checked={heat !== undefined}
              onChange={(event) => setHeat(event.target.checked ? heatOf(found.sweep) : undefined)}
            />
            {say(words.heat)}
          </label>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {problem && (
          <p role="alert" className="px-3 py-1 text-error">
            {problem}
          </p>
        )}
        {found ? (
          <>
            <Results sweep={found.sweep} outdated={found.network !== network} />
            {found.network === network && <LinkSuggestions key={found.sweep.order} sweep={found.sweep} />}
          </>
        ) : (
          <Empty title={say(words.none)}>{say(words.how)}</Empty>
        )}
      </div>
    </section>
  )
}

function heatOf({ elements, singlePoints }: Sweep): ReadonlyMap<RecordId, number> {
  return new Map(
    singlePoints.flatMap(({ element, others }) => {
      const id = elements[element]?.id
      return id === undefined ? [] : [[id, others] as const]
    }),
  )
}

function Results({ sweep, outdated }: { readonly sweep: Sweep; readonly outdated: boolean }) {
  const say = useSay()
  const { tried, harmless, singlePoints, cuts, elements, order } = sweep
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1 py-1">
      {outdated && <p className="px-3 text-warning">{say(words.old)}</p>}
      <p className="px-3 text-ink-muted">
        {say(words.tried(tried.one, tried.two))} · {say(words.harmless(harmless.one, harmless.two))}
      </p>
      <h3 className="px-3 pt-1 text-sm font-semibold">{say(words.points)}</h3>
      {singlePoints.length === 0 && <p className="px-3 text-ink-muted">{say(words.noPoints)}</p>}
      <ul>
        {singlePoints.slice(0, shownRows).map(({ element, others, own }) => (
          <FailureRow key={element} failure={[element]} elements={elements} note={say(words.breaks(others, own))} />
        ))}
      </ul>
      {order === 2 && (
        <>
          <h3 className="px-3 pt-1 text-sm font-semibold">{say(words.cuts)}</h3>
          {cuts.length === 0 && <p className="px-3 text-ink-muted">{say(words.noCuts)}</p>}
          <ul>
            {cuts
              .flatMap(({ failures, breaks }) => failures.map((failure) => ({ failure, count: breaks.length })))
              .slice(0, shownRows)
              .map(({ failure, count }) => (
                <FailureRow
                  key={failure.join()}
                  failure={failure}
                  elements={elements}
                  note={say(words.sessions(count))}
                />
              ))}
          </ul>
        </>
      )}
    </div>
  )
}

type RowProps = {
  readonly failure: readonly number[]
  readonly elements: readonly FailingElement[]
  readonly note: string
}

/** One failure; clicked, it is taken down for a look. */
function FailureRow({ failure, elements, note }: RowProps) {
  const nameOf = useRecordName()
  const { setFailed } = useFailurePlayer()
  const ids = failure.flatMap((element) => elements[element]?.id ?? [])
  return (
    <li>
      <button
        type="button"
        className="focus-ring flex w-full flex-wrap gap-x-2 rounded-sm px-3 py-0.5 text-left hover:bg-sunken"
        onClick={() => setFailed(ids)}
      >
        <span className="min-w-44 flex-1">{ids.map(nameOf).join(' + ')}</span>
        <span className="shrink-0 text-ink-muted">{note}</span>
      </button>
    </li>
  )
}
