/** Equal as data, whatever the order of fields; a field without a value is the same as none. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, at) => sameValue(each, b[at]))
    )
  }
  const [first, second] = [a as { [field: string]: unknown }, b as { [field: string]: unknown }]
  for (const field of Object.keys(first)) if (!sameValue(first[field], second[field])) return false
  for (const field of Object.keys(second)) if (second[field] !== undefined && first[field] === undefined) return false
  return true
}
