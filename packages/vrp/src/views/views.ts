import type { CommandTrie, KnownCommand } from './command-trie'
import { addBeginnings, emptyTrie, endOfWord, matchCommand, nextTrie } from './command-trie'
import { interfaceViews } from './interface-views'
import { protocolViews } from './protocol-views'
import { routingViews } from './routing-views'
import { systemViews } from './system-views'
import type { ViewName, ViewSpec } from './view-spec'

/** Every view whose commands are known, with the source of its list. */
export const viewSpecs: readonly ViewSpec[] = [...systemViews, ...interfaceViews, ...routingViews, ...protocolViews]

const tries: ReadonlyMap<ViewName, CommandTrie> = new Map(viewSpecs.map((spec) => [spec.view, trieOf(spec)]))
const separated: ReadonlyMap<ViewName, boolean | undefined> = new Map(
  viewSpecs.map((spec) => [spec.view, spec.separated]),
)

function trieOf(spec: ViewSpec): CommandTrie {
  const trie = emptyTrie()
  addBeginnings(trie, spec.commands, { opens: undefined })
  for (const view of Object.keys(spec.opens) as ViewName[]) addBeginnings(trie, spec.opens[view] ?? '', { opens: view })
  return trie
}

/** The beginnings of a view's commands; undefined for `other`, of which nothing is known. */
export function commandsOf(view: ViewName): CommandTrie | undefined {
  return tries.get(view)
}

/** Whether a device prints an indented `#` before headers that open the view; undefined where it is not known. */
export function isSeparated(view: ViewName): boolean | undefined {
  return separated.get(view)
}

const undone: KnownCommand = { opens: undefined }

/**
 * Looks a line up among the commands of a view. `undo` of a command belongs to the same view and opens none;
 * so does the `~` that marks values equal to the default in `display current-configuration include-default`.
 */
export function knownIn(view: ViewName, text: string): KnownCommand | undefined {
  const trie = tries.get(view)
  if (trie === undefined) return undefined
  const start = afterUndo(text)
  const known = matchCommand(trie, text, start)
  return known !== undefined && start > 0 && known.opens !== undefined ? undone : known
}

/** Whether some command of a view has the same first word. */
export function hasFirstWord(view: ViewName, text: string): boolean {
  const trie = tries.get(view)
  const start = afterUndo(text)
  return trie !== undefined && nextTrie(trie, text, start, endOfWord(text, start)) !== undefined
}

/** Where the command begins that a leading `undo` or `~` applies to. */
export function afterUndo(text: string): number {
  const start = text.charCodeAt(0) === 0x7e ? 1 : 0
  return text.startsWith('undo ', start) ? start + 5 : start
}
