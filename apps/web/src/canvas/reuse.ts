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
    const kept = old !== undefined && equal(old, item) ? old : item
    same &&= kept === previous[index]
    return kept
  })
  return same ? previous : result
}

/** Structural equality of plain values; an absent field equals an undefined one. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = a as { readonly [key: string]: unknown }
  const right = b as { readonly [key: string]: unknown }
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  for (const key of keys) if (!equal(left[key], right[key])) return false
  return true
}
