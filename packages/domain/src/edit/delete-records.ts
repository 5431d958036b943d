import { interfaceKind } from '@weft/net'
import { collectionNames, collectionOf } from '../document'
import type { InterfaceId, Network, NetworkRecord, RecordId } from '../model'
import { referencesOf } from '../model'
import type { Command, Refusal } from './command'
import { exceptFromIntents, recordIn } from './detach'
import type { Draft } from './draft'
import { diesWith, handle, withoutGone } from './references-gone'
import { missing } from './refusal'

/**
 * Deletes records and whatever means nothing without them: with a device its interfaces, cables,
 * peerings, routes and M-LAG pair; with a VLANIF link its Vlanifs; with a cable its ports. What is left
 * forgets them, so that no reference leads nowhere. What came from an intent becomes an exception of it.
 */
export function deleteRecords(
  draft: Draft,
  { ids }: Extract<Command, { readonly kind: 'records.delete' }>,
): Refusal | undefined {
  const deleted = new Map<RecordId, NetworkRecord>()
  for (const id of ids) {
    const record = recordIn(draft.network, id)
    if (record === undefined) return missing(id)
    deleted.set(id, record)
  }
  const mentions = mentionsIn(draft.network)
  const gone = closure(
    draft.network,
    ids.filter((id) => draft.has(id)),
    mentions,
  )
  const isGone = (id: string) => gone.has(id as RecordId)
  const survivors = new Map<RecordId, NetworkRecord>()
  for (const id of gone)
    for (const record of mentions.get(id) ?? []) if (!gone.has(record.id)) survivors.set(record.id, record)
  for (const record of survivors.values()) draft.put(handle(withoutGone, record, isGone))
  for (const id of gone) {
    draft.remove(id)
    draft.place(id, undefined)
  }
  exceptFromIntents(draft, [...deleted.values()])
  return undefined
}

type Mentions = ReadonlyMap<string, readonly NetworkRecord[]>

/** Records by the ids they mention. */
function mentionsIn(network: Network): Mentions {
  const mentions = new Map<string, NetworkRecord[]>()
  for (const name of collectionNames) {
    for (const record of Object.values<NetworkRecord>(network[name])) {
      for (const { id } of referencesOf(record)) {
        const known = mentions.get(id)
        if (known === undefined) mentions.set(id, [record])
        else known.push(record)
      }
    }
  }
  return mentions
}

/** Everything that goes when these go. */
function closure(network: Network, ids: readonly RecordId[], mentions: Mentions): ReadonlySet<RecordId> {
  const gone = new Set<RecordId>()
  const isGone = (id: string) => gone.has(id as RecordId)
  let fresh: readonly RecordId[] = ids
  while (fresh.length > 0) {
    for (const id of fresh) gone.add(id)
    const dying = fresh.flatMap((id) => (mentions.get(id) ?? []).filter((record) => handle(diesWith, record, isGone)))
    fresh = [...new Set(dying.map(({ id }) => id))].filter((id) => !gone.has(id))
    if (fresh.length > 0) continue
    // Only when it is clear who stays can be said whose belongings nobody else uses.
    const left = [...gone]
      .flatMap((id) => belongings(network, id))
      .filter((own) => !gone.has(own.id) && isOrphan(own, mentions, isGone))
    fresh = [...new Set(left.map(({ id }) => id))]
  }
  return gone
}

/** An interface that exists because of a record; `withCable`: the cable in it does, too. */
type Belonging = { readonly id: InterfaceId; readonly withCable: boolean }

function belongings(network: Network, id: RecordId): readonly Belonging[] {
  const link = network.links[id]
  if (link !== undefined) {
    const ports = link.ends.flatMap((end) => ('interfaceId' in end ? [end.interfaceId] : []))
    return ports.filter((port) => isEthernet(network, port)).map((port) => ({ id: port, withCable: false }))
  }
  const logical =
    network.vlanifLinks[id]?.ends ?? network.attachments[id]?.trunks ?? network.mlagPairs[id]?.peerLink.trunks ?? []
  const existing = logical.filter((each) => each !== undefined && Object.hasOwn(network.interfaces, each))
  return [
    ...existing.flatMap((each) => (each === undefined ? [] : [{ id: each, withCable: false }])),
    ...pairPorts(network, id).map((port) => ({ id: port, withCable: true })),
  ]
}

/** The ports of a peer-link and of a heartbeat cable. */
function pairPorts(network: Network, id: RecordId): readonly InterfaceId[] {
  const pair = network.mlagPairs[id]
  if (pair === undefined) return []
  const trunks = new Set<string | undefined>(pair.peerLink.trunks.filter((trunk) => trunk !== undefined))
  const members = Object.values(network.interfaces).filter(
    ({ memberOf }) => memberOf !== undefined && trunks.has(memberOf),
  )
  const heartbeat = (pair.dualActiveDetection?.ends ?? []).flatMap(({ interfaceId }) => {
    const port = interfaceId === undefined ? undefined : network.interfaces[interfaceId]
    return port?.unpairedPortReserved === true && isEthernet(network, port.id) ? [port] : []
  })
  return [...members, ...heartbeat].map((port) => port.id)
}

function isEthernet(network: Network, id: InterfaceId): boolean {
  const record = network.interfaces[id]
  return record !== undefined && interfaceKind(record.name) === 'ethernet'
}

/** Nobody who stays needs the interface. The member ports of an Eth-Trunk do not: they only leave it. */
function isOrphan({ id, withCable }: Belonging, mentions: Mentions, isGone: (id: string) => boolean): boolean {
  return (mentions.get(id) ?? []).every((record) => {
    const collection = collectionOf(record.id)
    return isGone(record.id) || collection === 'interfaces' || (withCable && collection === 'links')
  })
}
