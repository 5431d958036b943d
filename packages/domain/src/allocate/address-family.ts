import type { IpAddress, Ipv4Address, Ipv6Address } from '@weft/net'
import { ipv4FromNumber, ipv4ToNumber, ipv6FromBigInt, ipv6ToBigInt } from '@weft/net'
import type { DeviceInterface, Network, Pool, PoolId, VlanifLink } from '../model'
import { byId } from '../model'
import type { PoolSpan, Span } from './free-blocks'

/** What differs between IPv4 and IPv6 for the one who gives addresses. */
export type AddressFamily = {
  readonly version: 4 | 6
  readonly bits: number
  readonly field: 'ipv4' | 'ipv6'
  readonly subnetField: 'ipv4Subnet' | 'ipv6Subnet'
  readonly loopbackPool: 'loopback-ipv4' | 'loopback-ipv6'
  readonly linkPool: 'link-ipv4' | 'link-ipv6'
  /** Of a cable between two routed interfaces. */
  readonly linkLength: number
  readonly vlanifLength: number
  /** No pool may give these, whatever it says. */
  readonly unusable: readonly Span[]
  readonly toNumber: (address: IpAddress) => bigint
  readonly toText: (value: bigint) => string
  readonly addresses: (record: DeviceInterface) => readonly string[] | undefined
  readonly subnet: (link: VlanifLink) => string | undefined
}

/**
 * A cable gets a /31 (RFC 3021). A VLANIF link gets a /30: the guide names 31-bit masks for the
 * secondary addresses of an interface only, and a VLANIF is a broadcast interface that a third device
 * may join, so the form every release accepts is the safe one.
 */
export const ipv4Family: AddressFamily = {
  version: 4,
  bits: 32,
  field: 'ipv4',
  subnetField: 'ipv4Subnet',
  loopbackPool: 'loopback-ipv4',
  linkPool: 'link-ipv4',
  linkLength: 31,
  vlanifLength: 30,
  unusable: [
    { first: 0n, last: 0x00ffffffn },
    { first: 0x7f000000n, last: 0x7fffffffn },
    { first: 0xe0000000n, last: 0xffffffffn },
  ],
  // The caller asks an address of this family only.
  toNumber: (address) => BigInt(ipv4ToNumber(address as Ipv4Address)),
  toText: (value) => ipv4FromNumber(Number(value)),
  addresses: (record) => record.ipv4,
  subnet: (link) => link.ipv4Subnet,
}

/** RFC 6164: a /127 between two routers. */
export const ipv6Family: AddressFamily = {
  version: 6,
  bits: 128,
  field: 'ipv6',
  subnetField: 'ipv6Subnet',
  loopbackPool: 'loopback-ipv6',
  linkPool: 'link-ipv6',
  linkLength: 127,
  vlanifLength: 127,
  unusable: [
    // Unspecified, loopback, IPv4-compatible and IPv4-mapped addresses; link-local and multicast.
    { first: 0n, last: (1n << 48n) - 1n },
    { first: 0xfe80n << 112n, last: (0xfec0n << 112n) - 1n },
    { first: 0xff00n << 112n, last: (1n << 128n) - 1n },
  ],
  toNumber: (address) => ipv6ToBigInt(address as Ipv6Address),
  toText: (value) => ipv6FromBigInt(value),
  addresses: (record) => record.ipv6,
  subnet: (link) => link.ipv6Subnet,
}

export type Subnet = Span & { readonly length: number }

/** The network of `10.0.0.1/24` or of the prefix `10.0.0.0/24`, as numbers. */
export function subnetOf(family: AddressFamily, text: string): Subnet {
  const slash = text.indexOf('/')
  const length = Number(text.slice(slash + 1))
  const size = 1n << BigInt(family.bits - length)
  const first = (hostOf(family, text) / size) * size
  return { first, last: first + size - 1n, length }
}

/** The address before the slash, as a number. */
export function hostOf(family: AddressFamily, text: string): bigint {
  const slash = text.indexOf('/')
  return family.toNumber((slash < 0 ? text : text.slice(0, slash)) as IpAddress)
}

/** Pools of a kind, in the order of their ids. */
export function poolSpans(
  family: AddressFamily,
  network: Network,
  kind: AddressFamily['loopbackPool' | 'linkPool'],
): readonly PoolSpan[] {
  const spans: (Span & { readonly poolId: PoolId; readonly id: string })[] = []
  for (const pool of addressPools(network)) {
    if (pool.kind !== kind) continue
    const { first, last } = subnetOf(family, pool.prefix)
    spans.push({ first, last, poolId: pool.id, id: pool.id })
  }
  return spans.sort(byId)
}

export type AddressPool = Extract<Pool, { readonly prefix: string }>

export function addressPools(network: Network): readonly AddressPool[] {
  return Object.values(network.pools).flatMap((pool) => ('prefix' in pool ? [pool] : []))
}
