/**
 * Equal as data, whatever the order of fields, but with lists, Maps and Sets in their order. A field without a value is
 * the same as none.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b)
  if (a instanceof Map || b instanceof Map) return a instanceof Map && b instanceof Map && sameItems([...a], [...b])
  if (a instanceof Set || b instanceof Set) return a instanceof Set && b instanceof Set && sameItems([...a], [...b])
  return sameBut(a, b, none)
}

const none: readonly never[] = []

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => sameValue(item, b[at]))
}

/** The same for two objects, whatever some of their fields say. */
export function sameBut<Of extends object>(a: Of, b: Of, besides: readonly (keyof Of & string)[]): boolean {
  if (a === b) return true
  const [first, second, skipped]: readonly [Fields, Fields, readonly string[]] = [a as Fields, b as Fields, besides]
  for (const field of Object.keys(first)) {
    if (!skipped.includes(field) && !sameValue(first[field], second[field])) return false
  }
  for (const field of Object.keys(second)) {
    if (!Object.hasOwn(first, field) && second[field] !== undefined && !skipped.includes(field)) return false
  }
  return true
}

type Fields = { readonly [field: string]: unknown }
