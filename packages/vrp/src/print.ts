import type { ConfigTree, Statement } from './statement'

export type PrintedLine<O> = {
  /** The whole line with its indentation, without a line end. */
  readonly text: string
  /** View level, which is the number of leading blanks. */
  readonly depth: number
  readonly origin: O
}

/**
 * The configuration as a device shows it: one blank per view level, `#` before every section of commands, `#` and
 * `return` at the end. A `#` has the origin of what it opens.
 *
 * @source CloudEngine V300R023C00 configuration guide, "Understanding Configuration Files"
 */
export function print<O>(tree: ConfigTree<O>): readonly PrintedLine<O>[] {
  const lines: PrintedLine<O>[] = []
  // A remark between a `#` and a section stands at the head of that section.
  let isOpen = false
  for (const section of tree.sections) {
    const first = section[0]
    if (first === undefined) continue
    const begins: boolean = !isOpen && (first.verbatim === undefined || first.separated)
    if (begins) lines.push({ text: '#', depth: 0, origin: first.origin })
    for (const top of section) printInto(lines, top, 0)
    isOpen = begins && section.every((each) => each.verbatim)
  }
  lines.push({ text: '#', depth: 0, origin: tree.frame }, { text: 'return', depth: 0, origin: tree.frame })
  return lines
}

/** Lines of one statement and everything below it. */
function printInto<O>(lines: PrintedLine<O>[], each: Statement<O>, depth: number): void {
  const indent = ' '.repeat(depth)
  if (each.separated && depth > 0) lines.push({ text: `${indent}#`, depth, origin: each.origin })
  const text = each.verbatim === undefined ? `${indent}${each.text}` : each.text
  lines.push({ text, depth, origin: each.origin })
  for (const child of each.children) printInto(lines, child, depth + 1)
}

/** The text of a configuration file; every line ends with a line feed. */
export function printText<O>(tree: ConfigTree<O>): string {
  return linesToText(print(tree))
}

/** The text of lines that are printed already. */
export function linesToText(lines: readonly { readonly text: string }[]): string {
  return lines.map(({ text }) => `${text}\n`).join('')
}
