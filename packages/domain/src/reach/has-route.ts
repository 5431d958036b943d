import type { DeviceId, VrfId } from '../model'
import type { IpPrefix } from './prefix-key'
import type { Reachability } from './reachability'

/**
 * Whether exactly this prefix is in a routing table without BGP's help, so that BGP `network` finds it.
 * Complete for prefixes that the device announces; other IGP routes may be missing from `routes`.
 */
export function hasRoute(
  reachability: Reachability,
  where: { readonly deviceId: DeviceId; readonly vrfId?: VrfId; readonly prefix: IpPrefix },
): boolean {
  const routes = reachability.routes.get(where.deviceId)?.get(where.vrfId ?? '') ?? []
  return routes.some(({ prefix, protocol }) => prefix === where.prefix && protocol !== 'ebgp' && protocol !== 'ibgp')
}
