'use client'

import type { LocalText } from '@weft/domain'
import { text } from '@weft/domain'
import { Check, CloudAlert, CloudOff, LoaderCircle } from 'lucide-react'
import type { SaveState } from '../editor'
import { useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button } from '../ui'

const icons = { saved: Check, saving: LoaderCircle, offline: CloudOff, failed: CloudAlert } as const
const inks = { saved: 'text-ok', saving: 'text-ink-muted', offline: 'text-warning', failed: 'text-error' } as const

/** Where the newest edits are, in words and with a shape. */
export function SaveIndicator() {
  const say = useSay()
  const saveState = useEditor((state) => state.saveState)
  const { retrySaving } = useEditorActions()
  const Icon = icons[saveState.kind]
  const waits = saveState.kind === 'offline' || saveState.kind === 'failed'
  return (
    <div className="flex items-center gap-1.5">
      <p
        role="status"
        data-save={saveState.kind}
        title={'message' in saveState ? saveState.message : undefined}
        className={`flex items-center gap-1 text-sm ${inks[saveState.kind]}`}
      >
        <Icon size={14} className={saveState.kind === 'saving' ? 'motion-safe:animate-spin' : ''} aria-hidden />
        <span className="max-w-80 truncate">{say(saveWords(saveState))}</span>
      </p>
      {waits && (
        <Button small onClick={retrySaving}>
          {say(text('Try now', '立即重试'))}
        </Button>
      )}
    </div>
  )
}

function saveWords(state: SaveState): LocalText {
  switch (state.kind) {
    case 'saved':
      return text('Saved', '已保存')
    case 'saving':
      return text('Saving…', '正在保存…')
    case 'offline':
      return text(
        `Offline: ${state.pending} kept here, will retry`,
        `离线：${state.pending} 项更改已保存在本机，将自动重试`,
      )
    case 'failed':
      return text(`Not saved: ${state.message}`, `未保存：${state.message}`)
  }
}
