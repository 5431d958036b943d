import type { Brand } from './brand'
import type { Parsed } from './parsed'
import { ok, problem } from './parsed'

/** The spelling a device prints: `100GE1/0/1`, `100GE1/0/1:1`, `Eth-Trunk1.10`, `Vlanif10`, `LoopBack0`. */
export type InterfaceName = Brand<string, 'InterfaceName'>

export type InterfaceKind =
  | 'ethernet'
  | 'eth-trunk'
  | 'vlanif'
  | 'loopback'
  | 'meth'
  | 'nve'
  | 'vbdif'
  | 'tunnel'
  | 'null'
  | 'subinterface'
  | 'other'

type NumberForm = 'slot/subcard/port' | 'number'

type InterfaceType = {
  readonly name: string
  readonly kind: Exclude<InterfaceKind, 'subinterface'>
  readonly form: NumberForm
  /** Place among the interface sections of a printed configuration. */
  readonly rank: number
  readonly speedMbps?: number
  readonly subinterfaces?: true
  readonly lowest?: number
  readonly highest?: number
}

function ethernet(name: string, speedMbps: number): InterfaceType {
  return { name, kind: 'ethernet', form: 'slot/subcard/port', rank: 5, speedMbps, subinterfaces: true }
}

/**
 * Interface types in print order.
 * Source: routing.md A8 (names) and A5 item 13 (order). `Ethernet`, `GigabitEthernet` and `40GE` are
 * names of routers and older switches that peer with the switches of the catalogue.
 */
const types: readonly InterfaceType[] = [
  { name: 'Vlanif', kind: 'vlanif', form: 'number', rank: 1, lowest: 1, highest: 4094 },
  { name: 'Vbdif', kind: 'vbdif', form: 'number', rank: 2, lowest: 1 },
  { name: 'Eth-Trunk', kind: 'eth-trunk', form: 'number', rank: 3, subinterfaces: true },
  { name: 'MEth', kind: 'meth', form: 'slot/subcard/port', rank: 4 },
  ethernet('Ethernet', 100),
  ethernet('GE', 1_000),
  ethernet('GigabitEthernet', 1_000),
  ethernet('10GE', 10_000),
  ethernet('25GE', 25_000),
  ethernet('40GE', 40_000),
  ethernet('50GE', 50_000),
  ethernet('100GE', 100_000),
  ethernet('200GE', 200_000),
  ethernet('400GE', 400_000),
  { name: 'LoopBack', kind: 'loopback', form: 'number', rank: 6 },
  { name: 'Nve', kind: 'nve', form: 'number', rank: 7 },
  { name: 'Tunnel', kind: 'tunnel', form: 'number', rank: 8 },
  { name: 'InLoopBack', kind: 'other', form: 'number', rank: 9, highest: 0 },
  { name: 'NULL', kind: 'null', form: 'number', rank: 10, highest: 0 },
]
const typeByName = new Map(types.map((type) => [type.name, type]))
const typeByLowerCase = new Map(types.map((type) => [type.name.toLowerCase(), type]))

const longestName = 63
const typed = /^(\d+ge|[a-z][a-z-]*)\s*(\d.*)$/i
const plainNumber = /^(?<number>\d{1,10})(?:\.(?<sub>\d{1,10}))?$/
const slotNumber =
  /^(?<slot>\d{1,4})\/(?<subcard>\d{1,4})\/(?<port>\d{1,4})(?::(?<channel>\d{1,2}))?(?:\.(?<sub>\d{1,10}))?$/

/**
 * Reads an interface name in any case, with or without a blank before the number, and gives the
 * spelling a device prints. Whether a model has the port is the catalogue's question.
 */
export function parseInterfaceName(text: string): Parsed<InterfaceName> {
  const [, typeText, numberText] = typed.exec(text.trim()) ?? []
  const type = typeByLowerCase.get((typeText ?? '').toLowerCase())
  if (type === undefined || numberText === undefined) {
    return problem(
      `"${text}" is not an interface name; write one such as 100GE1/0/1, Eth-Trunk1, Vlanif10 or LoopBack0`,
    )
  }
  const refusal = refuseNumber(type, numberText)
  if (refusal !== undefined) return problem(`"${text}" is not an interface name: ${refusal}`)
  const name = `${type.name}${numberText}`
  if (name.length > longestName) return problem(`interface name "${text}" is longer than ${longestName} characters`)
  return ok(name as InterfaceName)
}

function refuseNumber(type: InterfaceType, numberText: string): string | undefined {
  const pattern = type.form === 'number' ? plainNumber : slotNumber
  const parts = pattern.exec(numberText)?.groups
  if (parts === undefined) {
    return type.form === 'number'
      ? `a number follows ${type.name}, as in ${type.name}${type.lowest ?? 0}`
      : `slot/subcard/port follow ${type.name}, as in ${type.name}${type.kind === 'meth' ? '0/0/0' : '1/0/1'}`
  }
  if (Object.values(parts).some((part) => part !== undefined && part.length > 1 && part.startsWith('0'))) {
    return `write its numbers without leading zeros`
  }
  if (parts.sub !== undefined && type.subinterfaces !== true)
    return `${type.name} has no sub-interfaces; leave out ".${parts.sub}"`
  if (parts.channel !== undefined && type.kind !== 'ethernet')
    return `${type.name} cannot be split; leave out ":${parts.channel}"`
  const number = Number(parts.number ?? 0)
  if (number < (type.lowest ?? 0) || number > (type.highest ?? Number.POSITIVE_INFINITY)) {
    return type.highest === 0
      ? `only ${type.name}0 exists`
      : `${type.name} numbers are ${type.lowest ?? 0}${type.highest === undefined ? ' and above' : ` to ${type.highest}`}`
  }
  return undefined
}

export function interfaceKind(name: InterfaceName): InterfaceKind {
  return name.includes('.') ? 'subinterface' : typeOf(name).kind
}

/** The type as printed: `100GE` of `100GE1/0/1`, `Vlanif` of `Vlanif10`. */
export function interfaceType(name: InterfaceName): string {
  return typeOf(name).name
}

/** The number of `Vlanif10`, `LoopBack0`, `Eth-Trunk1`; undefined where slot/subcard/port is used. */
export function interfaceNumber(name: InterfaceName): number | undefined {
  const type = typeOf(name)
  return type.form === 'number' ? Number.parseInt(name.slice(type.name.length), 10) : undefined
}

/** The interface a sub-interface belongs to: `Eth-Trunk1` of `Eth-Trunk1.10`; undefined for any other. */
export function parentInterface(name: InterfaceName): InterfaceName | undefined {
  const dot = name.indexOf('.')
  return dot < 0 ? undefined : (name.slice(0, dot) as InterfaceName)
}

/**
 * Order of interface sections in a printed configuration: by type, then by number, a sub-interface
 * after its parent; for `Array.sort`.
 */
export function compareInterfaceNames(a: InterfaceName, b: InterfaceName): number {
  if (a === b) return 0
  const typeA = typeOf(a)
  const typeB = typeOf(b)
  if (typeA !== typeB) {
    return (
      typeA.rank - typeB.rank || (typeA.speedMbps ?? 0) - (typeB.speedMbps ?? 0) || (typeA.name < typeB.name ? -1 : 1)
    )
  }
  return compareNumbers(a, b, typeA.name.length)
}

/**
 * Compares what follows the type, number by number. The shorter name is first, and where one goes on
 * with `.5` and the other with `:1` the sub-interface is first, by the code of the separator.
 */
function compareNumbers(a: string, b: string, start: number): number {
  let i = start
  let j = start
  for (;;) {
    const endA = endOfDigits(a, i)
    const endB = endOfDigits(b, j)
    // Numbers have no leading zeros, so of two the longer is the larger.
    const difference = endA - i - (endB - j) || compareText(a.slice(i, endA), b.slice(j, endB))
    if (difference !== 0) return difference
    if (endA === a.length || endB === b.length) return a.length - b.length
    if (a[endA] !== b[endB]) return a.charCodeAt(endA) - b.charCodeAt(endB)
    i = endA + 1
    j = endB + 1
  }
}

function endOfDigits(text: string, start: number): number {
  let end = start
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1
  return end
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function typeOf(name: InterfaceName): InterfaceType {
  const found = typeByName.get(name.slice(0, typeLength(name)))
  if (found === undefined) throw new Error(`invariant violated: "${name}" did not go through parseInterfaceName`)
  return found
}

/** `100GE1/0/1` starts with digits that belong to the type, so the type ends after the last letter. */
function typeLength(name: string): number {
  let end = name.length
  while (end > 0 && !isLetter(name.charCodeAt(end - 1))) end -= 1
  return end
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}
