import type { ConfigNode, ParsedConfig } from '@weft/vrp'
import { walkConfig } from '@weft/vrp'
import { normalWords } from './normal-form'

/** A command of a configuration in normal words, with the commands of the view it opens. */
export type Command = {
  /** Line number in the file, from 1. */
  readonly line: number
  /** As it stands in the file, without outer blanks. */
  readonly text: string
  readonly words: readonly string[]
  /** A `#` stands before it. */
  readonly separated: boolean
  readonly children: readonly Command[]
}

/** The commands of a parsed configuration; separators, comments, blank lines and banner text are no commands. */
export function commandsOf({ nodes }: ParsedConfig): readonly Command[] {
  return readNodes(nodes)
}

const none: readonly Command[] = []

function readNodes(nodes: readonly ConfigNode[]): readonly Command[] {
  const commands: Command[] = []
  let separated = false
  for (const { kind, number, text, children } of nodes) {
    if (kind === 'separator') separated = true
    if (kind !== 'command') continue
    if (!isKept(text, children)) continue
    commands.push({
      line: number,
      text,
      words: normalWords(text),
      separated,
      children: children.length === 0 ? none : readNodes(children),
    })
    separated = false
  }
  return commands
}

/**
 * Whether a line can be kept: a banner over several lines is text and no command, and printing its first line alone
 * would swallow what follows; a line of thousands of characters is none that a device could restore.
 */
function isKept(text: string, children: readonly ConfigNode[]): boolean {
  return text.length <= longestLine && !children.some(({ kind }) => kind === 'banner')
}

const longestLine = 4096

/** The lines of a file that are no commands it can keep, by number. */
export function linesLost({ nodes }: ParsedConfig): readonly number[] {
  const lost: number[] = []
  walkConfig(nodes, ({ kind, number, text, children }) => {
    if (kind === 'unknown' || (kind === 'command' && !isKept(text, children))) lost.push(number)
  })
  return lost
}

/** What is done with a command that has the form of a pattern: `words` are those in the places of the stars. */
export type Reader<Draft> = (draft: Draft, words: readonly string[], command: Command) => void

type Form<Draft> = { readonly words: readonly string[]; readonly read: Reader<Draft> }

/**
 * Reads commands by a table of forms. In a form `*` stands for one word, `**` for the rest of the line (at least one
 * word) and anything else for itself; the first form that fits reads.
 *
 * @returns whether a form fitted
 */
export function commandReader<Draft>(table: {
  readonly [form: string]: Reader<Draft>
}): (draft: Draft, command: Command) => boolean {
  const forms = new Map<string, Form<Draft>[]>()
  for (const [form, read] of Object.entries(table)) {
    const words = form.split(' ')
    const first = words[0] ?? ''
    forms.set(first, [...(forms.get(first) ?? []), { words, read }])
  }
  return (draft, command) => {
    for (const { words, read } of forms.get(command.words[0] ?? '') ?? []) {
      const taken = wordsInPlaces(words, command.words)
      if (taken === undefined) continue
      read(draft, taken, command)
      return true
    }
    return false
  }
}

function wordsInPlaces(form: readonly string[], words: readonly string[]): readonly string[] | undefined {
  const taken: string[] = []
  for (let i = 0; i < form.length; i += 1) {
    const word = words[i]
    if (word === undefined) return undefined
    if (form[i] === '**') return [...taken, words.slice(i).join(' ')]
    if (form[i] === '*') taken.push(word)
    else if (form[i] !== word) return undefined
  }
  return words.length === form.length ? taken : undefined
}
