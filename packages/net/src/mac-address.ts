import type { Brand } from './brand'
import type { Parsed } from './parsed'
import { ok, problem } from './parsed'

/** `0000-5e00-0101`: three groups of four lower-case digits, the H-H-H form of VRP. */
export type MacAddress = Brand<string, 'MacAddress'>

const threeGroups = /^[0-9a-f]{1,4}(-[0-9a-f]{1,4}){2}$/
const sixBytes = /^[0-9a-f]{2}([:-])[0-9a-f]{2}(\1[0-9a-f]{2}){4}$/

/** Reads `0000-5e00-0101` (leading zeros of a group may be missing), `00:00:5e:00:01:01` or `00-00-5e-00-01-01`. */
export function parseMacAddress(text: string): Parsed<MacAddress> {
  const lower = text.toLowerCase()
  if (threeGroups.test(lower)) {
    return ok(
      lower
        .split('-')
        .map((group) => group.padStart(4, '0'))
        .join('-') as MacAddress,
    )
  }
  if (sixBytes.test(lower)) {
    const digits = lower.replace(/[:-]/g, '')
    return ok(`${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}` as MacAddress)
  }
  return problem(`"${text}" is not a MAC address; write three groups of four hexadecimal digits such as 0000-5e00-0101`)
}
