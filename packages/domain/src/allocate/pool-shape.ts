import type { Network, Pool, PoolId } from '../model'
import type { AddressFamily } from './address-family'
import { ipv4Family, ipv6Family, subnetOf } from './address-family'
import type { Avoided } from './allocation'
import type { Span } from './free-blocks'
import type { NumberPoolKind } from './number-kinds'
import { numberKinds } from './number-kinds'

/** A pool as plain numbers, whatever it is a pool of, so that pools of one space can be compared. */
export type PoolShape = {
  readonly pool: Pool
  /** Pools of different spaces never meet. */
  readonly space: 'ipv4' | 'ipv6' | NumberPoolKind
  readonly span: Span
  /** Numbers of the space that nobody may have. */
  readonly unusable: readonly Span[]
  /** How many numbers the smallest thing it gives takes. */
  readonly smallest: bigint
  readonly toText: (value: bigint) => string
}

export function poolShape(pool: Pool): PoolShape {
  if ('prefix' in pool) return addressShape(pool, pool.kind.endsWith('ipv4') ? ipv4Family : ipv6Family)
  const { kind, first, last } = pool
  const unusable = numberKinds[kind].unusable.map((range) => spanOf(range.first, range.last))
  return { pool, space: kind, span: spanOf(first, last), unusable, smallest: 1n, toText: String }
}

function addressShape(pool: Extract<Pool, { readonly prefix: string }>, family: AddressFamily): PoolShape {
  const smallest = pool.kind === family.linkPool ? 1n << BigInt(family.bits - family.linkLength) : 1n
  return {
    pool,
    space: family.field,
    span: subnetOf(family, pool.prefix),
    unusable: family.unusable,
    smallest,
    toText: family.toText,
  }
}

function spanOf(first: number, last: number): Span {
  return { first: BigInt(first), last: BigInt(last) }
}

/** Whether a number of a field could be one of the pool. */
export function poolHolds(network: Network, poolId: PoolId, number: Avoided[number]): boolean {
  const pool = network.pools[poolId]
  if (pool === undefined) return false
  const { span } = poolShape(pool)
  const held = spanOfNumber(pool, number)
  return held !== undefined && span.first <= held.first && held.last <= span.last
}

function spanOfNumber(pool: Pool, { field, value }: Avoided[number]): Span | undefined {
  if (!('prefix' in pool))
    return numberKinds[pool.kind].field === field ? spanOf(Number(value), Number(value)) : undefined
  const family = pool.kind.endsWith('ipv4') ? ipv4Family : ipv6Family
  if (field !== family.field && field !== family.subnetField) return undefined
  const subnet = subnetOf(family, String(value))
  return (subnet.length === family.bits) === (pool.kind === family.loopbackPool) ? subnet : undefined
}
