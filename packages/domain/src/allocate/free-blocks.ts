import type { PoolId } from '../model'

/** Numbers from first to last, both included. Big integers, because the same arithmetic serves AS numbers, IPv4 and IPv6. */
export type Span = { readonly first: bigint; readonly last: bigint }
export type PoolSpan = Span & { readonly poolId?: PoolId }
export type Block = { readonly first: bigint; readonly poolId?: PoolId }

export type FreeBlocks = {
  /** The next `size` free numbers that begin at a multiple of `size`; undefined when the pools are used up. */
  readonly take: (size: bigint) => Block | undefined
  /** What was used before together with what was taken since. */
  readonly used: () => readonly Span[]
}

/**
 * Hands out blocks in ascending order, pool after pool. A cursor walks through each pool and the used
 * spans side by side, so that n blocks cost n steps and not n searches.
 */
export function freeBlocks(pools: readonly PoolSpan[], given: readonly Span[]): FreeBlocks {
  let used = merged(given)
  let taken: Span[] = []
  let poolIndex = 0
  let cursor = pools[0]?.first ?? 0n
  let next = 0

  const catchUp = () => {
    used = merged([...used, ...taken])
    taken = []
    next = 0
  }

  const take = (size: bigint): Block | undefined => {
    for (;;) {
      const pool = pools[poolIndex]
      if (pool === undefined) return undefined
      const first = ((cursor + size - 1n) / size) * size
      const last = first + size - 1n
      if (last > pool.last) {
        // Pools may overlap, so what the last one gave away counts for the next one.
        catchUp()
        poolIndex += 1
        cursor = pools[poolIndex]?.first ?? 0n
        continue
      }
      while ((used[next]?.last ?? first) < first) next += 1
      const obstacle = used[next]
      if (obstacle !== undefined && obstacle.first <= last) {
        cursor = obstacle.last + 1n
        continue
      }
      cursor = last + 1n
      taken.push({ first, last })
      return { first, poolId: pool.poolId }
    }
  }

  const usedNow = () => {
    catchUp()
    return used
  }
  return { take, used: usedNow }
}

/** The same numbers as ascending spans that neither touch nor overlap. */
function merged(spans: readonly Span[]): readonly Span[] {
  const ascending = [...spans].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
  const result: Span[] = []
  for (const span of ascending) {
    const previous = result.at(-1)
    if (previous === undefined || span.first > previous.last + 1n) result.push(span)
    else if (span.last > previous.last) result[result.length - 1] = { first: previous.first, last: span.last }
  }
  return result
}
