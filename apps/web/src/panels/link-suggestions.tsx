'use client'

import type { Command, LinkSuggestion, Progress, Sweep } from '@weft/domain'
import { text } from '@weft/domain'
import { useEffect, useRef, useState } from 'react'
import { freshId, useAsk, useEditorActions } from '../editor'
import { useSay } from '../i18n'
import { Button } from '../ui'
import { useRecordName } from './record-name'

const words = {
  title: text('Links that mend failures', '可消除故障影响的链路'),
  look: text('Look for links that mend them', '查找可消除影响的链路'),
  cancel: text('Cancel', '取消'),
  none: text('No single link that was tried mends any of them.', '尝试过的任何单条链路都无法消除这些影响。'),
  add: text('Add', '添加'),
  mends: (names: string, more: number) =>
    text(
      `mends ${names}${more > 0 ? ` and ${more} more` : ''}`,
      `可消除 ${names}${more > 0 ? ` 等 ${more + 1} 项` : ''}的影响`,
    ),
}

/** Looks for links that do away with what a sweep found; each was tried before it is shown. */
export function LinkSuggestions({ sweep }: { readonly sweep: Sweep }) {
  const say = useSay()
  const ask = useAsk()
  const nameOf = useRecordName()
  const { dispatch } = useEditorActions()
  const [suggestions, setSuggestions] = useState<readonly LinkSuggestion[]>()
  const [progress, setProgress] = useState<Progress>()
  const [problem, setProblem] = useState<string>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function look() {
    const mine = new AbortController()
    running.current = mine
    setProblem(undefined)
    setProgress({ done: 0, of: 1 })
    try {
      const answer = await ask({ kind: 'suggest-links', sweep }, { signal: mine.signal, onStep: setProgress })
      setSuggestions(answer.suggestions)
    } catch (error) {
      if (!mine.signal.aborted) setProblem(error instanceof Error ? error.message : String(error))
    }
    setProgress(undefined)
  }

  if (sweep.singlePoints.length + sweep.cuts.length === 0) return null
  return (
    <section aria-label={say(words.title)} className="border-t px-3 py-1">
      {!suggestions && (
        <div className="flex items-center gap-2">
          <Button small disabled={progress !== undefined} onClick={() => void look()}>
            {say(words.look)}
          </Button>
          {progress && (
            <>
              <progress className="h-2 w-24" max={progress.of} value={progress.done} aria-label={say(words.title)} />
              <Button small look="quiet" onClick={() => running.current?.abort()}>
                {say(words.cancel)}
              </Button>
            </>
          )}
        </div>
      )}
      {problem && (
        <p role="alert" className="text-error">
          {problem}
        </p>
      )}
      {suggestions?.length === 0 && <p className="text-ink-muted">{say(words.none)}</p>}
      <ul>
        {suggestions?.map(({ label, command, mends }) => (
          <li key={label.en} className="flex items-start gap-2 py-0.5">
            <span className="min-w-0 flex-1">
              {say(label)}{' '}
              <span className="text-ink-muted">
                {say(words.mends((mends[0] ?? []).map(nameOf).join(' + '), mends.length - 1))}
              </span>
            </span>
            <Button
              small
              aria-label={`${say(words.add)}: ${say(label)}`}
              onClick={() => dispatch(withFreshIds(command))}
            >
              {say(words.add)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Two people who add the same suggestion add two links. */
function withFreshIds(command: Command): Command {
  return command.kind === 'link.draw'
    ? { ...command, id: freshId('link'), newInterfaceIds: [freshId('interface'), freshId('interface')] }
    : command
}
