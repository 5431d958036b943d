import type { Form, Group, Part } from './form'

/** The words of a typed line; a name in double quotes is one word. */
export function wordsOf(line: string): readonly string[] {
  return line.match(/"[^"]*"|\S+/g) ?? []
}

/**
 * Whether a form accepts exactly these words. Each group is tried once at each word, so the work is
 * bounded by a power of the length of the line, whatever brackets are nested.
 *
 * @param notKeyword a word that may only be a value
 */
export function matches(form: Form, words: readonly string[], notKeyword = -1): boolean {
  const tried = new Map<Group, ReadonlySet<number>[]>()

  const afterPart = (part: Part, at: number): readonly number[] => {
    const word = words[at]
    switch (part.kind) {
      case 'word':
        return at !== notKeyword && word?.toLowerCase() === part.text ? [at + 1] : []
      case 'value':
        if (word === undefined || !part.parameter.fits(word)) return []
        return [part.parameter.isText ? words.length : at + 1]
      case 'group':
        return [...afterGroup(part, at)]
    }
  }

  const afterForm = (parts: Form, at: number): ReadonlySet<number> => {
    let ends: ReadonlySet<number> = new Set([at])
    for (const part of parts) ends = new Set([...ends].flatMap((end) => afterPart(part, end)))
    return ends
  }

  const afterGroup = (group: Group, at: number): ReadonlySet<number> => {
    const known = tried.get(group) ?? []
    tried.set(group, known)
    const before = known[at]
    if (before !== undefined) return before
    const ends = new Set<number>()
    const open = [at]
    for (let start = open.pop(); start !== undefined; start = open.pop()) {
      for (const choice of group.choices) {
        for (const end of afterForm(choice, start)) {
          if (end === start || ends.has(end)) continue
          ends.add(end)
          open.push(end)
        }
      }
    }
    if (group.isOptional) ends.add(at)
    known[at] = ends
    return ends
  }

  return afterForm(form, 0).has(words.length)
}

/** Positions of the words that the form knows as keywords: the line is no longer accepted when they may only be values. */
export function keywordPositions(form: Form, words: readonly string[]): readonly number[] {
  return words.map((_, position) => position).filter((position) => !matches(form, words, position))
}
