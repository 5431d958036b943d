'use client'

import { text } from '@weft/domain'
import { CircleX, Info, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEditor, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button, IconButton } from '../ui'
import { useCanvasSession } from './canvas-session'

const words = {
  dismiss: text('Dismiss', '关闭提示'),
  crashed: text('The checks stopped: ', '检查已停止：'),
  restart: text('Start again', '重新启动'),
}

/** What a person should know now: a refused command, a hint, or a compile that crashed. */
export function Notices() {
  const say = useSay()
  const refusal = useEditor((state) => state.refusal)
  const compileError = useEditor((state) => state.compileError)
  const { dismissRefusal, restartCompiling } = useEditorActions()
  const { notice, setNotice } = useCanvasSession()
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-4 z-20 grid justify-items-center gap-2 px-4">
      {compileError && (
        <Notice tone="error">
          <span>
            {say(words.crashed)}
            {compileError}
          </span>
          <Button small onClick={restartCompiling}>
            {say(words.restart)}
          </Button>
        </Notice>
      )}
      {refusal && (
        <Notice key={refusal.serial} tone="error" onDismiss={dismissRefusal}>
          <span>
            <strong className="font-semibold">{say(refusal.refusal.what)}</strong> {say(refusal.refusal.remedy)}
          </span>
        </Notice>
      )}
      {notice && (
        <Notice tone="info" onDismiss={() => setNotice(undefined)}>
          {say(notice)}
        </Notice>
      )}
    </div>
  )
}

type NoticeProps = { readonly tone: 'error' | 'info'; readonly children: ReactNode; readonly onDismiss?: () => void }

function Notice({ tone, children, onDismiss }: NoticeProps) {
  const say = useSay()
  const Icon = tone === 'error' ? CircleX : Info
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className="pointer-events-auto flex max-w-xl items-start gap-2 rounded-lg border border-line-strong bg-raised py-2 pr-2 pl-3 shadow-float"
    >
      <Icon size={16} className={`mt-0.5 shrink-0 ${tone === 'error' ? 'text-error' : 'text-info'}`} aria-hidden />
      <div className="flex min-w-0 items-center gap-3">{children}</div>
      {onDismiss && (
        <IconButton small name={say(words.dismiss)} onClick={onDismiss}>
          <X size={14} />
        </IconButton>
      )}
    </div>
  )
}
