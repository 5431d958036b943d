'use client'

import type { RecordId } from '@weft/domain'
import { useCallback } from 'react'
import { useCanvasSession } from './canvas-session'

/** Asks for the ports of a link between two selected things, near the top of the canvas. */
export function useStartLink(): (ends: readonly [RecordId, RecordId] | undefined) => void {
  const { setDraft } = useCanvasSession()
  return useCallback(
    (ends) => {
      const view = document.querySelector('.react-flow')?.getBoundingClientRect()
      if (!ends || !view) return
      setDraft({ from: ends[0], to: ends[1], at: { x: view.left + view.width / 2, y: view.top + 48 } })
    },
    [setDraft],
  )
}
