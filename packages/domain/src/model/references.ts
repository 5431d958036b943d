import type { NetworkRecord } from './design'

/**
 * Fields whose text is the id of another record. Text that looks like an id elsewhere (a description,
 * a name) refers to nothing. A test compares this list with the schemas of the model.
 */
export const referenceFields: ReadonlySet<string> = new Set([
  'carriedBy',
  'deviceId',
  'deviceIds',
  'ends',
  'hostId',
  'interfaceId',
  'memberOf',
  'members',
  'pairId',
  'peeringId',
  'relyStateInterfaceIds',
  'stationId',
  'trunks',
  'unnumberedFrom',
  'vrfId',
])

export type Reference = { readonly path: readonly (string | number)[]; readonly id: string }

/** Every mention of another record inside a record. */
export function referencesOf(record: NetworkRecord): readonly Reference[] {
  const found: Reference[] = []
  collect(record, [], { refers: false, found })
  return found
}

function collect(
  value: unknown,
  path: readonly (string | number)[],
  into: { readonly refers: boolean; readonly found: Reference[] },
): void {
  if (typeof value === 'string') {
    if (into.refers) into.found.push({ path, id: value })
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(item, [...path, index], into)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [field, inner] of Object.entries(value)) {
      if (typeof inner === 'object' || referenceFields.has(field)) {
        collect(inner, [...path, field], { refers: referenceFields.has(field), found: into.found })
      }
    }
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
