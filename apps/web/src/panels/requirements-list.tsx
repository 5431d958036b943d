'use client'

import type { Finding, RecordId, Requirement } from '@weft/domain'
import { byId, requirementText, text } from '@weft/domain'
import { CircleCheck, LoaderCircle, Pencil, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useEditor, useEditorActions, useFailurePlayer } from '../editor'
import { useSay } from '../i18n'
import { Button, Empty, IconButton, SeverityMark } from '../ui'
import { RequirementForm } from './requirement-form'

const words = {
  title: text('Requirements', '需求'),
  add: text('Add a requirement…', '添加需求…'),
  none: text('Nothing is demanded yet', '尚无需求'),
  how: text(
    'Say what must stay up whatever fails. It is tried with every edit, and what breaks it is named.',
    '说明在何种故障下哪些会话或路径必须保持正常；每次编辑都会重新推算，并指出使其不满足的故障。',
  ),
  kept: text('kept', '满足'),
  judging: text('being worked out', '推算中'),
  show: text('Take down what breaks it', '模拟使其不满足的故障'),
  edit: (sentence: string) => text(`Edit: ${sentence}`, `编辑：${sentence}`),
  remove: (sentence: string) => text(`Delete: ${sentence}`, `删除：${sentence}`),
}

/** What people demand of the network, each with its verdict; one that is broken can be watched failing. */
export function RequirementsList() {
  const say = useSay()
  const network = useEditor((state) => state.design.network)
  const findings = useEditor((state) => state.findings)
  const [edited, setEdited] = useState<Requirement | 'new'>()
  const found = useMemo(
    () =>
      new Map<RecordId, Finding>(
        findings.flatMap((finding) => {
          const [main] = finding.subjects
          return main !== undefined && finding.ruleId.startsWith('requirement/') ? [[main, finding] as const] : []
        }),
      ),
    [findings],
  )
  const requirements = Object.values(network.requirements).sort(byId)
  return (
    <section aria-label={say(words.title)} className="flex min-h-0 min-w-0 flex-col border-r">
      <div className="flex flex-wrap items-center gap-1 border-b px-2 py-1">
        <Button small onClick={() => setEdited('new')}>
          <Plus size={12} aria-hidden />
          {say(words.add)}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto" aria-live="polite">
        {requirements.length === 0 ? (
          <Empty title={say(words.none)}>{say(words.how)}</Empty>
        ) : (
          <ul className="divide-y">
            {requirements.map((requirement) => (
              <Row
                key={requirement.id}
                requirement={requirement}
                finding={found.get(requirement.id)}
                onEdit={() => setEdited(requirement)}
              />
            ))}
          </ul>
        )}
      </div>
      {edited && (
        <RequirementForm {...(edited === 'new' ? {} : { before: edited })} onClose={() => setEdited(undefined)} />
      )}
    </section>
  )
}

type RowProps = {
  readonly requirement: Requirement
  readonly finding: Finding | undefined
  readonly onEdit: () => void
}

function Row({ requirement, finding, onEdit }: RowProps) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const { setFailed } = useFailurePlayer()
  const network = useEditor((state) => state.design.network)
  const compiled = useEditor((state) => state.digest !== undefined)
  const sentence = say(requirementText(network, requirement))
  const always = [...(requirement.whileDown?.deviceIds ?? []), ...(requirement.whileDown?.linkIds ?? [])]
  const counterexample = [...always, ...(finding?.subjects.slice(1) ?? [])]
  const isBroken = finding?.ruleId === 'requirement/broken' && finding.severity === 'error'
  const verdict = finding?.severity ?? (compiled ? 'kept' : 'judging')
  return (
    <li
      className="flex items-start gap-1 px-2 py-1 hover:bg-sunken"
      data-requirement={requirement.id}
      data-verdict={verdict}
    >
      <span className="pt-0.5">
        {finding ? (
          <SeverityMark severity={finding.severity} />
        ) : compiled ? (
          <CircleCheck size={14} className="text-ok" role="img" aria-label={say(words.kept)} />
        ) : (
          <LoaderCircle size={14} className="text-ink-muted" role="img" aria-label={say(words.judging)} />
        )}
      </span>
      <div className="min-w-0 flex-1">
        {requirement.name && <p className="font-medium">{requirement.name}</p>}
        <p>{finding ? say(finding.what) : sentence}</p>
        {isBroken && counterexample.length > 0 && (
          <Button small look="quiet" onClick={() => setFailed(counterexample)}>
            {say(words.show)}
          </Button>
        )}
      </div>
      <IconButton small name={say(words.edit(sentence))} onClick={onEdit}>
        <Pencil size={12} />
      </IconButton>
      <IconButton
        small
        name={say(words.remove(sentence))}
        onClick={() => dispatch({ kind: 'records.delete', ids: [requirement.id] })}
      >
        <Trash2 size={12} />
      </IconButton>
    </li>
  )
}
