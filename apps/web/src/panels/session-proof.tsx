'use client'

import type { DeviceId, ExplainedFact, SessionEntry } from '@weft/domain'
import { text } from '@weft/domain'
import { ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useAnswer, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button, FactMark } from '../ui'
import { useRecordName } from './record-name'
import { SessionFixes } from './session-fixes'

const words = {
  proof: text('Proof', '证明'),
  forward: text('Way there', '去程路径'),
  back: text('Way back', '回程路径'),
  gone: text('This session is no longer part of the design.', '该会话已不在设计中。'),
  asking: text('Asking…', '正在查询…'),
  source: text('Source', '来源'),
  line: (device: string, number: number) => text(`${device}, line ${number}`, `${device} 第 ${number} 行`),
  limits: text('Not part of the verdict', '结论不包含'),
}

/** Every fact behind the verdict of a session; each opens onto its objects, its lines and its source. */
export function SessionProof({ id }: { readonly id: string }) {
  const say = useSay()
  const nameOf = useRecordName()
  const question = useMemo(() => ({ kind: 'session', id }) as const, [id])
  const answer = useAnswer(question)
  if (!answer) return <p className="px-6 py-1 text-ink-muted">{say(words.asking)}</p>
  if (!answer.details) return <p className="px-6 py-1 text-ink-muted">{say(words.gone)}</p>
  const { entry, explanation } = answer.details
  const several = explanation.sides.length > 1
  return (
    <div className="mb-1 ml-6 border-l pl-2">
      {entry.verdict.status === 'down' && <SessionFixes key={id} id={id} />}
      {explanation.sides.map(({ deviceId, facts }) => (
        <ul key={deviceId ?? 'both'} aria-label={`${say(words.proof)}: ${deviceId ? nameOf(deviceId) : entry.name}`}>
          {several && deviceId && <li className="pt-0.5 text-sm font-semibold">{nameOf(deviceId)}</li>}
          {facts.map((fact) => (
            <FactRow key={`${fact.fact} ${fact.says.en}`} fact={fact} />
          ))}
        </ul>
      ))}
      <Path title={say(words.forward)} verdict={entry.verdict.forward} />
      <Path title={say(words.back)} verdict={entry.verdict.back} />
      {explanation.notModelled.length > 0 && (
        <p className="py-0.5 pl-5 text-sm text-ink-muted">
          <span className="text-ink-faint">{say(words.limits)}: </span>
          {explanation.notModelled.map(say).join(' · ')}
        </p>
      )}
    </div>
  )
}

function FactRow({ fact }: { readonly fact: ExplainedFact }) {
  const say = useSay()
  const nameOf = useRecordName()
  const { focus, select } = useEditorActions()
  const [open, setOpen] = useState(false)
  const { records, lines, source } = fact
  return (
    <li className="py-0.5">
      <button
        type="button"
        className="focus-ring flex min-w-0 items-start gap-1.5 rounded-sm text-left"
        aria-expanded={open}
        onClick={() => setOpen((before) => !before)}
      >
        <ChevronRight size={12} aria-hidden className={`mt-1 shrink-0 ${open ? 'rotate-90' : ''}`} />
        <span className="mt-0.5">
          <FactMark holds={fact.holds} />
        </span>
        <span>
          {say(fact.says)} <span className="font-mono text-xs text-ink-faint">{fact.fact}</span>
        </span>
      </button>
      {open && (
        <div className="mt-0.5 ml-9 grid gap-0.5">
          <div className="flex flex-wrap gap-1">
            {records.map((record) => (
              <Button
                key={record}
                small
                onClick={() => {
                  select([record])
                  focus(record)
                }}
              >
                {nameOf(record)}
              </Button>
            ))}
          </div>
          {lines.map(({ deviceId, number, text: line }) => (
            <Line key={`${deviceId} ${number}`} deviceId={deviceId} number={number} line={line} />
          ))}
          <p className="text-sm text-ink-faint">
            {say(words.source)}: {source}
          </p>
        </div>
      )}
    </li>
  )
}

type LineProps = { readonly deviceId: DeviceId; readonly number: number; readonly line: string }

function Line({ deviceId, number, line }: LineProps) {
  const say = useSay()
  const nameOf = useRecordName()
  return (
    <p className="flex gap-2 text-sm">
      <code className="font-mono whitespace-pre">{line}</code>
      <span className="text-ink-faint">{say(words.line(nameOf(deviceId), number))}</span>
    </p>
  )
}

/** The devices a packet passes, as far as it gets. */
function Path({ title, verdict }: { readonly title: string; readonly verdict: SessionEntry['verdict']['forward'] }) {
  const nameOf = useRecordName()
  const say = useSay()
  if (verdict === undefined) return null
  const way = verdict.kind === 'unknown' ? say(verdict.why) : verdict.path.map(nameOf).join(' → ')
  return (
    <p className="flex gap-2 py-0.5 pl-5 text-ink-muted">
      <span className="shrink-0 text-ink-faint">{title}</span>
      <span>
        {way}
        {verdict.kind === 'unreachable' && ` ✕ ${verdict.missing}`}
      </span>
    </p>
  )
}
