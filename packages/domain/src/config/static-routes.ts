import type { IpPrefix } from '@weft/net'
import { compareIp, ipVersion, ipv4Mask, splitPrefix } from '@weft/net'
import type { DeviceIntent, StaticRouteIntent } from '../intent'
import type { Line } from './line'
import { line } from './line'
import type { VrfNames } from './vrf-names'

/** Static routes of one version, ascending by destination, those of VPN instances after the public ones. */
export function staticRoutes({ staticRoutes: routes }: DeviceIntent, version: 4 | 6, names: VrfNames): readonly Line[] {
  return routes
    .filter(({ prefix }) => ipVersion(prefix) === version)
    .flatMap((route) => {
      const text = routeText(route, names)
      return text === undefined ? [] : [{ route, text, vrf: vrfName(route, names) ?? '' }]
    })
    .sort(
      (a, b) =>
        compareText(a.vrf, b.vrf) || comparePrefix(a.route.prefix, b.route.prefix) || compareText(a.text, b.text),
    )
    .map(({ route, text }) => line('static.route', text, route))
}

/** Nothing when the VPN instance is unknown or the next hop is of the other version. */
function routeText(route: StaticRouteIntent, names: VrfNames): string | undefined {
  const vrf = vrfName(route, names)
  const nextHop = nextHopText(route)
  if (nextHop === undefined || (route.vrfId !== undefined && vrf === undefined)) return undefined
  const version = ipVersion(route.prefix)
  const words = [
    version === 4 ? 'ip route-static' : 'ipv6 route-static',
    vrf !== undefined && `vpn-instance ${vrf}`,
    destination(route.prefix),
    nextHop,
    route.preference !== undefined && `preference ${route.preference}`,
    // Everything after this word is text, so it comes last.
    route.description !== undefined && `description ${route.description}`,
  ]
  return words.filter(Boolean).join(' ')
}

function destination(prefix: IpPrefix): string {
  const { address, length } = splitPrefix(prefix)
  return ipVersion(prefix) === 4 ? `${address} ${ipv4Mask(length)}` : `${address} ${length}`
}

function nextHopText({ prefix, nextHop }: StaticRouteIntent): string | undefined {
  switch (nextHop.kind) {
    case 'null0':
      return 'NULL0'
    case 'interface':
      return nextHop.interfaceName
    case 'address': {
      if (ipVersion(nextHop.address) !== ipVersion(prefix)) return undefined
      return nextHop.interfaceName === undefined ? nextHop.address : `${nextHop.interfaceName} ${nextHop.address}`
    }
  }
}

function vrfName(route: StaticRouteIntent, names: VrfNames): string | undefined {
  return route.vrfId === undefined ? undefined : names.get(route.vrfId)
}

function comparePrefix(a: IpPrefix, b: IpPrefix): number {
  const [first, second] = [splitPrefix(a), splitPrefix(b)]
  return compareIp(first.address, second.address) || first.length - second.length
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
