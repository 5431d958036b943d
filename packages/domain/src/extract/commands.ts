import type { ConfigNode, ParsedConfig } from '@weft/vrp'
import { walkConfig } from '@weft/vrp'
import { normalWords, piecesOf } from './normal-form'

/** A command of a configuration in normal words, with the commands of the view it opens. */
export type Command = {
  /** Line number in the file, from 1. */
  readonly line: number
  /** As it stands in the file, without outer blanks. */
  readonly text: string
  readonly words: readonly string[]
  /** A `#` stands before it. */
  readonly separated: boolean
  /** It is no command but text, such as a line of a banner: without words, and with its outer blanks. */
  readonly verbatim?: true
  readonly children: readonly Command[]
}

/** The commands of a parsed configuration, and the text between them that is none; separators and blank lines aside. */
export function commandsOf({ nodes }: ParsedConfig): readonly Command[] {
  return readNodes(nodes)
}

const none: readonly never[] = []

function readNodes(nodes: readonly ConfigNode[]): readonly Command[] {
  const commands: Command[] = []
  let separated = false
  for (const node of nodes) {
    const { kind, number, text, children } = node
    if (kind === 'separator') separated = true
    if (kind === 'separator' || kind === 'return' || kind === 'blank') continue
    if (!isKept(node)) continue
    if (kind === 'command') {
      const below = children.length === 0 ? none : readNodes(children)
      commands.push({ line: number, text, words: wordsOf(text, below), separated, children: below })
    } else {
      const whole = `${node.margin}${text}${node.end.replace(/[\r\n]+$/, '')}`
      commands.push({ line: number, text: whole, words: none, separated, verbatim: true, children: none })
    }
    separated = false
  }
  return commands
}

/** `vlan 100` of which nothing more is said creates the VLAN as `vlan batch 100` does. */
function wordsOf(text: string, children: readonly Command[]): readonly string[] {
  const words = normalWords(text)
  return words[0] === 'vlan' && words.length === 2 && children.length === 0
    ? ['vlan', 'batch', ...words.slice(1)]
    : words
}

/** Whether a line can be kept: one of thousands of characters is none that a device could restore. */
function isKept({ kind, margin, text, end }: ConfigNode): boolean {
  if (kind === 'command') return text.length <= longestLine
  return margin.length + text.length + end.length <= longestLine && !unprintable.test(margin + text)
}

const longestLine = 4096
const unprintable = /[^\P{Cc}\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** The lines of a file that cannot be kept, by number. */
export function linesLost({ nodes }: ParsedConfig): readonly number[] {
  const lost: number[] = []
  walkConfig(nodes, (node) => {
    if (!isKept(node)) lost.push(node.number)
  })
  return lost
}

/** What a line says, piece by piece, to compare it with others; text that is no command says itself. */
export function commandPieces({ text, words, verbatim }: Pick<Command, 'text' | 'words' | 'verbatim'>) {
  return verbatim ? [`\n${text}`] : piecesOf(words)
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
