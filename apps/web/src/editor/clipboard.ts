import type { Command, Design, Layout, Network, NetworkRecord, RecordId, RecordKind } from '@weft/domain'
import { collections, kindOfCollection } from '@weft/domain'
import type { CollectionName } from '@weft/domain'
import { kindOf } from './record-at'

/** Records that make sense together without the rest of the design, and where they were drawn. */
export type Clip = { readonly records: readonly NetworkRecord[]; readonly positions: Layout['positions'] }

const drawnKinds: ReadonlySet<RecordKind> = new Set(['device', 'host', 'station'])
/** Shared by the whole design: copies keep pointing to the one that exists. */
const sharedKinds: ReadonlySet<RecordKind> = new Set(['vrf', 'underlay', 'pool'])
const PASTE_OFFSET = 48

/**
 * What copying a selection takes along: the chosen devices, hosts and stations with everything that
 * belongs to them alone, and every link, pair, peering or session whose ends are all chosen.
 */
export function copySelection({ network, layout }: Design, selection: ReadonlySet<RecordId>): Clip {
  const taken = new Set<string>([...selection].filter((id) => drawnKinds.has(kindOf(id))))
  const candidates = allRecords(network).filter((record) => !sharedKinds.has(kindOf(record.id)))
  // A record comes along when everything it needs does; interfaces before links, links before VLANIF links.
  for (let before = -1; before !== taken.size; ) {
    before = taken.size
    for (const record of candidates) {
      if (taken.has(record.id) || drawnKinds.has(kindOf(record.id))) continue
      const needed = [...referencesOf(record)].filter((id) => !sharedKinds.has(kindOf(id)))
      if (needed.length > 0 && needed.every((id) => taken.has(id))) taken.add(record.id)
    }
  }
  const records = allRecords(network).filter((record) => taken.has(record.id))
  const positions = Object.fromEntries(Object.entries(layout.positions).filter(([id]) => taken.has(id)))
  return { records, positions }
}

/** The command that adds a copy of the clip beside the original, under new ids. */
export function pasteCommand(clip: Clip, freshId: (kind: RecordKind) => RecordId): Command & { kind: 'records.paste' } {
  const renamed = new Map<string, RecordId>(clip.records.map(({ id }) => [id, freshId(kindOf(id))]))
  const records = clip.records.map((record) => rename(record, renamed) as NetworkRecord)
  const positions = Object.fromEntries(
    Object.entries(clip.positions).map(([id, { x, y }]) => [
      renamed.get(id) ?? id,
      { x: x + PASTE_OFFSET, y: y + PASTE_OFFSET },
    ]),
  )
  return { kind: 'records.paste', records, positions }
}

function allRecords(network: Network): readonly NetworkRecord[] {
  return (Object.keys(collections) as CollectionName[]).flatMap((name) => Object.values<NetworkRecord>(network[name]))
}

const kinds = Object.values(kindOfCollection)
const looksLikeId = new RegExp(`^(?:${kinds.join('|')}):[A-Za-z0-9._-]{1,64}$`)

/** Ids of the other records a record names, however deep. */
function referencesOf(record: NetworkRecord): ReadonlySet<RecordId> {
  const found = new Set<RecordId>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value !== record.id && looksLikeId.test(value)) found.add(value as RecordId) // just matched the id pattern
    } else if (value !== null && typeof value === 'object') Object.values(value).forEach(visit)
  }
  visit(record)
  return found
}

function rename(value: unknown, renamed: ReadonlyMap<string, RecordId>): unknown {
  if (typeof value === 'string') return renamed.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => rename(item, renamed))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rename(item, renamed)]))
}
