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

/** Groups of a canonical text, by plain splitting: for texts that went through the parser. */
export function canonicalIpv6Groups(address: string): readonly number[] {
  const gap = address.indexOf('::')
  if (gap < 0) return hexGroups(address)
  const head = hexGroups(address.slice(0, gap))
  const tail = hexGroups(address.slice(gap + 2))
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}

function hexGroups(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let start = 0
  groups.forEach((group, index) => {
    if (group !== 0) start = index + 1
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start }
  })
  return best
}
