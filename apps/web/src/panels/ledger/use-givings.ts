'use client'

import type { NumberRow } from '@weft/domain'
import { useEffect, useState } from 'react'
import { useEditor } from '../../editor'

/** The change with which a number came into its record, as the server logged it. */
export type Giving = {
  readonly recordId: string
  readonly field: string
  readonly value: string
  readonly sequence: number
  readonly author: string
  readonly createdAt: Date
}
export type ReadGivings = (designId: string) => Promise<readonly Giving[]>

/** Undefined: not in the log, so the design was created with it, or nothing is saved yet. */
export type Givings = (row: NumberRow) => Giving | undefined

/** When numbers were given; read again whenever everything has been saved. */
export function useGivings(read: ReadGivings): Givings {
  const designId = useEditor((state) => state.designId)
  const design = useEditor((state) => (state.saveState.kind === 'saved' ? state.design.network : undefined))
  const [known, setKnown] = useState<ReadonlyMap<string, Giving>>(new Map())

  useEffect(() => {
    if (design === undefined) return
    let left = false
    read(designId).then(
      (givings) => {
        if (!left) setKnown(new Map(givings.map((giving) => [keyOf(giving), giving])))
      },
      // The ledger is shown without times; saving tells people that the server cannot be reached.
      (error: unknown) => console.warn('the times of the ledger could not be read', error),
    )
    return () => {
      left = true
    }
  }, [read, designId, design])

  return (row) => (row.from === 'pool' ? known.get(keyOf({ ...row, value: String(row.value) })) : undefined)
}

function keyOf({ recordId, field, value }: Pick<Giving, 'recordId' | 'field' | 'value'>): string {
  return `${recordId} ${field} ${value}`
}
