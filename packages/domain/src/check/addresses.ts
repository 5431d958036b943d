import type { IpAddress, IpInterfaceAddress, IpPrefix } from '@weft/net'
import { networkOf, splitPrefix } from '@weft/net'
import type { DeviceIntent, InterfaceIntent, NetworkIntent } from '../intent'
import type { DeviceId, Effective, RecordId, VrfId } from '../model'
import type { DesignIndex } from './design-index'
import { once, remembered } from './once'

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

/** Who has which address; what nobody asks for is never worked out. */
export type AddressIndex = {
  /** Addresses of the whole design, those of a device together, the devices by id. */
  readonly byAddress: () => ReadonlyMap<IpAddress, readonly AddressUse[]>
  /** The same of addresses that are somewhere twice. */
  readonly shared: () => Iterable<readonly [IpAddress, readonly AddressUse[]]>
  readonly ofDevice: (deviceId: DeviceId) => readonly AddressUse[]
  readonly ofInterface: (item: InterfaceIntent) => readonly AddressUse[]
  /** Uses of an address by one device, in any VPN instance. */
  readonly onDevice: (deviceId: DeviceId, address: IpAddress) => readonly AddressUse[]
}

/**
 * @param manyAsked whether so many addresses will be asked for that an index of all pays; for a few, the
 *   interfaces of their devices are looked through
 */
export function indexAddresses({ devices }: NetworkIntent, index: DesignIndex, manyAsked: boolean): AddressIndex {
  const known = new Map<InterfaceIntent, readonly AddressUse[]>()
  const usesOn = (device: DeviceIntent, item: InterfaceIntent): readonly AddressUse[] => {
    if (item.ipv4.length === 0 && item.ipv6.length === 0 && item.mlagIpv4 === undefined) return none
    const before = known.get(item)
    if (before !== undefined) return before
    const uses = usesOf(device, item)
    known.set(item, uses)
    return uses
  }
  const ofInterface = (item: InterfaceIntent) => {
    const device = devices.get(item.deviceId)
    return device === undefined ? [] : usesOn(device, item)
  }
  const ofDevice = remembered((deviceId: DeviceId): readonly AddressUse[] => {
    const device = devices.get(deviceId)
    return device === undefined ? [] : device.interfaces.flatMap((item) => usesOn(device, item))
  })
  const byAddress = once(() => grouped([...devices.keys()].sort().flatMap((deviceId) => ofDevice(deviceId))))
  const onDevice = manyAsked
    ? (deviceId: DeviceId, address: IpAddress) => {
        const uses = byAddress().get(address) ?? none
        // Nearly every address is somewhere once.
        if (uses.length === 1) return uses[0]?.device.device.id === deviceId ? uses : none
        return uses.filter(({ device }) => device.device.id === deviceId)
      }
    : (deviceId: DeviceId, address: IpAddress) => {
        const device = devices.get(deviceId)
        const holders = device?.interfaces.filter((item) => has(item, address)) ?? []
        return holders.flatMap((item) => ofInterface(item).filter((use) => use.address === address))
      }
  function* shared() {
    for (const [text, holders] of index.shared('addresses')) {
      const address = text as IpAddress // the addresses of interfaces
      yield [address, [...new Set(holders)].sort().flatMap((id) => onDevice(id, address))] as const
    }
  }
  return { byAddress, shared, ofDevice, ofInterface, onDevice }
}

function grouped(uses: readonly AddressUse[]): ReadonlyMap<IpAddress, readonly AddressUse[]> {
  const found = new Map<IpAddress, AddressUse[]>()
  for (const use of uses) {
    const list = found.get(use.address)
    if (list === undefined) found.set(use.address, [use])
    else list.push(use)
  }
  return found
}

function has({ ipv4, ipv6, mlagIpv4 }: InterfaceIntent, address: IpAddress): boolean {
  const isIt = ({ value }: Effective<IpInterfaceAddress>) => value.startsWith(address) && value[address.length] === '/'
  return ipv4.some(isIt) || ipv6.some(isIt) || (mlagIpv4 !== undefined && isIt(mlagIpv4))
}

/** The record that stands for an interface; a Vlanif that only a gateway creates has none of its own. */
export function subjectOf(item: InterfaceIntent): RecordId {
  return item.interfaceId ?? item.gatewayId ?? item.deviceId
}

const none: readonly never[] = []

function usesOf(device: DeviceIntent, item: InterfaceIntent): readonly AddressUse[] {
  const uses: AddressUse[] = []
  const add = ({ value, because }: Effective<IpInterfaceAddress>, role: AddressUse['role']): void => {
    const fromGateway = item.gatewayId !== undefined && because.includes(item.gatewayId)
    const subject = fromGateway && item.gatewayId !== undefined ? item.gatewayId : subjectOf(item)
    const network: IpPrefix = networkOf(value)
    uses.push({ device, interface: item, ...splitPrefix(value), network, role, vrfId: item.vrfId, subject })
  }
  for (const addresses of [item.ipv4, item.ipv6])
    for (const address of addresses) add(address, address === addresses[0] ? 'primary' : 'secondary')
  if (item.mlagIpv4 !== undefined) add(item.mlagIpv4, 'm-lag')
  return uses
}
