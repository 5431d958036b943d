import type { Random } from '../mutate'

/** A word with one letter changed, left out, added or exchanged with its neighbour. */
export function typoOf(word: string, random: Random): string {
  const at = random(word.length)
  const letter = String.fromCharCode(0x61 + random(26))
  const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
  switch (random(4)) {
    case 0:
      return before + letter + after
    case 1:
      return before + after
    case 2:
      return before + letter + here + after
    default:
      return before + (after[0] ?? '') + here + after.slice(1)
  }
}

/** The line with another word at a place. */
export function withWord(words: readonly string[], position: number, word: string): string {
  return words.with(position, word).join(' ')
}
