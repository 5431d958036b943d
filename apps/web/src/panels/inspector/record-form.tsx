'use client'

import type { NetworkRecord, RecordKind } from '@weft/domain'
import { text } from '@weft/domain'
import { useState } from 'react'
import { useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Button } from '../../ui'
import { ChoicesField, ChosenField, FlagField } from './choice-fields'
import type { FieldGroup, FieldSpec } from './fields'
import { shownValue } from './fields'
import { PolicyField } from './policy-field'
import { ReferencesField } from './references-field'
import type { FormProps } from './rows-field'
import { RowsField } from './rows-field'
import { groupsOf } from './specs'
import { TypedField } from './typed-field'

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

/** A group with a title begins open where it says something of the record. */
function GroupForm({ group, record }: { readonly group: FieldGroup; readonly record: NetworkRecord }) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const { optional, title } = group
  const present = optional === undefined || optional.field in record
  const [open, setOpen] = useState(
    optional ? present : group.fields.some((spec) => shownValue(record, spec) !== undefined),
  )
  if (!title) return <Fields specs={group.fields} record={record} />
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="rounded-md border">
      <summary className="focus-ring cursor-pointer rounded-md px-2 py-1 font-medium">{say(title)}</summary>
      {open && (
        <div className="grid grid-cols-1 gap-2 p-2 pt-1">
          {present && <Fields specs={group.fields} record={record} dense={group.dense ?? false} />}
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
      )}
    </details>
  )
}

/** Fields of which two have room beside each other. */
const narrow: ReadonlySet<FieldSpec['kind']> = new Set(['text', 'number', 'choice', 'reference'])

function Fields({ specs, record, dense = false }: FormProps) {
  return (
    <div className={`grid gap-2 ${dense ? 'grid-cols-2 items-end' : 'grid-cols-1'}`}>
      {specs.map((spec) => (
        <div
          key={`${spec.path.join('.')} ${spec.label.en}`}
          className={`min-w-0 ${dense && (spec.wide || !narrow.has(spec.kind)) ? 'col-span-2' : ''}`}
        >
          <FieldEditor spec={spec} record={record} />
        </div>
      ))}
    </div>
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
    case 'choices':
      return <ChoicesField spec={spec} record={record} />
    case 'references':
      return <ReferencesField spec={spec} record={record} />
    case 'rows':
      return <RowsField spec={spec} record={record} Form={Fields} />
    default:
      return <TypedField spec={spec} record={record} />
  }
}
