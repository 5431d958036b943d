import type { RecordEdit } from '../edit'
import { applyChange } from '../edit'
import { expandIntents } from '../expand'
import type { CollectionName, Network, NetworkRecord } from '../model'
import { sameValue, text } from '../model'

export type NetworkEdit = Extract<RecordEdit, { readonly collection: CollectionName }>
type Edited = { readonly network: Network; readonly edits: readonly NetworkEdit[] }

/**
 * Edits of what people drew as edits of the network with its intents expanded.
 *
 * @param before the expanded network before them
 * @param drawn what people drew after them
 */
export function expandedEdits(before: Network, drawn: Network, edits: readonly NetworkEdit[]): Edited {
  const wants = (network: Network) =>
    Object.keys(network.overlays).length + Object.keys(network.bmpMonitorings).length > 0
  if (!wants(before) && !wants(drawn)) return { network: drawn, edits }
  if (!edits.some(movesMembers)) {
    const label = text('', '')
    return { network: applyChange({ network: before, layout: { positions: {} } }, { label, edits }).network, edits }
  }
  const expanded = expandIntents(drawn)
  const peerings = keptRecords(before.peerings, expanded.peerings)
  const bmpSessions = keptRecords(before.bmpSessions, expanded.bmpSessions)
  return {
    network: { ...expanded, peerings: peerings.records, bmpSessions: bmpSessions.records },
    edits: [
      ...edits.filter(({ collection }) => collection !== 'peerings' && collection !== 'bmpSessions'),
      ...peerings.edits.map((edit): NetworkEdit => ({ collection: 'peerings', ...edit })),
      ...bmpSessions.edits.map((edit): NetworkEdit => ({ collection: 'bmpSessions', ...edit })),
    ],
  }
}

/** Whether an edit may change what intents expand into. */
function movesMembers({ collection, before, after }: NetworkEdit): boolean {
  const either = [before, after].flatMap((record) => record ?? [])
  switch (collection) {
    case 'overlays':
    case 'bmpMonitorings':
      return true
    case 'peerings':
      return either.some((record) => 'overlayId' in record) || before === undefined || after === undefined
    case 'bmpSessions':
      return either.some((record) => 'monitoringId' in record) || before === undefined || after === undefined
    case 'devices':
      return before === undefined || after === undefined || Reflect.get(before, 'role') !== Reflect.get(after, 'role')
    case 'interfaces': {
      const isLoopback = (record: NetworkRecord): boolean => String(Reflect.get(record, 'name')).startsWith('LoopBack')
      const sameName =
        either.length === 2 && Reflect.get(either[0] ?? {}, 'name') === Reflect.get(either[1] ?? {}, 'name')
      return !sameName && either.some(isLoopback)
    }
    default:
      return false
  }
}

/** Records that say the same stay the same objects. */
function keptRecords<Item extends NetworkRecord>(
  before: { readonly [id: string]: Item },
  after: { readonly [id: string]: Item },
) {
  const records: { [id: string]: Item } = {}
  const edits: { readonly id: Item['id']; readonly before?: Item; readonly after?: Item }[] = []
  for (const item of Object.values(after)) {
    const known = before[item.id]
    const isSame = known !== undefined && sameValue(known, item)
    records[item.id] = isSame ? known : item
    if (!isSame) edits.push({ id: item.id, ...(known === undefined ? {} : { before: known }), after: item })
  }
  for (const item of Object.values(before))
    if (!Object.hasOwn(after, item.id)) edits.push({ id: item.id, before: item })
  return { records, edits }
}
