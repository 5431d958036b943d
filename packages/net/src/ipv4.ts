import type { Brand } from './brand'
import { invariant } from './invariant'
import type { Parsed } from './parsed'
import { ok, problem } from './parsed'

/** `192.0.2.1`: four octets without leading zeros. */
export type Ipv4Address = Brand<string, 'Ipv4Address'>

export type Ipv4Kind = 'class-a' | 'class-b' | 'class-c' | 'multicast' | 'reserved' | 'loopback' | 'zero'

const shape = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

/** Reads a dotted address such as `192.0.2.1`; says what to write when the text is anything else. */
export function parseIpv4Address(text: string): Parsed<Ipv4Address> {
  const octets = shape.exec(text)?.slice(1)
  if (octets === undefined) {
    return problem(`"${text}" is not an IPv4 address; write four numbers such as 192.0.2.1`)
  }
  const tooLarge = octets.find((octet) => Number(octet) > 255)
  if (tooLarge !== undefined) {
    return problem(`IPv4 address "${text}" has ${tooLarge} in it; each of the four numbers is 0 to 255`)
  }
  if (octets.some((octet) => octet.length > 1 && octet.startsWith('0'))) {
    const meant = octets.map(Number).join('.')
    return problem(`IPv4 address "${text}" has leading zeros; write ${meant} if that is what is meant`)
  }
  return ok(text as Ipv4Address)
}

/** The address as an unsigned 32-bit number. */
export function ipv4ToNumber(address: Ipv4Address): number {
  return dottedToNumber(address)
}

/** @param value an integer from 0 to 4294967295; anything else is a caller's mistake and throws */
export function ipv4FromNumber(value: number): Ipv4Address {
  invariant(Number.isInteger(value) && value >= 0 && value <= 0xffffffff, `IPv4 address out of range: ${value}`)
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}` as Ipv4Address
}

/** What the first octet says about an address (RFC 791 classes, RFC 1122, RFC 5771). */
export function ipv4Kind(address: Ipv4Address): Ipv4Kind {
  const first = ipv4ToNumber(address) >>> 24
  if (first === 0) return 'zero'
  if (first === 127) return 'loopback'
  if (first < 128) return 'class-a'
  if (first < 192) return 'class-b'
  if (first < 224) return 'class-c'
  return first < 240 ? 'multicast' : 'reserved'
}

/** Unsigned value of the dotted quad at the beginning of a canonical text; stops at a `/`. */
export function dottedToNumber(canonical: string): number {
  let value = 0
  let octet = 0
  for (let i = 0; i < canonical.length; i += 1) {
    const code = canonical.charCodeAt(i)
    if (code === 47) break
    if (code === 46) {
      value = value * 256 + octet
      octet = 0
    } else {
      octet = octet * 10 + code - 48
    }
  }
  return value * 256 + octet
}
