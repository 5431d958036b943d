/** The words of one line, read from left to right. */
export type Words = {
  readonly next: (expected: string) => string
  readonly peek: () => string | undefined
  /** Takes the next word when it is this one. */
  readonly take: (word: string) => boolean
  /** Takes the following words for as long as they satisfy the test. */
  readonly takeWhile: (test: (word: string) => boolean) => readonly string[]
  /** The rest of the line as it was written. */
  readonly rest: () => string
}

/** Blanks separate words; `"two words"` is one. */
export function wordsOf(line: string): Words {
  const matches = [...line.matchAll(/"[^"]*"|\S+/g)]
  const words = matches.map(([word]) => (word.startsWith('"') ? word.slice(1, -1) : word))
  let at = 0
  const next = (expected: string): string => {
    const word = words[at]
    if (word === undefined) throw new Error(`${expected} is missing at the end of the line`)
    at += 1
    return word
  }
  return {
    next,
    peek: () => words[at],
    take: (word) => {
      if (words[at] !== word) return false
      at += 1
      return true
    },
    takeWhile: (test) => {
      const start = at
      while (at < words.length && test(words[at] ?? '')) at += 1
      return words.slice(start, at)
    },
    rest: () => {
      const start = matches[at]?.index ?? line.length
      at = words.length
      return line.slice(start)
    },
  }
}

export type OptionHandler = (words: Words) => void

/**
 * Reads the options at the end of a line. A word without a handler is a field of the record and is
 * followed by its value, so every field can be said: `holdSeconds 30`, `ebgpMaxHop none`.
 */
export function readOptions(
  words: Words,
  handlers: { readonly [word: string]: OptionHandler },
  record: { [field: string]: unknown },
): void {
  for (let word = words.peek(); word !== undefined; word = words.peek()) {
    words.next('option')
    const handler = Object.hasOwn(handlers, word) ? handlers[word] : undefined
    if (handler !== undefined) handler(words)
    else record[word] = optionValue(words.next(`the value of ${word}`))
  }
}

/** `10`, `true`, `["a"]` and `{"a":1}` are JSON; anything else is text. */
export function optionValue(word: string): unknown {
  if (!/^(-?\d+|true|false|null|[[{].*)$/.test(word)) return word
  return JSON.parse(word)
}

export function list(word: string): readonly string[] {
  return word.split(',')
}

/** `10,20-22` */
export function vlanList(word: string): readonly number[] {
  return list(word).flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
}
