'use client'

import type { DocumentProblem, NetworkRecord, RecordId, RecordKind } from '@weft/domain'
import { collectionOf, parseRecord, text } from '@weft/domain'
import { useEffect, useState } from 'react'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Button, Field, inputClass } from '../../ui'
import { useRecordName } from '../record-name'
import type { FieldGroup, FieldSpec } from './fields'
import { draftOf, fieldsWith, valueAt, valueOfDraft } from './fields'
import { PolicyField } from './policy-field'
import { groupsOf } from './specs'

const words = {
  allocated: (value: string | number) => text(`${value} (allocated)`, `${value}（自动分配）`),
}

/** Every field of a record, checked while typing and applied when the field is left or Enter is pressed. */
export function RecordForm({ record, kind }: { readonly record: NetworkRecord; readonly kind: RecordKind }) {
  return (
    <div className="grid grid-cols-1 gap-3">
      {groupsOf(kind, record).map((group) => (
        <GroupForm key={group.title?.en ?? ''} group={group} record={record} />
      ))}
    </div>
  )
}

function GroupForm({ group, record }: { readonly group: FieldGroup; readonly record: NetworkRecord }) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const { optional, title } = group
  const present = optional === undefined || optional.field in record
  const fields = group.fields.map((spec) => (
    <FieldEditor key={`${record.id} ${spec.path.join('.')}`} spec={spec} record={record} />
  ))
  if (!title) return <div className="grid grid-cols-1 gap-2">{fields}</div>
  return (
    <details open={present} className="rounded-md border">
      <summary className="focus-ring cursor-pointer rounded-md px-2 py-1 font-medium">{say(title)}</summary>
      <div className="grid grid-cols-1 gap-2 p-2 pt-1">
        {present ? fields : null}
        {optional && (
          <Button
            small
            onClick={() =>
              dispatch({
                kind: 'record.set',
                id: record.id,
                fields: { [optional.field]: present ? undefined : optional.template },
              })
            }
          >
            {say(present ? text('Remove this part', '移除此部分') : text('Add', '添加'))}
          </Button>
        )}
      </div>
    </details>
  )
}

function FieldEditor({ spec, record }: { readonly spec: FieldSpec; readonly record: NetworkRecord }) {
  switch (spec.kind) {
    case 'flag':
      return <FlagField spec={spec} record={record} />
    case 'policy':
      return <PolicyField spec={spec} record={record} />
    case 'choice':
    case 'reference':
      return <ChosenField spec={spec} record={record} />
    default:
      return <TypedField spec={spec} record={record} />
  }
}

/** What the record's schema says of a value at a path, before anything is dispatched. */
function problemOf(record: NetworkRecord, spec: FieldSpec, value: unknown): DocumentProblem | undefined {
  const collection = collectionOf(record.id)
  if (!collection) return undefined
  const candidate = withoutAbsent({ ...record, ...fieldsWith(record, spec.path, value) })
  const result = parseRecord(collection, candidate, [])
  return result.ok ? undefined : result.problems[0]
}

function withoutAbsent(fields: { readonly [field: string]: unknown }) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function TypedField({ spec, record }: { readonly spec: FieldSpec; readonly record: NetworkRecord }) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const stored = draftOf(spec, valueAt(record, spec.path))
  const allocated = useEditor((state) => state.digest?.allocated.get(`${record.id}/${spec.path.join('.')}`))
  const [draft, setDraft] = useState(stored)
  useEffect(() => setDraft(stored), [stored])
  const problem = draft === stored ? undefined : problemOf(record, spec, valueOfDraft(spec, draft))

  function apply() {
    if (draft === stored || problem) return
    dispatch({ kind: 'record.set', id: record.id, fields: fieldsWith(record, spec.path, valueOfDraft(spec, draft)) })
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
          {...(allocated === undefined ? {} : { placeholder: say(words.allocated(allocated)) })}
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

function FlagField({ spec, record }: { readonly spec: FieldSpec; readonly record: NetworkRecord }) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        className="focus-ring accent-accent"
        checked={valueAt(record, spec.path) === true}
        onChange={(event) =>
          dispatch({
            kind: 'record.set',
            id: record.id,
            fields: fieldsWith(record, spec.path, event.target.checked ? true : undefined),
          })
        }
      />
      {say(spec.label)}
    </label>
  )
}

function ChosenField({
  spec,
  record,
}: {
  readonly spec: FieldSpec & { readonly kind: 'choice' | 'reference' }
  readonly record: NetworkRecord
}) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const network = useEditor((state) => state.fabric)
  const nameOf = useRecordName()
  const value = draftOf(spec, valueAt(record, spec.path))
  const choices =
    spec.kind === 'choice'
      ? spec.choices.map((choice) => ({ value: choice.value, label: say(choice.label) }))
      : spec.candidates(network, record).map((id: RecordId) => ({ value: id as string, label: nameOf(id) }))
  const known = value === '' || choices.some((choice) => choice.value === value)
  return (
    <Field label={say(spec.label)} {...(spec.hint ? { hint: say(spec.hint) } : {})}>
      {(parts) => (
        <select
          {...parts}
          className={inputClass}
          value={value}
          onChange={(event) => {
            const chosen = event.target.value === '' ? undefined : event.target.value
            dispatch({ kind: 'record.set', id: record.id, fields: fieldsWith(record, spec.path, chosen) })
          }}
        >
          {(spec.unset || value === '') && <option value="">{spec.unset ? say(spec.unset) : ''}</option>}
          {!known && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
