'use client'

import { text } from '@weft/domain'
import { useEffect, useState } from 'react'
import type { OpenedEditor } from '../../../editor'
import { EditorProvider, openEditor } from '../../../editor'
import { useSay } from '../../../i18n'
import { DeadEnd } from '../../dead-end'
import { transport } from './transport'
import { Workbench } from './workbench'

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly editor: OpenedEditor }
  | { readonly kind: 'failed'; readonly message: string }

const words = {
  opening: text('Opening the design…', '正在打开设计…'),
  failed: text('This design could not be opened', '无法打开此设计'),
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
  if (opening.kind === 'failed') return <DeadEnd title={say(words.failed)} message={opening.message} />
  return (
    <main className="grid h-screen place-content-center">
      <h1 className="text-ink-muted" aria-live="polite">
        {say(words.opening)}
      </h1>
    </main>
  )
}
