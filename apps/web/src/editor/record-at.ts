import type { CollectionName, Network, NetworkRecord, RecordId, RecordKind } from '@weft/domain'
import { collections, kindOfCollection } from '@weft/domain'

const collectionOfKind = new Map<RecordKind, CollectionName>(
  (Object.keys(collections) as CollectionName[]).map((name) => [kindOfCollection[name], name]),
)

export function kindOf(id: RecordId): RecordKind {
  // An id begins with its kind; the type says so for every RecordId.
  return id.slice(0, id.indexOf(':')) as RecordKind
}

/** The record with this id, whatever its kind. Undefined when it was deleted. */
export function recordAt(network: Network, id: RecordId): NetworkRecord | undefined {
  const name = collectionOfKind.get(kindOf(id))
  return name && Object.hasOwn(network[name], id) ? network[name][id] : undefined
}
