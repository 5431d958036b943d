import type { Brand } from './brand'
import { invariant } from './invariant'
import { canonicalIpv6Groups, readIpv6Groups, writeIpv6Groups } from './ipv6-text'
import type { Parsed } from './parsed'
import { ok, problem } from './parsed'

/** `2001:db8::1`: RFC 5952 form, so equal addresses are equal strings. */
export type Ipv6Address = Brand<string, 'Ipv6Address'>

export type Ipv6Kind = 'global' | 'link-local' | 'multicast' | 'loopback' | 'unspecified'

/**
 * Reads an IPv6 address in any spelling of RFC 4291 made of hexadecimal groups. Zone ids and forms
 * with an IPv4 address in them are refused: VRP has neither, and the second hides an IPv4 peer.
 */
export function parseIpv6Address(text: string): Parsed<Ipv6Address> {
  if (text.includes('%')) {
    const zone = text.indexOf('%')
    return problem(`IPv6 address "${text}" has a zone id; write ${text.slice(0, zone)} without "${text.slice(zone)}"`)
  }
  if (text.includes('.')) {
    return problem(withIpv4Inside(text))
  }
  const groups = readIpv6Groups(text)
  if (groups === undefined) {
    return problem(`"${text}" is not an IPv6 address; write hexadecimal groups such as 2001:db8::1`)
  }
  if (isIpv4Mapped(groups)) {
    return problem(`IPv6 address "${text}" only maps an IPv4 address; write ${mappedIpv4(groups)} where IPv4 is meant`)
  }
  return ok(writeIpv6Groups(groups) as Ipv6Address)
}

function withIpv4Inside(text: string): string {
  const groups = text.includes(':') ? readIpv6Groups(text) : undefined
  if (groups === undefined) {
    return `"${text}" is not an IPv6 address; write hexadecimal groups such as 2001:db8::1`
  }
  return isIpv4Mapped(groups)
    ? `IPv6 address "${text}" only maps an IPv4 address; write ${mappedIpv4(groups)} where IPv4 is meant`
    : `IPv6 address "${text}" has an IPv4 address in it; write ${writeIpv6Groups(groups)}`
}

/** ::ffff:0:0/96 */
function isIpv4Mapped(groups: readonly number[]): boolean {
  return groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
}

function mappedIpv4(groups: readonly number[]): string {
  return groups
    .slice(6)
    .map((group) => `${group >> 8}.${group & 255}`)
    .join('.')
}

/** The address as an unsigned 128-bit number. */
export function ipv6ToBigInt(address: Ipv6Address): bigint {
  return canonicalIpv6Groups(address).reduce((value, group) => (value << 16n) | BigInt(group), 0n)
}

/** @param value 0 to 2^128 - 1, and not inside ::ffff:0:0/96; anything else throws */
export function ipv6FromBigInt(value: bigint): Ipv6Address {
  invariant(value >= 0n && value < 1n << 128n, `IPv6 address out of range: ${value}`)
  const groups = Array.from({ length: 8 }, (_, i) => Number((value >> BigInt(112 - 16 * i)) & 0xffffn))
  invariant(!isIpv4Mapped(groups), `IPv4-mapped IPv6 address: ${writeIpv6Groups(groups)}`)
  return writeIpv6Groups(groups) as Ipv6Address
}

export function ipv6Kind(address: Ipv6Address): Ipv6Kind {
  if (address === '::') return 'unspecified'
  if (address === '::1') return 'loopback'
  const first = canonicalIpv6Groups(address)[0] ?? 0
  if (first >>> 8 === 0xff) return 'multicast'
  return (first & 0xffc0) === 0xfe80 ? 'link-local' : 'global'
}
