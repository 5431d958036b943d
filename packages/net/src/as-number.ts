import type { Brand } from './brand'
import type { Parsed } from './parsed'
import { ok, problem } from './parsed'

/** 1 to 4294967295. */
export type AsNumber = Brand<number, 'AsNumber'>

const plain = /^[1-9]\d{0,9}$/
const dotted = /^([1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/

/** Reads `65001` or the dotted form `1.10` (x 1 to 65535, y 0 to 65535; RFC 5396 asdot). */
export function parseAsNumber(text: string): Parsed<AsNumber> {
  const parts = dotted.exec(text)
  if (parts !== null) {
    const high = Number(parts[1])
    const low = Number(parts[2])
    if (high <= 65535 && low <= 65535) return ok((high * 65536 + low) as AsNumber)
  } else if (plain.test(text) && Number(text) <= 4294967295) {
    return ok(Number(text) as AsNumber)
  }
  return problem(`"${text}" is not an AS number; write 1 to 4294967295, or x.y with x 1 to 65535 and y 0 to 65535`)
}

/** `dotted` writes numbers above 65535 as `x.y`, as a device does unless it has `as-notation plain`. */
export function formatAsNumber(asNumber: AsNumber | number, notation: 'plain' | 'dotted'): string {
  if (notation === 'plain' || asNumber <= 65535) return String(asNumber)
  return `${Math.floor(asNumber / 65536)}.${asNumber % 65536}`
}
