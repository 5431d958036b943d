import { ipv4FromNumber, ipv4Mask, parseIpv4Address, parseIpv6Address } from '@weft/net'
import { wordsBeforeName, wordsBeforeText } from '../keywords'
import type { CommandTrie } from '../views/command-trie'
import { nextTrie } from '../views/command-trie'
import type { ViewName } from '../views/view-spec'
import { commandsOf } from '../views/views'
import { interfaceAt } from './interface-words'

export type StoredForm =
  | { readonly lines: readonly string[] }
  | { readonly typed: string; readonly types: readonly string[] }

/**
 * A typed command as a device stores it: keywords in lower case, interface names in full, masks with dots, areas
 * with dots, numbers that a device adds.
 *
 * @source command reference and configuration guide of CloudEngine V300R023C00: pages and scripts side by side
 */
export function storedForm(view: ViewName, command: string): StoredForm {
  const typed = command.match(/"[^"]*"|\S+/g) ?? []
  const words: string[] = []
  let node: CommandTrie | undefined = commandsOf(view)
  for (let index = 0; index < typed.length; index += 1) {
    const word = typed[index] ?? ''
    const before = (typed[index - 1] ?? '').toLowerCase()
    if (wordsBeforeText.has(before) && index <= 2) {
      words.push(textFrom(command, word, words))
      break
    }
    const found = wordsBeforeName.has(before) ? undefined : interfaceAt(typed, index)
    if (found !== undefined && 'types' in found) return found
    const isFirstUndo = index === 0 && word.toLowerCase() === 'undo'
    const next: CommandTrie | undefined =
      isFirstUndo || node === undefined ? node : nextTrie(node, word, 0, word.length)
    words.push(found?.name ?? (isFirstUndo || isKeyword(node, word) ? word.toLowerCase() : word))
    if (found?.words === 2) index += 1
    node = next
  }
  return { lines: completed(view, words).map((line) => line.join(' ')) }
}

/** The rest of the line as it was typed: blanks in a description count. */
function textFrom(command: string, word: string, before: readonly string[]): string {
  const keyword = before.at(-1) ?? ''
  const start = command.toLowerCase().indexOf(`${keyword} `) + keyword.length
  return command.slice(command.indexOf(word, start))
}

function isKeyword(node: CommandTrie | undefined, word: string): boolean {
  return (
    node !== undefined &&
    nextTrie(node, word, 0, word.length) !== undefined &&
    nextTrie(node, word, 0, word.length) !== node.any
  )
}

/** What the device writes in another way than it was typed. */
function completed(view: ViewName, words: readonly string[]): readonly (readonly string[])[] {
  const [first, second] = words
  if (view === 'interface' && (first === 'ip' || first === 'm-lag') && words.includes('address'))
    return [masked(words, words.indexOf('address') + 1)]
  if (view === 'interface' && first === 'ipv6' && second === 'address') return [withPrefixLength(words)]
  if ((view === 'bgp' || view === 'bgp-family') && first === 'network') return [masked(words, 1)]
  if (view === 'system' && first === 'ip' && second === 'route-static')
    return [masked(words, words[2] === 'vpn-instance' ? 4 : 2)]
  if ((view === 'ospf' || view === 'ospfv3') && first === 'area' && second !== undefined)
    return [[first, dotted(second), ...words.slice(2)]]
  if (view === 'system' && words.length === 1 && defaultProcess.has(first ?? '')) return [[...words, '1']]
  if (first === 'peer' && words.at(-1) === 'ebgp-max-hop') return [[...words, '255']]
  if (first === 'vpn-target') return vpnTargets(words)
  return [words]
}

/** Typed without a number, these are process 1. */
const defaultProcess: ReadonlySet<string> = new Set(['isis', 'ospf', 'ospfv3'])

/** `10.0.0.0 8` is stored with the mask 255.0.0.0. */
function masked(words: readonly string[], index: number): readonly string[] {
  const length = words[index + 1] ?? ''
  if (!parseIpv4Address(words[index] ?? '').ok || !/^\d{1,2}$/.test(length) || Number(length) > 32) return words

  return [...words.slice(0, index + 1), ipv4Mask(Number(length)), ...words.slice(index + 2)]
}

/** `2001:db8::1 64` is stored as one word. */
function withPrefixLength(words: readonly string[]): readonly string[] {
  const [ip = '', address = '', value = '', length = '', ...rest] = words
  if (!parseIpv6Address(value).ok || !/^\d{1,3}$/.test(length)) return words
  return [ip, address, `${value}/${length}`, ...rest]
}

/** An area number is stored as an address. */
function dotted(area: string): string {
  return /^\d{1,10}$/.test(area) && Number(area) < 2 ** 32 ? ipv4FromNumber(Number(area)) : area
}

/** Without a direction or with `both`, a target is stored once for export and once for import. */
function vpnTargets(words: readonly string[]): readonly (readonly string[])[] {
  const last = words.at(-1) ?? ''
  if (last === 'export-extcommunity' || last === 'import-extcommunity' || words.length < 2) return [words]
  const targets = last === 'both' ? words.slice(0, -1) : words
  if (targets.slice(1).some((word) => !word.includes(':'))) return [words]
  return [
    [...targets, 'export-extcommunity'],
    [...targets, 'import-extcommunity'],
  ]
}
