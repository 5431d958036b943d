/** Sizes of drawn things in canvas pixels. Known before drawing, so that nothing waits to be measured. */
export type Size = { readonly width: number; readonly height: number }

const DEVICE_WIDTH = 184
const DEVICE_HEAD = 48
const CHIP_ROW = 22
const CHIP_PADDING = 6
/** More loopbacks than this are summed up in the last row. */
export const MOST_CHIPS = 3

export function deviceSize(loopbackCount: number): Size {
  const rows = Math.min(loopbackCount, MOST_CHIPS + 1)
  return { width: DEVICE_WIDTH, height: DEVICE_HEAD + (rows > 0 ? rows * CHIP_ROW + CHIP_PADDING : 0) }
}

export const hostSize: Size = { width: 144, height: 44 }
export const stationSize: Size = { width: 168, height: 44 }
/** Room around the members of an M-LAG pair, and for the label above them. */
export const pairMargin = { side: 16, top: 34, bottom: 16 }
