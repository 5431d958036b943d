import type { Network, NetworkRecord, RecordId, RecordKind } from '@weft/domain'

/** Records that belong to a record and are edited from it, by kind. */
export function relatedOf(network: Network, record: NetworkRecord): readonly RecordId[] {
  const mentions = (candidate: NetworkRecord) => JSON.stringify(candidate).includes(`"${record.id}"`)
  const kind = record.id.slice(0, record.id.indexOf(':')) as RecordKind
  const collections = relatedCollections[kind] ?? []
  return collections.flatMap((name) =>
    (Object.values(network[name]) as readonly NetworkRecord[])
      .filter((candidate) => candidate.id !== record.id && mentions(candidate))
      .map((candidate) => candidate.id)
      .sort(),
  )
}

const relatedCollections: { readonly [kind in RecordKind]?: readonly (keyof Network)[] } = {
  device: [
    'interfaces',
    'peerings',
    'bmpSessions',
    'staticRoutes',
    'mlagPairs',
    'underlays',
    'overlays',
    'bmpMonitorings',
  ],
  interface: ['links', 'vlanifLinks', 'peerings', 'bmpSessions'],
  link: ['vlanifLinks'],
  mlag: ['gateways', 'attachments'],
  host: ['links', 'attachments', 'peerings'],
  station: ['links', 'bmpSessions', 'bmpMonitorings'],
  overlay: ['peerings'],
  'bmp-monitoring': ['bmpSessions'],
  vrf: ['interfaces', 'peerings', 'staticRoutes', 'gateways'],
  'bridge-domain': ['interfaces', 'devices'],
}
