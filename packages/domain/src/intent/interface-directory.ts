import type { IpAddress, IpPrefix } from '@weft/net'
import { addressOf, ipVersion, networkOf, prefixContains } from '@weft/net'
import type { DeviceId, Effective, InterfaceId, VrfId } from '../model'
import { mapEffective } from './effective'
import type { InterfaceIntent } from './network-intent'

/** Derived interfaces, found by device, record or address. */
export type InterfaceDirectory = {
  readonly ofDevice: ReadonlyMap<DeviceId, readonly InterfaceIntent[]>
  readonly byId: ReadonlyMap<InterfaceId, InterfaceIntent>
}

export function interfaceDirectory(ofDevice: ReadonlyMap<DeviceId, readonly InterfaceIntent[]>): InterfaceDirectory {
  const byId = new Map<InterfaceId, InterfaceIntent>()
  for (const list of ofDevice.values()) {
    for (const intent of list) if (intent.interfaceId !== undefined) byId.set(intent.interfaceId, intent)
  }
  return { ofDevice, byId }
}

/** The primary address of a version; of an unnumbered interface, the lender's. */
export function primaryAddress(
  directory: InterfaceDirectory,
  intent: InterfaceIntent,
  version: 4 | 6,
): Effective<IpAddress> | undefined {
  if (version === 6) {
    const first = intent.ipv6[0]
    if (first !== undefined) return mapEffective(first, addressOf)
    if (intent.ipv6LinkLocal === undefined) return undefined
    return { value: intent.ipv6LinkLocal, from: 'given', because: intent.because.slice(0, 1) }
  }
  const owner = intent.unnumberedFrom === undefined ? intent : lenderOf(directory, intent)
  const first = owner?.ipv4[0]
  return first === undefined ? undefined : mapEffective(first, addressOf)
}

function lenderOf(directory: InterfaceDirectory, borrower: InterfaceIntent): InterfaceIntent | undefined {
  return directory.ofDevice.get(borrower.deviceId)?.find(({ name }) => name === borrower.unnumberedFrom)
}

/** The primary address an end of a channel has when only its interface is named: IPv4 before IPv6. */
export function preferredAddress(
  directory: InterfaceDirectory,
  intent: InterfaceIntent,
): Effective<IpAddress> | undefined {
  return primaryAddress(directory, intent, 4) ?? primaryAddress(directory, intent, 6)
}

/** The interface of a device that has exactly this address, gateway and M-LAG addresses included. */
export function ownerOf(
  directory: InterfaceDirectory,
  at: { readonly deviceId: DeviceId; readonly vrfId?: VrfId },
  address: IpAddress,
): InterfaceIntent | undefined {
  const start = `${address}/`
  return directory.ofDevice.get(at.deviceId)?.find((intent) => {
    if (intent.vrfId !== at.vrfId) return false
    if (intent.mlagIpv4?.value.startsWith(start) || intent.ipv6LinkLocal === address) return true
    return [...intent.ipv4, ...intent.ipv6].some(({ value }) => value.startsWith(start))
  })
}

/** The routed interface, LoopBacks aside, whose subnet an address of another device lies in. */
export function interfaceToward(
  directory: InterfaceDirectory,
  at: { readonly deviceId: DeviceId; readonly vrfId?: VrfId },
  address: IpAddress,
): InterfaceIntent | undefined {
  const version = ipVersion(address)
  return directory.ofDevice.get(at.deviceId)?.find((intent) => {
    if (intent.vrfId !== at.vrfId || intent.kind === 'loopback' || intent.mode === 'switched') return false
    const addresses = version === 4 ? intent.ipv4 : intent.ipv6
    return addresses.some(({ value }) => prefixContains(networkOf(value) as IpPrefix, address))
  })
}
