import { collectionOf } from '../document'
import type { DeviceId, Network, NetworkRecord, RecordId } from '../model'
import { referencesOf } from '../model'
import { sharedCollections } from './kinds'
import type { RecordGraph } from './record-graph'

/** The record of an id, if there is one. */
export type FindRecord = (id: string) => NetworkRecord | undefined

export function recordsOf(network: Network): FindRecord {
  return (id) => {
    const name = collectionOf(id)
    return name === undefined ? undefined : network[name][id]
  }
}

/**
 * The devices that a record is about: itself, the device of an interface, both ends of a cable, those that use a VPN
 * instance or a policy. What an intent of the whole design is about is not among them.
 */
export function devicesAbout(find: FindRecord, graph: RecordGraph, id: RecordId): ReadonlySet<DeviceId> {
  const found = new Set<DeviceId>()
  const seen = new Set<string>()
  const down = (at: string): void => {
    const name = collectionOf(at)
    const record = find(at)
    if (name === undefined || record === undefined || sharedCollections.has(name) || seen.has(at)) return
    seen.add(at)
    if (name === 'devices')
      found.add(record.id as DeviceId) // it is a device
    else for (const reference of referencesOf(record)) down(reference.id)
  }
  const up = (at: string): void => {
    for (const mention of graph.mentioning(at)) {
      const name = collectionOf(mention)
      if (name === undefined || isWide(name)) continue
      if (sharedCollections.has(name)) up(mention)
      else down(mention)
    }
  }
  down(id)
  const name = collectionOf(id)
  if (name !== undefined && (sharedCollections.has(name) || name === 'hosts')) up(id)
  return found
}

/** Collections whose records are about devices that they need not mention. */
export function isWide(name: string): boolean {
  return ['underlays', 'overlays', 'bmpMonitorings', 'roleDefaults', 'bridgeDomains'].includes(name)
}
