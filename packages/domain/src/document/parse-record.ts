import type { CollectionName, NetworkRecord, RecordKind } from '../model'
import { collections, kindOfCollection } from '../model'
import { explainIssues } from './explain-issue'
import type { DocumentProblem, PathSegment } from './problem'

export const collectionNames = Object.keys(collections) as readonly CollectionName[]

const collectionByKind = new Map<string, CollectionName>(collectionNames.map((name) => [kindOfCollection[name], name]))

/** Where records with this id are kept; undefined for text that is no record id. */
export function collectionOf(id: string): CollectionName | undefined {
  const colon = id.indexOf(':')
  return colon < 0 ? undefined : collectionByKind.get(id.slice(0, colon) as RecordKind)
}

const idShape = /^[a-z-]+:[A-Za-z0-9._-]{1,64}$/

/** True for text that could be the id of a record of some kind. */
export function isRecordId(id: string): boolean {
  return idShape.test(id) && collectionOf(id) !== undefined
}

export type RecordReading =
  | { readonly ok: true; readonly record: NetworkRecord }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

/** @param at path of the record in what is being read, for the problems */
export function parseRecord(collection: CollectionName, input: unknown, at: readonly PathSegment[]): RecordReading {
  const result = collections[collection].safeParse(input)
  if (result.success) return { ok: true, record: withoutUndefined(result.data) as NetworkRecord }
  return { ok: false, problems: explainIssues(result.error.issues, input, at) }
}

/** A field that is `undefined` and a field that is not there mean the same; records have only the second. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.some((item) => typeof item === 'object') ? value.map(withoutUndefined) : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const plain = entries.every(([, inner]) => inner !== undefined && typeof inner !== 'object')
  if (plain) return value
  return Object.fromEntries(
    entries.filter(([, inner]) => inner !== undefined).map(([field, inner]) => [field, withoutUndefined(inner)]),
  )
}
