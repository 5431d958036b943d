import type { Ipv4Address, Ipv4InterfaceAddress } from '@weft/net'
import { addressOf, ipVersion, ipv4FromNumber, ipv4ToNumber, networkOf, splitPrefix } from '@weft/net'
import type { Fix } from '../check'
import { setFields } from '../check'
import type { CableEndIntent } from '../intent'
import type { DeviceInterface, InterfaceId } from '../model'
import { text } from '../model'
import type { Patient } from './patient'

/** Where the other end is a host or station nobody knows the mask of. */
const usualLength = 24

/** An address for one end of a cable in the subnet of the other end. */
export function addressRepairs({ network, compilation }: Patient, cabled: ReadonlySet<InterfaceId>): readonly Fix[] {
  return compilation.intent.cables.flatMap(({ ends: [a, b] }) => [
    ...addressFor(interfaceOf(a), b),
    ...addressFor(interfaceOf(b), a),
  ])

  function interfaceOf(end: CableEndIntent): DeviceInterface | undefined {
    return end.kind === 'interface' && cabled.has(end.interfaceId) ? network.interfaces[end.interfaceId] : undefined
  }

  function addressFor(record: DeviceInterface | undefined, other: CableEndIntent): readonly Fix[] {
    const expected = record === undefined ? undefined : subnetBehind(other)
    if (record === undefined || expected === undefined) return []
    const own = record.ipv4?.[0]
    if (own === undefined || networkOf(own) === networkOf(expected)) return []
    const fitting = neighbourOf(expected)
    const name = `${network.devices[record.deviceId]?.name ?? record.deviceId} ${record.name}`
    const label = text(`Give ${name} the address ${fitting}`, `将 ${name} 的地址改为 ${fitting}`)
    return [setFields(label, record.id, { ipv4: [fitting] })]
  }

  function subnetBehind(end: CableEndIntent): Ipv4InterfaceAddress | undefined {
    switch (end.kind) {
      case 'interface': {
        const { interfaces = [] } = compilation.intent.devices.get(end.deviceId) ?? {}
        return interfaces.find(({ interfaceId }) => interfaceId === end.interfaceId)?.ipv4[0]?.value
      }
      case 'host':
        return withUsualMask(network.hosts[end.hostId]?.addresses[0])
      case 'station':
        return withUsualMask(network.stations[end.stationId]?.address)
      case 'missing':
        return undefined
    }
  }
}

function withUsualMask(address: string | undefined): Ipv4InterfaceAddress | undefined {
  // A parsed address with a length is an interface address.
  const isIpv4 = address !== undefined && ipVersion(address as Ipv4Address) === 4
  return isIpv4 ? (`${address}/${usualLength}` as Ipv4InterfaceAddress) : undefined
}

/** The first address of the subnet beside the one that is taken; a subnet of two has no network address to spare. */
function neighbourOf(taken: Ipv4InterfaceAddress): Ipv4InterfaceAddress {
  const { address, length } = splitPrefix(networkOf(taken))
  const first = ipv4ToNumber(address) + (length >= 31 ? 0 : 1)
  const free = first === ipv4ToNumber(addressOf(taken)) ? first + 1 : first
  return `${ipv4FromNumber(free)}/${length}` as Ipv4InterfaceAddress
}
