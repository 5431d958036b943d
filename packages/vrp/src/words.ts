import { invariant } from '@weft/net'

/**
 * A name or password as one word of a command; with blanks in it, it needs double quotes.
 *
 * @throws for empty text or text with a double quote: VRP has no way to write either as one word
 */
export function quoteWord(text: string): string {
  invariant(text !== '', 'an empty name cannot be written')
  invariant(!text.includes('"'), `a double quote cannot be written inside a word: ${JSON.stringify(text)}`)
  return text.includes(' ') ? `"${text}"` : text
}

/** Most items (`10`, `20 to 29`) a device accepts in one line of a VLAN list. */
export const itemsPerLine = {
  /** Source: command reference, "vlan batch". */
  vlanBatch: 10,
  /** Source: command reference, "port trunk allow-pass vlan". */
  allowPass: 40,
  /** Source: command reference, "port vlan exclude". */
  exclude: 10,
} as const

/**
 * A command with a list of items, over as many lines as the device needs; such lines add up.
 * No items, no line.
 */
export function splitItems(command: string, items: readonly string[], perLine: number): readonly string[] {
  invariant(Number.isInteger(perLine) && perLine > 0, `items per line must be at least 1, got ${perLine}`)
  const lines: string[] = []
  for (let start = 0; start < items.length; start += perLine) {
    lines.push([command, ...items.slice(start, start + perLine)].join(' '))
  }
  return lines
}
