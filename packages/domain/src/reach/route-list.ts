import type { IpAddress } from '@weft/net'
import { compareIp } from '@weft/net'
import { bgpProcesses } from '../intent'
import type { IpPrefix } from './prefix-key'
import { hostPrefix, prefixKey, prefixLength } from './prefix-key'
import type { Route } from './reachability'
import type { Routing } from './routing'
import { isOwnHost } from './routing'
import type { Found } from './routing-layer'
import type { Plane, Table } from './tables'
import { interfacesOf, ownerOn } from './tables'

/** What a table has whoever asks: all direct and static routes, and those that an announcement needs. */
export function ownRoutes(plane: Plane, routing: Routing, table: Table): ReadonlyMap<IpPrefix, Route> {
  const routes = new Map<IpPrefix, Route>()
  for (const route of directRoutes(plane, table)) routes.set(route.prefix, route)
  for (const [first] of table.statics.values()) {
    const found = first === undefined ? undefined : routing.exact(table, first.prefix)
    if (found !== undefined) routes.set(found.prefix, routeOf(plane, found))
  }
  const device = plane.devices[table.device]
  for (const { announcements } of device === undefined ? [] : bgpProcesses(device)) {
    for (const { prefix, vrfId } of announcements) {
      if ((vrfId ?? '') !== table.name || routes.has(prefix) || isOwnHost(plane, table, prefix)) continue
      const found = routing.exact(table, prefix)
      // A route BGP learned would be announced by whoever it came from, not by `network` here.
      if (found !== undefined && found.protocol !== 'ebgp' && found.protocol !== 'ibgp')
        routes.set(prefix, routeOf(plane, found))
    }
  }
  return routes
}

/** The routes of a table, with those of IGPs and BGP that paths needed. */
export function listRoutes(plane: Plane, own: ReadonlyMap<IpPrefix, Route>, used: Iterable<Found>): readonly Route[] {
  const more = new Map<IpPrefix, Route>()
  for (const found of used)
    if (!own.has(found.prefix) && !more.has(found.prefix)) more.set(found.prefix, routeOf(plane, found))
  return longestFirst([...own.values(), ...more.values()])
}

function directRoutes(plane: Plane, table: Table): readonly Route[] {
  const routes: Route[] = []
  for (const { prefix, ports } of table.direct.values()) {
    if (prefix.startsWith('fe80:')) continue
    routes.push(directRoute(plane, prefix, ports))
  }
  for (const [address, port] of table.own) {
    const prefix = hostPrefix(address)
    if (plane.segments.up[port] !== true || address.startsWith('fe80:')) continue
    if (plane.addresses[port]?.some(({ network }) => network === prefix) === true) continue
    routes.push(directRoute(plane, prefix, [port]))
  }
  return routes
}

function directRoute(plane: Plane, prefix: IpPrefix, ports: readonly number[]): Route {
  const nextHops = ports.map((port) => hopOf(plane, { port }))
  return { prefix, protocol: 'direct', nextHops, null0: false, because: interfacesOf(plane, ports) }
}

function routeOf(plane: Plane, found: Found): Route {
  return {
    prefix: found.prefix,
    protocol: found.protocol,
    nextHops: found.hops.map((hop) => hopOf(plane, hop)),
    null0: found.null0,
    because: found.because,
  }
}

function hopOf(
  plane: Plane,
  { port, gateway }: { readonly port: number; readonly gateway?: IpAddress },
): Route['nextHops'][number] {
  const interfaceId = plane.ports.list[port]?.intent.interfaceId
  const segment = plane.segments.of[port] ?? -1
  const owner = gateway === undefined || segment < 0 ? undefined : ownerOn(plane, segment, gateway)
  const deviceId = owner === undefined ? undefined : plane.ports.list[owner]?.intent.deviceId
  const linkId = plane.ports.list[port]?.neighbours[0]?.linkId
  // Written field by field: a fabric has tens of thousands of these.
  const nextHop: { -readonly [Field in keyof Route['nextHops'][number]]: Route['nextHops'][number][Field] } = {}
  if (deviceId !== undefined) nextHop.deviceId = deviceId
  if (gateway !== undefined) nextHop.address = gateway
  if (interfaceId !== undefined) nextHop.interfaceId = interfaceId
  if (linkId !== undefined) nextHop.linkId = linkId
  return nextHop
}

/** Sorted by keys that are read once per route: comparing thousands of prefixes as text is slow. */
function longestFirst(routes: readonly Route[]): readonly Route[] {
  if (routes.length < 2) return routes
  const keyed = routes.map((route) => {
    const version = route.prefix.includes(':') ? 6 : 4
    const key = version === 4 ? prefixKey(route.prefix) : 0
    return { route, version, length: prefixLength(route.prefix), key: typeof key === 'number' ? key : 0 }
  })
  keyed.sort(
    (a, b) =>
      a.version - b.version ||
      b.length - a.length ||
      a.key - b.key ||
      (a.version === 4 ? 0 : compareIp(networkAddress(a.route.prefix), networkAddress(b.route.prefix))),
  )
  return keyed.map(({ route }) => route)
}

function networkAddress(prefix: IpPrefix): IpAddress {
  // The text before the slash of a canonical prefix is a canonical address.
  return prefix.slice(0, prefix.indexOf('/')) as IpAddress
}
