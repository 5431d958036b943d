'use client'

import type { LocalText, Point, RecordId } from '@weft/domain'
import type { ReactNode } from 'react'
import { createContext, useContext, useMemo, useState } from 'react'
import type { Layers } from './mark-selected'
import { allLayers } from './mark-selected'

/** A link somebody is about to make: which two things, and where on the screen to ask for the ports. */
export type LinkDraft = { readonly from: RecordId; readonly to: RecordId; readonly at: Point }

/** What belongs to looking at a design, not to the design. Palette, toolbar and canvas share it. */
export type CanvasSession = {
  readonly layers: Layers
  readonly setLayers: (layers: Layers) => void
  readonly draft: LinkDraft | undefined
  readonly setDraft: (draft: LinkDraft | undefined) => void
  readonly searching: boolean
  readonly setSearching: (searching: boolean) => void
  /** A short hint at the bottom of the canvas, for what a gesture could not do. */
  readonly notice: LocalText | undefined
  readonly setNotice: (notice: LocalText | undefined) => void
  readonly arranging: boolean
  readonly setArranging: (arranging: boolean) => void
}

const SessionContext = createContext<CanvasSession | undefined>(undefined)

export function CanvasSessionProvider({ children }: { readonly children: ReactNode }) {
  const [layers, setLayers] = useState(allLayers)
  const [draft, setDraft] = useState<LinkDraft>()
  const [searching, setSearching] = useState(false)
  const [notice, setNotice] = useState<LocalText>()
  const [arranging, setArranging] = useState(false)
  const session = useMemo(
    () => ({ layers, setLayers, draft, setDraft, searching, setSearching, notice, setNotice, arranging, setArranging }),
    [layers, draft, searching, notice, arranging],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useCanvasSession(): CanvasSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('this component must be drawn inside a CanvasSessionProvider')
  return session
}
