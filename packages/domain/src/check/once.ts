/** Works a value out when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Works the answer for each question out once. */
export function remembered<Key, T>(answer: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, { readonly value: T }>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found.value
    const value = answer(key)
    known.set(key, { value })
    return value
  }
}
