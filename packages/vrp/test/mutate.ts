export type Random = (limit: number) => number

/** Whole numbers below a limit, the same on every machine. */
export function pseudoRandom(seed: number): Random {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const snippets = [
  '#\n',
  ' #\n',
  '\r\n',
  '\t',
  '   ',
  '\u0000',
  '\u202e',
  '%',
  '"',
  'return\n',
  'bgp 1\n',
  'header login information "',
  '<a>',
  '---- More ----',
  'undo ',
  '到',
  '\ud800',
  '~',
  '//',
  '!',
]

/** A text with a few of its characters, lines or blocks cut, doubled, moved or replaced. */
export function mutate(text: string, random: Random): string {
  let mutated = text
  const edits = 1 + random(6)
  for (let edit = 0; edit < edits; edit += 1) {
    const from = random(mutated.length + 1)
    const to = Math.min(mutated.length, from + Math.floor((random(1000) / 1000) ** 4 * 400))
    const [before, middle, after] = [mutated.slice(0, from), mutated.slice(from, to), mutated.slice(to)]
    const snippet = snippets[random(snippets.length)] ?? ''
    switch (random(7)) {
      case 0:
        mutated = before + after
        break
      case 1:
        mutated = before + middle + middle + after
        break
      case 2:
        mutated = before + snippet + after
        break
      case 3:
        mutated = after + before + middle
        break
      case 4:
        mutated = before + middle.replaceAll('\n', ' ') + after
        break
      case 5:
        mutated = before + middle.replaceAll('\n ', '\n') + after
        break
      default:
        mutated = before + middle.replaceAll('\n', '\n  ') + after
    }
  }
  return mutated
}
