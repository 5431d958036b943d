import type { Network, Pool, PoolId } from '../model'
import { byId } from '../model'
import type { AddressFamily, AddressPool } from './address-family'
import { ipv4Family, ipv6Family, subnetOf } from './address-family'
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
