import type { CollectionName, Network, NetworkRecord, RecordId } from '@weft/domain'
import { recordName } from '@weft/domain'
import type { Digest } from '../editor'

export type FoundRecord = { readonly id: RecordId; readonly name: string; readonly detail: string }

const MOST_FOUND = 50
/** People look for these first. */
const searched: readonly CollectionName[] = [
  'devices',
  'hosts',
  'stations',
  'mlagPairs',
  'interfaces',
  'vlanifLinks',
  'peerings',
  'bmpSessions',
  'links',
  'gateways',
  'staticRoutes',
  'vrfs',
  'bridgeDomains',
  'routePolicies',
  'prefixLists',
  'asPathFilters',
]

/** Records whose name or detail contains every word of the query; nothing for an empty query. */
export function findRecords(network: Network, digest: Digest | undefined, query: string): readonly FoundRecord[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const found: FoundRecord[] = []
  for (const collection of searched) {
    for (const record of Object.values<NetworkRecord>(network[collection])) {
      const name = recordName(network, record.id)
      const detail = detailOf(network, record, digest)
      const words = `${name} ${detail}`.toLowerCase()
      if (wanted.every((word) => words.includes(word))) found.push({ id: record.id, name, detail })
      if (found.length === MOST_FOUND) return found
    }
  }
  return found
}

function detailOf(network: Network, { id }: NetworkRecord, digest: Digest | undefined): string {
  const device = network.devices[id]
  if (device) {
    const asNumber = digest?.asNumbers.get(device.id) ?? device.asNumber
    return asNumber === undefined ? device.model : `${device.model} AS ${asNumber}`
  }
  const host = network.hosts[id]
  if (host) return host.addresses.join(' ')
  const station = network.stations[id]
  if (station) return station.address
  const vlanifLink = network.vlanifLinks[id]
  if (vlanifLink) return vlanifLink.ipv4Subnet ?? ''
  return digest?.addresses.get(id)?.join(' ') ?? ''
}
