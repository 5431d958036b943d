import type { NetworkRecord } from './design'

/**
 * Fields whose text is the id of another record. Text that looks like an id elsewhere (a description,
 * a name) refers to nothing. A test compares this list with the schemas of the model.
 */
export const referenceFields: ReadonlySet<string> = new Set([
  'bridgeDomainId',
  'asPathFilterId',
  'carriedBy',
  'deviceId',
  'deviceIds',
  'ends',
  'exceptIds',
  'exceptPairs',
  'exportAsPathFilterId',
  'exportPolicyId',
  'exportPrefixListId',
  'hostId',
  'hubIds',
  'importAsPathFilterId',
  'importPolicyId',
  'importPrefixListId',
  'interfaceId',
  'linkIds',
  'memberOf',
  'members',
  'monitoringId',
  'overlayId',
  'pairId',
  'peeringId',
  'prefixListId',
  'reflectorIds',
  'relyStateInterfaceIds',
  'sourceInterfaceId',
  'routePolicyId',
  'stationId',
  'trunks',
  'underlayId',
  'unnumberedFrom',
  'vrfId',
])

export type Reference = { readonly path: readonly (string | number)[]; readonly id: string }

/** Mentions of other records inside a record: all, or those whose id is wanted. */
export function referencesOf(
  record: NetworkRecord,
  wanted: (id: string) => boolean = () => true,
): readonly Reference[] {
  const found: Reference[] = []
  collect(record, false, { path: [], found, wanted })
  return found
}

type Collection = {
  /** Where the walk is; grows and shrinks with it. */
  readonly path: (string | number)[]
  readonly found: Reference[]
  readonly wanted: (id: string) => boolean
}

function collect(value: object, refers: boolean, into: Collection): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) visit(index, value[index], refers, into)
  } else {
    for (const field of Object.keys(value)) {
      // Indexing by its own key: the value is unknown, which is all that is claimed.
      const inner = (value as { readonly [field: string]: unknown })[field]
      if (typeof inner === 'object' || typeof inner === 'string') visit(field, inner, referenceFields.has(field), into)
    }
  }
}

function visit(at: string | number, inner: unknown, refers: boolean, into: Collection): void {
  if (typeof inner === 'string') {
    if (refers && into.wanted(inner)) into.found.push({ path: [...into.path, at], id: inner })
  } else if (typeof inner === 'object' && inner !== null) {
    into.path.push(at)
    collect(inner, refers, into)
    into.path.pop()
  }
}

/** The same record with every id in it, its own included, passed through `idFor`. */
export function withMappedIds<R extends NetworkRecord>(record: R, idFor: (id: string) => string): R {
  const mapped = { ...(mapIds(record, false, idFor) as R), id: idFor(record.id) }
  return mapped as R
}

function mapIds(value: unknown, refers: boolean, idFor: (id: string) => string): unknown {
  if (typeof value === 'string') return refers ? idFor(value) : value
  if (Array.isArray(value)) return value.map((item: unknown) => mapIds(item, refers, idFor))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, mapIds(inner, referenceFields.has(field), idFor)]),
  )
}
