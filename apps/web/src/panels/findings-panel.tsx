'use client'

import type { JudgedFinding, RecordId, Severity, Waiver } from '@weft/domain'
import { text } from '@weft/domain'
import { CircleCheck, LoaderCircle, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button, Empty, SeverityMark, severityLooks } from '../ui'
import { useRecordName } from './record-name'
import { ruleText } from './rule-text'
import { toggled } from './toggled'
import { WaiverDialog } from './waiver-dialog'

const severities: readonly Severity[] = ['error', 'warning', 'info']
/** More rows than anyone reads at once; the rest appear when the filter gets narrower. */
const shownRows = 500

export function FindingsPanel() {
  const say = useSay()
  const findings = useEditor((state) => state.findings)
  const selection = useEditor((state) => state.selection)
  const compiled = useEditor((state) => state.digest !== undefined)
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set())
  const [onlySelected, setOnlySelected] = useState(false)
  const [openKey, setOpenKey] = useState<string>()

  const counts = useMemo(() => {
    const tally = { error: 0, warning: 0, info: 0, waived: 0 }
    for (const { severity, standing } of findings) tally[standing === 'waived' ? standing : severity]++
    return tally
  }, [findings])
  const rows = findings.filter(
    (finding) =>
      (finding.standing === 'waived' || !hidden.has(finding.severity)) &&
      (!onlySelected || finding.subjects.some((subject) => selection.has(subject))),
  )

  return (
    <section aria-label={say(text('Findings', '检查结果'))} className="flex h-full min-h-0 flex-col">
      <div className="flex flex-wrap items-center gap-1 border-b px-2 py-1">
        {severities.map((severity) => (
          <Button
            key={severity}
            small
            look={hidden.has(severity) ? 'quiet' : 'plain'}
            aria-pressed={!hidden.has(severity)}
            onClick={() => setHidden((before) => toggled(before, severity))}
          >
            <SeverityMark severity={severity} size={12} />
            {say(severityLooks[severity].words)} {counts[severity]}
          </Button>
        ))}
        {counts.waived > 0 && (
          <span className="ml-1 text-sm text-ink-muted">
            {say(text(`${counts.waived} waived`, `${counts.waived} 个已豁免`))}
          </span>
        )}
        <label className="ml-2 flex items-center gap-1.5 text-sm text-ink-muted">
          <input
            type="checkbox"
            className="focus-ring accent-accent"
            checked={onlySelected}
            onChange={(event) => setOnlySelected(event.target.checked)}
          />
          {say(text('Only what is selected', '仅所选对象'))}
        </label>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        {!compiled ? (
          <Empty title={say(text('Checking the design…', '正在检查设计…'))}>
            <LoaderCircle className="animate-spin" size={16} aria-hidden />
          </Empty>
        ) : rows.length === 0 ? (
          <Empty
            title={
              findings.length === 0
                ? say(text('No findings', '没有检查结果'))
                : say(text('Nothing matches the filter', '没有符合筛选条件的结果'))
            }
          >
            {findings.length === 0 && <CircleCheck className="text-ok" size={20} aria-hidden />}
          </Empty>
        ) : (
          <ul className="divide-y">
            {rows.slice(0, shownRows).map((finding) => (
              <FindingRow
                key={finding.key}
                finding={finding}
                open={openKey === finding.key}
                onToggle={() => setOpenKey((before) => (before === finding.key ? undefined : finding.key))}
              />
            ))}
          </ul>
        )}
        {rows.length > shownRows && (
          <p className="px-3 py-2 text-ink-muted">
            {say(
              text(
                `${rows.length - shownRows} more: narrow the filter to see them.`,
                `还有 ${rows.length - shownRows} 条：请缩小筛选范围。`,
              ),
            )}
          </p>
        )}
      </div>
    </section>
  )
}

function FindingRow({
  finding,
  open,
  onToggle,
}: {
  readonly finding: JudgedFinding
  readonly open: boolean
  readonly onToggle: () => void
}) {
  const say = useSay()
  const { dispatch, focus, select } = useEditorActions()
  const nameOf = useRecordName()
  const main = finding.subjects[0]
  const rule = ruleText(finding.ruleId)
  const { fix, waiver, standing } = finding
  const [waiving, setWaiving] = useState(false)
  return (
    <li
      className={`px-2 py-1 hover:bg-sunken ${standing === 'waived' ? 'opacity-70' : ''}`}
      data-finding={finding.key}
      data-rule={finding.ruleId}
      data-standing={standing}
    >
      <div className="flex items-start gap-2">
        <span className="pt-0.5">
          <SeverityMark severity={finding.severity} />
        </span>
        <button
          type="button"
          className="focus-ring min-w-0 flex-1 rounded-sm text-left"
          aria-expanded={open}
          onClick={() => {
            onToggle()
            if (main) focus(main)
            select(finding.subjects)
          }}
        >
          {standing !== 'open' && (
            <span className="mr-1 rounded-sm border px-1 text-xs text-ink-muted">{say(standingWords[standing])}</span>
          )}
          {say(finding.what)} <span className="font-mono text-xs text-ink-faint">{finding.ruleId}</span>
        </button>
        {fix && (
          <Button small onClick={() => dispatch(fix.command)} title={say(fix.label)}>
            <Wrench size={12} aria-hidden />
            {say(text('Fix', '修复'))}
            <span className="sr-only">: {say(fix.label)}</span>
          </Button>
        )}
      </div>
      {open && (
        <dl className="mt-1 ml-6 grid gap-1 pb-1 text-ink-muted">
          {rule && (
            <>
              <Fact term={say(text('Why', '原因'))}>{say(rule.why)}</Fact>
              <Fact term={say(text('What to do', '处理方法'))}>{say(rule.remedy)}</Fact>
            </>
          )}
          {fix && <Fact term={say(text('Proposed fix', '建议修复'))}>{say(fix.label)}</Fact>}
          {waiver && <WaiverFact waiver={waiver} />}
          {rule && <Fact term={say(text('Source', '来源'))}>{rule.source}</Fact>}
          <Fact term={say(text('Objects', '对象'))}>
            <span className="flex flex-wrap gap-1">
              {finding.subjects.map((subject) => (
                <SubjectButton key={subject} subject={subject} name={nameOf(subject)} />
              ))}
            </span>
          </Fact>
          {standing !== 'waived' && finding.ruleId !== 'document/waiver-unused' && (
            <span>
              <Button small onClick={() => setWaiving(true)}>
                {say(text('Waive…', '豁免…'))}
              </Button>
            </span>
          )}
        </dl>
      )}
      {waiving && <WaiverDialog finding={finding} onClose={() => setWaiving(false)} />}
    </li>
  )
}

const standingWords = {
  waived: text('waived', '已豁免'),
  expired: text('waiver expired', '豁免已过期'),
} as const

function WaiverFact({ waiver }: { readonly waiver: Waiver }) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const { owner, reason, until } = waiver
  return (
    <Fact term={say(text('Waived', '豁免'))}>
      <span className="flex flex-wrap items-center gap-2">
        {until === undefined
          ? say(text(`by ${owner}: ${reason}`, `${owner}：${reason}`))
          : say(text(`by ${owner} until ${until}: ${reason}`, `${owner}，至 ${until}：${reason}`))}
        <Button small onClick={() => dispatch({ kind: 'records.delete', ids: [waiver.id] })}>
          {say(text('Take back', '撤销'))}
        </Button>
      </span>
    </Fact>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[88px_1fr] gap-2">
      <dt className="text-sm text-ink-faint">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function SubjectButton({ subject, name }: { readonly subject: RecordId; readonly name: string }) {
  const { focus } = useEditorActions()
  return (
    <Button small look="plain" onClick={() => focus(subject)}>
      {name}
    </Button>
  )
}
