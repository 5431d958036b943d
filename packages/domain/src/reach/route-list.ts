import type { IpAddress } from '@weft/net'
import { compareIp } from '@weft/net'
import { bgpProcesses } from '../intent'
import type { DeviceId, VrfId } from '../model'
import type { IpPrefix } from './prefix-key'
import { hostPrefix, prefixKey, prefixLength } from './prefix-key'
import type { Route } from './reachability'
import type { Routing } from './routing'
import { isOwnHost } from './routing'
import type { Found } from './routing-layer'
import type { Plane, Table } from './tables'
import { ownerOn, tableOf } from './tables'

type Used = { readonly table: number; readonly found: Found }

/**
 * The routes of every table: all direct and static ones, and of IGPs and BGP those that an
 * announcement or a path needed.
 */
export function listRoutes(
  plane: Plane,
  routing: Routing,
  used: Iterable<Used>,
): ReadonlyMap<DeviceId, ReadonlyMap<VrfId | '', readonly Route[]>> {
  const collected = plane.tables.map(() => new Map<IpPrefix, Route>())
  for (const table of plane.tables) {
    const routes = collected[table.index]
    if (routes === undefined) continue
    for (const route of directRoutes(plane, table)) routes.set(route.prefix, route)
    for (const [first] of table.statics.values()) {
      const found = first === undefined ? undefined : routing.exact(table, first.prefix)
      if (found !== undefined) routes.set(found.prefix, routeOf(plane, found))
    }
  }
  for (const [device, intent] of plane.devices.entries()) {
    for (const { prefix, vrfId } of bgpProcesses(intent).flatMap(({ announcements }) => announcements)) {
      const table = tableOf(plane, device, vrfId ?? '')
      const routes = collected[table?.index ?? -1]
      if (table === undefined || routes === undefined || routes.has(prefix) || isOwnHost(plane, table, prefix)) continue
      const found = routing.exact(table, prefix)
      // A route BGP learned would be announced by whoever it came from, not by `network` here.
      if (found !== undefined && found.protocol !== 'ebgp' && found.protocol !== 'ibgp')
        routes.set(prefix, routeOf(plane, found))
    }
  }
  for (const { table, found } of used) {
    const routes = collected[table]
    if (routes !== undefined && !routes.has(found.prefix)) routes.set(found.prefix, routeOf(plane, found))
  }
  const byDevice = new Map<DeviceId, Map<VrfId | '', readonly Route[]>>()
  for (const table of plane.tables) {
    const device = plane.devices[table.device]?.device.id
    if (device === undefined) continue
    const tables = byDevice.get(device) ?? new Map<VrfId | '', readonly Route[]>()
    byDevice.set(device, tables)
    tables.set(table.name, longestFirst(collected[table.index]?.values() ?? []))
  }
  return byDevice
}

function directRoutes(plane: Plane, table: Table): readonly Route[] {
  const routes: Route[] = []
  for (const { prefix, ports } of table.direct.values()) {
    if (prefix.startsWith('fe80:')) continue
    routes.push({
      prefix,
      protocol: 'direct',
      nextHops: ports.map((port) => hopOf(plane, { port })),
      null0: false,
      because: ports.flatMap((port) => plane.ports.list[port]?.intent.interfaceId ?? []),
    })
  }
  for (const [address, port] of table.own) {
    const prefix = hostPrefix(address)
    if (plane.segments.up[port] !== true || address.startsWith('fe80:')) continue
    if (plane.addresses[port]?.some(({ network }) => network === prefix) === true) continue
    const because = plane.ports.list[port]?.intent.interfaceId
    routes.push({
      prefix,
      protocol: 'direct',
      nextHops: [hopOf(plane, { port })],
      null0: false,
      because: because === undefined ? [] : [because],
    })
  }
  return routes
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
  return {
    ...(deviceId === undefined ? {} : { deviceId }),
    ...(gateway === undefined ? {} : { address: gateway }),
    ...(interfaceId === undefined ? {} : { interfaceId }),
    ...(linkId === undefined ? {} : { linkId }),
  }
}

/** Sorted by keys that are read once per route: comparing thousands of prefixes as text is slow. */
function longestFirst(routes: Iterable<Route>): readonly Route[] {
  const keyed = [...routes].map((route) => {
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
