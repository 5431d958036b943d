import type { Network, RecordId } from '../model'
import { byId } from '../model'
import type { AllocationEntry } from './allocation'
import { allocationKey } from './allocation'
import type { FreeBlocks, PoolSpan, Span } from './free-blocks'
import { freeBlocks } from './free-blocks'
import type { Ledger } from './ledger'
import type { NumberPool, NumberPoolKind } from './number-kinds'
import { numberKinds } from './number-kinds'

/** The lowest free number of the pools for each record that needs one of the kind, in the order of ids. */
export function allocateNumbers(kind: NumberPoolKind, network: Network, ledger: Ledger): void {
  const { field, wanting } = numberKinds[kind]
  const pools = numberPools(network, kind)
  if (pools.length === 0) return
  const asking = [...wanting(network)].sort(byId)
  if (asking.length === 0) return
  const avoided = ledger.avoided.flatMap((number) => (number.field === field ? [spanOf(Number(number.value))] : []))
  const held = heldSpans(network, kind)
  const everywhere = [...unusable(network, kind), ...avoided]
  const scopes = new Map<string, FreeBlocks>()
  for (const { id, scope = '' } of asking) {
    const blocks = scopes.get(scope) ?? freeBlocks(pools, [...everywhere, ...(held.get(scope) ?? [])])
    scopes.set(scope, blocks)
    const block = blocks.take(id)
    if (block === undefined) ledger.refuse(id, field, pools[0]?.poolId)
    else ledger.give(id, field, { ...block, value: Number(block.first) })
  }
}

/** The number a record that is about to be made gets; undefined when the pools are used up. */
export function takeNumber(network: Network, kind: NumberPoolKind, recordId: RecordId): AllocationEntry | undefined {
  const { field } = numberKinds[kind]
  const spans = [...unusable(network, kind), ...heldSpans(network, kind).values()].flat()
  const block = freeBlocks(numberPools(network, kind), spans).take(recordId)
  if (block === undefined) return undefined
  const { first, poolId, after } = block
  return { key: allocationKey(recordId, field), recordId, field, value: Number(first), poolId, after }
}

/** The pools of a kind in the order of their ids; the range every network has where there is none. */
export function numberPools(network: Network, kind: NumberPoolKind): readonly PoolSpan[] {
  const pools = poolsOf(network, kind)
  const { otherwise } = numberKinds[kind]
  if (pools.length > 0) return pools.map(({ id, first, last }) => ({ ...spanOf(first, last), poolId: id }))
  return otherwise === undefined ? [] : [spanOf(otherwise.first, otherwise.last)]
}

function poolsOf(network: Network, kind: NumberPoolKind): readonly NumberPool[] {
  return Object.values(network.pools)
    .flatMap((pool) => (pool.kind === kind && 'first' in pool ? [pool] : []))
    .sort(byId)
}

/** What is never given: numbers with a meaning of their own, and what a pool keeps for others. */
export function unusable(network: Network, kind: NumberPoolKind): readonly Span[] {
  const kept = poolsOf(network, kind).flatMap(({ id, reserved = [] }) =>
    reserved.map(({ first, last }) => ({ ...spanOf(first, last), by: id })),
  )
  return [...numberKinds[kind].unusable.map(({ first, last }) => spanOf(first, last)), ...kept]
}

/** Who has which numbers, by scope. */
export function heldSpans(network: Network, kind: NumberPoolKind): ReadonlyMap<string, readonly Span[]> {
  const scopes = new Map<string, Span[]>()
  for (const { by, value, scope = '' } of numberKinds[kind].held(network)) {
    const spans = scopes.get(scope)
    const span = { ...spanOf(value), by }
    if (spans === undefined) scopes.set(scope, [span])
    else spans.push(span)
  }
  return scopes
}

function spanOf(first: number, last: number = first): Span {
  return { first: BigInt(first), last: BigInt(last) }
}
