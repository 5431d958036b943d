import type { ConfigTree, Statement } from '@weft/vrp'
import type { CarriedLines } from '../model'
import type { Command } from './commands'
import { commandPieces } from './commands'
import { normalWords } from './normal-form'

/** What became of one line of a file. */
export type ReadLine = {
  readonly line: number
  /** Headers of the views around it. */
  readonly view: readonly string[]
  readonly text: string
  readonly verdict: 'modelled' | 'carried'
  /** How the configuration now says it, when it says it in other words or split differently. */
  readonly printed?: string
}

/** A line that is derived and that the file does not have. */
export type AddedLine<O> = { readonly view: readonly string[]; readonly text: string; readonly origin: O }

export type Comparison<O> = {
  readonly lines: readonly ReadLine[]
  readonly carried: readonly CarriedLines[]
  readonly added: readonly AddedLine<O>[]
}

/** A view of the derived configuration and what of it was found in the file. */
type View<O> = {
  readonly header: readonly string[]
  readonly byPiece: ReadonlyMap<string, Entry<O>>
  readonly entries: readonly Entry<O>[]
  /** The derived line that the last lines of the file stood at. */
  last: string | undefined
}
type Entry<O> = {
  readonly statement: Statement<O>
  readonly pieces: readonly string[]
  readonly seen: Set<string>
  view: View<O> | undefined
}

type Findings = { readonly lines: ReadLine[]; readonly carried: CarriedLines[] }

/**
 * Compares a file with what is derived from the records it was read into, view by view. A line the derivation says
 * too is modelled; every other line is carried, with the view and the place it stood in. So nothing is lost, however
 * little was understood.
 */
export function compareConfigs<O>(commands: readonly Command[], tree: ConfigTree<O>): Comparison<O> {
  const findings: Findings = { lines: [], carried: [] }
  const root = openView([], tree.sections.flat())
  compareView(commands, root, findings)
  const added: AddedLine<O>[] = []
  collectAdded(root, added)
  return { ...findings, added }
}

function openView<O>(header: readonly string[], statements: readonly Statement<O>[]): View<O> {
  const byPiece = new Map<string, Entry<O>>()
  const entries = statements.map((statement): Entry<O> => {
    const { text, verbatim } = statement
    const pieces = commandPieces({ text, words: verbatim ? [] : normalWords(text), verbatim })
    const entry = { statement, pieces, seen: new Set<string>(), view: undefined }
    for (const piece of pieces) if (!byPiece.has(piece)) byPiece.set(piece, entry)
    return entry
  })
  return { header, byPiece, entries, last: undefined }
}

function compareView<O>(commands: readonly Command[], view: View<O>, findings: Findings): void {
  let block: CarriedLines['lines'][number][] | undefined
  for (const command of commands) {
    const entry = entryFor(command, view)
    if (entry === undefined) {
      if (block === undefined) {
        block = []
        findings.carried.push({ ...placeOf(view), lines: block })
      }
      carry(command, { view: view.header, depth: 0, block }, findings)
      continue
    }
    block = undefined
    view.last = entry.statement.text
    findings.lines.push(readLine(command, view.header, entry.statement.text))
    if (command.children.length === 0) continue
    entry.view ??= openView([...view.header, entry.statement.text], entry.statement.children)
    compareView(command.children, entry.view, findings)
  }
}

/** The derived line that says all a command says; a command with a view of its own must be the header of one. */
function entryFor<O>(command: Command, { byPiece }: View<O>): Entry<O> | undefined {
  const pieces = commandPieces(command)
  const entries = pieces.map((piece) => byPiece.get(piece))
  for (const [index, entry] of entries.entries()) entry?.seen.add(pieces[index] ?? '')
  return entries.every((entry) => entry !== undefined) ? entries.at(-1) : undefined
}

function placeOf<O>({ header, last }: View<O>): Pick<CarriedLines, 'view' | 'after'> {
  return { view: header, ...(last === undefined ? {} : { after: last }) }
}

type Block = {
  readonly view: readonly string[]
  readonly depth: number
  readonly block: CarriedLines['lines'][number][]
}

function carry(command: Command, { view, depth, block }: Block, findings: Findings): void {
  const { line, separated, verbatim } = command
  const text = verbatim ? command.text : command.text.replaceAll('\t', ' ')
  const place = { ...(depth === 0 ? {} : { depth }), ...(separated ? { separated: true } : {}) }
  block.push({ text, ...place, ...(verbatim ? { verbatim } : {}) })
  if (text !== '') findings.lines.push({ line, view, text, verdict: 'carried' })
  if (command.children.length === 0) return
  const inside = { view: [...view, text], depth: depth + 1, block }
  for (const child of command.children) carry(child, inside, findings)
}

function readLine({ line, text }: Command, view: readonly string[], printed: string): ReadLine {
  return { line, view, text, verdict: 'modelled', ...(printed === text ? {} : { printed }) }
}

function collectAdded<O>(view: View<O>, added: AddedLine<O>[]): void {
  for (const { statement, pieces, seen, view: inner } of view.entries) {
    const isNew = pieces.some((piece) => !seen.has(piece))
    if (isNew) added.push({ view: view.header, text: statement.text, origin: statement.origin })
    if (inner !== undefined) collectAdded(inner, added)
    else addAll(statement, view.header, added)
  }
}

/** A view the file does not have, or has without any line in it. */
function addAll<O>(statement: Statement<O>, header: readonly string[], added: AddedLine<O>[]): void {
  const view = [...header, statement.text]
  for (const child of statement.children) {
    added.push({ view, text: child.text, origin: child.origin })
    addAll(child, view, added)
  }
}

/** Lines that no part of a device has. */
export function missingFromAll<O>([first = [], ...others]: readonly (readonly AddedLine<O>[])[]) {
  const key = ({ view, text }: AddedLine<O>) => [...view, text].join('\n')
  const sets = others.map((lines) => new Set(lines.map(key)))
  return first.filter((line) => sets.every((lines) => lines.has(key(line))))
}
