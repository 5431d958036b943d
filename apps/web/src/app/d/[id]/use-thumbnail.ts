'use client'

import type { Design } from '@weft/domain'
import { useEffect, useRef } from 'react'
import { thumbnailOf } from '../../../canvas'
import { useEditor, useReadEditor } from '../../../editor'
import { trpcClient } from '../../trpc'

/** Long enough for a person to go on drawing, short enough to be there when the list is opened. */
const CALM_MS = 4_000

/** Keeps the small picture of the design in the list fresh: soon after it opens, after an edit, and when the page is left. */
export function useThumbnail(): void {
  const design = useEditor((state) => state.design)
  const readEditor = useReadEditor()
  const pictured = useRef<Design>(undefined)

  useEffect(() => {
    if (design === pictured.current) return
    const timer = setTimeout(picture, CALM_MS)
    return () => clearTimeout(timer)

    function picture() {
      pictured.current = design
      savePicture(readEditor().designId, design)
    }
  }, [design, readEditor])

  useEffect(
    () => () => {
      const { designId, design: last } = readEditor()
      if (last !== pictured.current) savePicture(designId, last)
    },
    [readEditor],
  )
}

function savePicture(id: string, design: Design): void {
  const svg = thumbnailOf(design)
  if (!svg) return
  // The list shows the older picture when this one does not arrive; the design itself is saved elsewhere.
  trpcClient.designs.saveThumbnail
    .mutate({ id, svg })
    .catch((error: unknown) => console.warn('the thumbnail was not saved', error))
}
