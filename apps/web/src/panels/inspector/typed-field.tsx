import type { NetworkRecord } from '@weft/domain'
import { text } from '@weft/domain'
import { useEffect, useState } from 'react'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Field, inputClass } from '../../ui'
import type { FieldSpecOf } from './fields'
import { draftOf, fieldsWith, shownValue, valueOfDraft } from './fields'
import { problemOf } from './record-value'

const allocatedText = (value: string | number) => text(`${value} (allocated)`, `${value}（自动分配）`)

type Props = { readonly spec: FieldSpecOf<'text' | 'number' | 'list'>; readonly record: NetworkRecord }

/** A value that is typed. */
export function TypedField({ spec, record }: Props) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const stored = draftOf(spec, shownValue(record, spec))
  const allocated = useEditor((state) => state.digest?.allocated.get(`${record.id}/${spec.path.join('.')}`))
  const [draft, setDraft] = useState(stored)
  useEffect(() => setDraft(stored), [stored])
  const problem = draft === stored ? undefined : problemOf(record, spec, valueOfDraft(spec, draft))

  function apply() {
    if (draft === stored || problem) return
    dispatch({ kind: 'record.set', id: record.id, fields: fieldsWith(record, spec, valueOfDraft(spec, draft)) })
  }

  return (
    <Field
      label={say(spec.label)}
      {...(problem ? { error: `${say(problem.message)}. ${say(problem.remedy)}` } : {})}
      {...(spec.hint ? { hint: say(spec.hint) } : {})}
    >
      {(parts) => (
        <input
          {...parts}
          className={`${inputClass} ${spec.kind !== 'text' || spec.mono ? 'font-mono text-sm' : ''}`}
          value={draft}
          {...(allocated === undefined ? {} : { placeholder: say(allocatedText(allocated)) })}
          spellCheck={false}
          autoComplete="off"
          {...(spec.kind === 'number' ? { inputMode: 'numeric' as const } : {})}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={apply}
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply()
            if (event.key === 'Escape') setDraft(stored)
          }}
        />
      )}
    </Field>
  )
}
