'use client'

import type { Finding, NetworkRecord } from '@weft/domain'
import { parseRecord, text } from '@weft/domain'
import { useState } from 'react'
import { freshId, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button, Field, inputClass, Modal } from '../ui'

/** Asks who answers for a finding, why, and until when. */
export function WaiverDialog({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }) {
  const say = useSay()
  const { dispatch } = useEditorActions()
  const [reason, setReason] = useState('')
  const [owner, setOwner] = useState('')
  const [until, setUntil] = useState('')
  const [problem, setProblem] = useState<string>()

  function waive() {
    const record = { id: freshId('waiver'), finding: finding.key, reason, owner, ...(until === '' ? {} : { until }) }
    const reading = parseRecord('waivers', record, [])
    if (!reading.ok) {
      setProblem(reading.problems.map(({ message }) => say(message)).join(' '))
      return
    }
    dispatch({ kind: 'record.create', record: reading.record as NetworkRecord })
    onClose()
  }

  return (
    <Modal
      open
      onClose={onClose}
      title={say(text('Waive this finding', '豁免该检查结果'))}
      description={say(finding.what)}
      footer={
        <>
          <Button onClick={onClose}>{say(text('Cancel', '取消'))}</Button>
          <Button look="primary" disabled={reason.trim() === '' || owner.trim() === ''} onClick={waive}>
            {say(text('Waive', '豁免'))}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={say(text('Reason', '原因'))} {...(problem === undefined ? {} : { error: problem })}>
          {(parts) => (
            <input
              {...parts}
              className={inputClass}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={say(text('Who answers for it', '责任人'))}>
          {(parts) => (
            <input {...parts} className={inputClass} value={owner} onChange={(event) => setOwner(event.target.value)} />
          )}
        </Field>
        <Field
          label={say(text('Last day', '最后一天'))}
          hint={say(text('Empty: until somebody takes it back.', '留空：直到被撤销。'))}
        >
          {(parts) => (
            <input
              {...parts}
              type="date"
              className={inputClass}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
