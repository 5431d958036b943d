import { interfaceKind } from '@weft/net'
import type { Device, DeviceInterface, Link, LinkId, Network, VlanifLink, VlanifLinkId } from '../model'
import { byId } from '../model'

/** Two Layer 3 interfaces that meet and should have addresses of one subnet. */
export type RoutedEnds = { readonly linkId: LinkId; readonly ends: readonly [DeviceInterface, DeviceInterface] }
export type VlanifEnds = { readonly link: VlanifLink; readonly ends: readonly [DeviceInterface, DeviceInterface] }

type Wants = (record: DeviceInterface) => boolean

/** Cables between routed interfaces of two devices where an end wants an address, in the order of ids. */
export function routedCables(network: Network, wants: Wants): readonly RoutedEnds[] {
  const found: (RoutedEnds & { readonly id: LinkId })[] = []
  for (const link of Object.values(network.links)) {
    const a = routedInterface(network, link.ends[0])
    const b = a === undefined ? undefined : routedInterface(network, link.ends[1])
    if (a === undefined || b === undefined || a.deviceId === b.deviceId) continue
    if (wants(a) || wants(b)) found.push({ id: link.id, linkId: link.id, ends: [a, b] })
  }
  return found.sort(byId)
}

/** The port itself, or the Eth-Trunk it is a member of, when it is a Layer 3 interface. */
function routedInterface(network: Network, end: Link['ends'][number]): DeviceInterface | undefined {
  if (!('interfaceId' in end)) return undefined
  const port = network.interfaces[end.interfaceId]
  const record = port?.memberOf === undefined ? port : network.interfaces[port.memberOf]
  if (record === undefined) return undefined
  const kind = interfaceKind(record.name)
  if (kind !== 'ethernet' && kind !== 'eth-trunk') return undefined
  return isRouted(record, network.devices[record.deviceId]) ? record : undefined
}

/** Ports of switches are Layer 2 until told otherwise, those of routers are Layer 3. */
function isRouted({ mode }: DeviceInterface, device: Device | undefined): boolean {
  return mode === undefined ? device?.role === 'pe-router' : mode === 'routed'
}

/** VLANIF links whose subnet or an end is without an address, in the order of ids. */
export function vlanifEnds(
  network: Network,
  lacks: (link: VlanifLink) => boolean,
  wants: Wants,
): readonly VlanifEnds[] {
  const found: (VlanifEnds & { readonly id: VlanifLinkId })[] = []
  for (const link of Object.values(network.vlanifLinks)) {
    const a = network.interfaces[link.ends[0]]
    const b = network.interfaces[link.ends[1]]
    if (a === undefined || b === undefined || a === b) continue
    if (lacks(link) || wants(a) || wants(b)) found.push({ id: link.id, link, ends: [a, b] })
  }
  return found.sort(byId)
}
