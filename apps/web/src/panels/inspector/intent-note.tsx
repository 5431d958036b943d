'use client'

import type { NetworkRecord } from '@weft/domain'
import { text } from '@weft/domain'
import { useEditor, useEditorActions } from '../../editor'
import { useSay } from '../../i18n'
import { Button } from '../../ui'
import { useRecordName } from '../record-name'

/** Which intent a session comes from, and the way out of it. Changing a field detaches the session as well. */
export function IntentNote({ record }: { readonly record: NetworkRecord }) {
  const say = useSay()
  const { dispatch, focus } = useEditorActions()
  const nameOf = useRecordName()
  const intent = 'overlayId' in record ? record.overlayId : 'monitoringId' in record ? record.monitoringId : undefined
  const isDrawn = useEditor(
    ({ design: { network } }) => record.id in network.peerings || record.id in network.bmpSessions,
  )
  if (intent === undefined) return null
  const name = nameOf(intent)
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-md border px-2 py-1 text-sm text-ink-muted">
      <button type="button" className="focus-ring flex-1 rounded-sm text-left" onClick={() => focus(intent)}>
        {isDrawn
          ? say(text(`Detached from ${name}`, `已从 ${name} 分离`))
          : say(text(`Expanded from ${name}`, `由 ${name} 展开`))}
      </button>
      {!isDrawn && (
        <Button small onClick={() => dispatch({ kind: 'record.detach', id: record.id })}>
          {say(text('Detach', '分离'))}
        </Button>
      )}
    </div>
  )
}
