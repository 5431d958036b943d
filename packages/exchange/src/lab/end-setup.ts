import type { NetworkIntent } from '@weft/domain'
import type { IpCommand, NamedInterface } from './lab'

/**
 * A host is a machine of its own: its addresses get the length of the subnet a device has around them, and
 * its default route leads to that device. An address no device has a subnet for is left out.
 */
export function endSetup(
  ports: readonly NamedInterface[],
  addresses: readonly string[],
  intent: NetworkIntent,
): readonly IpCommand[] {
  const [first] = ports
  if (first === undefined) return []
  return [
    ...ports.map(({ linux }): IpCommand => ['link', 'set', linux, 'up']),
    ...addresses.flatMap((address): readonly IpCommand[] => {
      const gateway = gatewayOf(address, intent)
      if (gateway === undefined) return []
      return [
        ['addr', 'add', `${address}/${gateway.length}`, 'dev', first.linux],
        ['route', 'replace', 'default', 'via', gateway.address],
      ]
    }),
  ]
}

function gatewayOf(address: string, intent: NetworkIntent): { address: string; length: number } | undefined {
  if (address.includes(':')) return undefined
  for (const { interfaces } of intent.devices.values()) {
    for (const { ipv4, kind } of interfaces) {
      for (const { value } of kind === 'loopback' ? [] : ipv4) {
        const [own = '', lengthText] = value.split('/')
        const length = Number(lengthText)
        if (own !== address && network(own, length) === network(address, length)) return { address: own, length }
      }
    }
  }
  return undefined
}

function network(address: string, length: number): number {
  const number = address.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0)
  return Math.floor(number / 2 ** (32 - length))
}
