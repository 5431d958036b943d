import { sameValue } from '@weft/domain'

/**
 * Keeps the previous object wherever the new one says the same, so that React Flow and memoised
 * components skip everything an edit did not touch.
 */
export function reuseEqual<T extends { readonly id: string }>(
  next: readonly T[],
  previous: readonly T[],
): readonly T[] {
  const known = new Map(previous.map((item) => [item.id, item]))
  let same = next.length === previous.length
  const result = next.map((item, index) => {
    const old = known.get(item.id)
    const kept = old !== undefined && sameValue(old, item) ? old : item
    same &&= kept === previous[index]
    return kept
  })
  return same ? previous : result
}
