import type { ConfigTree, PrintedLine } from '@weft/vrp'
import { parseConfig, print, printText, walkConfig } from '@weft/vrp'
import type { LocalText } from '../model'
import { derivations } from './derivations'
import type { Origin } from './origin'

/** The configuration as a file: every line ends with a line feed, the last one is `return`. */
export function configText(tree: ConfigTree<Origin>): string {
  return printText(tree)
}

/** One printed line with the reason it is there. */
export type BlamedLine = Origin & {
  /** From 1, as editors count. */
  readonly number: number
  readonly text: string
  readonly says: LocalText
  /** The page of the manual behind the derivation. */
  readonly source: string
  readonly standing: LineStanding
}

/**
 * Whether the line follows from records, or was imported and is carried by its device: as a command that the tables of
 * views list, or as one they do not know.
 */
export type LineStanding = 'modelled' | 'carried' | 'unknown'

/** Every line of the file, separators included, with its derivation, records and allocations. */
export function blame(tree: ConfigTree<Origin>): readonly BlamedLine[] {
  const lines = print(tree)
  const strange = lines.some(isCarried) ? unlistedLines(printText(tree)) : new Set<number>()
  return lines.map((line, position) => {
    const { text, origin } = line
    const { what, source } = derivations[origin.derivation]
    const number = position + 1
    const standing = isCarried(line) ? (strange.has(number) ? 'unknown' : 'carried') : 'modelled'
    return { number, text, says: what, source, standing, ...origin }
  })
}

function isCarried({ origin }: PrintedLine<Origin>): boolean {
  return origin.derivation === 'carried'
}

/** Numbers of the commands that only their indentation gives a place. */
function unlistedLines(text: string): ReadonlySet<number> {
  const numbers = new Set<number>()
  walkConfig(parseConfig(text).nodes, ({ kind, number, placedBy }) => {
    if (kind === 'unknown' || (kind === 'command' && placedBy === 'indent')) numbers.add(number)
  })
  return numbers
}
