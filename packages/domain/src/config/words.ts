import { quoteWord } from '@weft/vrp'

/**
 * Free text as one word of a command, or nothing when no spelling of it is one: empty, with a double
 * quote, or with characters that would break the line. A rule reports such text where it was typed.
 */
export function wordOf(text: string): string | undefined {
  if (text === '' || /["\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text)) return undefined
  return quoteWord(text)
}

/** A route distinguisher or VPN target: numbers, dots and one colon are all it is made of. */
export function distinguisherOf(text: string): string | undefined {
  return /^[0-9.]+:[0-9]+$/.test(text) ? text : undefined
}

/** The items in groups of at most `size`. */
export function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const groups: Item[][] = []
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size))
  return groups
}
