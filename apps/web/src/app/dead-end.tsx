'use client'

import { text } from '@weft/domain'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useSay } from '../i18n'

/** A page that cannot be shown: why, and the way on. */
export function DeadEnd({
  title,
  message,
  children,
}: {
  readonly title: string
  readonly message: string
  readonly children?: ReactNode
}) {
  const say = useSay()
  return (
    <main className="grid h-screen place-content-center justify-items-center gap-2 px-6 text-center">
      <h1 className="text-lg font-semibold">{title}</h1>
      <p role="alert" className="max-w-prose text-ink-muted">
        {message}
      </p>
      {children}
      <Link href="/" className="focus-ring text-accent underline">
        {say(text('All designs', '全部设计'))}
      </Link>
    </main>
  )
}
