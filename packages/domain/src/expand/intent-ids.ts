/**
 * The id of a record that an intent expands into: `peering:fabric.leaf-1.spine-1`. Where the names would make it too
 * long or ambiguous, a number made of them takes their place; the same names give the same id.
 */
export function expandedId<Kind extends 'peering' | 'bmp-session'>(
  kind: Kind,
  ids: readonly string[],
): `${Kind}:${string}` {
  const names = ids.map((id) => id.slice(id.indexOf(':') + 1))
  const plain = names.join('.')
  if (plain.length <= mostLetters && !names.some((name) => name.includes('.'))) return `${kind}:${plain}`
  const [first = ''] = names
  return `${kind}:${first.slice(0, 24)}...${wordHash(names.join(':'))}`
}

const mostLetters = 64

/** Sixteen hexadecimal digits that are the same for the same words. */
export function wordHash(words: string): string {
  return hashOf(words, 0x811c9dc5) + hashOf(words, 0x9e3779b9)
}

/** FNV-1a from a seed, as eight hexadecimal digits. */
function hashOf(words: string, seed: number): string {
  let hash = seed
  for (let index = 0; index < words.length; index += 1) {
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
