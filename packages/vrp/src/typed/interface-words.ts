import { parseInterfaceName } from '@weft/net'

/** Types as a device prints them; parts of them are typed. Source: configuration guide, "Interface Numbering Rules". */
const types = [
  ...['GE', '10GE', '25GE', '40GE', '50GE', '100GE', '200GE', '400GE', 'Ethernet', 'GigabitEthernet'],
  ...['Eth-Trunk', 'Vlanif', 'Vbdif', 'LoopBack', 'MEth', 'Nve', 'Tunnel', 'NULL'],
]

/** After these words stands an interface name. */
const wordsBeforeInterface: ReadonlySet<string> = new Set([
  'interface',
  'connect-interface',
  'trunkport',
  'silent-interface',
])

const typedName = /^(\d*[a-z][a-z-]*)(\d\S*)?$/i
const startsWithDigit = /^\d/

export type InterfaceWord =
  /** The name as printed, and how many typed words it took. */
  | { readonly name: string; readonly words: 1 | 2 }
  /** It begins several types. */
  | { readonly types: readonly string[]; readonly typed: string }

/**
 * The interface name at a place among typed words, if one stands there. A type may be typed in any case, with a
 * blank before the number, and as the beginning of one type only: `loop 0`, `vlanif10`, `eth-t1`.
 */
export function interfaceAt(words: readonly string[], index: number): InterfaceWord | undefined {
  const word = words[index] ?? ''
  // The first word is a command: `eth-trunk 1` in a port.
  if (index === 0 || (index === 1 && words[0]?.toLowerCase() === 'undo')) return undefined
  const [, type = '', number] = typedName.exec(word) ?? []
  if (type === '') return undefined
  const isExpected = wordsBeforeInterface.has((words[index - 1] ?? '').toLowerCase())
  const next = words[index + 1] ?? ''
  const digits = number ?? (startsWithDigit.test(next) ? next : undefined)
  // Elsewhere a word such as `tunnel1` can be the name of anything; a full type with its number behind a blank not.
  if (digits === undefined || !(isExpected || (number === undefined && isType(type)))) return undefined
  const candidates = isType(type) ? [type] : types.filter((each) => each.toLowerCase().startsWith(type.toLowerCase()))
  if (candidates.length > 1) return { types: candidates, typed: word }
  const [full] = candidates
  const parsed = full === undefined ? undefined : parseInterfaceName(`${full}${digits}`)
  return parsed?.ok === true ? { name: parsed.value, words: number === undefined ? 2 : 1 } : undefined
}

function isType(text: string): boolean {
  return types.some((each) => each.toLowerCase() === text.toLowerCase())
}
