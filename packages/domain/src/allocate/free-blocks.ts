import type { PoolId, RecordId } from '../model'

/** Numbers from first to last, both included. Big integers, because the same arithmetic serves AS numbers, IPv4 and IPv6. */
export type Span = {
  readonly first: bigint
  readonly last: bigint
  /** Who holds them. Absent: nobody may. */
  readonly by?: RecordId
}
export type PoolSpan = Span & { readonly poolId?: PoolId }
/** `after`: who holds the numbers before it; absent for the first of a pool. */
export type Block = { readonly first: bigint; readonly poolId?: PoolId; readonly after?: RecordId }

export type FreeBlocks = {
  /** The next `size` free numbers that begin at a multiple of `size`; undefined when the pools are used up. */
  readonly take: (by: RecordId, size?: bigint) => Block | undefined
  /** What was used before together with what was taken since. */
  readonly used: () => readonly Span[]
}

/**
 * Hands out blocks in ascending order, pool after pool. A cursor walks through each pool and the used
 * spans side by side, so that n blocks cost n steps and not n searches.
 */
export function freeBlocks(pools: readonly PoolSpan[], given: readonly Span[]): FreeBlocks {
  let used = mergedSpans(given)
  let taken: Span[] = []
  let poolIndex = 0
  let cursor = pools[0]?.first ?? 0n
  let next = 0
  let before: RecordId | undefined

  const catchUp = () => {
    used = mergedSpans([...used, ...taken])
    taken = []
    next = 0
  }

  const pass = (obstacle: Span, pool: PoolSpan) => {
    if (obstacle.last >= pool.first) before = obstacle.by
    next += 1
  }

  const take = (by: RecordId, size = 1n): Block | undefined => {
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
        before = undefined
        continue
      }
      const obstacle = used[next]
      if (obstacle !== undefined && obstacle.last < first) {
        pass(obstacle, pool)
        continue
      }
      if (obstacle !== undefined && obstacle.first <= last) {
        cursor = obstacle.last + 1n
        continue
      }
      const block = { first, poolId: pool.poolId, ...(before === undefined ? {} : { after: before }) }
      cursor = last + 1n
      before = by
      taken.push({ first, last, by })
      return block
    }
  }

  const usedNow = () => {
    catchUp()
    return used
  }
  return { take, used: usedNow }
}

/** The same numbers as ascending spans that neither touch nor overlap; each is held by whoever holds its end. */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const ascending = [...spans].sort(byFirst)
  const result: Span[] = []
  for (const span of ascending) {
    const previous = result.at(-1)
    if (previous === undefined || span.first > previous.last + 1n) result.push(span)
    else if (span.last > previous.last) result[result.length - 1] = { ...span, first: previous.first }
  }
  return result
}

/** Two ends of one cable hold the same span: which of them is named must not depend on the order of records. */
function byFirst(a: Span, b: Span): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1
  return (a.by ?? '') < (b.by ?? '') ? -1 : 1
}
