import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import type { Network } from '../model'
import type { AddressFamily } from './address-family'
import { hostOf, subnetOf } from './address-family'
import type { Span } from './free-blocks'

export type GivenAddresses = {
  /** Whole networks of interface addresses, and single addresses of everything else. */
  readonly spans: readonly Span[]
  /** The addresses themselves. */
  readonly hosts: ReadonlySet<bigint>
}

/**
 * Every address a person gave, wherever it is. Prefixes that are announced or routed are not in it:
 * an aggregate over a pool is no use of the pool.
 */
export function givenAddresses(family: AddressFamily, network: Network): GivenAddresses {
  const spans: Span[] = [...family.unusable]
  const hosts = new Set<bigint>()
  const single = (address: IpAddress | undefined) => {
    if (address === undefined || ipVersion(address) !== family.version) return
    const host = family.toNumber(address)
    hosts.add(host)
    spans.push({ first: host, last: host })
  }
  const onNetwork = (text: string | undefined) => {
    if (text === undefined) return
    hosts.add(hostOf(family, text))
    spans.push(subnetOf(family, text))
  }

  for (const record of Object.values(network.interfaces)) family.addresses(record)?.forEach(onNetwork)
  for (const link of Object.values(network.vlanifLinks)) {
    const subnet = family.subnet(link)
    if (subnet !== undefined) spans.push(subnetOf(family, subnet))
  }
  for (const gateway of Object.values(network.gateways)) {
    onNetwork(gateway[family.field])
    if (family.version === 4) gateway.mlagIpv4?.forEach(onNetwork)
  }
  for (const device of Object.values(network.devices)) {
    single(device.routerId)
    single(device.bmp?.sourceIpv4)
  }
  for (const host of Object.values(network.hosts)) host.addresses.forEach(single)
  for (const station of Object.values(network.stations)) single(station.address)
  for (const pair of Object.values(network.mlagPairs)) {
    for (const channel of [pair.dualActiveDetection, pair.syncChannel]) {
      for (const end of channel?.ends ?? []) single(end.address)
    }
  }
  for (const peering of Object.values(network.peerings)) {
    for (const end of peering.ends) {
      single(end.address)
      single(end.remoteAddress)
    }
  }
  for (const session of Object.values(network.bmpSessions)) single(session.source?.address)
  for (const route of Object.values(network.staticRoutes)) {
    if (route.nextHop.kind === 'address') single(route.nextHop.address)
  }
  return { spans, hosts }
}
