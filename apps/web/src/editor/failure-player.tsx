'use client'

import type { RecordId } from '@weft/domain'
import type { ReactNode } from 'react'
import { createContext, useContext, useMemo, useState } from 'react'
import type { FailureOutcome } from './compiler'
import { useEditor } from './editor-context'
import { recordAt } from './record-at'
import { useAnswer } from './use-answer'

/** Things that are down for a look: no edit, nobody else sees it. */
export type FailurePlayer = {
  /** A click on the canvas takes things down instead of selecting them. */
  readonly playing: boolean
  readonly setPlaying: (playing: boolean) => void
  /** Devices, links and interfaces; an M-LAG pair stands for its peer-link. */
  readonly failed: ReadonlySet<RecordId>
  readonly setFailed: (ids: Iterable<RecordId>) => void
  /** Takes all of them down, or up again when all are down. */
  readonly toggle: (ids: readonly RecordId[]) => void
  /** Absent while nothing is down, and until it is worked out. */
  readonly outcome: FailureOutcome | undefined
  /** How many sessions of others each device and link alone would take down; what a sweep found last. */
  readonly heat: ReadonlyMap<RecordId, number> | undefined
  readonly setHeat: (heat: ReadonlyMap<RecordId, number> | undefined) => void
}

const PlayerContext = createContext<FailurePlayer | undefined>(undefined)

export function FailurePlayerProvider({ children }: { readonly children: ReactNode }) {
  const network = useEditor((state) => state.design.network)
  const [playing, setPlaying] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set())
  const [heat, setHeat] = useState<ReadonlyMap<RecordId, number>>()
  const failed = useMemo(() => {
    const there = [...chosen].filter((id) => recordAt(network, id) !== undefined)
    return there.length === chosen.size ? chosen : new Set(there)
  }, [chosen, network])
  const question = useMemo(
    () => (failed.size === 0 ? undefined : ({ kind: 'what-if', failed: [...failed] } as const)),
    [failed],
  )
  const outcome = useAnswer(question)?.outcome
  const player = useMemo(
    () => ({
      playing,
      setPlaying,
      failed,
      setFailed: (ids: Iterable<RecordId>) => setChosen(new Set(ids)),
      toggle: (ids: readonly RecordId[]) => setChosen((before) => toggledAll(before, ids)),
      outcome,
      heat,
      setHeat,
    }),
    [playing, failed, outcome, heat],
  )
  return <PlayerContext value={player}>{children}</PlayerContext>
}

function toggledAll(before: ReadonlySet<RecordId>, ids: readonly RecordId[]): ReadonlySet<RecordId> {
  const next = new Set(before)
  const down = ids.every((id) => before.has(id))
  for (const id of ids) {
    if (down) next.delete(id)
    else next.add(id)
  }
  return next
}

export function useFailurePlayer(): FailurePlayer {
  const player = useContext(PlayerContext)
  if (!player) throw new Error('this component must be drawn inside a FailurePlayerProvider')
  return player
}
