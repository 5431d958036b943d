import { keywords } from './keywords'
import { isSlipOf } from './misspelt-distance'
import type { KeywordTail } from './misspelt-tail-tree'
import { tailAfter, tailKeywords } from './misspelt-tail-tree'
import type { CommandTrie } from './views/command-trie'
import type { ViewName } from './views/view-spec'
import { commandsOf, viewSpecs } from './views/views'

/** A word of a line that is a keyword with a slip in it. */
export type MisspeltKeyword = {
  readonly word: string
  readonly suggestion: string
  /** Where the word begins in the line, from 1 as editors count. */
  readonly column: number
}

/** No command line of a device is longer. */
const longestLine = 510
const longestKeyword = 40

type Word = { readonly text: string; readonly column: number }
type Slip = { readonly at: number; readonly suggestion: string }

/**
 * The first word of a line that looks like a keyword with a slip in it: it stands where its view has keywords, it is
 * no keyword of any view, and exactly one keyword that fits there is as near as a slip. Names, numbers and free text
 * are never questioned, and a line of a view that is not known gets no answer.
 */
export function misspeltKeyword(line: string, view: ViewName): MisspeltKeyword | undefined {
  const trie = commandsOf(view)
  if (trie === undefined || line.length > longestLine) return undefined
  const words = wordsOf(line)
  const texts = words.map(({ text }) => text.toLowerCase())
  const slip = undoSlip(trie, texts) ?? firstSlip(view, trie, texts)
  const word = slip === undefined ? undefined : words[slip.at]
  return slip === undefined || word === undefined
    ? undefined
    : { word: word.text, suggestion: slip.suggestion, column: word.column }
}

function wordsOf(line: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: text, index } of line.matchAll(/"[^"]*"|\S+/g)) {
    const mark = index === 0 && text.startsWith('~') ? 1 : 0
    words.push({ text: text.slice(mark), column: index + mark + 1 })
  }
  return words
}

/** `und peer …` */
function undoSlip(trie: CommandTrie, words: readonly string[]): Slip | undefined {
  const [first = '', second = ''] = words
  const isCommand = nextOf(trie, first) === undefined && nextOf(trie, second) !== undefined
  return isCommand && isSlipOf(first, 'undo') && !isKeyword(first) ? { at: 0, suggestion: 'undo' } : undefined
}

function firstSlip(view: ViewName, trie: CommandTrie, words: readonly string[]): Slip | undefined {
  const start = words[0] === 'undo' ? 1 : 0
  const after = tailAfter(view, words, start)
  let node: CommandTrie | undefined = trie
  let at = start
  for (; at < words.length && at !== after?.from; at += 1) {
    const next = nextOf(node, words[at] ?? '')
    const suggestion = next === undefined ? beginningNear(node, words, at) : undefined
    if (suggestion !== undefined) return { at, suggestion }
    node = next ?? node.any
    if (node === undefined) break
  }
  // The table of keywords after a beginning goes further than the table of the view, if it has the beginning.
  return after !== undefined && at <= after.from ? tailSlip(after.tail, words, after.from) : undefined
}

/** The only keyword near a word; those that the next word may follow by its spelling go before the others. */
function beginningNear(node: CommandTrie, words: readonly string[], at: number): string | undefined {
  const next = words[at + 1]
  const near = keywordsNear(words[at] ?? '', namesOf(node)).filter((keyword) => fits(nextOf(node, keyword), next))
  const followed = near.filter((keyword) => next !== undefined && nextOf(nextOf(node, keyword), next) !== undefined)
  return only(followed.length > 0 ? followed : near)
}

/** The keywords that follow a beginning; the search ends at a word that is neither one of them nor a value. */
function tailSlip({ keywords: known, isText }: KeywordTail, words: readonly string[], from: number): Slip | undefined {
  if (isText) return undefined
  for (let at = from; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const takes = known.get(word)
    if (takes === 'text') return undefined
    if (takes === 'word') at += 1
    if (takes !== undefined) continue
    const suggestion = only(keywordsNear(word, [...known.keys()]))
    if (suggestion !== undefined) return { at, suggestion }
    if (!isValue(word)) return undefined
  }
  return undefined
}

function keywordsNear(word: string, candidates: readonly string[]): readonly string[] {
  if (word.length > longestKeyword || !/^[a-z-][a-z0-9-]*$/.test(word) || isKeyword(word)) return []
  return candidates.filter((keyword) => isSlipOf(word, keyword))
}

function only(words: readonly string[]): string | undefined {
  return words.length === 1 ? words[0] : undefined
}

/** Numbers, addresses, interface names and everything else with figures. */
function isValue(word: string): boolean {
  return /[^a-z-]/.test(word)
}

function namesOf(node: CommandTrie): readonly string[] {
  return [...node.words.values()].map(({ word }) => word)
}

function nextOf(node: CommandTrie | undefined, word: string): CommandTrie | undefined {
  if (node === undefined) return undefined
  for (const next of node.words.values()) if (next.word === word) return next.trie
  return undefined
}

/** Whether the word after a keyword is one that may follow it. */
function fits(node: CommandTrie | undefined, next: string | undefined): boolean {
  if (node === undefined) return false
  if (next === undefined) return node.whole !== undefined || node.known !== undefined
  return node.known !== undefined || node.any !== undefined || nextOf(node, next) !== undefined
}

/** Words that are keywords somewhere are spelt as they were meant. */
const everyKeyword: ReadonlySet<string> = new Set([...keywords, ...tailKeywords(), ...viewSpecs.flatMap(wordsOfSpec)])

function wordsOfSpec({ commands, opens }: (typeof viewSpecs)[number]): readonly string[] {
  return [commands, ...Object.values(opens)].join(' ').match(/[a-z0-9][a-z0-9-]*/g) ?? []
}

function isKeyword(word: string): boolean {
  return everyKeyword.has(word)
}
