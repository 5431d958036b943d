import type { Network, Pool, PoolId } from '../model'
import { byId } from '../model'
import type { AddressFamily, AddressPool } from './address-family'
import { hostOf, ipv4Family, ipv6Family, subnetOf } from './address-family'
import { loopbackSpans } from './addresses'
import type { Allocation } from './allocation'
import type { Span } from './free-blocks'
import { mergedSpans } from './free-blocks'
import { givenAddresses } from './given-addresses'
import type { NumberPool } from './number-kinds'
import { numberKinds } from './number-kinds'
import { heldSpans, unusable } from './numbers'

/** How full a pool is. Addresses are counted one by one, and the whole subnet of a link is used. */
export type PoolUsage = {
  readonly poolId: PoolId
  /** What the pool can give at all: without what it reserves and what nothing may have. */
  readonly size: number
  /** In the fullest M-LAG pair, where each pair has the whole range. */
  readonly used: number
}

/** Every pool in the order of their ids; numbers that are not in their records yet count too. */
export function poolUsages(network: Network, allocation: Allocation): readonly PoolUsage[] {
  const pools: readonly Pool[] = Object.values(network.pools).sort(byId)
  const spansOf = addressSpans(network, allocation)
  return pools.map((pool) => {
    const { poolId, size, used } =
      'prefix' in pool ? addressUsage(pool, network, spansOf) : numberUsage(pool, network, allocation)
    return { poolId, size: Number(size), used: Number(used) }
  })
}

/**
 * Pools of which at least this share is in use. Most networks fill little of their pools, and a glance
 * shows that: numbers are compared with each other only where the glance is not enough.
 */
export function poolsInUse(network: Network, allocation: Allocation, share: number): readonly PoolUsage[] {
  const mostAddresses = addressBounds(network)
  const pools = Object.values(network.pools).filter((pool) => {
    const enough = share * Number(poolSize(pool, network)) - allocation.entries.size * 4
    return ('prefix' in pool ? mostAddresses(pool, enough) : mostNumbers(pool, network)) >= enough
  })
  if (pools.length === 0) return []
  const few = { ...network, pools: Object.fromEntries(pools.map((pool) => [pool.id, pool])) }
  return poolUsages(few, allocation).filter(({ size, used }) => size > 0 && used >= share * size)
}

/**
 * More addresses of a pool than this cannot be in use: each subnet in it counted whole, and every record that may name one.
 * Where all subnets together are not enough, nobody asks which of them are in the pool; else the addresses are read,
 * once for all pools of their family.
 */
function addressBounds(network: Network): (pool: AddressPool, enough: number) => number {
  const known = new Map<4 | 6, Subnets>()
  const subnetsOf = (family: AddressFamily) => {
    const subnets = known.get(family.version) ?? subnetsIn(family, network)
    known.set(family.version, subnets)
    return subnets
  }
  const { devices, hosts, stations, mlagPairs, peerings, bmpSessions, staticRoutes } = network
  let others = 0
  for (const { addresses } of Object.values(hosts)) others += addresses.length
  for (const [records, each] of [
    [devices, 2],
    [stations, 1],
    [mlagPairs, 4],
    [peerings, 4],
    [bmpSessions, 1],
    [staticRoutes, 1],
  ] as const) {
    others += each * Object.keys(records).length
  }
  return (pool, enough) => {
    const family = pool.kind.endsWith('ipv4') ? ipv4Family : ipv6Family
    const { lengths, subnets } = subnetsOf(family)
    let most = others
    for (const [length, count] of lengths) most += count * 2 ** (family.bits - length)
    if (most < enough) return most
    const { first, last, length: poolLength } = subnetOf(family, pool.prefix)
    const [low, high] = [Number(first), Number(last)]
    most = others
    for (const { host, length } of subnets()) {
      if (length <= poolLength || (host >= low && host <= high)) most += 2 ** (family.bits - length)
    }
    return most
  }
}

type Subnets = {
  /** How many there are of each prefix length. */
  readonly lengths: ReadonlyMap<number, number>
  /** An address of each. */
  readonly subnets: () => readonly { readonly host: number; readonly length: number }[]
}

/** Every subnet a record names; their addresses are read when somebody asks. */
function subnetsIn(family: AddressFamily, network: Network): Subnets {
  const texts: string[] = []
  const lengths = new Map<number, number>()
  const lengthOf = (text: string) => Number(text.slice(text.indexOf('/') + 1))
  const add = (text: string | undefined) => {
    if (text === undefined) return
    texts.push(text)
    lengths.set(lengthOf(text), (lengths.get(lengthOf(text)) ?? 0) + 1)
  }
  for (const record of Object.values(network.interfaces)) family.addresses(record)?.forEach(add)
  for (const link of Object.values(network.vlanifLinks)) add(family.subnet(link))
  for (const gateway of Object.values(network.gateways)) {
    add(gateway[family.field])
    if (family.version === 4) gateway.mlagIpv4?.forEach(add)
  }
  let read: ReturnType<Subnets['subnets']> | undefined
  const subnets = () => {
    read ??= texts.map((text) => ({ host: Number(hostOf(family, text)), length: lengthOf(text) }))
    return read
  }
  return { lengths, subnets }
}

function mostNumbers({ kind }: NumberPool, network: Network): number {
  const scopes = new Map<string, Set<number>>()
  let most = 0
  for (const { value, scope = '' } of numberKinds[kind].held(network)) {
    const values = scopes.get(scope) ?? new Set()
    if (values.size === 0) scopes.set(scope, values)
    most = Math.max(most, values.add(value).size)
  }
  return most
}

/** What a pool can give at all. */
export function poolSize(pool: Pool, network: Network): bigint {
  return capacity(...rangeOf(pool, network))
}

type Usage = { readonly poolId: PoolId; readonly size: bigint; readonly used: bigint }

/** Addresses in use by family, looked for only when a pool asks. */
function addressSpans(network: Network, { entries }: Allocation): (family: AddressFamily) => readonly Span[] {
  const known = new Map<4 | 6, readonly Span[]>()
  return (family) => {
    const before = known.get(family.version)
    if (before !== undefined) return before
    const open: Span[] = []
    for (const { field, value } of entries.values()) {
      if (field === family.field || field === family.subnetField) open.push(subnetOf(family, String(value)))
    }
    const held = givenAddresses(family, network).spans.filter(({ by }) => by !== undefined && !by.startsWith('pool:'))
    const spans = mergedSpans([...held, ...open])
    known.set(family.version, spans)
    return spans
  }
}

function addressUsage(pool: AddressPool, network: Network, spansOf: (family: AddressFamily) => readonly Span[]): Usage {
  const family = pool.kind.endsWith('ipv4') ? ipv4Family : ipv6Family
  return { poolId: pool.id, ...fill(rangeOf(pool, network), spansOf(family)) }
}

function numberUsage(pool: NumberPool, network: Network, { entries }: Allocation): Usage {
  const { field } = numberKinds[pool.kind]
  const open: Span[] = []
  for (const entry of entries.values()) {
    if (entry.field === field) open.push({ first: BigInt(entry.value), last: BigInt(entry.value) })
  }
  const scopes = [...heldSpans(network, pool.kind).values(), []]
  const fills = scopes.map((held) => fill(rangeOf(pool, network), mergedSpans([...held, ...open])))
  return { poolId: pool.id, ...fills.reduce((most, next) => (next.used > most.used ? next : most)) }
}

type Range = readonly [whole: Span, kept: readonly Span[]]

/** From where to where a pool gives, and what it never gives. */
function rangeOf(pool: Pool, network: Network): Range {
  if (!('prefix' in pool)) {
    const kept = unusable(network, pool.kind).filter(({ by }) => by === undefined || by === pool.id)
    return [{ first: BigInt(pool.first), last: BigInt(pool.last) }, mergedSpans(kept)]
  }
  const family = pool.kind.endsWith('ipv4') ? ipv4Family : ipv6Family
  const whole = loopbackSpans(family, network).find(({ poolId }) => poolId === pool.id) ?? subnetOf(family, pool.prefix)
  const kept = [...family.unusable, ...(pool.reserved ?? []).map((part) => subnetOf(family, part))]
  return [whole, mergedSpans(kept)]
}

function capacity(whole: Span, kept: readonly Span[]): bigint {
  return whole.last < whole.first ? 0n : whole.last - whole.first + 1n - overlap(whole, kept)
}

function fill([whole, kept]: Range, held: readonly Span[]): { size: bigint; used: bigint } {
  const size = capacity(whole, kept)
  // What is held inside the kept part takes nothing from the rest.
  const used = size === 0n ? 0n : overlap(whole, mergedSpans([...held, ...kept])) - overlap(whole, kept)
  return { size, used }
}

/** How many numbers of the span are in the others, which are merged. */
function overlap(whole: Span, others: readonly Span[]): bigint {
  let count = 0n
  for (const { first, last } of others) {
    const [from, to] = [first > whole.first ? first : whole.first, last < whole.last ? last : whole.last]
    if (from <= to) count += to - from + 1n
  }
  return count
}
