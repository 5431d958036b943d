import type { CommandTrie } from '../views/command-trie'
import { endOfWord, isBlank, nextTrie } from '../views/command-trie'
import type { ViewName } from '../views/view-spec'
import { afterUndo, commandsOf } from '../views/views'

export type Abbreviation = { readonly word: string; readonly fullWords: readonly string[] }

/**
 * The first word of a line that stands where only keywords stand, is none, and begins some. A device would take it
 * for the one it begins; which one that is depends on the release, so it is not guessed here.
 */
export function abbreviationIn(view: ViewName, text: string): Abbreviation | undefined {
  let node = commandsOf(view)
  if (node === undefined) return undefined
  if (isShort(text.slice(0, endOfWord(text, 0)), 'undo'))
    return { word: text.slice(0, endOfWord(text, 0)), fullWords: ['undo'] }
  let from = afterUndo(text)
  while (node !== undefined) {
    while (from < text.length && isBlank(text.charCodeAt(from))) from += 1
    if (from >= text.length) return undefined
    const to = endOfWord(text, from)
    const next: CommandTrie | undefined = nextTrie(node, text, from, to)
    if (next === undefined) return shortFor(node, text.slice(from, to))
    node = next
    from = to
  }
  return undefined
}

function shortFor(node: CommandTrie, word: string): Abbreviation | undefined {
  const fullWords = [...node.words.values()].map((next) => next.word).filter((full) => isShort(word, full))
  return fullWords.length === 0 ? undefined : { word, fullWords: fullWords.sort() }
}

function isShort(word: string, full: string): boolean {
  return word.length < full.length && full.startsWith(word.toLowerCase())
}
