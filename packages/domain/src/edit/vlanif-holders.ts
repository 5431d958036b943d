import type { DeviceId, Network } from '../model'

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
