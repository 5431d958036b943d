import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import type { Network, RecordId } from '../model'
import type { AddressFamily } from './address-family'
import { addressPools, hostOf, subnetOf } from './address-family'
import type { Avoided } from './allocation'
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
export function givenAddresses(family: AddressFamily, network: Network, avoided: Avoided = []): GivenAddresses {
  const spans: Span[] = [...family.unusable]
  const hosts = new Set<bigint>()
  const single = (address: IpAddress | undefined, by: RecordId) => {
    if (address === undefined || ipVersion(address) !== family.version) return
    const host = family.toNumber(address)
    hosts.add(host)
    spans.push({ first: host, last: host, by })
  }
  const onNetwork = (text: string | undefined, by: RecordId) => {
    if (text === undefined) return
    hosts.add(hostOf(family, text))
    spans.push({ ...subnetOf(family, text), by })
  }

  for (const { field, value } of avoided) {
    if (field !== family.field && field !== family.subnetField) continue
    hosts.add(hostOf(family, String(value)))
    spans.push(subnetOf(family, String(value)))
  }
  for (const { id, prefix, reserved = [] } of addressPools(network)) {
    if ((prefix.includes(':') ? 6 : 4) !== family.version) continue
    for (const part of reserved) spans.push({ ...subnetOf(family, part), by: id })
  }
  for (const record of Object.values(network.interfaces)) {
    for (const address of family.addresses(record) ?? []) onNetwork(address, record.id)
  }
  for (const link of Object.values(network.vlanifLinks)) {
    const subnet = family.subnet(link)
    if (subnet !== undefined) spans.push({ ...subnetOf(family, subnet), by: link.id })
  }
  for (const gateway of Object.values(network.gateways)) {
    onNetwork(gateway[family.field], gateway.id)
    if (family.version === 4) for (const address of gateway.mlagIpv4 ?? []) onNetwork(address, gateway.id)
  }
  for (const { id, routerId, bmp } of Object.values(network.devices)) {
    single(routerId, id)
    single(bmp?.sourceIpv4, id)
  }
  for (const { id, addresses } of Object.values(network.hosts)) for (const address of addresses) single(address, id)
  for (const { id, address } of Object.values(network.stations)) single(address, id)
  for (const pair of Object.values(network.mlagPairs)) {
    for (const channel of [pair.dualActiveDetection, pair.syncChannel]) {
      for (const end of channel?.ends ?? []) single(end.address, pair.id)
    }
  }
  for (const peering of Object.values(network.peerings)) {
    for (const end of peering.ends) {
      single(end.address, peering.id)
      single(end.remoteAddress, peering.id)
    }
  }
  for (const session of Object.values(network.bmpSessions)) single(session.source?.address, session.id)
  for (const route of Object.values(network.staticRoutes)) {
    if (route.nextHop.kind === 'address') single(route.nextHop.address, route.id)
  }
  return { spans, hosts }
}
