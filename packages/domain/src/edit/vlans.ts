import { interfaceKind, interfaceNumber } from '@weft/net'
import type { DeviceId, Network } from '../model'

/** VLANs for links when a network has no pool of them: below 1024, which every model of the catalogue carries. */
const defaultVlans = { first: 501, last: 1000 } as const

/**
 * The lowest VLAN of the pools that nothing in the network uses. A VLAN that is used elsewhere would
 * work on a cable of its own, but the next trunk or peer-link would join the two.
 */
export function freeVlan(network: Network): number | undefined {
  const used = usedVlans(network)
  for (const { first, last } of vlanPools(network)) {
    for (let vlan = first; vlan <= last; vlan += 1) if (!used.has(vlan)) return vlan
  }
  return undefined
}

function vlanPools(network: Network): readonly { readonly first: number; readonly last: number }[] {
  const pools = Object.values(network.pools).flatMap((pool) => (pool.kind === 'vlan' ? [pool] : []))
  return pools.length === 0 ? [defaultVlans] : pools.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function usedVlans(network: Network): ReadonlySet<number> {
  const used = new Set<number>()
  const add = (vlan: number) => used.add(vlan)
  for (const { vlan } of Object.values(network.vlanifLinks)) add(vlan)
  for (const { vlan } of Object.values(network.gateways)) add(vlan)
  for (const { vlans } of Object.values(network.attachments)) vlans.forEach(add)
  for (const { extraVlans } of Object.values(network.devices)) extraVlans?.forEach(add)
  for (const { name, switching } of Object.values(network.interfaces)) {
    const number = interfaceKind(name) === 'vlanif' ? interfaceNumber(name) : undefined
    if (number !== undefined) add(number)
    if (switching?.vlan !== undefined) add(switching.vlan)
    switching?.allowedVlans?.forEach(add)
  }
  return used
}

/** Devices of the two that have a VLANIF of the VLAN, drawn or as the gateway of a pair. */
export function devicesWithVlanif(
  network: Network,
  vlan: number,
  hasInterface: (deviceId: DeviceId, name: string) => boolean,
): (deviceId: DeviceId) => boolean {
  const gatewayHolders = new Set<DeviceId>()
  for (const gateway of Object.values(network.gateways)) {
    if (gateway.vlan !== vlan) continue
    for (const member of network.mlagPairs[gateway.pairId]?.members ?? []) gatewayHolders.add(member)
  }
  return (deviceId) => gatewayHolders.has(deviceId) || hasInterface(deviceId, `Vlanif${vlan}`)
}
