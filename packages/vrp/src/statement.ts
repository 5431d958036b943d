import { invariant } from '@weft/net'

/**
 * One command of a configuration with the commands of the view it opens.
 *
 * @typeParam O why the line is there; every printed line carries one
 */
export type Statement<O> = {
  /** The command in full form, without indentation. */
  readonly text: string
  readonly origin: O
  readonly children: readonly Statement<O>[]
  /** An indented `#` is printed before it, as before an address family in `bgp`. */
  readonly separated: boolean
  /** It is no command but text, such as a line of a banner, and is printed with no indentation but its own. */
  readonly verbatim?: true
}

/** A whole configuration. Sections are separated by `#` in the first column. */
export type ConfigTree<O> = {
  /** Childless top lines may share a section, as the `stp` lines do. A section without lines is not printed. */
  readonly sections: readonly (readonly Statement<O>[])[]
  /** Origin of the closing `#` and `return`. */
  readonly frame: O
}

/** Control, invisible, direction-changing and line-separating characters, and broken surrogate pairs. */
const notPrintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
/** Nearly every line, which has no fault unless it is `return`; far cheaper to ask than the faults one by one. */
const isPlain = /^["$-~](?:[ -~]*[!-~])?$/
const nothing: readonly never[] = []
const unseparated = {}

/**
 * The only way to make a statement. The text is one command, so nothing a person typed can add a
 * line, close a section or change how the line looks.
 *
 * @throws for text that is empty, has outer blanks or unprintable characters, or is itself a separator,
 *   a comment or `return`: such text must have been refused at the door
 */
export function statement<O>(
  text: string,
  origin: O,
  children: readonly Statement<O>[] = nothing,
  { separated = false }: { readonly separated?: boolean } = unseparated,
): Statement<O> {
  const fault = faultOf(text)
  // The message is only put together when there is one: a fabric has a hundred thousand lines.
  if (fault !== undefined) invariant(false, `${fault}: ${JSON.stringify(text)}`)
  return { text, origin, children, separated }
}

/** Text that stands between commands as it is. @throws for text with line ends or other unprintable characters */
export function verbatim<O>(text: string, origin: O, options: { readonly separated?: boolean } = {}): Statement<O> {
  if (!/^[\t -~]*$/.test(text) && notPrintable.test(text.replaceAll('\t', ' '))) {
    invariant(false, `text of a configuration has unprintable characters: ${JSON.stringify(text)}`)
  }
  return { text, origin, children: [], separated: options.separated ?? false, verbatim: true }
}

function faultOf(text: string): string | undefined {
  if (isPlain.test(text) && text.length !== 6) return undefined
  if (text === '') return 'a configuration line is empty'
  if (notPrintable.test(text)) return 'a configuration line has unprintable characters'
  if (text.trim() !== text) return 'a configuration line begins or ends with a blank'
  if (text.startsWith('#') || text.startsWith('!')) return 'a configuration line would be read as a comment'
  if (text.toLowerCase() === 'return') {
    return '"return" ends the configuration and is printed by the frame'
  }
  return undefined
}
