/** Shorter keywords may have one wrong letter, longer ones two. */
const longKeyword = 8

/**
 * Whether a word is a keyword with a slip of the keyboard: a letter too many, missing, wrong, or two exchanged. Figures
 * are never slips, because `ipv4` and `ipv6` are two words. Two slips count only inside the parts between hyphens, so
 * that words made of the same parts are not taken for each other.
 */
export function isSlipOf(word: string, keyword: string): boolean {
  const most = keyword.length >= longKeyword ? 2 : 1
  if (word === keyword || Math.abs(word.length - keyword.length) > most) return false
  if (figuresOf(word) !== figuresOf(keyword)) return false
  const slips = editDistance(word, keyword)
  if (slips <= 1) return true
  if (slips > most) return false
  const [parts, keywordParts] = [word.split('-'), keyword.split('-')]
  return (
    parts.length === keywordParts.length &&
    parts.every((part, at) => {
      const own = keywordParts[at] ?? ''
      return editDistance(part, own) <= (own.length >= longKeyword ? 2 : own.length > shortPart ? 1 : 0)
    })
  )
}

/** Parts such as `irb` and `nd` are too short to be recognised by all but one of their letters. */
const shortPart = 4

function figuresOf(word: string): string {
  return word.replace(/\D/g, '')
}

/** Damerau-Levenshtein distance of neighbouring exchanges; the caller has made sure that both words are short. */
export function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
