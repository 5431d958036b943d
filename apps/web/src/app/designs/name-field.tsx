'use client'

import { text } from '@weft/domain'
import { useSay } from '../../i18n'
import { Field, inputClass } from '../../ui'

const longest = 120

export function isDesignName(name: string): boolean {
  return name.trim() !== '' && name.trim().length <= longest
}

type Props = { readonly label?: string; readonly value: string; readonly onChange: (name: string) => void }

/** The name of a design. */
export function NameField({ label, value, onChange }: Props) {
  const say = useSay()
  const isTooLong = value.trim().length > longest
  const tooLong = say(text(`At most ${longest} characters.`, `最多 ${longest} 个字符。`))
  return (
    <Field label={label ?? say(text('Name', '名称'))} {...(isTooLong ? { error: tooLong } : {})}>
      {(parts) => (
        <input
          {...parts}
          className={`${inputClass} h-8`}
          value={value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
