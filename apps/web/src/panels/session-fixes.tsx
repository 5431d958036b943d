'use client'

import type { Progress, SessionFix } from '@weft/domain'
import { text } from '@weft/domain'
import { Wrench } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useAsk, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button } from '../ui'

const words = {
  find: text('Find the smallest fix', '查找最小修复'),
  apply: text('Apply', '应用'),
  cancel: text('Cancel', '取消'),
  searching: text('Trying edits…', '正在尝试修改…'),
  none: text('No set of edits is known that brings it up.', '没有找到能使其建立的修改组合。'),
  doubtful: text('After these edits its state is unknown:', '应用后状态为未知：'),
  brings: text('Brings it up:', '应用后即可建立：'),
  label: text('Bring a session up', '修复会话'),
}

/** The edits that bring a session up, each set tried before it is offered, in one step of undo. */
export function SessionFixes({ id }: { readonly id: string }) {
  const say = useSay()
  const ask = useAsk()
  const { dispatch } = useEditorActions()
  const [progress, setProgress] = useState<Progress>()
  const [found, setFound] = useState<{ readonly fix: SessionFix | undefined }>()
  const [problem, setProblem] = useState<string>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function search() {
    const mine = new AbortController()
    running.current = mine
    setFound(undefined)
    setProblem(undefined)
    setProgress({ done: 0, of: 1 })
    try {
      setFound(await ask({ kind: 'session-fix', id }, { signal: mine.signal, onStep: setProgress }))
    } catch (error) {
      if (!mine.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
    }
    setProgress(undefined)
  }

  const fix = found?.fix
  return (
    <div className="flex flex-wrap items-center gap-2 py-1" aria-live="polite">
      {progress ? (
        <>
          <progress className="h-2 w-32" max={progress.of} value={progress.done} aria-label={say(words.searching)} />
          <Button small look="quiet" onClick={() => running.current?.abort()}>
            {say(words.cancel)}
          </Button>
        </>
      ) : (
        <Button small onClick={() => void search()}>
          <Wrench size={12} aria-hidden />
          {say(words.find)}
        </Button>
      )}
      {problem && <span className="text-error">{problem}</span>}
      {found && !fix && <span className="text-ink-muted">{say(words.none)}</span>}
      {fix && (
        <>
          <span className="text-ink-muted">
            {say(fix.verdict.status === 'established' ? words.brings : words.doubtful)}
          </span>
          <span>{fix.fixes.map(({ label }) => say(label)).join(' + ')}</span>
          <Button
            small
            look="primary"
            onClick={() => {
              const commands = fix.fixes.map(({ command }) => command)
              if (!dispatch({ kind: 'batch', label: words.label, commands })) setFound(undefined)
            }}
          >
            {say(words.apply)}
          </Button>
        </>
      )}
    </div>
  )
}
