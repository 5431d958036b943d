import type { ConfigProblem } from './config-node'
import { deepestLevel } from './config-node'
import { problemOf, repeatedHeader } from './config-problems'
import type { DraftNode } from './draft-node'
import { adopt, draftNode } from './draft-node'
import type { ViewName } from './views/view-spec'
import { afterUndo, commandsOf, hasFirstWord, knownIn } from './views/views'

/** A view that is open while lines are read. */
type OpenView = {
  readonly node: DraftNode
  readonly indent: number
  readonly view: ViewName
  /** Indentation of its first command. */
  childIndent: number | undefined
  /** Line numbers of the headers seen in it, by their text. */
  headers: Map<string, number> | undefined
}

/** The state of reading: the views that are open, the outermost first, and what waits for the next command. */
export type Reading = {
  readonly root: DraftNode
  readonly open: OpenView[]
  /** Separators, comments and the like: they go where the command after them goes. */
  readonly waiting: DraftNode[]
  /** A `#` stood in the first column since the last command. */
  afterSeparator: boolean
  /** The command placed last, when it opens no view as far as the tables know. */
  leaf: DraftNode | undefined
  readonly problems: ConfigProblem[]
}

export function startReading(): Reading {
  const root = draftNode({ kind: 'blank', number: 0, indent: -1, margin: '', text: '', end: '' })
  const reading: Reading = { root, open: [], waiting: [], afterSeparator: false, leaf: undefined, problems: [] }
  leaveAllViews(reading)
  return reading
}

/** Back to the system view, as after `return`. */
export function leaveAllViews(reading: Reading): void {
  const { root, open } = reading
  reading.leaf = undefined
  if (open.length === 0) open.push(openView(root, 'system'))
  else open.length = 1
}

function openView(node: DraftNode, view: ViewName): OpenView {
  return { node, indent: node.indent, view, childIndent: undefined, headers: undefined }
}

/** Puts a command into the view it belongs to, with what waited for it. */
export function placeCommand(reading: Reading, node: DraftNode): void {
  const { open } = reading
  let level = open.length - 1
  while (viewAt(open, level).indent >= node.indent) level -= 1
  let known = knownIn(viewAt(open, level).view, node.text)
  if (known === undefined) {
    const better = betterLevel(reading, node.text, level)
    if (better === undefined) {
      node.placedBy = 'indent'
      if (level === open.length - 1 && isBelowLeaf(reading, node)) level += 1
    } else {
      node.placedBy = 'command'
      level = better
      known = knownIn(viewAt(open, better).view, node.text)
    }
  }
  adoptInto(reading, node, { level, isKnown: known !== undefined })
  reading.leaf = known !== undefined && known.opens === undefined ? node : undefined
  if (known === undefined) enter(reading, node, 'other')
  else if (known.opens !== undefined) {
    node.opens = known.opens
    enter(reading, node, known.opens)
  }
}

/**
 * The tables list some headers by their first words only and so do not know them for headers. Such a command turns
 * out to be one when a line that its view does not know stands deeper directly below it; its view is opened then.
 */
function isBelowLeaf(reading: Reading, node: DraftNode): boolean {
  const { leaf, open } = reading
  if (leaf === undefined || reading.afterSeparator || node.indent <= leaf.indent || afterUndo(leaf.text) > 0)
    return false
  if (open.length > deepestLevel) return false
  open.push(openView(leaf, 'other'))
  return true
}

type Decision = { readonly level: number; readonly isKnown: boolean }

function adoptInto(reading: Reading, node: DraftNode, { level, isKnown }: Decision): void {
  const { open, problems } = reading
  const view = viewAt(open, level)
  const fault = view.view === 'system' ? topFault(node, isKnown) : subFault(node, view)
  if (fault !== undefined) problems.push(problemOf(node.number, fault))
  while (open.length > level + 1) open.pop()
  settleWaiting(reading, view.node)
  adopt(view.node, node)
  // A line that is written in the wrong place is no measure for the others.
  if (node.placedBy !== 'command') view.childIndent ??= node.indent
}

function enter({ open, problems }: Reading, node: DraftNode, view: ViewName): void {
  if (view !== 'other') noteHeader(viewAt(open, open.length - 1), node, problems)
  if (open.length <= deepestLevel) open.push(openView(node, view))
  else problems.push(problemOf(node.number, 'too-deep'))
}

/**
 * Where a line belongs that is no known command of the view its indentation says. It is looked for in the views
 * that the indentation would close, because a header or line can be written too far left; and after a `#` in the
 * first column in the views around it, because after that mark only a line of the open view stays in it.
 *
 * @returns undefined when the indentation is all there is to go by
 */
function betterLevel({ open, afterSeparator }: Reading, text: string, level: number): number | undefined {
  if (commandsOf(viewAt(open, level).view) !== undefined) {
    for (let inner = open.length - 1; inner > level; inner -= 1) {
      const known = knownIn(viewAt(open, inner).view, text)
      if (known !== undefined && (!afterSeparator || known.opens !== undefined)) return inner
    }
  }
  if (!afterSeparator || level === 0) return undefined
  for (let outer = level - 1; outer >= 0; outer -= 1) {
    if (knownIn(viewAt(open, outer).view, text) !== undefined) return outer
  }
  // The commands of this view are known and this is none of them, not even by its first word: the mark has closed it.
  const { view } = viewAt(open, level)
  return commandsOf(view) === undefined || hasFirstWord(view, text) ? undefined : 0
}

function topFault(node: DraftNode, isKnown: boolean) {
  if (node.indent === 0) return undefined
  return isKnown ? 'top-line-indented' : 'no-view'
}

function subFault(node: DraftNode, { childIndent }: OpenView) {
  if (node.placedBy === 'command') return 'misplaced-line'
  return childIndent !== undefined && childIndent !== node.indent ? 'uneven-indent' : undefined
}

/** A header that comes again is reported once, however often it comes. */
function noteHeader(view: OpenView, node: DraftNode, problems: ConfigProblem[]): void {
  view.headers ??= new Map()
  const first = view.headers.get(node.text)
  if (first === undefined) view.headers.set(node.text, node.number)
  else if (first !== reported) {
    problems.push(repeatedHeader(node.number, first))
    view.headers.set(node.text, reported)
  }
}

const reported = 0

/** What waited goes in front of the command it waited for, so that the tree keeps the order of the lines. */
export function settleWaiting(reading: Reading, parent: DraftNode): void {
  reading.afterSeparator = false
  const { waiting } = reading
  if (waiting.length === 0) return
  for (const each of waiting) adopt(parent, each)
  waiting.length = 0
}

function viewAt(open: readonly OpenView[], level: number): OpenView {
  // The outermost view has indentation -1, so no search goes below level 0.
  return open[level] as OpenView
}
