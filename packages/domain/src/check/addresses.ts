import type { IpAddress, IpInterfaceAddress, IpPrefix } from '@weft/net'
import { addressOf, networkOf, splitPrefix } from '@weft/net'
import type { DeviceIntent, InterfaceIntent, NetworkIntent } from '../intent'
import type { DeviceId, Effective, RecordId, VrfId } from '../model'

/** One address on one interface of one device. */
export type AddressUse = {
  readonly device: DeviceIntent
  readonly interface: InterfaceIntent
  readonly address: IpAddress
  readonly length: number
  readonly network: IpPrefix
  readonly role: 'primary' | 'secondary' | 'm-lag'
  readonly vrfId: VrfId | undefined
  /** The record a person looks at to change it. */
  readonly subject: RecordId
}

/** Who has which address, bucketed by address and by device so that no rule compares all with all. */
export type AddressIndex = {
  readonly byAddress: ReadonlyMap<IpAddress, readonly AddressUse[]>
  readonly ofDevice: ReadonlyMap<DeviceId, readonly AddressUse[]>
  readonly ofInterface: ReadonlyMap<InterfaceIntent, readonly AddressUse[]>
  /** Uses of an address by one device, in any VPN instance. */
  readonly onDevice: (deviceId: DeviceId, address: IpAddress) => readonly AddressUse[]
}

export function indexAddresses(intent: NetworkIntent, devices: readonly DeviceIntent[]): AddressIndex {
  const byAddress = new Map<IpAddress, AddressUse[]>()
  const ofDevice = new Map<DeviceId, AddressUse[]>()
  const ofInterface = new Map<InterfaceIntent, readonly AddressUse[]>()
  for (const device of devices) {
    const uses: AddressUse[] = []
    for (const item of device.interfaces) {
      if (item.ipv4.length === 0 && item.ipv6.length === 0 && item.mlagIpv4 === undefined) continue
      const own = usesOf(device, item)
      ofInterface.set(item, own)
      uses.push(...own)
    }
    ofDevice.set(device.device.id, uses)
    for (const use of uses) {
      const list = byAddress.get(use.address)
      if (list === undefined) byAddress.set(use.address, [use])
      else list.push(use)
    }
  }
  const onDevice = (deviceId: DeviceId, address: IpAddress) =>
    intent.devices.has(deviceId)
      ? (byAddress.get(address) ?? []).filter((use) => use.device.device.id === deviceId)
      : []
  return { byAddress, ofDevice, ofInterface, onDevice }
}

/** The record that stands for an interface; a Vlanif that only a gateway creates has none of its own. */
export function subjectOf(item: InterfaceIntent): RecordId {
  return item.interfaceId ?? item.gatewayId ?? item.deviceId
}

function usesOf(device: DeviceIntent, item: InterfaceIntent): readonly AddressUse[] {
  const use = ({ value, because }: Effective<IpInterfaceAddress>, role: AddressUse['role']): AddressUse => {
    const fromGateway = item.gatewayId !== undefined && because.includes(item.gatewayId)
    return {
      device,
      interface: item,
      address: addressOf(value as Parameters<typeof addressOf>[0]),
      length: splitPrefix(value as Parameters<typeof splitPrefix>[0]).length,
      network: networkOf(value as Parameters<typeof networkOf>[0]),
      role,
      vrfId: item.vrfId,
      subject: fromGateway && item.gatewayId !== undefined ? item.gatewayId : subjectOf(item),
    }
  }
  return [
    ...item.ipv4.map((address, index) => use(address, index === 0 ? 'primary' : 'secondary')),
    ...item.ipv6.map((address, index) => use(address, index === 0 ? 'primary' : 'secondary')),
    ...(item.mlagIpv4 === undefined ? [] : [use(item.mlagIpv4, 'm-lag')]),
  ]
}
