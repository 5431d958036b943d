import { parseInterfaceName } from '@weft/net'
import { keywords, wordsBeforeName, wordsBeforeText } from './keywords'

export type TokenKind = 'keyword' | 'undo' | 'number' | 'address' | 'interface' | 'name' | 'comment' | 'punctuation'

/** A coloured stretch of a line: characters `from` up to but not including `to`. */
export type Token = { readonly kind: TokenKind; readonly from: number; readonly to: number }

type Word = { readonly text: string; readonly from: number; readonly to: number }

const wordPattern = /"[^"]*"|\S+/g
const number = /^\d+(\.\d+)?$/
const ipv4 = /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/
const ipv6 = /^(?=.*:.*:)[0-9a-f:]+(\/\d{1,3})?$/i
const macAddress = /^[0-9a-f]{1,4}-[0-9a-f]{1,4}-[0-9a-f]{1,4}$/i
/** Route distinguisher or target: `65000:1`, `10.0.0.1:1`. */
const extendedCommunity = /^(\d+(?:\.\d+){0,3}):(\d+)$/

/**
 * Splits one printed line for colouring. It is forgiving: any text gives tokens that lie inside the
 * line in ascending order and cover every character that is not a blank.
 */
export function tokenizeLine(line: string): readonly Token[] {
  const words = [...line.matchAll(wordPattern)].map(
    ({ 0: text, index }): Word => ({ text, from: index, to: index + text.length }),
  )
  const first = words[0]
  if (first === undefined) return []
  if (first.text === '#') return [{ kind: 'punctuation', from: first.from, to: first.to }, ...comment(line, first.to)]
  if (/^[#!]/.test(first.text)) return comment(line, first.from)

  const tokens: Token[] = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as Word // i is below words.length
    const before = words[i - 1]?.text.toLowerCase() ?? ''
    if (wordsBeforeText.has(before)) return [...tokens, { kind: 'name', from: word.from, to: line.trimEnd().length }]
    const next = words[i + 1]
    if (next !== undefined && !wordsBeforeName.has(before) && isSpacedInterface(word, next)) {
      tokens.push({ kind: 'interface', from: word.from, to: next.to })
      i += 1
    } else {
      tokens.push(...wordTokens(word, before, i === 0))
    }
  }
  return tokens
}

function comment(line: string, start: number): readonly Token[] {
  const from = start + (line.slice(start).length - line.slice(start).trimStart().length)
  const to = line.trimEnd().length
  return from < to ? [{ kind: 'comment', from, to }] : []
}

/** `100GE 1/0/1` is one name in two words; `vlan 10` is not. */
function isSpacedInterface(word: Word, next: Word): boolean {
  return (
    /^\d/.test(next.text) &&
    !keywords.has(word.text.toLowerCase()) &&
    parseInterfaceName(`${word.text} ${next.text}`).ok
  )
}

function wordTokens({ text, from, to }: Word, before: string, isFirst: boolean): readonly Token[] {
  if (wordsBeforeName.has(before) || text.startsWith('"')) return [{ kind: 'name', from, to }]
  const community = extendedCommunity.exec(text)
  if (community !== null) {
    const colon = from + (community[1]?.length ?? 0)
    return [
      { kind: ipv4.test(community[1] ?? '') ? 'address' : 'number', from, to: colon },
      { kind: 'punctuation', from: colon, to: colon + 1 },
      { kind: 'number', from: colon + 1, to },
    ]
  }
  return [{ kind: wordKind(text, isFirst), from, to }]
}

function wordKind(text: string, isFirst: boolean): TokenKind {
  if (isFirst && text.toLowerCase() === 'undo') return 'undo'
  if (keywords.has(text.toLowerCase())) return 'keyword'
  if (number.test(text)) return 'number'
  if (ipv4.test(text) || ipv6.test(text) || macAddress.test(text)) return 'address'
  return parseInterfaceName(text).ok ? 'interface' : 'name'
}
