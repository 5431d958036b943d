'use client'

import type { RenumberPlan, RenumberScope, SessionReset } from '@weft/domain'
import { text } from '@weft/domain'
import { ArrowRight, LoaderCircle } from 'lucide-react'
import { useMemo } from 'react'
import { useAnswer, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Button, Empty, Modal } from '../../ui'

const words = {
  title: text('Renumber', '重新编号'),
  says: text('Nothing is changed until you apply it. It is one step of undo.', '应用之前不会做任何更改；可一步撤销。'),
  given: text('Also numbers in its range that were given by hand', '包括其范围内手工指定的编号'),
  computing: text('Working out what changes…', '正在推算更改…'),
  changes: (count: number) => text(`Changes (${count})`, `更改（${count}）`),
  resets: (count: number) => text(`Sessions that are touched (${count})`, `受影响的会话（${count}）`),
  noResets: text('No session is touched.', '没有会话受影响。'),
  more: (count: number) => text(`and ${count} more`, `以及另外 ${count} 项`),
  cancel: text('Cancel', '取消'),
  apply: text('Renumber', '重新编号'),
}

const effectWords: { readonly [Effect in SessionReset['effect']]: ReturnType<typeof text> } = {
  starts: text('comes up', '将建立'),
  ends: text('goes down', '将中断'),
  're-establishes': text('resets', '将重置'),
  'needs-reset': text('keeps the old values until it is reset', '重置前沿用旧值'),
}

const shownItems = 200

/** What renumbering would change and which sessions reset, and only then the button that does it. */
export function RenumberDialog({
  scope,
  onScope,
  onClose,
}: {
  readonly scope: RenumberScope
  readonly onScope: (scope: RenumberScope) => void
  readonly onClose: () => void
}) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const question = useMemo(() => ({ kind: 'renumber', what: scope }) as const, [scope])
  const plan = useAnswer(question)?.plan
  const isPossible = plan !== undefined && !('refused' in plan)
  return (
    <Modal
      open
      wide
      onClose={onClose}
      title={say(words.title)}
      description={say(words.says)}
      footer={
        <>
          <Button onClick={onClose}>{say(words.cancel)}</Button>
          <Button
            look="primary"
            disabled={!isPossible}
            onClick={() => {
              dispatch({ kind: 'numbers.renumber', what: scope })
              onClose()
            }}
          >
            {say(words.apply)}
          </Button>
        </>
      }
    >
      {scope.kind === 'pool' && (
        <label className="mb-2 flex items-center gap-1.5">
          <input
            type="checkbox"
            className="focus-ring accent-accent"
            checked={scope.withGiven === true}
            onChange={(event) => onScope({ ...scope, withGiven: event.target.checked })}
          />
          {say(words.given)}
        </label>
      )}
      {plan === undefined ? (
        <Empty title={say(words.computing)}>
          <LoaderCircle className="animate-spin" size={16} aria-hidden />
        </Empty>
      ) : (
        <Preview plan={plan} />
      )}
    </Modal>
  )
}

function Preview({ plan }: { readonly plan: RenumberPlan }) {
  const say = useSay()
  if ('refused' in plan) {
    return (
      <div role="alert" className="rounded-md bg-warning-soft p-2 text-warning">
        <p className="font-medium">{say(plan.refused.what)}</p>
        <p>{say(plan.refused.remedy)}</p>
      </div>
    )
  }
  const { changes, resets } = plan
  return (
    <div className="grid gap-3">
      <section className="grid gap-1">
        <h3 className="font-semibold">{say(words.changes(changes.length))}</h3>
        <ul className="max-h-64 divide-y overflow-auto rounded-md border">
          {changes.slice(0, shownItems).map(({ recordId, name, field, before = '', after = '' }) => (
            <li key={`${recordId} ${field}`} className="flex flex-wrap items-center gap-x-3 px-2 py-0.5">
              <span className="min-w-40 flex-1">
                {name} <span className="font-mono text-xs text-ink-faint">{field}</span>
              </span>
              <span className="inline-flex items-center gap-1 font-mono">
                {before} <ArrowRight size={12} aria-label="→" /> {after}
              </span>
            </li>
          ))}
        </ul>
        <More count={changes.length - shownItems} />
      </section>
      <section className="grid gap-1">
        <h3 className="font-semibold">{say(words.resets(resets.length))}</h3>
        {resets.length === 0 ? (
          <p className="text-ink-muted">{say(words.noResets)}</p>
        ) : (
          <ul className="max-h-48 divide-y overflow-auto rounded-md border">
            {resets.slice(0, shownItems).map(({ name, effect, causes }) => (
              <li key={`${name} ${effect}`} className="px-2 py-0.5">
                <span>{name}</span>: <span className="font-medium text-warning">{say(effectWords[effect])}</span>
                <span className="text-ink-muted"> {causes.map(({ what }) => say(what)).join('; ')}</span>
              </li>
            ))}
          </ul>
        )}
        <More count={resets.length - shownItems} />
      </section>
    </div>
  )
}

function More({ count }: { readonly count: number }) {
  const say = useSay()
  return count > 0 ? <p className="text-ink-muted">{say(words.more(count))}</p> : null
}
