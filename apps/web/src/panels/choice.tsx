'use client'

import type { LocalText } from '@weft/domain'
import { useSay } from '../i18n'
import { Field, inputClass } from '../ui'

type ChoiceProps<Value extends string> = {
  readonly label: LocalText
  readonly hint?: LocalText
  readonly value: Value
  readonly choices: readonly (readonly [Value, LocalText])[]
  readonly onChoose: (value: Value) => void
}

/** One of a few words. */
export function Choice<Value extends string>({ label, hint, value, choices, onChoose }: ChoiceProps<Value>) {
  const say = useSay()
  return (
    <Field label={say(label)} {...(hint ? { hint: say(hint) } : {})}>
      {(parts) => (
        <select
          {...parts}
          className={inputClass}
          value={value}
          onChange={(event) => {
            const chosen = choices.find(([each]) => each === event.target.value)
            if (chosen) onChoose(chosen[0])
          }}
        >
          {choices.map(([each, shown]) => (
            <option key={each} value={each}>
              {say(shown)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
