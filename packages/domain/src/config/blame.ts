import type { ConfigTree } from '@weft/vrp'
import { print, printText } from '@weft/vrp'
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
}

/** Every line of the file, separators included, with its derivation, records and allocations. */
export function blame(tree: ConfigTree<Origin>): readonly BlamedLine[] {
  return print(tree).map(({ text, origin }, position) => {
    const { what, source } = derivations[origin.derivation]
    return { number: position + 1, text, says: what, source, ...origin }
  })
}
