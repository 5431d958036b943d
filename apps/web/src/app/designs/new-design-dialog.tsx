'use client'

import type { Design } from '@weft/domain'
import { text } from '@weft/domain'
import { useId, useState } from 'react'
import { useSay } from '../../i18n'
import { Button, Field, inputClass, Modal } from '../../ui'
import type { Beginning, Numbers } from './beginnings'
import { beginningNames, beginnings, begun, fieldsOf, firstNumbers, problemsOf } from './beginnings'
import { isDesignName, NameField } from './name-field'

type Props = {
  /** Without a design: begin with an empty one. */
  readonly onCreate: (name: string, design: Design | undefined) => void
  readonly onCancel: () => void
}

/** Asks for the name of a new design and what it begins with. */
export function NewDesignDialog({ onCreate, onCancel }: Props) {
  const say = useSay()
  const formId = useId()
  const [name, setName] = useState('')
  const [beginning, setBeginning] = useState<Beginning>('empty')
  const [numbers, setNumbers] = useState<Numbers>(firstNumbers)
  const problems = problemsOf(beginning, numbers)
  const usable = isDesignName(name) && problems.size === 0

  return (
    <Modal
      open
      onClose={onCancel}
      title={say(text('New design', '新建设计'))}
      footer={
        <>
          <Button onClick={onCancel}>{say(text('Cancel', '取消'))}</Button>
          <Button look="primary" type="submit" form={formId} disabled={!usable}>
            {say(text('Create', '创建'))}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (usable) onCreate(name.trim(), begun(beginning, numbers))
        }}
      >
        <NameField value={name} onChange={setName} />
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-sm text-ink-muted">{say(text('Begin with', '起始内容'))}</legend>
          {beginnings.map((each) => (
            <label
              key={each}
              className="flex items-baseline gap-2 rounded-md border px-2 py-1.5 has-checked:border-accent has-checked:bg-accent-soft"
            >
              <input
                type="radio"
                name="beginning"
                className="focus-ring translate-y-px accent-accent"
                checked={beginning === each}
                onChange={() => setBeginning(each)}
              />
              <span className="min-w-0">
                <span className="font-medium">{say(beginningNames[each].label)}</span>{' '}
                <span className="text-sm text-ink-muted">{say(beginningNames[each].says)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="grid grid-cols-2 items-start gap-x-3 gap-y-2 empty:hidden">
          {fieldsOf(beginning, numbers).map(({ key, label, hint, choices }) => {
            const error = problems.get(key)
            return (
              <Field
                key={key}
                label={say(label)}
                {...(error ? { error: say(error) } : {})}
                {...(hint ? { hint: say(hint) } : {})}
              >
                {(parts) =>
                  choices ? (
                    <select
                      {...parts}
                      className={inputClass}
                      value={numbers[key]}
                      onChange={(event) => setNumbers({ ...numbers, [key]: event.target.value })}
                    >
                      {choices.map((choice) => (
                        <option key={choice.value} value={choice.value}>
                          {say(choice.label)}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <input
                      {...parts}
                      className={`${inputClass} font-mono text-sm`}
                      inputMode="numeric"
                      autoComplete="off"
                      value={numbers[key]}
                      onChange={(event) => setNumbers({ ...numbers, [key]: event.target.value })}
                    />
                  )
                }
              </Field>
            )
          })}
        </div>
      </form>
    </Modal>
  )
}
