'use client'

import type { ProofFact, SessionEntry } from '@weft/domain'
import { text } from '@weft/domain'
import { ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useAnswer, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button, FactMark } from '../ui'
import { useRecordName } from './record-name'

const words = {
  proof: text('Proof', '证明'),
  forward: text('Way there', '去程路径'),
  back: text('Way back', '回程路径'),
  gone: text('This session is no longer part of the design.', '该会话已不在设计中。'),
  asking: text('Asking…', '正在查询…'),
}

/** Every fact behind the verdict of a session; each opens onto the objects it is about. */
export function SessionProof({ id }: { readonly id: string }) {
  const say = useSay()
  const question = useMemo(() => ({ kind: 'session', id }) as const, [id])
  const answer = useAnswer(question)
  if (!answer) return <p className="px-6 py-1 text-ink-muted">{say(words.asking)}</p>
  const { entry } = answer
  if (!entry) return <p className="px-6 py-1 text-ink-muted">{say(words.gone)}</p>
  return (
    <div className="mb-1 ml-6 border-l pl-2">
      <ul aria-label={`${say(words.proof)}: ${entry.name}`}>
        {entry.verdict.proof.map((fact, index) => (
          // A proof may look at one fact on either side; their order is the proof's.
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity of their own
          <FactRow key={index} fact={fact} />
        ))}
      </ul>
      <Path title={say(words.forward)} verdict={entry.verdict.forward} />
      <Path title={say(words.back)} verdict={entry.verdict.back} />
    </div>
  )
}

function FactRow({ fact }: { readonly fact: ProofFact }) {
  const say = useSay()
  const nameOf = useRecordName()
  const { focus, select } = useEditorActions()
  const [open, setOpen] = useState(false)
  const { records } = fact
  return (
    <li className="py-0.5">
      <div className="flex items-start gap-1.5">
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
      </div>
      {open && (
        <div className="mt-0.5 ml-9 flex flex-wrap gap-1">
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
      )}
    </li>
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
