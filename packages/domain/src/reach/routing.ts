import type { IpAddress } from '@weft/net'
import type { StaticRouteIntent } from '../intent'
import type { RecordId } from '../model'
import { bgpBest } from './bgp-best'
import type { BgpOrigin, LiveSession } from './bgp-graph'
import { bgpOrigins, buildBgpGraph } from './bgp-graph'
import type { NextHopMetric } from './bgp-route'
import { leastSure } from './facts'
import type { Ospf, OspfRoute } from './ospf'
import type { Destination, IpPrefix, PrefixKey } from './prefix-key'
import { destination, prefixKey, prefixLength } from './prefix-key'
import type { Assurance, Route } from './reachability'
import type { Plane, Table } from './tables'

/** A way out of a device: through an interface, to a neighbour or straight to the destination. */
export type Hop = { readonly port: number; readonly gateway?: IpAddress }

export type Found = {
  readonly prefix: IpPrefix
  readonly protocol: Route['protocol']
  readonly null0: boolean
  readonly hops: readonly Hop[]
  /** Next hop as the route itself names it, before it is resolved. */
  readonly nextHop?: IpAddress
  readonly distance: number
  readonly assurance: Assurance
  readonly because: readonly RecordId[]
  readonly ospf?: OspfRoute
}

/** `unresolved`: a route was there, but its next hop leads nowhere. */
export type Lookup = { readonly found: Found } | { readonly found?: undefined; readonly unresolved: boolean }

export type Routing = {
  /** Longest-prefix match. @param known the OSPF route the previous router used */
  readonly lookup: (table: Table, to: Destination, known?: OspfRoute) => Lookup
  /** The active route for exactly this prefix. */
  readonly exact: (table: Table, prefix: IpPrefix) => Found | undefined
  /** Grows when an answer depended on what BGP had. */
  readonly askedBgp: () => number
  readonly settled: () => boolean
}

const preference = { ospf: 10, static: 60, bgp: 255 } as const
const deepest = 16

/** Routing tables in one round of the simulation: the sessions that are up decide what BGP knows. */
export function createRouting(plane: Plane, ospf: Ospf, live: readonly LiveSession[]): Routing {
  const busy = new Set<StaticRouteIntent>()
  const busyBgp = new Set<string>()
  const metrics = new Map<string, { readonly distance: number; readonly prefix: IpPrefix } | undefined>()
  const measuring = new Set<string>()
  let asked = 0
  let depth = 0

  const metric: NextHopMetric = (table, nextHop, origin) => {
    const key = `${table} ${nextHop}`
    if (!metrics.has(key)) {
      const where = plane.tables[table]
      if (where === undefined || where.own.has(nextHop) || measuring.has(key)) return undefined
      measuring.add(key)
      const refused = bgp.refused()
      const { found } = lookup(where, destination(nextHop))
      measuring.delete(key)
      const result = found === undefined || found.null0 ? undefined : { distance: found.distance, prefix: found.prefix }
      if (refused !== bgp.refused()) return result?.prefix === origin.prefix ? undefined : result?.distance
      metrics.set(key, result)
    }
    const known = metrics.get(key)
    return known?.prefix === origin.prefix && known.distance >= bgpDistance ? undefined : known?.distance
  }

  const candidate = (
    table: Table,
    key: PrefixKey,
    known?: OspfRoute,
  ): { readonly found?: Found; readonly unresolved: boolean } => {
    const direct = table.direct.get(key)
    if (direct !== undefined) return { found: directRoute(plane, direct), unresolved: false }
    let unresolved = false
    for (const statics of staticsBefore(table, key, preference.ospf)) {
      const found = staticRoute(table, statics)
      if (found !== undefined) return { found, unresolved }
      unresolved = true
    }
    const entry = ospf.entry(table.name, key)
    const way = entry === undefined ? undefined : ospf.route(table.index, entry, known)
    if (entry !== undefined && way !== undefined) return { found: ospfFound(plane, way), unresolved }
    for (const statics of staticsBefore(table, key, Number.POSITIVE_INFINITY, preference.ospf)) {
      const found = staticRoute(table, statics)
      if (found !== undefined) return { found, unresolved }
      unresolved = true
    }
    const origin = origins.get(table.name)?.get(key)
    if (origin === undefined) return { unresolved }
    asked += 1
    // The next hop of a route is not resolved through that route itself.
    const resolving = `${table.index} ${key}`
    if (busyBgp.has(resolving)) return { unresolved }
    busyBgp.add(resolving)
    const found = bgpRoute(table, origin)
    busyBgp.delete(resolving)
    return { found, unresolved }
  }

  const staticRoute = (table: Table, routes: readonly StaticRouteIntent[]): Found | undefined => {
    const active = routes.flatMap((route) => {
      if (busy.has(route)) return []
      busy.add(route)
      const way = staticWay(table, route)
      busy.delete(route)
      return way === undefined ? [] : [{ route, way }]
    })
    const [first] = active
    if (first === undefined) return undefined
    return {
      prefix: first.route.prefix,
      protocol: 'static',
      null0: active.every(({ way }) => way.null0),
      hops: active.flatMap(({ way }) => way.hops),
      distance: 1,
      assurance: leastSure(...active.map(({ way }) => way.assurance)),
      because: active.map(({ route }) => route.staticRouteId),
      ...(first.route.nextHop.kind === 'address' ? { nextHop: first.route.nextHop.address } : {}),
    }
  }

  type Way = Pick<Found, 'null0' | 'hops' | 'assurance'>
  const staticWay = (table: Table, { nextHop }: StaticRouteIntent): Way | undefined => {
    if (nextHop.kind === 'null0') return { null0: true, hops: [], assurance: 'proved' }
    if (nextHop.interfaceName === undefined)
      return nextHop.kind === 'address' ? resolve(table, nextHop.address) : undefined
    const port = plane.ports.byName[table.device]?.get(nextHop.interfaceName)
    if (port === undefined || plane.segments.up[port] !== true) return undefined
    const gateway = nextHop.kind === 'address' ? { gateway: nextHop.address } : {}
    return { null0: false, hops: [{ port, ...gateway }], assurance: 'proved' }
  }

  /** Follows a next hop through other routes until it is on a connected subnet. */
  const resolve = (table: Table, gateway: IpAddress): Way | undefined => {
    if (table.own.has(gateway) || depth >= deepest) return undefined
    depth += 1
    const { found } = lookup(table, destination(gateway))
    depth -= 1
    if (found === undefined) return undefined
    return { null0: found.null0, hops: found.hops.map((hop) => ({ gateway, ...hop })), assurance: found.assurance }
  }

  const bgpRoute = (table: Table, origin: BgpOrigin): Found | undefined => {
    const route = bgp.best(table.index, origin)
    if (route?.nextHop === undefined) return undefined
    const way = resolve(table, route.nextHop)
    const edge = graph.edges[route.edge]
    if (way === undefined || edge === undefined) return undefined
    return {
      prefix: origin.prefix,
      protocol: route.ibgp ? 'ibgp' : 'ebgp',
      ...way,
      nextHop: route.nextHop,
      distance: bgpDistance,
      assurance: leastSure(way.assurance, 'simulated'),
      because: edge.sender.because,
    }
  }

  const lookup: Routing['lookup'] = (table, to, known) => {
    let unresolved = false
    for (const length of lengths[to.version]) {
      const result = candidate(table, to.keyAt(length), known)
      if (result.found !== undefined) return { found: result.found }
      unresolved ||= result.unresolved
    }
    return { unresolved }
  }
  const exact: Routing['exact'] = (table, prefix) => candidate(table, prefixKey(prefix)).found

  const inTable = (table: number, prefix: IpPrefix): boolean => {
    const where = plane.tables[table]
    return where !== undefined && (isOwnHost(plane, where, prefix) || exact(where, prefix) !== undefined)
  }
  // What BGP originates comes from the other protocols, so its own look-ups must find no BGP yet.
  let origins: ReturnType<typeof bgpOrigins> = new Map()
  let graph = buildBgpGraph([])
  let bgp = bgpBest(plane, graph, metric)
  let lengths = sortedLengths(plane)
  origins = bgpOrigins(plane, ospf, inTable)
  graph = buildBgpGraph(live)
  bgp = bgpBest(plane, graph, metric)
  lengths = sortedLengths(plane)
  metrics.clear()
  return { lookup, exact, askedBgp: () => asked, settled: () => bgp.settled() }
}

const bgpDistance = 1_000_000

function directRoute(
  plane: Plane,
  { prefix, ports }: { readonly prefix: IpPrefix; readonly ports: readonly number[] },
): Found {
  const because = ports.flatMap((port) => plane.ports.list[port]?.intent.interfaceId ?? [])
  return {
    prefix,
    protocol: 'direct',
    null0: false,
    hops: ports.map((port) => ({ port })),
    distance: 0,
    assurance: 'proved',
    because,
  }
}

function ospfFound(plane: Plane, way: OspfRoute): Found {
  const [step] = way.steps
  const gateway = step === undefined ? undefined : plane.addresses[step.inPort]?.[0]?.address
  return {
    prefix: way.entry.prefix,
    protocol: 'ospf',
    null0: false,
    hops: step === undefined || gateway === undefined ? [] : [{ port: step.outPort, gateway }],
    ...(gateway === undefined ? {} : { nextHop: gateway }),
    distance: 1 + way.cost,
    assurance: 'simulated',
    because: plane.ports.list[step?.outPort ?? -1]?.intent.ospf?.because ?? [],
    ospf: way,
  }
}

/** Static routes of a prefix in the order a device tries them, those of equal preference together. */
function staticsBefore(
  table: Table,
  key: PrefixKey,
  before: number,
  from = 0,
): readonly (readonly StaticRouteIntent[])[] {
  const routes = table.statics.get(key)
  if (routes === undefined) return []
  const value = (route: StaticRouteIntent): number => route.preference ?? preference.static
  const fitting = routes.filter((route) => value(route) >= from && value(route) < before)
  return [...new Set(fitting.map(value))]
    .sort((a, b) => a - b)
    .map((each) => fitting.filter((route) => value(route) === each))
}

function sortedLengths(plane: Plane): { readonly 4: readonly number[]; readonly 6: readonly number[] } {
  const descending = (lengths: ReadonlySet<number>): readonly number[] => [...lengths].sort((a, b) => b - a)
  return { 4: descending(plane.lengths[4]), 6: descending(plane.lengths[6]) }
}

/** An interface that is up also puts its own address into the table. */
export function isOwnHost(plane: Plane, table: Table, prefix: IpPrefix): boolean {
  if (prefixLength(prefix) !== (prefix.includes(':') ? 128 : 32)) return false
  const port = table.own.get(prefix.slice(0, prefix.indexOf('/')) as IpAddress)
  return port !== undefined && plane.segments.up[port] === true
}
