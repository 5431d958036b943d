'use client'

import { text } from '@weft/domain'
import { useState } from 'react'
import { useSay } from '../../i18n'
import { Button, Modal } from '../../ui'
import { isDesignName, NameField } from './name-field'

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
  const usable = isDesignName(name)
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
        <NameField value={name} onChange={setName} />
      </form>
    </Modal>
  )
}
