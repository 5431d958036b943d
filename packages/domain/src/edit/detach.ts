import { collectionOf } from '../document'
import { expandIntents } from '../expand'
import type { BmpSession, Network, NetworkRecord, Peering, RecordId } from '../model'
import type { Command, Refusal } from './command'
import type { Draft } from './draft'
import { missing } from './refusal'

/** A record of the network, or one that its intents expand into. */
export function recordIn(network: Network, id: string): NetworkRecord | undefined {
  const collection = collectionOf(id)
  if (collection === undefined) return undefined
  const drawn: NetworkRecord | undefined = network[collection][id]
  if (drawn !== undefined || (collection !== 'peerings' && collection !== 'bmpSessions')) return drawn
  return expandIntents(network)[collection][id]
}

/** Keeps what an intent expands into as a record of its own; the configurations stay the same. */
export function detachRecord(draft: Draft, { id }: Extract<Command, { readonly kind: 'record.detach' }>) {
  if (draft.has(id)) return undefined
  return keep(draft, id)
}

/** Makes sure that the record is one of the design. */
export function keep(draft: Draft, id: RecordId | string): Refusal | undefined {
  const expanded = recordIn(draft.network, id)
  if (expanded === undefined) return missing(id)
  draft.put(expanded)
  return undefined
}

/** What came from an intent and is deleted stays away: the intent would expand into it again. */
export function exceptFromIntents(draft: Draft, deleted: readonly NetworkRecord[]): void {
  for (const record of deleted) {
    if ('overlayId' in record) exceptPair(draft, record)
    else if ('monitoringId' in record) exceptDevice(draft, record)
  }
}

function exceptPair(draft: Draft, { overlayId, ends }: Peering): void {
  const overlay = overlayId === undefined ? undefined : draft.network.overlays[overlayId]
  const [a, b] = ends.map(({ owner }) => ('deviceId' in owner ? owner.deviceId : undefined))
  if (overlay === undefined || a === undefined || b === undefined || !draft.has(a) || !draft.has(b)) return
  draft.put({ ...overlay, exceptPairs: [...(overlay.exceptPairs ?? []), [a, b]] })
}

function exceptDevice(draft: Draft, { monitoringId, deviceId }: BmpSession): void {
  const monitoring = monitoringId === undefined ? undefined : draft.network.bmpMonitorings[monitoringId]
  if (monitoring === undefined || !draft.has(deviceId)) return
  draft.put({ ...monitoring, exceptIds: [...(monitoring.exceptIds ?? []), deviceId] })
}
