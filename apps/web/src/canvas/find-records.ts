import type { CollectionName, Network, NetworkIntent, NetworkRecord, RecordId } from '@weft/domain'
import { recordName } from '@weft/domain'

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
]

/** Records whose name or detail contains every word of the query; nothing for an empty query. */
export function findRecords(
  network: Network,
  intent: NetworkIntent | undefined,
  query: string,
): readonly FoundRecord[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const addresses = addressesByInterface(intent)
  const found: FoundRecord[] = []
  for (const collection of searched) {
    for (const record of Object.values<NetworkRecord>(network[collection])) {
      const name = recordName(network, record.id)
      const detail = detailOf(network, record, { intent, addresses })
      const words = `${name} ${detail}`.toLowerCase()
      if (wanted.every((word) => words.includes(word))) found.push({ id: record.id, name, detail })
      if (found.length === MOST_FOUND) return found
    }
  }
  return found
}

type Derived = { readonly intent: NetworkIntent | undefined; readonly addresses: ReadonlyMap<RecordId, string> }

function detailOf(network: Network, { id }: NetworkRecord, { intent, addresses }: Derived): string {
  const device = network.devices[id]
  if (device) {
    const asNumber = intent?.devices.get(device.id)?.bgp?.asNumber.value ?? device.asNumber
    return asNumber === undefined ? device.model : `${device.model} AS ${asNumber}`
  }
  const host = network.hosts[id]
  if (host) return host.addresses.join(' ')
  const station = network.stations[id]
  if (station) return station.address
  const vlanifLink = network.vlanifLinks[id]
  if (vlanifLink) return vlanifLink.ipv4Subnet ?? ''
  return addresses.get(id) ?? ''
}

function addressesByInterface(intent: NetworkIntent | undefined): ReadonlyMap<RecordId, string> {
  const addresses = new Map<RecordId, string>()
  for (const device of intent?.devices.values() ?? []) {
    for (const { interfaceId, ipv4, ipv6 } of device.interfaces) {
      if (interfaceId) addresses.set(interfaceId, [...ipv4, ...ipv6].map(({ value }) => value).join(' '))
    }
  }
  return addresses
}
