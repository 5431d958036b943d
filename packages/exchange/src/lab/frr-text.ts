/** A block of FRR configuration: a line, the lines inside it, and how it is left. */
export type FrrBlock = {
  readonly line: string
  readonly inside?: readonly FrrBlock[]
  readonly exit?: string
}

/** Words, numbers, addresses, prefixes, comments and expressions over AS paths. Never a line break. */
const printable = /^[A-Za-z0-9!][A-Za-z0-9 .:/_^$|()[\]*+-]*$/

/** One line from words; those that are false or absent are left out. */
export function frr(
  words: readonly (string | number | false | undefined)[],
  inside?: readonly (FrrBlock | false | undefined)[],
  exit = 'exit',
): FrrBlock {
  const line = words.filter((word) => word !== undefined && word !== false).join(' ')
  if (!printable.test(line)) throw new Error(`not a line of FRR configuration: ${JSON.stringify(line)}`)
  return inside === undefined ? { line } : { line, inside: kept(inside), exit }
}

export function kept<T>(items: readonly (T | false | undefined)[]): readonly T[] {
  return items.filter((item): item is T => item !== undefined && item !== false)
}

export function frrText(blocks: readonly FrrBlock[]): string {
  return `${blocks.flatMap((block) => textOf(block, '')).join('\n')}\n`
}

function textOf({ line, inside, exit }: FrrBlock, indent: string): readonly string[] {
  if (inside === undefined) return [`${indent}${line}`]
  return [`${indent}${line}`, ...inside.flatMap((block) => textOf(block, `${indent} `)), `${indent}${exit ?? 'exit'}`]
}
