import type { AsNumber, Ipv4Address } from '@weft/net'
import { addressOf } from '@weft/net'
import type { Allocation } from '../allocate'
import type { Device, DeviceId, Effective } from '../model'
import { allocated, given, stored } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import { numberOf } from './interfaces'

/** The AS number of each device that has one, given or from the pool. */
export function deriveAsNumbers(
  devices: readonly Device[],
  allocation: Allocation,
): ReadonlyMap<DeviceId, Effective<AsNumber>> {
  const numbers = new Map<DeviceId, Effective<AsNumber>>()
  for (const device of devices) {
    const number =
      device.asNumber === undefined
        ? allocated(allocation, device.id, 'asNumber')
        : stored(device.asNumber, device, 'asNumber')
    // The pool's ends are AS numbers, so what is between them is one.
    if (number !== undefined) numbers.set(device.id, { ...number, value: number.value as AsNumber })
  }
  return numbers
}

/** The router ID of each device: given, else the address of its lowest-numbered LoopBack outside VPN instances. */
export function deriveRouterIds(
  devices: readonly Device[],
  directory: InterfaceDirectory,
): ReadonlyMap<DeviceId, Effective<Ipv4Address>> {
  const routerIds = new Map<DeviceId, Effective<Ipv4Address>>()
  for (const device of devices) {
    const routerId =
      device.routerId === undefined ? loopbackAddress(device, directory) : given(device.routerId, device.id)
    if (routerId !== undefined) routerIds.set(device.id, routerId)
  }
  return routerIds
}

function loopbackAddress(device: Device, directory: InterfaceDirectory): Effective<Ipv4Address> | undefined {
  const loopbacks = (directory.ofDevice.get(device.id) ?? []).filter(
    ({ kind, vrfId, ipv4 }) => kind === 'loopback' && vrfId === undefined && ipv4.length > 0,
  )
  const lowest = loopbacks.reduce<(typeof loopbacks)[number] | undefined>(
    (best, next) => (best === undefined || numberOf(next) < numberOf(best) ? next : best),
    undefined,
  )
  const primary = lowest?.ipv4[0]
  if (primary === undefined) return undefined
  return { value: addressOf(primary.value), from: 'derived', because: primary.because, allocation: primary.allocation }
}
