import { collectionNames, collectionOf, parseRecord } from '../src/document'
import type { Change, RecordEdit } from '../src/edit'
import type { Random } from '../src/edit/pseudo-random'
import type { CollectionName, Network, NetworkRecord, RecordId } from '../src/model'
import { text } from '../src/model'

/**
 * One or two edits of any records: a field takes the value that another record has there, or loses it; a value inside
 * changes; a record goes, comes back, or is copied. Each record is one that a file may hold.
 *
 * @param gone records that were there once, and may come back
 */
export function randomChange(network: Network, random: Random, gone: NetworkRecord[]): Change {
  const edits: RecordEdit[] = []
  for (let count = 1 + (random(4) === 0 ? 1 : 0); count > 0; count -= 1) {
    const edit = randomEdit(network, random, gone)
    if (edit !== undefined && !edits.some(({ id }) => id === edit.id)) edits.push(edit)
  }
  return { label: text('random', 'random'), edits }
}

function randomEdit(network: Network, random: Random, gone: NetworkRecord[]): RecordEdit | undefined {
  const inUse = collectionNames.filter((name) => Object.keys(network[name]).length > 0)
  const collection = inUse[random(inUse.length)]
  if (collection === undefined) return undefined
  const records: readonly NetworkRecord[] = Object.values(network[collection])
  const before = records[random(records.length)]
  const other = records[random(records.length)]
  if (before === undefined || other === undefined) return undefined
  const id = before.id
  switch (random(12)) {
    case 0:
      gone.push(before)
      return { collection, id, before }
    case 1: {
      const back = gone.splice(random(gone.length + 1), 1)[0]
      const home = back === undefined ? undefined : collectionOf(back.id)
      if (back === undefined || home === undefined || Object.hasOwn(network[home], back.id)) return undefined
      return { collection: home, id: back.id, after: back }
    }
    case 2: {
      const copy = valid(collection, { ...before, id: `${id}-copy${random(3)}` as RecordId })
      const known: NetworkRecord | undefined = copy && network[collection][copy.id]
      return copy === undefined || known !== undefined ? undefined : { collection, id: copy.id, after: copy }
    }
    case 3:
    case 4: {
      const fields = Object.keys(before).filter((field) => field !== 'id')
      const field = fields[random(fields.length)] ?? ''
      const { [field]: _, ...rest } = before as unknown as { [field: string]: unknown }
      return replaced(collection, before, rest)
    }
    case 5:
    case 6:
    case 7: {
      const fields = Object.keys(other).filter((field) => field !== 'id')
      const field = fields[random(fields.length)] ?? ''
      return replaced(collection, before, { ...before, [field]: Reflect.get(other, field) })
    }
    default:
      return replaced(collection, before, tweaked(before, random))
  }
}

function replaced(collection: CollectionName, before: NetworkRecord, input: unknown): RecordEdit | undefined {
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
