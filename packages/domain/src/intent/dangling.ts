import type { CollectionName, Network, NetworkRecord } from '../model'
import { byId, kindOfCollection, referencesOf } from '../model'
import type { NetworkIntent } from './network-intent'

type Dangling = NetworkIntent['dangling'][number]

const collectionOfKind = new Map<string, CollectionName>(
  // Object.entries widens the keys of a table whose keys are the collection names.
  (Object.entries(kindOfCollection) as [CollectionName, string][]).map(([name, kind]) => [kind, name]),
)

/** References to records that do not exist, in the order of collections, ids and fields. */
export function danglingReferences(network: Network): readonly Dangling[] {
  const dangling: Dangling[] = []
  for (const name of collectionOfKind.values()) {
    for (const record of Object.values<NetworkRecord>(network[name]).sort(byId)) {
      for (const { path, id } of referencesOf(record)) {
        if (!exists(network, id)) dangling.push({ recordId: record.id, field: path.join('.'), missing: id })
      }
    }
  }
  return dangling
}

function exists(network: Network, id: string): boolean {
  const collection = collectionOfKind.get(id.slice(0, id.indexOf(':')))
  return collection !== undefined && Object.hasOwn(network[collection], id)
}
