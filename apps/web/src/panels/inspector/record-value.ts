import type { DocumentProblem, NetworkRecord } from '@weft/domain'
import { collectionOf, parseRecord } from '@weft/domain'
import type { FieldSpec } from './fields'
import { fieldsWith } from './fields'

/** What the record's schema says of a value in a field, before anything is dispatched. */
export function problemOf(record: NetworkRecord, spec: FieldSpec, value: unknown): DocumentProblem | undefined {
  const collection = collectionOf(record.id)
  if (!collection) return undefined
  const candidate = Object.entries({ ...record, ...fieldsWith(record, spec, value) })
  const present = Object.fromEntries(candidate.filter(([, field]) => field !== undefined))
  const result = parseRecord(collection, present, [])
  return result.ok ? undefined : result.problems[0]
}

/** What is left of a list: an empty one only where the record cannot do without. */
export function listOrNothing(record: NetworkRecord, spec: FieldSpec, list: readonly unknown[]): unknown {
  return list.length > 0 || problemOf(record, spec, undefined) ? list : undefined
}
