import { interfaceKind } from '@weft/net'
import type { DeviceInterface, InterfaceId, Link, LinkId, Network, VlanifLink, VlanifLinkId } from '../model'
import { byId } from '../model'
import { isRouted } from './wanting-interfaces'

type Ends = readonly [DeviceInterface, DeviceInterface]
/** Two Layer 3 interfaces that meet and should have addresses of one subnet. */
export type RoutedEnds = { readonly id: LinkId; readonly ends: Ends }
export type VlanifEnds = { readonly id: VlanifLinkId; readonly link: VlanifLink; readonly ends: Ends }

/** Cables between routed interfaces of two devices where an end wants an address, in the order of ids. */
export function routedCables(network: Network, wanting: ReadonlySet<InterfaceId>): readonly RoutedEnds[] {
  const found: RoutedEnds[] = []
  if (wanting.size === 0) return found
  for (const link of Object.values(network.links)) {
    const a = addressedInterface(network, link.ends[0])
    const b = addressedInterface(network, link.ends[1])
    if (a === undefined || b === undefined || a.deviceId === b.deviceId) continue
    if (!wanting.has(a.id) && !wanting.has(b.id)) continue
    if (isLayer3(network, a) && isLayer3(network, b)) found.push({ id: link.id, ends: [a, b] })
  }
  return found.sort(byId)
}

/** The port itself, or the Eth-Trunk it is a member of. */
function addressedInterface(network: Network, end: Link['ends'][number]): DeviceInterface | undefined {
  if (!('interfaceId' in end)) return undefined
  const port = network.interfaces[end.interfaceId]
  return port?.memberOf === undefined ? port : network.interfaces[port.memberOf]
}

function isLayer3(network: Network, record: DeviceInterface): boolean {
  const kind = interfaceKind(record.name)
  return (kind === 'ethernet' || kind === 'eth-trunk') && isRouted(record, network.devices[record.deviceId])
}

/** VLANIF links with an end that wants an address, in the order of ids. */
export function vlanifEnds(network: Network, wanting: ReadonlySet<InterfaceId>): readonly VlanifEnds[] {
  const found: VlanifEnds[] = []
  if (wanting.size === 0) return found
  for (const link of Object.values(network.vlanifLinks)) {
    if (!link.ends.some((id) => wanting.has(id))) continue
    const a = network.interfaces[link.ends[0]]
    const b = network.interfaces[link.ends[1]]
    if (a !== undefined && b !== undefined && a !== b) found.push({ id: link.id, link, ends: [a, b] })
  }
  return found.sort(byId)
}
