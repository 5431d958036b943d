'use client'

import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import type { Tier } from './tier'
import { tierOf } from './tier'

/** A part of the drawing, in its own coordinates. */
export type Area = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

type Screen = {
  readonly transform: readonly [number, number, number]
  readonly width: number
  readonly height: number
}

/**
 * The area to draw for what is on the screen: half a screen more on every side, and the same object of
 * numbers until the screen has moved by half its size, so that nothing is worked out anew per frame.
 */
export function areaAround({ transform: [x, y, zoom], width, height }: Screen): Area {
  // Zooming in steps of the square root of two keeps the grid while somebody turns the wheel.
  const coarse = 2 ** (Math.floor(Math.log2(zoom) * 2) / 2)
  const side = (offset: number, pixels: number) => {
    const step = Math.max(1, Math.round(pixels / coarse / 2))
    const first = Math.floor(-offset / zoom / step) * step
    return [first - step, first + 4 * step] as const
  }
  const [left, right] = side(x, width)
  const [top, bottom] = side(y, height)
  return { left, top, right, bottom }
}

/** The tier of the zoom. */
export function useZoomTier(): Tier {
  return useStore(({ transform }) => tierOf(transform[2]))
}

/** The area around the screen; undefined in the tiers in which the whole drawing is drawn. */
export function useArea(tier: Tier): Area | undefined {
  const key = useStore((screen) => {
    if (tier === 'map' || tier === 'far' || screen.width === 0) return ''
    const { left, top, right, bottom } = areaAround(screen)
    return `${left} ${top} ${right} ${bottom}`
  })
  return useMemo(() => {
    const [left, top, right, bottom] = key.split(' ').map(Number)
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return undefined
    return { left, top, right, bottom }
  }, [key])
}
