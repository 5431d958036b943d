import { deepestLevel } from '../config-node'
import type { KnownCommand } from '../views/command-trie'
import type { ViewName } from '../views/view-spec'
import { knownIn } from '../views/views'

/** A command while it is collected. */
export type TypedNode = {
  readonly text: string
  readonly line: number
  opens: ViewName | undefined
  /** Its lines by their text: a line typed twice is one line. */
  readonly children: Map<string, TypedNode>
}

/** A view that has been entered. */
type EnteredView = {
  readonly node: TypedNode
  readonly view: ViewName
  /** What prompts show in it; undefined until one did. */
  shown: string | undefined
}

/** The views entered one in another, the system view first. */
export type EnteredViews = {
  readonly stack: EnteredView[]
  /** The last command, while it could still turn out to have opened a view. */
  last: TypedNode | undefined
}

export function enteredViews(): EnteredViews {
  return {
    stack: [{ node: { text: '', line: 0, opens: 'system', children: new Map() }, view: 'system', shown: '' }],
    last: undefined,
  }
}

export function currentView({ stack }: EnteredViews): EnteredView {
  // The system view is never left.
  return stack.at(-1) as EnteredView
}

export function leaveView(views: EnteredViews): void {
  if (views.stack.length > 1) views.stack.pop()
  views.last = undefined
}

export function leaveAll(views: EnteredViews): void {
  views.stack.length = 1
  views.last = undefined
}

/**
 * Follows a prompt to the view it shows. Prompts do not name views unambiguously, so one is only compared with those
 * seen in the views that commands have entered.
 *
 * @returns whether the view is one of those
 */
export function followPrompt(views: EnteredViews, shown: string): boolean {
  const { stack, last } = views
  const level = stack.findLastIndex((entered) => entered.shown === shown)
  const current = currentView(views)
  if (current.shown === undefined && level < 0) current.shown = shown
  else if (level >= 0) stack.length = level + 1
  else if (last !== undefined && current.shown !== undefined && stack.length <= deepestLevel) {
    // The prompt has changed, so the command before it is a header that the tables do not know.
    last.opens = 'other'
    stack.push({ node: last, view: 'other', shown })
  } else return false
  views.last = undefined
  return true
}

/** Views whose headers are commands of the system view and of no other. */
const topViews: ReadonlySet<ViewName> = new Set([
  'interface',
  'bgp',
  'bridge-domain',
  'dfs-group',
  'ospf',
  'ospfv3',
  'route-policy',
  'vpn-instance',
])

/**
 * The nearest view, from the current one outwards, that has the command. Of a view without a table any line can be a
 * command, so only a header that stands nowhere else leaves it.
 */
export function viewWith(
  views: EnteredViews,
  command: string,
): { readonly level: number; readonly known: KnownCommand } | undefined {
  const isOpen = currentView(views).view === 'other'
  for (let level = views.stack.length - 1; level >= 0; level -= 1) {
    const known = knownIn(views.stack[level]?.view ?? 'other', command)
    if (known === undefined || (isOpen && (known.opens === undefined || !topViews.has(known.opens)))) continue
    return { level, known }
  }
  return undefined
}

/** Adds a line to the current view, or enters the view it opens; a view that was entered before is entered again. */
export function addLine(
  views: EnteredViews,
  text: string,
  place: { readonly line: number; readonly opens: ViewName | undefined },
): void {
  const siblings = currentView(views).node.children
  const node = siblings.get(text) ?? { text, line: place.line, opens: place.opens, children: new Map() }
  siblings.set(text, node)
  if (place.opens === undefined) views.last = node
  else enterView(views, node, place.opens)
}

function enterView(views: EnteredViews, node: TypedNode, view: ViewName): void {
  views.stack.push({ node, view, shown: undefined })
  views.last = undefined
}
