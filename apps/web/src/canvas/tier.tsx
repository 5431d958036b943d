'use client'

import { createContext, useContext } from 'react'

/** How much fits at the current zoom. Changes only when a threshold is crossed, never per frame. */
export type Tier = 'far' | 'middle' | 'near'

export function tierOf(zoom: number): Tier {
  if (zoom < 0.4) return 'far'
  return zoom < 0.75 ? 'middle' : 'near'
}

const TierContext = createContext<Tier>('near')
export const TierProvider = TierContext.Provider

export function useTier(): Tier {
  return useContext(TierContext)
}
