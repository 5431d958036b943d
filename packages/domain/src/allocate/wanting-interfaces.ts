import { interfaceKind } from '@weft/net'
import { featureSupport, isRouter } from '../catalog'
import type { Device, DeviceInterface, InterfaceId, Network } from '../model'
import { byId } from '../model'
import type { AddressFamily } from './address-family'

/** Layer 3 interfaces nobody gave an address of the family; `[]` is an answer too: none is wanted. */
export type WantingInterfaces = {
  /** In the order of ids. */
  readonly loopbacks: readonly DeviceInterface[]
  /** Ethernet ports and Eth-Trunks. */
  readonly ports: ReadonlySet<InterfaceId>
  readonly vlanifs: ReadonlySet<InterfaceId>
}

export function wantingInterfaces(family: AddressFamily, network: Network): WantingInterfaces {
  const loopbacks: DeviceInterface[] = []
  const ports = new Set<InterfaceId>()
  const vlanifs = new Set<InterfaceId>()
  for (const record of Object.values(network.interfaces)) {
    // Most interfaces have addresses or are ports of a trunk: what is cheap to know is asked first.
    if (family.addresses(record) !== undefined || record.memberOf !== undefined) continue
    if (!canHave(family, record, network)) continue
    switch (interfaceKind(record.name)) {
      case 'loopback':
        loopbacks.push(record)
        break
      case 'vlanif':
        vlanifs.add(record.id)
        break
      case 'ethernet':
      case 'eth-trunk':
        if (isRouted(record, network.devices[record.deviceId])) ports.add(record.id)
        break
      default:
    }
  }
  return { loopbacks: loopbacks.sort(byId), ports, vlanifs }
}

function canHave(family: AddressFamily, record: DeviceInterface, network: Network): boolean {
  if (family.version === 4) return record.unnumberedFrom === undefined
  const device = network.devices[record.deviceId]
  return device !== undefined && featureSupport(device, 'ipv6').answer !== 'unsupported'
}

/** Ports of switches are Layer 2 until told otherwise, those of routers are Layer 3. */
export function isRouted({ mode }: DeviceInterface, device: Device | undefined): boolean {
  return mode === undefined ? device !== undefined && isRouter(device) : mode === 'routed'
}
