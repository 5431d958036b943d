'use client'

import { text } from '@weft/domain'
import { useSay } from '../i18n'
import { Button } from '../ui'
import { DeadEnd } from './dead-end'

/** Something broke while the page was shown. What was acknowledged is kept; what was not is kept in this browser. */
export default function Broken({ error, reset }: { readonly error: Error; readonly reset: () => void }) {
  const say = useSay()
  return (
    <DeadEnd title={say(text('This page has stopped working', '此页面已停止工作'))} message={error.message}>
      <p className="text-ink-muted">
        {say(text('Your edits are kept. Try again, or reload the page.', '您的编辑已保留。请重试，或重新加载页面。'))}
      </p>
      <Button onClick={reset}>{say(text('Try again', '重试'))}</Button>
    </DeadEnd>
  )
}
