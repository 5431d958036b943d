import type { Brand } from './brand'
import type { Ipv4Address } from './ipv4'
import { dottedToNumber, parseIpv4Address } from './ipv4'
import type { Ipv6Address } from './ipv6'
import { parseIpv6Address } from './ipv6'
import { canonicalIpv6Groups } from './ipv6-text'
import type { Parsed } from './parsed'
import { problem } from './parsed'

export type IpAddress = Ipv4Address | Ipv6Address

/** Reads an address of either version. */
export function parseIpAddress(text: string): Parsed<IpAddress> {
  if (text.includes(':')) return parseIpv6Address(text)
  if (text.includes('.')) return parseIpv4Address(text)
  return problem(`"${text}" is not an IP address; write one such as 192.0.2.1 or 2001:db8::1`)
}

/** Version of an address, prefix or interface address. */
export function ipVersion(canonical: Brand<string, `Ip${string}`>): 4 | 6 {
  return canonical.includes(':') ? 6 : 4
}

/** Numeric order, every IPv4 address before every IPv6 address; for `Array.sort`. */
export function compareIp(a: IpAddress, b: IpAddress): number {
  const version = ipVersion(a)
  if (version !== ipVersion(b)) return version === 4 ? -1 : 1
  return version === 4
    ? dottedToNumber(a) - dottedToNumber(b)
    : compareGroups(canonicalIpv6Groups(a), canonicalIpv6Groups(b))
}

function compareGroups(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 8; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
