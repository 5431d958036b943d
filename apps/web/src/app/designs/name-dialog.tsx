'use client'

import { text } from '@weft/domain'
import { useState } from 'react'
import { useSay } from '../../i18n'
import { Button, Field, inputClass, Modal } from '../../ui'

const longestName = 120

/** Asks for the name of a design. */
export function NameDialog({
  title,
  action,
  initial,
  onName,
  onCancel,
}: {
  readonly title: string
  readonly action: string
  readonly initial: string
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}) {
  const say = useSay()
  const [name, setName] = useState(initial)
  const trimmed = name.trim()
  const tooLong = trimmed.length > longestName
  const usable = trimmed !== '' && !tooLong
  return (
    <Modal
      open
      onClose={onCancel}
      title={title}
      footer={
        <>
          <Button onClick={onCancel}>{say(text('Cancel', '取消'))}</Button>
          <Button look="primary" disabled={!usable} onClick={() => onName(trimmed)}>
            {action}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (usable) onName(trimmed)
        }}
      >
        <Field
          label={say(text('Name', '名称'))}
          {...(tooLong
            ? { error: say(text(`At most ${longestName} characters.`, `最多 ${longestName} 个字符。`)) }
            : {})}
        >
          {(parts) => (
            <input
              {...parts}
              className={`${inputClass} h-8`}
              value={name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Modal>
  )
}
