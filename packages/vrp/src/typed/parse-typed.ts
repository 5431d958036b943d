import { sectionRank } from '../section-order'
import type { ConfigTree, Statement } from '../statement'
import { statement } from '../statement'
import { hasUnprintable } from '../unprintable'
import { isSeparated, knownIn, viewSpecs } from '../views/views'
import { abbreviationIn } from './abbreviation'
import { withFamilyLines } from './family-lines'
import type { Prompt } from './prompt'
import { hostInPrompts, readPrompt, viewInPrompt } from './prompt'
import { firstWord, sessionCommand, sessionWordsFor } from './session-words'
import { storedForm } from './stored-form'
import type { TypedProblem } from './typed-problems'
import {
  abbreviated,
  ambiguousInterface,
  inUserView,
  notListed,
  otherDevice,
  outsideView,
  unknownView,
  unprintableTyped,
} from './typed-problems'
import type { EnteredViews, TypedNode } from './typed-views'
import { addLine, currentView, enteredViews, followPrompt, leaveAll, leaveView, viewWith } from './typed-views'

/** Why a line is not in the tree although nothing is wrong with it: it moves or asks, it is a remark, or the device said it. */
export type IgnoredReason = 'session' | 'remark' | 'answer'

export type IgnoredLine = { readonly line: number; readonly reason: IgnoredReason }

export type TypedInput = {
  /** The device in the first prompts, if there are any. */
  readonly host: string | undefined
  /** What the device would store, each line with the number of the typed line it comes from. */
  readonly tree: ConfigTree<number>
  readonly problems: readonly TypedProblem[]
  readonly ignored: readonly IgnoredLine[]
}

type Session = {
  readonly views: EnteredViews
  readonly hosts: string[]
  readonly hasPrompts: boolean
  userView: boolean
}

/**
 * Reads commands as a person types or pastes them: with or without prompts, with `quit`, `system-view` and `commit`,
 * with device answers between them. The result is what the device would store. A line is understood, or refused with
 * the reason; shortened keywords are never guessed.
 */
export function parseTyped(text: string): TypedInput {
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const host = hostInPrompts(lines)
  const session: Session = {
    views: enteredViews(),
    hosts: host === undefined ? [] : [host],
    hasPrompts: host !== undefined,
    userView: false,
  }
  const problems: TypedProblem[] = []
  const ignored: IgnoredLine[] = []
  for (const [index, line] of lines.entries()) {
    const outcome = readTyped(session, line.replaceAll('\t', ' ').trim(), index + 1)
    if (typeof outcome === 'string') ignored.push({ line: index + 1, reason: outcome })
    else if (outcome !== undefined) problems.push(outcome)
  }
  return {
    host,
    tree: { sections: sectionsOf([...(session.views.stack[0]?.node.children.values() ?? [])]), frame: lines.length },
    problems,
    ignored,
  }
}

/** @returns why the line is not in the tree, or what is odd about it */
function readTyped(session: Session, line: string, number: number): IgnoredReason | TypedProblem | undefined {
  const prompt = readPrompt(line)
  const command = withoutRemark(prompt?.command ?? line)
  if (command === '') return line === '' ? undefined : 'remark'
  if (session.hasPrompts && prompt === undefined) return 'answer'
  const refusal = prompt === undefined ? undefined : follow(session, prompt, number)
  const move = sessionCommand(command)
  if (move !== undefined && (move !== 'aside' || isAside(session, command))) {
    if (move === 'system-view' || move === 'return') leaveAll(session.views)
    if (move === 'quit') leaveView(session.views)
    session.userView = move === 'return' || (move === 'aside' && session.userView)
    return 'session'
  }
  if (refusal !== undefined) return refusal
  if (session.userView) return inUserView(number)
  return hasUnprintable(command) ? unprintableTyped(number) : take(session, command, number)
}

/** A command of the view that has the same first word as one of the session is a command of the view. */
function isAside({ views, userView }: Session, command: string): boolean {
  return userView || firstWord(command) === 'display' || viewWith(views, command) === undefined
}

/** A remark from a manual behind a command, set off by blanks; descriptions keep theirs. */
function withoutRemark(command: string): string {
  if (/^[#!]|^\/\//.test(command)) return ''
  if (/\bdescription\s/i.test(command)) return command
  for (let at = command.indexOf('//'); at >= 0; at = command.indexOf('//', at + 1)) {
    if (at === 0 || command[at - 1] === ' ') return command.slice(0, at).trimEnd()
  }
  return command
}

function follow(session: Session, { name, userView }: Prompt, number: number): TypedProblem | undefined {
  const shown = viewInPrompt(name, session.hosts)
  const [host = ''] = session.hosts
  if (shown === undefined) return otherDevice(number, name, host)
  session.userView = userView
  if (userView) leaveAll(session.views)
  else if (!followPrompt(session.views, shown)) return unknownView(number, shown)
  return undefined
}

/** Puts a command into the tree. @returns why it was refused, or that it is not known */
function take(session: Session, command: string, line: number): TypedProblem | undefined {
  const { views, hosts } = session
  const found = viewWith(views, command)
  if (found === undefined) {
    const refusal = refusalOf(session, command, line)
    if (refusal !== undefined) return refusal
  } else while (views.stack.length > found.level + 1) leaveView(views)
  const { view } = currentView(views)
  const stored = storedForm(view, command)
  if ('types' in stored) return ambiguousInterface(line, stored.typed, stored.types)
  for (const text of stored.lines) addLine(views, text, { line, opens: found?.known.opens })
  const [, newHost] = /^sysname (\S+)$/.exec(stored.lines[0] ?? '') ?? []
  if (newHost !== undefined) hosts.unshift(newHost)
  return found === undefined && view !== 'other' ? notListed(line) : undefined
}

/** Reasons to refuse a command that no entered view has. */
function refusalOf({ views }: Session, command: string, line: number): TypedProblem | undefined {
  const { view } = currentView(views)
  const first = firstWord(command)
  const short = abbreviationIn(view, command)
  const session = sessionWordsFor(first)
  if (short !== undefined || session.length > 0) {
    const isFirst = short === undefined || short.word.toLowerCase() === first
    return abbreviated(line, short?.word ?? first, [...(short?.fullWords ?? []), ...(isFirst ? session : [])].sort())
  }
  const isOfOtherView = viewSpecs.some((spec) => knownIn(spec.view, command) !== undefined)
  return view === 'system' && isOfOtherView ? outsideView(line, first) : undefined
}

/** People type in the order they think; sections are stored in one order, and lines of one kind share a section. */
function sectionsOf(nodes: readonly TypedNode[]): readonly (readonly Statement<number>[])[] {
  const ranked = nodes.map((node) => ({ node, rank: sectionRank(node.text) })).sort((a, b) => a.rank - b.rank)
  const sections: Statement<number>[][] = []
  for (const [index, { node, rank }] of ranked.entries()) {
    const before = ranked[index - 1]
    const shares = before !== undefined && before.rank === rank && before.node.opens === undefined
    if (shares && node.opens === undefined) sections.at(-1)?.push(toStatement(node))
    else sections.push([toStatement(node)])
  }
  return sections
}

function toStatement(node: TypedNode): Statement<number> {
  const children = node.opens === 'bgp' ? withFamilyLines(node) : [...node.children.values()]
  return statement(node.text, node.line, children.map(toStatement), {
    separated: node.opens !== undefined && isSeparated(node.opens) === true,
  })
}
