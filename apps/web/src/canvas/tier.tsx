'use client'

import { createContext, useContext } from 'react'

/** How much fits at the current zoom. Changes only when a threshold is crossed, never per frame. */
export type Tier = 'map' | 'far' | 'middle' | 'near'

export function tierOf(zoom: number): Tier {
  if (zoom < 0.16) return 'map' // no name can be read any more
  if (zoom < 0.4) return 'far'
  return zoom < 0.75 ? 'middle' : 'near'
}

/** Words on wires can be read. */
export function hasRoomForMarks(tier: Tier): boolean {
  return tier === 'middle' || tier === 'near'
}

const TierContext = createContext<Tier>('near')
export const TierProvider = TierContext.Provider

export function useTier(): Tier {
  return useContext(TierContext)
}
