import type { LinkEnd, Network } from './design'
import type { RecordId } from './ids'

const igpNames = { ospf: 'OSPF', ospfv3: 'OSPFv3', isis: 'IS-IS' } as const

/** A short name of any record, made of the names people gave: `leaf-1 100GE1/0/1`, `leaf-1 – spine-1`. */
export function recordName(network: Network, id: RecordId): string {
  const device = network.devices[id]
  if (device) return device.name
  const deviceInterface = network.interfaces[id]
  if (deviceInterface) return `${network.devices[deviceInterface.deviceId]?.name ?? '?'} ${deviceInterface.name}`
  const named = network.hosts[id] ?? network.stations[id] ?? network.vrfs[id] ?? policyNamed(network, id)
  if (named) return named.name
  const link = network.links[id]
  if (link) return link.ends.map((end) => endName(network, end)).join(' – ')
  const vlanifLink = network.vlanifLinks[id]
  if (vlanifLink) return `VLAN ${vlanifLink.vlan}: ${vlanifLink.ends.map((end) => ownerName(network, end)).join(' – ')}`
  const pair = network.mlagPairs[id]
  if (pair) return pair.name ?? pair.members.map((member) => network.devices[member]?.name ?? '?').join(' + ')
  const attachment = network.attachments[id]
  if (attachment) return `M-LAG ${attachment.mlagId ?? ''}`.trim()
  const gateway = network.gateways[id]
  if (gateway) return `Vlanif${gateway.vlan}`
  const bridgeDomain = network.bridgeDomains[id]
  if (bridgeDomain) return `BD ${bridgeDomain.number}`
  const peering = network.peerings[id]
  if (peering) {
    const names = peering.ends.map(
      ({ owner }) =>
        ('deviceId' in owner ? network.devices[owner.deviceId]?.name : network.hosts[owner.hostId]?.name) ?? '?',
    )
    return names.join(' – ')
  }
  const bmpSession = network.bmpSessions[id]
  if (bmpSession)
    return `${network.devices[bmpSession.deviceId]?.name ?? '?'} → ${network.stations[bmpSession.stationId]?.name ?? '?'}`
  const route = network.staticRoutes[id]
  if (route) return `${network.devices[route.deviceId]?.name ?? '?'} ${route.prefix}`
  const underlay = network.underlays[id]
  if (underlay) return underlay.kind === 'ebgp' ? 'EBGP' : `${igpNames[underlay.kind]} ${underlay.processId}`
  const overlay = network.overlays[id]
  if (overlay) return `${overlay.kind.toUpperCase()} ${overlay.families.join(', ')}`.trim()
  const monitoring = network.bmpMonitorings[id]
  if (monitoring) return `BMP → ${network.stations[monitoring.stationId]?.name ?? '?'}`
  const defaults = network.roleDefaults[id]
  if (defaults) return defaults.role
  const pool = network.pools[id]
  if (pool) return 'prefix' in pool ? `${pool.kind} ${pool.prefix}` : `${pool.kind} ${pool.first}–${pool.last}`
  return network.waivers[id]?.finding ?? network.requirements[id]?.name ?? id
}

function policyNamed(network: Network, id: RecordId): { readonly name: string } | undefined {
  return network.routePolicies[id] ?? network.prefixLists[id] ?? network.asPathFilters[id]
}

function ownerName(network: Network, interfaceId: RecordId): string {
  const deviceInterface = network.interfaces[interfaceId]
  return (deviceInterface && network.devices[deviceInterface.deviceId]?.name) ?? '?'
}

function endName(network: Network, end: LinkEnd): string {
  if ('interfaceId' in end) return recordName(network, end.interfaceId)
  const outside = 'hostId' in end ? network.hosts[end.hostId] : network.stations[end.stationId]
  return outside?.name ?? '?'
}
