import type { NetworkRecord } from '@weft/domain'
import { text } from '@weft/domain'
import { Plus, Trash2 } from 'lucide-react'
import type { ComponentType } from 'react'
import { useState } from 'react'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Button, IconButton } from '../../ui'
import type { FieldSpec, FieldSpecOf } from './fields'
import { fieldsWith, shownValue, under } from './fields'
import { Labelled } from './labelled'
import { listOrNothing } from './record-value'

const words = {
  add: text('Add', '添加'),
  remove: (number: number) => text(`Remove number ${number}`, `移除第 ${number} 项`),
  more: (count: number) => text(`${count} more`, `其余 ${count} 项`),
}
const shownAtFirst = 20

export type FormProps = {
  readonly specs: readonly FieldSpec[]
  readonly record: NetworkRecord
  /** Short fields stand two in a row. */
  readonly dense?: boolean
}
type Props = {
  readonly spec: FieldSpecOf<'rows'>
  readonly record: NetworkRecord
  /** What edits the fields of a row; rows may have rows. */
  readonly Form: ComponentType<FormProps>
}

/** Things of one kind below each other, each with its fields; added at the end, removed one by one. */
export function RowsField({ spec, record, Form }: Props) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const network = useEditor((state) => state.fabric)
  const [all, setAll] = useState(false)
  const stored = shownValue(record, spec)
  const rows: readonly unknown[] = Array.isArray(stored) ? stored : []
  const shown = all ? rows : rows.slice(0, shownAtFirst)
  const fresh = spec.template(network, record, rows)

  function put(next: readonly unknown[]) {
    dispatch({ kind: 'record.set', id: record.id, fields: fieldsWith(record, spec, listOrNothing(record, spec, next)) })
  }

  return (
    <Labelled
      spec={spec}
      action={
        <Button
          small
          disabled={fresh === undefined}
          aria-label={`${say(words.add)}: ${say(spec.label)}`}
          onClick={() => {
            setAll(true)
            put([...rows, fresh])
          }}
        >
          <Plus size={12} aria-hidden />
          {say(words.add)}
        </Button>
      }
    >
      {shown.map((row, index) => (
        // A row is what stands at its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
        <div key={index} className="relative rounded-md border p-2">
          <Form specs={under([...spec.path, index], spec.fields(row, network))} record={record} dense />
          <IconButton
            small
            className="absolute top-0.5 right-0.5"
            name={say(words.remove(index + 1))}
            onClick={() => put(rows.filter((_, other) => other !== index))}
          >
            <Trash2 size={14} />
          </IconButton>
        </div>
      ))}
      {rows.length > shown.length && (
        <Button small onClick={() => setAll(true)}>
          {say(words.more(rows.length - shown.length))}
        </Button>
      )}
    </Labelled>
  )
}
