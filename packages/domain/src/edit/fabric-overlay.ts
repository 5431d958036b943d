import { parseIpv4Address } from '@weft/net'
import type { Device, DeviceInterface, Overlay } from '../model'
import { block, hostIn, isIpv6Fabric, lan, ofInterface, prefixOf } from './fabric-addresses'
import { must } from './fabric-draft'
import type { FabricOptions, Plan } from './fabric-plan'
import { pitch, serverPortsPerLeaf } from './fabric-plan'

/** BGP between the loopbacks of all leaves and some spines: IBGP with reflectors, or only EVPN over EBGP. */
export function addOverlay({ draft, options }: Plan, centres: readonly Device[]): void {
  const withEvpn = (options.evpn ?? 0) > 0
  const centreIds = centres.map(({ id }) => id)
  const members = { deviceIds: centreIds, roles: ['leaf'] } as const
  const evpn: Overlay['families'] = withEvpn ? ['evpn'] : []
  if (options.underlay !== 'ebgp') {
    draft.add('overlays', {
      id: 'overlay:ibgp',
      kind: 'ibgp',
      ...members,
      families: [isIpv6Fabric(options) ? 'ipv6-unicast' : 'ipv4-unicast', ...evpn],
      reflectorIds: centreIds,
      // Reflectors of the same clients share a cluster.
      clusterId: must(parseIpv4Address, '0.0.0.1'),
    })
  } else if (withEvpn) {
    draft.add('overlays', { id: 'overlay:evpn', kind: 'ebgp', ...members, families: evpn, hubIds: centreIds })
  }
}

/** Networks for documentation (RFC 5737, RFC 3849): every real station has another address. Eight addresses each. */
const firstStation = 0xc0000200

/** BMP stations on the last port of the first leaves, each told by all routers of the overlay. */
export function addStations({ draft, options }: Plan, leaves: readonly Device[], centres: readonly Device[]): void {
  const family = isIpv6Fabric(options) ? 'ipv6-unicast' : 'ipv4-unicast'
  for (const [index, { id }] of leaves.slice(0, options.bmp ?? 0).entries()) {
    const leaf = draft.network.devices[id]
    if (leaf === undefined) continue
    const name = `bmp-${index + 1}`
    const subnet = isIpv6Fabric(options) ? lan('2001:db8:0', index) : block(options, firstStation + index * 8, 29)
    const port = draft.addInterface(leaf, `25GE1/0/${serverPortsPerLeaf + 1}`, {
      mode: 'routed',
      description: name,
      ...ofInterface(subnet, 1),
      ...silentIn(options),
    })
    if (options.underlay === 'ebgp') {
      const announce = [...(leaf.bgp?.announce ?? []), { prefix: prefixOf(subnet) }]
      draft.add('devices', { ...leaf, bgp: { ...leaf.bgp, announce } })
    }
    const station = draft.add('stations', {
      id: `station:${name}`,
      name,
      address: hostIn(subnet, 2),
      tcpPort: 5000,
    })
    const at = draft.design().layout.positions[id]
    draft.place(station.id, (at?.x ?? 0) - 60, (at?.y ?? 0) + pitch.tier - 100)
    draft.addCable(`${leaf.name}--${name}`, { interfaceId: port.id }, { stationId: station.id })
    draft.add('bmpMonitorings', {
      id: `bmp-monitoring:${name}`,
      stationId: station.id,
      deviceIds: centres.map((centre) => centre.id),
      roles: ['leaf'],
      loopback: 0,
      monitor: [{ target: { kind: 'public' }, family, rib: 'adj-rib-in', policy: 'post-policy' }],
    })
  }
}

/** The port is in the underlay, which finds no neighbour there. */
function silentIn({ underlay }: FabricOptions): Partial<DeviceInterface> {
  switch (underlay) {
    case 'ebgp':
      return {}
    case 'ospfv3':
      return { ospfv3: { enabled: true, silent: true } }
    default:
      return { [underlay]: { silent: true } }
  }
}
