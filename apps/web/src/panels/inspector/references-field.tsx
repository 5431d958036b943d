import type { NetworkRecord, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import { X } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Button, inputClass } from '../../ui'
import { useRecordName } from '../record-name'
import type { FieldSpecOf } from './fields'
import { fieldsWith, shownValue } from './fields'
import { Labelled } from './labelled'
import { inNaturalOrder } from './natural-order'
import { listOrNothing } from './record-value'

const words = {
  add: text('Add: type a name', '添加：输入名称'),
  remove: (name: string) => text(`Take ${name} out`, `移除 ${name}`),
  none: (name: string) => text(`Nothing to add is called ${name}.`, `没有可添加的 ${name}。`),
}
const shownAtFirst = 24
const offered = 200

type Props = { readonly spec: FieldSpecOf<'references'>; readonly record: NetworkRecord }

/** The records named in a list, each with a way to take it out, and a line to add others by name. */
export function ReferencesField({ spec, record }: Props) {
  const say = useSay()
  const listId = useId()
  const { dispatch, focus } = useEditorActions()
  const network = useEditor((state) => state.fabric)
  const nameOf = useRecordName()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const stored = shownValue(record, spec)
  const ids = Array.isArray(stored) ? (stored as readonly RecordId[]) : []
  const free = useMemo(() => {
    const chosen = new Set<string>(ids)
    const candidates = spec.candidates(network, record).filter((id) => !chosen.has(id))
    return inNaturalOrder(candidates.map((id) => ({ id, label: nameOf(id) })))
  }, [spec, network, record, ids, nameOf])
  const matching = free.filter(({ label }) => label.includes(typed))
  const named = inNaturalOrder(ids.map((id) => ({ id, label: nameOf(id) })))
  const shown = all ? named : named.slice(0, shownAtFirst)
  const unknown = typed !== '' && matching.length === 0

  function put(next: readonly RecordId[]) {
    setTyped('')
    dispatch({ kind: 'record.set', id: record.id, fields: fieldsWith(record, spec, listOrNothing(record, spec, next)) })
  }

  function type(value: string) {
    const found = free.find(({ label }) => label === value)
    // A name that other names begin with waits for Enter.
    if (found && !free.some(({ label }) => label !== value && label.startsWith(value))) put([...ids, found.id])
    else setTyped(value)
  }

  return (
    <Labelled spec={spec}>
      {shown.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {shown.map(({ id, label }) => (
            <li key={id} className="flex h-6 max-w-full items-center rounded-md border bg-sunken text-sm">
              <button
                type="button"
                className="focus-ring min-w-0 truncate rounded-sm px-1.5 font-mono hover:underline"
                onClick={() => focus(id)}
              >
                {label}
              </button>
              <button
                type="button"
                aria-label={say(words.remove(label))}
                title={say(words.remove(label))}
                className="focus-ring grid h-6 w-5 place-items-center rounded-sm text-ink-muted hover:text-ink"
                onClick={() => put(ids.filter((other) => other !== id))}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
          {named.length > shown.length && (
            <li>
              <Button small look="quiet" onClick={() => setAll(true)}>
                +{named.length - shown.length}
              </Button>
            </li>
          )}
        </ul>
      )}
      {free.length > 0 && (
        <input
          className={`${inputClass} text-sm`}
          aria-label={`${say(spec.label)}: ${say(words.add)}`}
          {...(unknown ? { 'aria-invalid': true } : {})}
          placeholder={say(words.add)}
          list={listId}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('')
            const chosen = matching.find(({ label }) => label === typed) ?? matching[0]
            if (event.key === 'Enter' && typed !== '' && chosen) put([...ids, chosen.id])
          }}
        />
      )}
      <datalist id={listId}>
        {matching.slice(0, offered).map(({ id, label }) => (
          <option key={id} value={label} />
        ))}
      </datalist>
      {unknown && <p className="text-sm text-error">{say(words.none(typed))}</p>}
    </Labelled>
  )
}
