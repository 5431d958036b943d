import type { NetworkEdit } from '../edit'
import { expandIntents } from '../expand'
import type { BmpMonitoring, CollectionName, Network, NetworkRecord, Overlay } from '../model'
import { sameValue } from '../model'

/**
 * What people drew, and the same with its intents expanded. Both belong to whoever made them: their large collections
 * change in place, because copying them would cost what the design costs and not what the edit does.
 */
export type OwnNetworks = { readonly drawn: Network; readonly expanded: Network }

/** Networks of one's own with the records of another one. */
export function ownNetworks(network: Network): OwnNetworks {
  const drawn = copyOf(network)
  return { drawn, expanded: expandIntents(drawn) }
}

/** The same networks in collections of their own. */
export function copied({ drawn, expanded }: OwnNetworks): OwnNetworks {
  const { peerings, bmpSessions, ...shared } = copyOf(drawn)
  const { peerings: known, bmpSessions: monitored } = expanded
  return {
    drawn: { ...shared, peerings, bmpSessions },
    expanded:
      known === drawn.peerings
        ? { ...shared, peerings, bmpSessions }
        : { ...shared, peerings: { ...known }, bmpSessions: { ...monitored } },
  }
}

function copyOf(network: Network): Network {
  const copies = Object.entries(network).map(([name, records]) => [name, { ...records }])
  return Object.fromEntries(copies) as Network // every collection kept its type
}

/** Carries out edits of what people drew. @returns with the edits as edits of the expanded network */
export function editNetworks(
  { drawn, expanded }: OwnNetworks,
  edits: readonly NetworkEdit[],
): OwnNetworks & { readonly edits: readonly NetworkEdit[] } {
  const isShared = expanded.peerings === drawn.peerings
  const intents = [...Object.values(drawn.overlays), ...Object.values(drawn.bmpMonitorings)]
  const expandsAnew = edits.some((edit) => movesMembers(edit, intents))
  const next = edited(drawn, edits)
  if (!expandsAnew) {
    const { peerings, bmpSessions } = isShared ? next : edited(expanded, edits.filter(holdsSessions))
    return { drawn: next, expanded: { ...next, peerings, bmpSessions }, edits }
  }
  const anew = expandIntents(next)
  const peerings = keptRecords(expanded.peerings, anew.peerings)
  const bmpSessions = keptRecords(expanded.bmpSessions, anew.bmpSessions)
  const isAlone = anew.peerings === next.peerings
  return {
    drawn: next,
    expanded: isAlone ? { ...next } : { ...anew, peerings: peerings.records, bmpSessions: bmpSessions.records },
    edits: [
      ...edits.filter((edit) => isShared || !holdsSessions(edit)),
      ...peerings.edits.map((edit): NetworkEdit => ({ collection: 'peerings', ...edit })),
      ...bmpSessions.edits.map((edit): NetworkEdit => ({ collection: 'bmpSessions', ...edit })),
    ],
  }
}

const large: ReadonlySet<string> = new Set([
  'devices',
  'interfaces',
  'links',
  'peerings',
  'bmpSessions',
  'staticRoutes',
])

function edited(network: Network, edits: readonly NetworkEdit[]): Network {
  // An edit holds a record of its collection.
  const next = { ...network } as { [Name in CollectionName]: { [id: string]: NetworkRecord } }
  for (const { collection, id, after } of edits) {
    if (!large.has(collection) && next[collection] === network[collection])
      next[collection] = { ...network[collection] }
    if (after === undefined) delete next[collection][id]
    else next[collection][id] = after
  }
  return next as unknown as Network
}

/** What intents expand into. */
function holdsSessions({ collection }: NetworkEdit): boolean {
  return collection === 'peerings' || collection === 'bmpSessions'
}

/** Whether an edit may change what intents expand into. */
function movesMembers(
  { collection, id, before, after }: NetworkEdit,
  intents: readonly (Overlay | BmpMonitoring)[],
): boolean {
  if (collection === 'overlays' || collection === 'bmpMonitorings') return true
  if (intents.length === 0) return false
  const either = [before, after].flatMap((record) => record ?? [])
  switch (collection) {
    case 'peerings':
    case 'bmpSessions':
      return either.length === 1 || either.some((record) => 'overlayId' in record || 'monitoringId' in record)
    case 'devices': {
      const roles = either.map((record) => ('role' in record ? record.role : undefined))
      const isMember = intents.some(
        (intent) => intent.roles?.some((role) => roles.includes(role)) || intent.deviceIds?.some((each) => each === id),
      )
      return isMember && (roles.length === 1 || roles[0] !== roles[1])
    }
    case 'interfaces': {
      const names = either.map((record) => ('name' in record ? record.name : undefined))
      const isMoved = either.length === 1 || names[0] !== names[1] || deviceOf(either[0]) !== deviceOf(either[1])
      return isMoved && intents.some(({ loopback = 0 }) => names.includes(`LoopBack${loopback}`))
    }
    default:
      return false
  }
}

function deviceOf(record: NetworkRecord | undefined): string | undefined {
  return record !== undefined && 'deviceId' in record ? record.deviceId : undefined
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
