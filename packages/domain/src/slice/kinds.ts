import type { CollectionName } from '../model'

/**
 * Collections of records that a whole design shares: few records, each about many devices. A slice has them whole, and
 * what they mention is not followed.
 */
export const sharedCollections: ReadonlySet<CollectionName> = new Set([
  'stations',
  'vrfs',
  'bridgeDomains',
  'underlays',
  'overlays',
  'bmpMonitorings',
  'roleDefaults',
  'prefixLists',
  'asPathFilters',
  'routePolicies',
  'pools',
  'waivers',
  'requirements',
])
