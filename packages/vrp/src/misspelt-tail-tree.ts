import { invariant } from '@weft/net'
import { keywordTails } from './misspelt-tails'
import type { ViewName } from './views/view-spec'

/** What a keyword takes: nothing, the next word, or the rest of the line. */
type Takes = 'nothing' | 'word' | 'text'

/** The keywords after a beginning; `isText` when all that follows is free text. */
export type KeywordTail = { readonly keywords: ReadonlyMap<string, Takes>; readonly isText: boolean }

type TailNode = { readonly words: Map<string, TailNode>; any: TailNode | undefined; tail: KeywordTail | undefined }

function emptyNode(): TailNode {
  return { words: new Map(), any: undefined, tail: undefined }
}

const trees: ReadonlyMap<string, TailNode> = new Map(
  Object.entries(keywordTails).map(([view, table]) => [view, treeOf(table)]),
)

/** @throws for a table that does not keep to its notation: the tables are ours */
function treeOf(table: string): TailNode {
  const root = emptyNode()
  // A line that does not begin an entry goes on with the entry before it.
  const entries = table.replace(/\n(?![^\n]*:)/g, ' ').split('\n')
  for (const entry of entries) {
    if (entry.trim() === '') continue
    const [beginning = '', keywords, ...rest] = entry.split(':')
    invariant(keywords !== undefined && rest.length === 0, `a beginning and its keywords are expected: ${entry}`)
    let node = root
    for (const word of wordsIn(beginning)) node = child(node, word)
    node.tail = tailOf(wordsIn(keywords))
  }
  return root
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function child(node: TailNode, word: string): TailNode {
  if (word === '*') {
    node.any ??= emptyNode()
    return node.any
  }
  const known = node.words.get(word) ?? emptyNode()
  node.words.set(word, known)
  return known
}

function tailOf(words: readonly string[]): KeywordTail {
  const takes = (word: string): Takes => (word.endsWith('=') ? 'word' : word.endsWith('+') ? 'text' : 'nothing')
  return {
    keywords: new Map(words.filter((word) => word !== '+').map((word) => [word.replace(/[=+]$/, ''), takes(word)])),
    isText: words.includes('+'),
  }
}

/** The longest beginning of the table that the words begin with, and where the keywords after it begin. */
export function tailAfter(
  view: ViewName,
  words: readonly string[],
  start: number,
): { readonly tail: KeywordTail; readonly from: number } | undefined {
  let node = trees.get(view)
  let found: { readonly tail: KeywordTail; readonly from: number } | undefined
  for (let at = start; node !== undefined; at += 1) {
    if (node.tail !== undefined) found = { tail: node.tail, from: at }
    const word = words[at]
    node = word === undefined ? undefined : (node.words.get(word) ?? node.any)
  }
  return found
}

/** Every keyword of the tables. */
export function tailKeywords(): ReadonlySet<string> {
  const words = new Set<string>()
  const visit = (node: TailNode): void => {
    for (const keyword of node.tail?.keywords.keys() ?? []) words.add(keyword)
    for (const [word, next] of node.words) {
      words.add(word)
      visit(next)
    }
    if (node.any !== undefined) visit(node.any)
  }
  for (const root of trees.values()) visit(root)
  return words
}
