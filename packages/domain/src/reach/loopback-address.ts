import type { IpAddress } from '@weft/net'
import { addressOf } from '@weft/net'
import type { DeviceIntent } from '../intent'

/** The address other devices know a device by: that of its first loopback in the public table. */
export function loopbackAddress({ interfaces }: DeviceIntent): IpAddress | undefined {
  for (const { kind, vrfId, ipv4, ipv6 } of interfaces) {
    if (kind !== 'loopback' || vrfId !== undefined) continue
    const [first4] = ipv4
    const [first6] = ipv6
    if (first4 !== undefined) return addressOf(first4.value)
    if (first6 !== undefined) return addressOf(first6.value)
  }
  return undefined
}
