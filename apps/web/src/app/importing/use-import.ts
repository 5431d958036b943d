'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportAnswer, ImportProgress, ImportRequest } from './import-messages'

export type ImportState =
  | { readonly kind: 'waiting' }
  /** How many configurations there are is known when archives are open. */
  | { readonly kind: 'reading'; readonly files?: number }
  | { readonly kind: 'crashed'; readonly message: string }
  | ImportAnswer

/** Reads configurations in a worker, so that a whole fabric does not hold up the page and can be cancelled. */
export function useImport() {
  const [state, setState] = useState<ImportState>({ kind: 'waiting' })
  const worker = useRef<Worker>(undefined)

  const stop = useCallback(() => {
    worker.current?.terminate()
    worker.current = undefined
  }, [])
  useEffect(() => stop, [stop])

  const start = useCallback(
    (request: ImportRequest, onAnswer?: (answer: ImportAnswer) => void) => {
      stop()
      const started = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
      worker.current = started
      const finish = (next: ImportState) => {
        stop()
        setState(next)
      }
      started.onmessage = ({ data }: MessageEvent<ImportAnswer | ImportProgress>) => {
        if (data.kind === 'progress') setState({ kind: 'reading', files: data.files })
        else {
          finish(data)
          onAnswer?.(data)
        }
      }
      started.onerror = ({ message }) =>
        finish({ kind: 'crashed', message: message || 'the import worker could not be loaded' })
      setState({ kind: 'reading' })
      started.postMessage(request)
    },
    [stop],
  )

  const reset = useCallback(() => {
    stop()
    setState({ kind: 'waiting' })
  }, [stop])

  return { state, start, reset }
}
