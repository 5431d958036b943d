import { invariant } from '@weft/net'
import type { ViewName } from './view-spec'

/** What is known about a command of a view: the view it opens, if any. */
export type KnownCommand = { readonly opens: ViewName | undefined }

/** Beginnings of the commands of one view, word by word. */
export type CommandTrie = {
  /** The next words by their hash: a line is looked up without cutting it into words. */
  readonly words: Map<number, NextWord>
  /** Where any word may stand. */
  any: CommandTrie | undefined
  /** A command of the view begins with the words up to here. */
  known: KnownCommand | undefined
  /** The words up to here are a command of the view when the line ends with them. */
  whole: KnownCommand | undefined
}

export type NextWord = { readonly word: string; readonly trie: CommandTrie }

export function emptyTrie(): CommandTrie {
  return { words: new Map(), any: undefined, known: undefined, whole: undefined }
}

/**
 * Adds beginnings such as `ip(address binding) peer(*(enable)) bfd($)`. A word with a bracket is a beginning
 * only together with one of the words in the bracket.
 *
 * @throws for unbalanced brackets: the tables are ours
 */
export function addBeginnings(trie: CommandTrie, notation: string, known: KnownCommand): void {
  const tokens = notation.match(/[()]|[^\s()]+/g) ?? []
  const path = [trie]
  let last = trie
  for (const [index, token] of tokens.entries()) {
    if (token === '(') path.push(last)
    else if (token === ')') path.pop()
    else if (token === '$') parentOf(path, notation).whole = known
    else {
      last = child(parentOf(path, notation), token)
      if (tokens[index + 1] !== '(') last.known = known
    }
  }
  invariant(path.length === 1, `unbalanced brackets in the command table: ${notation}`)
}

function parentOf(path: readonly CommandTrie[], notation: string): CommandTrie {
  const parent = path.at(-1)
  invariant(parent !== undefined, `unbalanced brackets in the command table: ${notation}`)
  return parent
}

function child(parent: CommandTrie, word: string): CommandTrie {
  if (word === '*') {
    parent.any ??= emptyTrie()
    return parent.any
  }
  const hash = hashOf(word, 0, word.length)
  const found = parent.words.get(hash)
  invariant(found === undefined || found.word === word, `"${word}" and "${found?.word}" have the same hash`)
  if (found !== undefined) return found.trie
  const trie = emptyTrie()
  parent.words.set(hash, { word, trie })
  return trie
}

/** A hash that is the same for upper and lower case, as keywords are. */
function hashOf(text: string, from: number, to: number): number {
  let hash = to - from
  for (let i = from; i < to; i += 1) hash = (Math.imul(hash, 31) + (text.charCodeAt(i) | 0x20)) & 0x3fffffff
  return hash
}

/**
 * The longest beginning in the trie that the text begins with. Keywords count in any case, as on a device.
 *
 * @param start where the command begins, behind a leading `undo`
 */
export function matchCommand(trie: CommandTrie, text: string, start: number): KnownCommand | undefined {
  let node = trie
  let found: KnownCommand | undefined
  let from = start
  for (;;) {
    while (from < text.length && isBlank(text.charCodeAt(from))) from += 1
    if (from >= text.length) return node.whole ?? found
    const to = endOfWord(text, from)
    const next = nextTrie(node, text, from, to)
    if (next === undefined) return found
    found = next.known ?? found
    if (isEnd(next)) return found
    node = next
    from = to
  }
}

/** Where the word ends that begins at a place. */
export function endOfWord(text: string, from: number): number {
  let to = from
  while (to < text.length && !isBlank(text.charCodeAt(to))) to += 1
  return to
}

/** Longer than any keyword; such a word is not looked up. */
const longestKeyword = 40

/** Where a word of the text leads to. */
export function nextTrie(node: CommandTrie, text: string, from: number, to: number): CommandTrie | undefined {
  if (to - from > longestKeyword) return node.any
  const next = node.words.get(hashOf(text, from, to))
  return next !== undefined && isWord(next.word, text, from, to) ? next.trie : node.any
}

function isWord(word: string, text: string, from: number, to: number): boolean {
  return word.length === to - from && (text.startsWith(word, from) || text.slice(from, to).toLowerCase() === word)
}

function isEnd({ words, any, whole }: CommandTrie): boolean {
  return words.size === 0 && any === undefined && whole === undefined
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09
}
