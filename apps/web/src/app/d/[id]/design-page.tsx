'use client'

import { text } from '@weft/domain'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { OpenedEditor } from '../../../editor'
import { EditorProvider, openEditor } from '../../../editor'
import { useSay } from '../../../i18n'
import { transport } from './transport'
import { Workbench } from './workbench'

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly editor: OpenedEditor }
  | { readonly kind: 'failed'; readonly message: string }

const words = {
  opening: text('Opening the design…', '正在打开设计…'),
  failed: text('This design could not be opened', '无法打开此设计'),
  back: text('All designs', '全部设计'),
}

/** Opens the design and shows it; says why when it cannot. */
export function DesignPage({ designId }: { readonly designId: string }) {
  const say = useSay()
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })

  useEffect(() => {
    let left = false
    let editor: OpenedEditor | undefined
    openEditor(designId, transport).then(
      (opened) => {
        if (left) return opened.dispose()
        editor = opened
        setOpening({ kind: 'open', editor: opened })
      },
      (error: unknown) => {
        if (!left) setOpening({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => {
      left = true
      editor?.dispose()
      setOpening({ kind: 'opening' })
    }
  }, [designId])

  if (opening.kind === 'open') {
    return (
      <EditorProvider store={opening.editor.store}>
        <Workbench unreadable={opening.editor.unreadable} />
      </EditorProvider>
    )
  }
  return (
    <main className="grid h-full place-content-center gap-2 text-center">
      {opening.kind === 'opening' ? (
        <h1 className="text-ink-muted" aria-live="polite">
          {say(words.opening)}
        </h1>
      ) : (
        <>
          <h1 className="text-lg font-semibold">{say(words.failed)}</h1>
          <p role="alert" className="text-ink-muted">
            {opening.message}
          </p>
          <Link href="/" className="focus-ring text-accent underline">
            {say(words.back)}
          </Link>
        </>
      )}
    </main>
  )
}
