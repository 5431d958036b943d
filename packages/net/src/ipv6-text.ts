import ipaddr from 'ipaddr.js'

/** The eight 16-bit groups of an IPv6 text, or undefined. The only place that knows the address library. */
export function readIpv6Groups(text: string): readonly number[] | undefined {
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).parts : undefined
}

/** RFC 5952: lower case, no leading zeros, `::` for the first longest run of two or more zero groups. */
export function writeIpv6Groups(groups: readonly number[]): string {
  const run = longestZeroRun(groups)
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':')
  if (run.length < 2) return hex(groups)
  return `${hex(groups.slice(0, run.start))}::${hex(groups.slice(run.start + run.length))}`
}

/**
 * Groups of a canonical text, for texts that went through the parser. Read character by character
 * because sorting and containment of a large fabric ask for it millions of times.
 */
export function canonicalIpv6Groups(address: string): readonly number[] {
  const groups: number[] = []
  let gap = -1
  let group = 0
  let digits = 0
  for (let i = 0; i < address.length; i += 1) {
    const code = address.charCodeAt(i)
    if (code !== colon) {
      group = group * 16 + (code >= lowerA ? code - lowerA + 10 : code - zero)
      digits += 1
    } else {
      if (digits > 0) groups.push(group)
      else gap = groups.length
      group = 0
      digits = 0
    }
  }
  if (digits > 0) groups.push(group)
  if (gap < 0) return groups
  const tail = groups.splice(gap)
  while (groups.length + tail.length < 8) groups.push(0)
  return groups.concat(tail)
}

const colon = 58
const zero = 48
const lowerA = 97

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let start = 0
  groups.forEach((group, index) => {
    if (group !== 0) start = index + 1
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start }
  })
  return best
}
