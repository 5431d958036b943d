import type { Parsed } from '@weft/net'
import { invariant, parseAsNumber, parseIpv4Prefix } from '@weft/net'
import type { Design, Network, Pool } from '../model'

/**
 * Pools of a new design. Loopbacks and links are in separate private blocks (RFC 1918), so that an
 * address says what it is. AS numbers are the two-byte private ones (RFC 6996). VLANs stay below 1024
 * because a CE6885-LL in low latency mode carries no others (fabric.md section 8).
 */
const defaultPools: readonly Pool[] = [
  { id: 'pool:as', kind: 'as', first: sure(parseAsNumber('64512')), last: sure(parseAsNumber('65534')) },
  { id: 'pool:link-ipv4', kind: 'link-ipv4', prefix: sure(parseIpv4Prefix('10.1.0.0/16')) },
  { id: 'pool:loopback-ipv4', kind: 'loopback-ipv4', prefix: sure(parseIpv4Prefix('10.0.0.0/16')) },
  { id: 'pool:vlan', kind: 'vlan', first: 501, last: 1000 },
]

function sure<T>(parsed: Parsed<T>): T {
  invariant(parsed.ok, 'a default pool is well-formed')
  return parsed.value
}

export function emptyNetwork(): Network {
  return {
    devices: {},
    interfaces: {},
    links: {},
    vlanifLinks: {},
    mlagPairs: {},
    attachments: {},
    gateways: {},
    hosts: {},
    stations: {},
    vrfs: {},
    bridgeDomains: {},
    peerings: {},
    bmpSessions: {},
    staticRoutes: {},
    underlays: {},
    overlays: {},
    bmpMonitorings: {},
    roleDefaults: {},
    prefixLists: {},
    asPathFilters: {},
    routePolicies: {},
    pools: {},
    waivers: {},
    requirements: {},
  }
}

/** What a person starts from: nothing drawn, and pools to take numbers from. */
export function emptyDesign(): Design {
  const pools = Object.fromEntries(defaultPools.map((pool) => [pool.id, pool]))
  return { network: { ...emptyNetwork(), pools }, layout: { positions: {} } }
}
