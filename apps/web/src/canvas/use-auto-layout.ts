'use client'

import { text } from '@weft/domain'
import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import { useEditorActions, useReadEditor } from '../editor'
import type { ArrangeAnswer } from './arrange'
import { arrangeRequest } from './arrange'
import { useCanvasSession } from './canvas-session'
import { fitOptions } from './fit-options'

const arranging = text('Arranging the drawing…', '正在布局…')

/** Arranges the whole drawing in a worker; the result is one step of undo. */
export function useAutoLayout(): () => void {
  const readEditor = useReadEditor()
  const { dispatch } = useEditorActions()
  const { setArranging, setNotice } = useCanvasSession()
  const flow = useReactFlow()
  return useCallback(() => {
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    const finish = (answer: ArrangeAnswer) => {
      worker.terminate()
      setArranging(false)
      if (answer.kind === 'failed') {
        setNotice(text(`The drawing could not be arranged: ${answer.message}`, `自动布局失败：${answer.message}`))
        return
      }
      setNotice(undefined)
      dispatch({ kind: 'layout.move', positions: answer.positions })
      requestAnimationFrame(() => void flow.fitView(fitOptions))
    }
    worker.onmessage = ({ data }: MessageEvent<ArrangeAnswer>) => finish(data)
    worker.onerror = ({ message }) =>
      finish({ kind: 'failed', message: message || 'the layout worker could not be loaded' })
    setArranging(true)
    setNotice(arranging)
    worker.postMessage(arrangeRequest(readEditor().design.network))
  }, [readEditor, dispatch, setArranging, setNotice, flow])
}
