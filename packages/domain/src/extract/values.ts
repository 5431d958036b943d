import type { InterfaceName, IpAddress, Ipv4Address, Ipv4InterfaceAddress, Ipv4Prefix, Parsed } from '@weft/net'
import {
  ipv4FromNumber,
  ipv4Mask,
  ipv4ToNumber,
  parseInterfaceName,
  parseIpAddress,
  parseIpv4Address,
  parseIpv4InterfaceAddress,
  parseIpv4Prefix,
} from '@weft/net'

/** The value, or nothing: text that is no value leaves its line to be carried. */
export function accepted<T>(parsed: Parsed<T>): T | undefined {
  return parsed.ok ? parsed.value : undefined
}

export function interfaceNameOf(text: string): InterfaceName | undefined {
  return accepted(parseInterfaceName(text))
}

export function ipv4Of(text: string): Ipv4Address | undefined {
  return accepted(parseIpv4Address(text))
}

export function ipOf(text: string): IpAddress | undefined {
  return accepted(parseIpAddress(text))
}

/** A whole number from 0 to `most`. */
export function numberOf(text: string, most = 4294967295): number | undefined {
  if (!/^\d{1,10}$/.test(text)) return undefined
  const number = Number(text)
  return number <= most ? number : undefined
}

const lengthByMask: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 33 }, (_, length) => [ipv4Mask(length), length]),
)

/** `255.255.255.0` is 24; undefined for a mask with holes. */
export function lengthOfMask(mask: string): number | undefined {
  return lengthByMask.get(mask)
}

export function ipv4WithMask(address: string, mask: string): Ipv4InterfaceAddress | undefined {
  const length = lengthOfMask(mask)
  return length === undefined ? undefined : accepted(parseIpv4InterfaceAddress(`${address}/${length}`))
}

export function ipv4PrefixWithMask(address: string, mask: string): Ipv4Prefix | undefined {
  const length = lengthOfMask(mask)
  return length === undefined ? undefined : accepted(parseIpv4Prefix(`${address}/${length}`))
}

/** `10.0.0.0 0.0.0.255` as a prefix; undefined for a wildcard with holes or host bits. */
export function ipv4PrefixWithWildcard(address: string, wildcard: string): Ipv4Prefix | undefined {
  const bits = ipv4Of(wildcard)
  if (bits === undefined) return undefined
  return ipv4PrefixWithMask(address, ipv4FromNumber(0xffffffff - ipv4ToNumber(bits)))
}
