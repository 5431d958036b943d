import { collectionNames, collectionOf, parseRecord } from '../src/document'
import type { Change, NetworkEdit } from '../src/edit'
import type { Random } from '../src/edit/pseudo-random'
import type { CollectionName, Network, NetworkRecord } from '../src/model'
import { sameValue, text } from '../src/model'
import { toggledRecord } from './toggled-network'

/** Collections that people edit most come up most. */
const often: readonly CollectionName[] = [
  ...(['devices', 'interfaces', 'interfaces', 'links', 'peerings', 'peerings', 'staticRoutes', 'hosts'] as const),
  ...(['mlagPairs', 'attachments', 'bmpSessions', 'stations', 'underlays', 'vrfs', 'vlanifLinks', 'gateways'] as const),
  ...(['bridgeDomains', 'routePolicies', 'prefixLists', 'asPathFilters', 'roleDefaults', 'pools'] as const),
]

/**
 * One or two edits of any records: a field takes a value that its schema allows or that another record has there, or
 * loses it; a value inside changes; a port is shut; a record goes, comes back, is named anew, or gets another one like
 * it. Each record is one that a file may hold.
 *
 * @param gone records that were there once, and may come back
 */
export function randomChange(network: Network, random: Random, gone: NetworkRecord[]): Change {
  const edits: NetworkEdit[] = []
  for (let count = 1 + (random(4) === 0 ? 1 : 0); count > 0; count -= 1) {
    const edit = randomEdit(network, random, gone)
    if (edit !== undefined && !edits.some(({ id }) => id === edit.id)) edits.push(edit)
  }
  return { label: text('random', 'random'), edits }
}

function randomEdit(network: Network, random: Random, gone: NetworkRecord[]): NetworkEdit | undefined {
  const inUse = (random(2) === 0 ? often : collectionNames).filter((name) => Object.keys(network[name]).length > 0)
  const collection = inUse[random(inUse.length)]
  if (collection === undefined) return undefined
  const records: readonly NetworkRecord[] = Object.values(network[collection])
  const before = records[random(records.length)]
  const other = records[random(records.length)]
  if (before === undefined || other === undefined) return undefined
  switch (random(16)) {
    case 0:
      gone.push(before)
      return { collection, id: before.id, before }
    case 1: {
      const back = gone.splice(random(gone.length + 1), 1)[0]
      const home = back === undefined ? undefined : collectionOf(back.id)
      if (back === undefined || home === undefined || Object.hasOwn(network[home], back.id)) return undefined
      return { collection: home, id: back.id, after: back }
    }
    case 2:
      return added(network, collection, { ...before, id: `${before.id}-copy${random(3)}` })
    case 3:
      return added(network, collection, oneMoreLike(before, random))
    case 4:
    case 5: {
      const { [fieldOf(before, random)]: _, ...rest } = before as unknown as { [field: string]: unknown }
      return replaced(collection, before, rest)
    }
    case 6:
    case 7:
    case 8: {
      const field = fieldOf(other, random)
      return replaced(collection, before, { ...before, [field]: Reflect.get(other, field) })
    }
    case 9:
    case 10:
    case 11: {
      const toggled = toggledRecord(network, { collection, id: before.id, choose: random })
      const either = { ...before, ...toggled }
      const field = fieldOf(differing(either, before, toggled), random)
      return replaced(collection, before, { ...before, [field]: Reflect.get(toggled, field) })
    }
    case 12: {
      if (collection !== 'interfaces') return replaced(collection, before, { ...before, ...renamed(before, random) })
      return replaced(collection, before, { ...before, shutdown: Reflect.get(before, 'shutdown') !== true })
    }
    default:
      return replaced(collection, before, tweaked(before, random))
  }
}

function fieldOf(record: object, random: Random): string {
  const fields = Object.keys(record).filter((field) => field !== 'id')
  return fields[random(fields.length)] ?? ''
}

function differing(fields: object, a: object, b: object): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([field]) => !sameValue(Reflect.get(a, field), Reflect.get(b, field))),
  )
}

/** With a number of its own where it has one. */
function oneMoreLike(record: NetworkRecord, random: Random): object {
  const number = random(900) + 100
  const isInterface = record.id.startsWith('interface:')
  const ipv4 = random(3) === 0 ? [] : [`10.250.${number % 250}.${random(250)}/32`]
  const own = isInterface ? { name: `LoopBack${number}`, ipv4 } : renamed(record, random)
  return { ...record, ...own, id: `${record.id}-like${number}` }
}

function renamed(record: NetworkRecord, random: Random): object {
  return 'name' in record ? { name: `renamed-${random(1000)}` } : {}
}

function added(network: Network, collection: CollectionName, input: object): NetworkEdit | undefined {
  const after = valid(collection, input)
  if (after === undefined || Object.hasOwn(network[collection], after.id)) return undefined
  return { collection, id: after.id, after }
}

function replaced(collection: CollectionName, before: NetworkRecord, input: unknown): NetworkEdit | undefined {
  const after = valid(collection, input)
  return after === undefined ? undefined : { collection, id: before.id, before, after }
}

function valid(collection: CollectionName, input: unknown): NetworkRecord | undefined {
  const reading = parseRecord(collection, input, [])
  return reading.ok ? reading.record : undefined
}

/** The same with one value inside it changed. */
function tweaked(value: unknown, random: Random): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + (random(2) === 0 ? 1 : -1)
  if (typeof value === 'string') {
    const at = value.search(/\d+(?=\D*$)/)
    return at < 0
      ? `${value}x`
      : value.replace(/\d+(?=\D*$)/, (digits) => String((Number(digits) + 1 + random(3)) % 250))
  }
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.keys(value).filter((field) => field !== 'id')
  const field = fields[random(fields.length)]
  if (field === undefined) return value
  const changed = tweaked(Reflect.get(value, field), random)
  return Array.isArray(value)
    ? value.map((each, at) => (String(at) === field ? changed : each))
    : { ...value, [field]: changed }
}
