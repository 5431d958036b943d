import type {
  CollectionName,
  Command,
  Design,
  Layout,
  Network,
  NetworkRecord,
  RecordId,
  RecordKind,
} from '@weft/domain'
import { collections, referencesOf, withMappedIds } from '@weft/domain'
import { kindOf } from './record-at'

/** Records that make sense together without the rest of the design, and where they were drawn. */
export type Clip = { readonly records: readonly NetworkRecord[]; readonly positions: Layout['positions'] }

const drawnKinds: ReadonlySet<RecordKind> = new Set(['device', 'host', 'station'])
/** Shared by the whole design: copies keep pointing to the one that exists. */
const sharedKinds: ReadonlySet<RecordKind> = new Set([
  'vrf',
  'bridge-domain',
  'underlay',
  'prefix-list',
  'as-path-filter',
  'route-policy',
  'pool',
])
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
      // A reference is the text of a record id; the schemas of the model say so.
      const needed = referencesOf(record).filter(({ id }) => !sharedKinds.has(kindOf(id as RecordId)))
      if (needed.length > 0 && needed.every(({ id }) => taken.has(id))) taken.add(record.id)
    }
  }
  const records = allRecords(network).filter((record) => taken.has(record.id))
  const positions = Object.fromEntries(Object.entries(layout.positions).filter(([id]) => taken.has(id)))
  return { records, positions }
}

/** The command that adds a copy of the clip beside the original, under new ids. */
export function pasteCommand(clip: Clip, freshId: (kind: RecordKind) => RecordId): Command & { kind: 'records.paste' } {
  const renamed = new Map<string, RecordId>(clip.records.map(({ id }) => [id, freshId(kindOf(id))]))
  const records = clip.records.map((record) => withMappedIds(record, (id) => renamed.get(id) ?? id))
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
