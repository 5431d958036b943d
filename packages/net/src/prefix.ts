import type { Brand } from './brand'
import { invariant } from './invariant'
import type { IpAddress } from './ip'
import { ipVersion } from './ip'
import type { Ipv4Address } from './ipv4'
import { dottedToNumber, ipv4FromNumber, parseIpv4Address } from './ipv4'
import type { Ipv6Address } from './ipv6'
import { parseIpv6Address } from './ipv6'
import { canonicalIpv6Groups, writeIpv6Groups } from './ipv6-text'
import type { Parsed } from './parsed'
import { ok, problem } from './parsed'

/** `10.0.0.0/24`: host bits are zero. */
export type Ipv4Prefix = Brand<string, 'Ipv4Prefix'>
/** `2001:db8::/64`: host bits are zero. */
export type Ipv6Prefix = Brand<string, 'Ipv6Prefix'>
export type IpPrefix = Ipv4Prefix | Ipv6Prefix
/** `10.0.0.1/24`: an address together with the length of its network. */
export type Ipv4InterfaceAddress = Brand<string, 'Ipv4InterfaceAddress'>
/** `2001:db8::1/64` */
export type Ipv6InterfaceAddress = Brand<string, 'Ipv6InterfaceAddress'>
export type IpInterfaceAddress = Ipv4InterfaceAddress | Ipv6InterfaceAddress

type Cidr<Address> = { readonly address: Address; readonly length: number }

/** Reads `10.0.0.0/24`; host bits that are set are refused and the network is named. */
export function parseIpv4Prefix(text: string): Parsed<Ipv4Prefix> {
  const read = readIpv4Cidr(text, 'an IPv4 prefix such as 10.0.0.0/24', 0)
  if (!read.ok) return read
  const { address, length } = read.value
  const network = ipv4Network(address, length)
  if (network !== `${address}/${length}`) {
    return problem(`IPv4 prefix "${text}" has host bits set; write ${network}`)
  }
  return ok(network)
}

export function parseIpv6Prefix(text: string): Parsed<Ipv6Prefix> {
  const read = readIpv6Cidr(text, 'an IPv6 prefix such as 2001:db8::/64', 0)
  if (!read.ok) return read
  const { address, length } = read.value
  const network = ipv6Network(address, length)
  if (network !== `${address}/${length}`) {
    return problem(`IPv6 prefix "${text}" has host bits set; write ${network}`)
  }
  return ok(network)
}

/** Reads `10.0.0.1/24`. Whether a device accepts the address on an interface is a finding, not decided here. */
export function parseIpv4InterfaceAddress(text: string): Parsed<Ipv4InterfaceAddress> {
  const read = readIpv4Cidr(text, 'an address with its length such as 10.0.0.1/24', 1)
  return read.ok ? ok(`${read.value.address}/${read.value.length}` as Ipv4InterfaceAddress) : read
}

export function parseIpv6InterfaceAddress(text: string): Parsed<Ipv6InterfaceAddress> {
  const read = readIpv6Cidr(text, 'an address with its length such as 2001:db8::1/64', 1)
  return read.ok ? ok(`${read.value.address}/${read.value.length}` as Ipv6InterfaceAddress) : read
}

function readIpv4Cidr(text: string, expected: string, shortest: number): Parsed<Cidr<Ipv4Address>> {
  return readCidr(text, { expected, shortest, longest: 32, parseAddress: parseIpv4Address })
}

function readIpv6Cidr(text: string, expected: string, shortest: number): Parsed<Cidr<Ipv6Address>> {
  return readCidr(text, { expected, shortest, longest: 128, parseAddress: parseIpv6Address })
}

function readCidr<Address>(
  text: string,
  form: {
    readonly expected: string
    readonly shortest: number
    readonly longest: number
    readonly parseAddress: (text: string) => Parsed<Address>
  },
): Parsed<Cidr<Address>> {
  const slash = text.indexOf('/')
  if (slash < 0) return problem(`"${text}" has no prefix length; write ${form.expected}`)
  const address = form.parseAddress(text.slice(0, slash))
  if (!address.ok) return address
  const lengthText = text.slice(slash + 1)
  const length = Number(lengthText)
  if (!/^(0|[1-9]\d{0,2})$/.test(lengthText) || length < form.shortest || length > form.longest) {
    return problem(
      `"${text}" needs a prefix length from ${form.shortest} to ${form.longest} after the slash, got "${lengthText}"`,
    )
  }
  return ok({ address: address.value, length })
}

export function splitPrefix(prefix: Ipv4Prefix | Ipv4InterfaceAddress): Cidr<Ipv4Address>
export function splitPrefix(prefix: Ipv6Prefix | Ipv6InterfaceAddress): Cidr<Ipv6Address>
export function splitPrefix(prefix: IpPrefix | IpInterfaceAddress): Cidr<IpAddress>
/** Address and length of a prefix or interface address. */
export function splitPrefix(prefix: IpPrefix | IpInterfaceAddress): Cidr<IpAddress> {
  const slash = prefix.indexOf('/')
  return { address: prefix.slice(0, slash) as IpAddress, length: Number(prefix.slice(slash + 1)) }
}

export function addressOf(address: Ipv4InterfaceAddress): Ipv4Address
export function addressOf(address: Ipv6InterfaceAddress): Ipv6Address
export function addressOf(address: IpInterfaceAddress): IpAddress
/** The address alone: `10.0.0.1` of `10.0.0.1/24`. */
export function addressOf(address: IpInterfaceAddress): IpAddress {
  return address.slice(0, address.indexOf('/')) as IpAddress
}

export function networkOf(address: Ipv4InterfaceAddress): Ipv4Prefix
export function networkOf(address: Ipv6InterfaceAddress): Ipv6Prefix
export function networkOf(address: IpInterfaceAddress): IpPrefix
/** The network an interface address is in: `10.0.0.0/24` of `10.0.0.1/24`. */
export function networkOf(address: IpInterfaceAddress): IpPrefix {
  const { address: host, length } = splitPrefix(address)
  return ipVersion(host) === 4 ? ipv4Network(host as Ipv4Address, length) : ipv6Network(host as Ipv6Address, length)
}

function ipv4Network(address: Ipv4Address, length: number): Ipv4Prefix {
  const value = dottedToNumber(address)
  const network = keepBits(value, length)
  return `${network === value ? address : ipv4FromNumber(network)}/${length}` as Ipv4Prefix
}

function ipv6Network(address: Ipv6Address, length: number): Ipv6Prefix {
  const groups = canonicalIpv6Groups(address).map((group, index) => group & groupMask(length, index))
  return `${writeIpv6Groups(groups)}/${length}` as Ipv6Prefix
}

/** Unsigned; a shift by 32 would be a shift by 0, hence the special case. */
function keepBits(value: number, length: number): number {
  return length === 0 ? 0 : (value & (0xffffffff << (32 - length))) >>> 0
}

function groupMask(length: number, index: number): number {
  const bits = Math.min(16, Math.max(0, length - 16 * index))
  return (0xffff << (16 - bits)) & 0xffff
}

/** Dotted mask as a device prints it: 24 gives `255.255.255.0`. */
export function ipv4Mask(length: number): string {
  invariant(Number.isInteger(length) && length >= 0 && length <= 32, `IPv4 prefix length out of range: ${length}`)
  return ipv4FromNumber(keepBits(0xffffffff, length))
}

/** Inverted mask: 24 gives `0.0.0.255`. */
export function ipv4Wildcard(length: number): string {
  invariant(Number.isInteger(length) && length >= 0 && length <= 32, `IPv4 prefix length out of range: ${length}`)
  return ipv4FromNumber(0xffffffff - keepBits(0xffffffff, length))
}

/** The last address of a prefix; it is a broadcast address for lengths up to 30 only. */
export function ipv4Broadcast(prefix: Ipv4Prefix): Ipv4Address {
  const { address, length } = splitPrefix(prefix)
  return ipv4FromNumber(dottedToNumber(address) + 0xffffffff - keepBits(0xffffffff, length))
}

/** True when the address or the whole other prefix is inside the prefix; false across versions. */
export function prefixContains(prefix: IpPrefix, inner: IpAddress | IpPrefix): boolean {
  const version = ipVersion(prefix)
  if (version !== ipVersion(inner)) return false
  const length = lengthOf(prefix, version)
  if (lengthOf(inner, version) < length) return false
  if (version === 4) return keepBits(dottedToNumber(inner), length) === dottedToNumber(prefix)
  const outerGroups = canonicalIpv6Groups(addressText(prefix))
  const innerGroups = canonicalIpv6Groups(addressText(inner))
  return outerGroups.every((group, index) => ((innerGroups[index] ?? 0) & groupMask(length, index)) === group)
}

/** True when some address is in both; of two prefixes that overlap one contains the other. */
export function prefixesOverlap(a: IpPrefix, b: IpPrefix): boolean {
  return prefixContains(a, b) || prefixContains(b, a)
}

function addressText(text: string): string {
  const slash = text.indexOf('/')
  return slash < 0 ? text : text.slice(0, slash)
}

/** An address counts as a prefix of its full length. */
function lengthOf(text: string, version: 4 | 6): number {
  const slash = text.indexOf('/')
  return slash < 0 ? (version === 4 ? 32 : 128) : Number(text.slice(slash + 1))
}
