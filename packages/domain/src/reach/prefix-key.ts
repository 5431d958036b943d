import type { IpAddress, Ipv4Address, Ipv4Prefix, Ipv6Address, Ipv6InterfaceAddress, Ipv6Prefix } from '@weft/net'
import { ipVersion, ipv4ToNumber, networkOf, splitPrefix } from '@weft/net'

export type IpPrefix = Ipv4Prefix | Ipv6Prefix

/**
 * A prefix as a key of a Map: longest-prefix match is a look-up per length. IPv4 prefixes become one
 * number, which is many times cheaper than text in a fabric with thousands of destinations.
 */
export type PrefixKey = number | string

/** An address that is about to be looked up. */
export type Destination = {
  readonly address: IpAddress
  readonly version: 4 | 6
  readonly keyAt: (length: number) => PrefixKey
}

export function destination(address: IpAddress): Destination {
  if (ipVersion(address) === 4) {
    const value = ipv4ToNumber(address as Ipv4Address)
    return { address, version: 4, keyAt: (length) => ipv4Key(value, length) }
  }
  return { address, version: 6, keyAt: (length) => networkOf(`${address}/${length}` as Ipv6InterfaceAddress) }
}

export function prefixKey(prefix: IpPrefix): PrefixKey {
  if (ipVersion(prefix) === 6) return prefix
  const { address, length } = splitPrefix(prefix as Ipv4Prefix)
  return ipv4Key(ipv4ToNumber(address), length)
}

/** The prefix of exactly this address. */
export function hostPrefix(address: Ipv4Address | Ipv6Address): IpPrefix {
  return `${address}/${ipVersion(address) === 4 ? 32 : 128}` as IpPrefix
}

export function prefixLength(prefix: IpPrefix): number {
  return Number(prefix.slice(prefix.indexOf('/') + 1))
}

function ipv4Key(value: number, length: number): number {
  const network = length === 0 ? 0 : (value & (0xffffffff << (32 - length))) >>> 0
  return network * 64 + length
}
