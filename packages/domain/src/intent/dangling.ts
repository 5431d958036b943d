import type { CollectionName, Network, NetworkRecord } from '../model'
import { byId, kindOfCollection, referencesOf } from '../model'
import type { NetworkIntent } from './network-intent'

type Dangling = NetworkIntent['dangling'][number]

const collectionOfKind = new Map<string, CollectionName>(
  // Object.entries widens the keys of a table whose keys are the collection names.
  (Object.entries(kindOfCollection) as [CollectionName, string][]).map(([name, kind]) => [kind, name]),
)

/** References to records that do not exist, in the order of ids and, within a record, of its fields. */
export function danglingReferences(network: Network): readonly Dangling[] {
  const dangling: Dangling[] = []
  for (const name of collectionOfKind.values())
    collectIn(network, Object.values<NetworkRecord>(network[name]), dangling)
  return dangling.sort(byPlace)
}

/** The same of some records. */
export function danglingIn(network: Network, records: readonly NetworkRecord[]): readonly Dangling[] {
  const dangling: Dangling[] = []
  collectIn(network, records, dangling)
  return dangling.sort(byPlace)
}

function collectIn(network: Network, records: readonly NetworkRecord[], into: Dangling[]): void {
  const isMissing = (id: string): boolean => !exists(network, id)
  for (const record of records) {
    for (const { path, id } of referencesOf(record, isMissing))
      into.push({ recordId: record.id, field: path.join('.'), missing: id })
  }
}

export function byPlace(a: Dangling, b: Dangling): number {
  return byId({ id: a.recordId }, { id: b.recordId }) || (a.field < b.field ? -1 : 1)
}

function exists(network: Network, id: string): boolean {
  const collection = collectionOfKind.get(id.slice(0, id.indexOf(':')))
  return collection !== undefined && Object.hasOwn(network[collection], id)
}
