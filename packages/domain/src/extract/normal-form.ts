import {
  ipv4FromNumber,
  ipv4Mask,
  networkOf,
  parseAsNumber,
  parseInterfaceName,
  parseIpv4Address,
  parseIpv4InterfaceAddress,
  parseIpv6Address,
  parseIpv6InterfaceAddress,
  splitPrefix,
} from '@weft/net'

/**
 * The words of a command in the one spelling a current device prints, so that two texts that say the same have the
 * same words: names without blanks, masks instead of lengths, plain AS numbers, defaults that may be left out.
 *
 * @source domain facts: interface names (routing.md A8), stored forms (routing.md A5), bare `ebgp-max-hop` is 255
 */
export function normalWords(text: string): readonly string[] {
  const split = text.split(/[ \t]+/)
  const first = split[0] ?? ''
  if (first === 'description' || (first === 'peer' && split[2] === 'description')) return split
  return withDefaults(withAddresses(joinNames(split)))
}

const nameStart = /^(?:\d+ge|[a-z][a-z-]*)/i
const slashNumber = /^\d+(?:\/\d+)+(?::\d+)?(?:\.\d+)?$/
const spacedNames = new Set(['eth-trunk', 'vlanif', 'vbdif', 'loopback', 'nve', 'tunnel', 'meth', 'null'])
const wordsBeforeNames = new Set(['interface', 'connect-interface', 'silent-interface', 'NULL'])

/** `interface 100ge 1/0/1` and `interface Eth-Trunk 10` name an interface in two words. */
function joinNames(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? ''
    const next = words[i + 1]
    if (next !== undefined && isSpaced(word, next, words[i - 1])) {
      const name = parseInterfaceName(`${word}${next}`)
      if (name.ok) {
        joined.push(name.value)
        i += 1
        continue
      }
    }
    joined.push(nameOf(word) ?? word)
  }
  return joined
}

function isSpaced(word: string, next: string, before: string | undefined): boolean {
  if (slashNumber.test(next)) return nameStart.test(word)
  if (before === undefined || !wordsBeforeNames.has(before)) return false
  return /^\d+(?:\.\d+)?$/.test(next) && spacedNames.has(word.toLowerCase())
}

/** Most words are no names; those that could be begin with letters and go on with a digit. */
function nameOf(word: string): string | undefined {
  if (!/^(?:\d+ge\d|[a-z][a-z-]*\d)/i.test(word)) return undefined
  const name = parseInterfaceName(word)
  return name.ok ? name.value : undefined
}

function withAddresses(words: readonly string[]): readonly string[] {
  return words.map((word) => (word.includes(':') && /^[0-9a-f:.]+(?:\/\d+)?$/i.test(word) ? ipv6Of(word) : word))
}

function ipv6Of(word: string): string {
  if (!/:.*:/.test(word)) return word
  const parsed = word.includes('/') ? parseIpv6InterfaceAddress(word) : parseIpv6Address(word)
  return parsed.ok ? parsed.value : word
}

function withDefaults(words: readonly string[]): readonly string[] {
  const [first = '', second = '', third = '', fourth] = words
  switch (first) {
    case 'ip':
      if (second === 'address') return withMask(words, 3)
      if (second === 'ip-prefix') return withoutHostBits(words)
      return second === 'route-static' ? withMask(words, third === 'vpn-instance' ? 5 : 3) : words
    case 'ipv6':
      // One topology for both versions is what IS-IS has by default.
      if (second === 'enable' && third === 'topology' && fourth === 'standard') return [first, second]
      return second === 'address' && fourth !== undefined && /^\d+$/.test(fourth)
        ? [first, second, `${third}/${fourth}`, ...words.slice(4)]
        : words
    case 'm-lag':
      return second === 'ip' && third === 'address' ? withMask(words, 4) : words
    case 'network':
      return words.length === 2 ? withClassMask(words) : withMask(words, 2)
    case 'area':
      return [first, areaOf(second), ...words.slice(2)]
    case 'ospf':
      return second === 'enable' ? withArea(words, 4) : words
    case 'ospfv3':
      return withArea(words[4] === 'instance' && words[5] === '0' ? words.slice(0, 4) : words, 3)
    case 'isis':
      // The first process is meant where none is named.
      return words.at(-1) === 'enable' ? [...words, '1'] : words
    case 'bgp':
      return [first, plainAs(second), ...words.slice(2)]
    case 'peer':
      return peerWords(words)
    case 'stp':
      // Instance 0 is the common spanning tree, which is meant where no instance is named.
      return second === 'instance' && third === '0' && fourth === 'root' ? [first, ...words.slice(3)] : words
    default:
      return words
  }
}

function withMask(words: readonly string[], position: number): readonly string[] {
  const length = words[position]
  if (length === undefined || !/^\d{1,2}$/.test(length) || Number(length) > 32) return words
  if (!parseIpv4Address(words[position - 1] ?? '').ok) return words
  return words.map((word, index) => (index === position ? ipv4Mask(Number(length)) : word))
}

/** An entry of a prefix list names a network; what stands behind its length means nothing. */
function withoutHostBits(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => index > 2 && (word === 'permit' || word === 'deny')) + 1
  const address = parseIpv4InterfaceAddress(`${words[at]}/${words[at + 1]}`)
  return address.ok ? words.with(at, splitPrefix(networkOf(address.value)).address) : words
}

/** BGP leaves the mask of a classful network out. */
function withClassMask(words: readonly string[]): readonly string[] {
  const address = words[1] ?? ''
  if (!parseIpv4Address(address).ok) return words
  const first = Number.parseInt(address, 10)
  const length = first < 128 ? 8 : first < 192 ? 16 : 24
  return [...words, ipv4Mask(length)]
}

/** The area at a position, in dotted form. */
function withArea(words: readonly string[], position: number): readonly string[] {
  if (words[position - 1] !== 'area') return words
  return words.map((word, index) => (index === position ? areaOf(word) : word))
}

function areaOf(area: string): string {
  return /^\d{1,10}$/.test(area) && Number(area) <= 0xffffffff ? ipv4FromNumber(Number(area)) : area
}

function plainAs(text: string): string {
  const parsed = parseAsNumber(text)
  return parsed.ok ? String(parsed.value) : text
}

function peerWords(words: readonly string[]): readonly string[] {
  const [first = '', second = '', third = '', fourth] = words
  if (third === 'as-number' && fourth !== undefined) return [first, second, third, plainAs(fourth), ...words.slice(4)]
  if (third === 'ebgp-max-hop' && fourth === undefined) return [...words, '255']
  return words
}

/** Commands whose items add up over several lines; the items may be ranges. */
const lists = [
  'vlan batch',
  'port trunk allow-pass vlan',
  'undo port trunk allow-pass vlan',
  'port hybrid tagged vlan',
  'port hybrid untagged vlan',
  'port vlan exclude',
]

/** What a line says, piece by piece: a list says each of its items. Two lines are the same when their pieces are. */
export function piecesOf(words: readonly string[]): readonly string[] {
  const text = words.join(' ')
  for (const command of lists) {
    if (!text.startsWith(`${command} `)) continue
    const numbers = readRanges(words.slice(command.split(' ').length))
    return numbers === undefined ? [text] : numbers.map((number) => `${command} ${number}`)
  }
  if (words[0] === 'vpn-target') return targetPieces(words) ?? [text]
  if (words[0] === 'vni' && words[2] === 'head-end' && words[4] !== 'protocol') {
    return words.slice(4).map((peer) => `${words.slice(0, 4).join(' ')} ${peer}`)
  }
  return [text]
}

/** `10 20 to 22` as numbers; undefined for anything else. */
export function readRanges(words: readonly string[]): readonly number[] | undefined {
  const numbers: number[] = []
  for (let i = 0; i < words.length; i += 1) {
    const first = Number(words[i])
    const last = words[i + 1] === 'to' ? Number(words[i + 2]) : first
    if (!Number.isInteger(first) || !Number.isInteger(last) || last < first || last > 4094) return undefined
    for (let number = first; number <= last; number += 1) numbers.push(number)
    if (words[i + 1] === 'to') i += 2
  }
  return numbers.length === 0 ? undefined : numbers
}

type Direction = 'import-extcommunity' | 'export-extcommunity'
export type TargetDirection = Direction | `${Direction} evpn`

/** The targets of a `vpn-target` line and their directions; undefined when the line says more than that. */
export function readTargets(
  words: readonly string[],
): { readonly targets: readonly string[]; readonly directions: readonly TargetDirection[] } | undefined {
  const targets = words.slice(1).filter((word) => word === 'auto' || /^[0-9.]+:[0-9]+$/.test(word))
  const rest = words.slice(1 + targets.length)
  if (targets.length === 0) return undefined
  switch (rest.join(' ')) {
    case '':
    case 'both':
      return { targets, directions: ['export-extcommunity', 'import-extcommunity'] }
    case 'evpn':
    case 'both evpn':
      return { targets, directions: ['export-extcommunity evpn', 'import-extcommunity evpn'] }
    case 'import-extcommunity':
      return { targets, directions: ['import-extcommunity'] }
    case 'export-extcommunity':
      return { targets, directions: ['export-extcommunity'] }
    case 'import-extcommunity evpn':
      return { targets, directions: ['import-extcommunity evpn'] }
    case 'export-extcommunity evpn':
      return { targets, directions: ['export-extcommunity evpn'] }
    default:
      return undefined
  }
}

function targetPieces(words: readonly string[]): readonly string[] | undefined {
  const read = readTargets(words)
  return read?.directions.flatMap((direction) => read.targets.map((target) => `vpn-target ${target} ${direction}`))
}
