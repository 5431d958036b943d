/** Equal as data, Maps and Sets in their order; a field that is undefined is as good as absent. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, at) => sameData(item, b[at]))
  }
  if (a instanceof Map || b instanceof Map) return a instanceof Map && b instanceof Map && sameData([...a], [...b])
  if (a instanceof Set || b instanceof Set) return a instanceof Set && b instanceof Set && sameData([...a], [...b])
  return sameBut(a, b, [])
}

/** The same for two objects, whatever some of their fields say. */
export function sameBut<Of extends object>(a: Of, b: Of, besides: readonly (keyof Of & string)[]): boolean {
  if (a === b) return true
  const skipped: readonly string[] = besides
  for (const field of Object.keys(a)) {
    if (!skipped.includes(field) && !sameData(Reflect.get(a, field), Reflect.get(b, field))) return false
  }
  for (const field of Object.keys(b)) {
    if (!Object.hasOwn(a, field) && !skipped.includes(field) && Reflect.get(b, field) !== undefined) return false
  }
  return true
}
