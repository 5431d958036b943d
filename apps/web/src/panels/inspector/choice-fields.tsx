import type { NetworkRecord } from '@weft/domain'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Field, inputClass } from '../../ui'
import { useRecordName } from '../record-name'
import type { FieldSpec, FieldSpecOf } from './fields'
import { draftOf, fieldsWith, shownValue } from './fields'
import { Labelled } from './labelled'
import { inNaturalOrder } from './natural-order'
import { listOrNothing } from './record-value'

type Props<Spec extends FieldSpec> = { readonly spec: Spec; readonly record: NetworkRecord }

export function FlagField({ spec, record }: Props<FieldSpecOf<'flag'>>) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        className="focus-ring accent-accent"
        checked={shownValue(record, spec) === true}
        onChange={(event) =>
          dispatch({
            kind: 'record.set',
            id: record.id,
            fields: fieldsWith(record, spec, event.target.checked ? true : undefined),
          })
        }
      />
      {say(spec.label)}
    </label>
  )
}

/** One of a few words, or one other record. */
export function ChosenField({ spec, record }: Props<FieldSpecOf<'choice' | 'reference'>>) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const network = useEditor((state) => state.fabric)
  const nameOf = useRecordName()
  const value = draftOf(spec, shownValue(record, spec))
  const choices = choicesOf()
  const known = value === '' || choices.some((choice) => choice.value === value)

  function choicesOf(): readonly { readonly value: string; readonly label: string }[] {
    if (spec.kind === 'reference')
      return inNaturalOrder(spec.candidates(network, record).map((id) => ({ value: id, label: nameOf(id) })))
    const given = typeof spec.choices === 'function' ? spec.choices(network, record) : spec.choices
    return given.map((choice) => ({ value: choice.value, label: say(choice.label) }))
  }

  return (
    <Field label={say(spec.label)} {...(spec.hint ? { hint: say(spec.hint) } : {})}>
      {(parts) => (
        <select
          {...parts}
          className={inputClass}
          value={value}
          onChange={(event) => {
            const chosen = event.target.value === '' ? undefined : event.target.value
            dispatch({ kind: 'record.set', id: record.id, fields: fieldsWith(record, spec, chosen) })
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

/** Any number of a few words, each a button that stays pressed. They are stored in the order they are offered. */
export function ChoicesField({ spec, record }: Props<FieldSpecOf<'choices'>>) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const stored = shownValue(record, spec)
  const chosen = new Set<unknown>(Array.isArray(stored) ? stored : [])

  function toggle(value: string) {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    const list = spec.choices.flatMap((choice) => (next.has(choice.value) ? [choice.value] : []))
    dispatch({ kind: 'record.set', id: record.id, fields: fieldsWith(record, spec, listOrNothing(record, spec, list)) })
  }

  return (
    <Labelled spec={spec}>
      <div className="flex flex-wrap gap-1">
        {spec.choices.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen.has(value)}
            className="focus-ring h-6 rounded-md border border-line-strong px-2 text-sm hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium"
            onClick={() => toggle(value)}
          >
            {say(label)}
          </button>
        ))}
      </div>
    </Labelled>
  )
}
