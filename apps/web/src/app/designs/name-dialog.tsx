'use client'

import { text } from '@weft/domain'
import { useState } from 'react'
import { useSay } from '../../i18n'
import { Button, Field, inputClass, Modal } from '../../ui'
import { isTooLong, tooLong } from './design-name'

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
  const usable = trimmed !== '' && !isTooLong(trimmed)
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
        <Field label={say(text('Name', '名称'))} {...(isTooLong(trimmed) ? { error: say(tooLong) } : {})}>
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
