import { collectionOf, parseRecord } from '../document'
import type { NetworkRecord, RecordId } from '../model'
import { referencesOf, sameValue, text } from '../model'
import type { Command, Point, Refusal } from './command'
import { keep, recordIn } from './detach'
import type { Draft } from './draft'
import { followProcessNames } from './follow-process-names'
import { idTaken, missing, refusal, refusedValue } from './refusal'

type Of<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>

/**
 * Merges fields into a record; `undefined` removes one. The result must be a record the schema accepts. What an intent
 * expands into is detached from it.
 */
export function setRecord(draft: Draft, { id, fields }: Of<'record.set'>): Refusal | undefined {
  const before = recordIn(draft.network, id)
  if (before === undefined) return missing(id)
  if (Object.hasOwn(fields, 'id') && fields.id !== id) {
    return refusal(
      text(`the id of ${id} cannot change`, `${id} 的 ID 不能更改`),
      text('Create a new record and delete this one.', '请新建一个记录并删除此记录。'),
      id,
    )
  }
  const reading = readRecord(draft, { ...before, ...fields }, id)
  if ('refused' in reading) return reading.refused
  if (sameValue(before, reading.record)) return undefined
  const device = draft.network.devices[id]
  draft.put(reading.record)
  followProcessNames(draft, device, draft.network.devices[id])
  return undefined
}

export function createRecord(draft: Draft, { record, at }: Of<'record.create'>): Refusal | undefined {
  return addRecord(draft, record, at)
}

/** Adds a record that is new to the design, after the checks of a file. */
export function addRecord(draft: Draft, record: NetworkRecord, at?: Point): Refusal | undefined {
  const reading = readRecord(draft, record, record.id)
  if ('refused' in reading) return reading.refused
  if (draft.has(reading.record.id)) return idTaken(reading.record.id)
  draft.put(reading.record)
  if (at !== undefined) draft.place(reading.record.id, at)
  return undefined
}

type Reading = { readonly record: NetworkRecord } | { readonly refused: Refusal }

function readRecord(draft: Draft, input: unknown, id: RecordId): Reading {
  const collection = collectionOf(id)
  if (collection === undefined) return { refused: missing(String(id)) }
  const reading = parseRecord(collection, input, [])
  if (!reading.ok) {
    const [problem] = reading.problems
    return { refused: problem === undefined ? missing(id) : refusedValue(problem, id) }
  }
  for (const reference of referencesOf(reading.record)) {
    // What an intent expands into becomes a record as soon as another one names it.
    if (draft.has(reference.id) || keep(draft, reference.id) === undefined) continue
    return { refused: missing(reference.id, id) }
  }
  return { record: reading.record }
}
