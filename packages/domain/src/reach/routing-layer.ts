import type { IpAddress } from '@weft/net'
import type { SessionKey, StaticRouteIntent } from '../intent'
import type { RecordId } from '../model'
import { leastSure } from './facts'
import type { IgpRoute, IgpRoutes, IgpRouting } from './igp-routes'
import type { Destination, IpPrefix, PrefixKey } from './prefix-key'
import { destination, prefixKey } from './prefix-key'
import type { Assurance, Route } from './reachability'
import type { ReadLog } from './reads'
import type { Plane, Table } from './tables'
import { interfacesOf } from './tables'

/** A way out of a device: through an interface, to a neighbour or straight to the destination. */
export type Hop = { readonly port: number; readonly gateway?: IpAddress }

export type Found = {
  readonly prefix: IpPrefix
  readonly protocol: Route['protocol']
  readonly null0: boolean
  readonly hops: readonly Hop[]
  /** Larger is farther; comparable between routes to different next hops of one device. */
  readonly distance: number
  readonly assurance: Assurance
  readonly because: readonly RecordId[]
  readonly igp?: IgpRoute
  /** The session a BGP route came over, as its sender has it. */
  readonly session?: SessionKey
  /** A filter that cannot be evaluated decides whether the route is there. */
  readonly doubtful?: true
}

/** `unresolved`: a route was there, but its next hop leads nowhere. */
export type Lookup = { readonly found: Found } | { readonly found?: undefined; readonly unresolved: boolean }

/** Where a next hop leads once other routes have resolved it to connected subnets. */
export type Way = Pick<Found, 'null0' | 'hops' | 'assurance' | 'doubtful'>

export type RoutingLayer = {
  /** Longest-prefix match. @param known the IGP route the previous router used */
  readonly lookup: (table: Table, to: Destination, known?: IgpRoute) => Lookup
  /** The active route for exactly this prefix. */
  readonly exact: (table: Table, prefix: IpPrefix) => Found | undefined
  readonly resolve: (table: Table, gateway: IpAddress) => Way | undefined
}

/** Routes of BGP, which has the last word (preference 255). */
export type BgpRoutes = (table: Table, key: PrefixKey) => Found | undefined

export type PrefixLengths = { readonly 4: readonly number[]; readonly 6: readonly number[] }

/** Default preference of static routes; the lower one wins (routing.md D4). */
const staticPreference = 60

/** Static routes resolved through each other: deeper than any design. What is deeper leads nowhere. */
const mostNested = 64

/** Direct, static and IGP routes of every table, and those of BGP where it is given. */
export function routingLayer(
  plane: Plane,
  igp: IgpRouting,
  options: { lengths: PrefixLengths; bgp?: BgpRoutes; log?: ReadLog },
): RoutingLayer {
  /** Where static routes beneath the one being resolved lead; nowhere yet, for none is resolved through itself. */
  const ways = new Map<StaticRouteIntent, Way | undefined>()
  let nested = 0

  const note = ({ index }: Table, address: IpAddress): void => {
    options.log?.tables.add(index)
    options.log?.addresses.add(address)
  }

  const lookup: RoutingLayer['lookup'] = (table, to, known) => {
    note(table, to.address)
    let unresolved = false
    for (const length of options.lengths[to.version]) {
      const result = candidate(table, to.keyAt(length), known)
      if (result.found !== undefined) return { found: result.found }
      unresolved ||= result.unresolved
    }
    return { unresolved }
  }

  const candidate = (
    table: Table,
    key: PrefixKey,
    known?: IgpRoute,
  ): { readonly found?: Found; readonly unresolved: boolean } => {
    const direct = table.direct.get(key)
    if (direct !== undefined) return { found: directRoute(plane, direct), unresolved: false }
    const statics = staticsByPreference(table, key)
    let unresolved = false
    let next = 0
    for (const routes of igp.routes[typeof key === 'number' ? 4 : 6]) {
      const entry = routes.entry(table.name, key)
      if (entry === undefined) continue
      for (; (statics[next]?.value ?? Number.POSITIVE_INFINITY) < routes.preference; next += 1) {
        const found = staticRoute(table, statics[next]?.routes ?? [])
        if (found !== undefined) return { found, unresolved }
        unresolved = true
      }
      const way = routes.route(table.index, entry, { known, links: options.log?.links })
      if (way !== undefined) return { found: igpFound(plane, routes, way), unresolved }
    }
    for (; next < statics.length; next += 1) {
      const found = staticRoute(table, statics[next]?.routes ?? [])
      if (found !== undefined) return { found, unresolved }
      unresolved = true
    }
    return { found: options.bgp?.(table, key), unresolved }
  }

  const staticRoute = (table: Table, routes: readonly StaticRouteIntent[]): Found | undefined => {
    const active = routes.flatMap((route) => {
      const way = wayOf(table, route)
      return way === undefined ? [] : [{ route, way }]
    })
    const [first] = active
    if (first === undefined) return undefined
    return {
      prefix: first.route.prefix,
      protocol: 'static',
      null0: active.every(({ way }) => way.null0),
      hops: active.length === 1 ? first.way.hops : distinct(active.flatMap(({ way }) => way.hops)),
      distance: 1,
      assurance: leastSure(...active.map(({ way }) => way.assurance)),
      because: active.map(({ route }) => route.staticRouteId),
      ...doubtOf(active.every(({ way }) => way.doubtful === true)),
    }
  }

  const wayOf = (table: Table, route: StaticRouteIntent): Way | undefined => {
    if (ways.has(route) || nested === mostNested) return ways.get(route)
    ways.set(route, undefined)
    nested += 1
    const way = staticWay(table, route)
    nested -= 1
    if (nested === 0) ways.clear()
    else ways.set(route, way)
    return way
  }

  const staticWay = (table: Table, { nextHop }: StaticRouteIntent): Way | undefined => {
    if (nextHop.kind === 'null0') return { null0: true, hops: [], assurance: 'proved' }
    if (nextHop.interfaceName === undefined) {
      return nextHop.kind === 'address' ? resolve(table, nextHop.address) : undefined
    }
    const port = plane.ports.byName[table.device]?.get(nextHop.interfaceName)
    if (port !== undefined) options.log?.ports.add(port)
    if (port === undefined || plane.segments.up[port] !== true) return undefined
    const gateway = nextHop.kind === 'address' ? { gateway: nextHop.address } : {}
    return { null0: false, hops: [{ port, ...gateway }], assurance: 'proved' }
  }

  const resolve: RoutingLayer['resolve'] = (table, gateway) => {
    note(table, gateway)
    if (table.own.has(gateway)) return undefined
    const { found } = lookup(table, destination(gateway))
    if (found === undefined) return undefined
    const { null0, hops, assurance, doubtful } = found
    return { null0, hops: hops.map((hop) => ({ gateway, ...hop })), assurance, ...doubtOf(doubtful === true) }
  }

  const exact: RoutingLayer['exact'] = (table, prefix) => {
    note(table, prefix.slice(0, prefix.indexOf('/')) as IpAddress)
    return candidate(table, prefixKey(prefix)).found
  }

  return { lookup, exact, resolve }
}

function distinct(hops: readonly Hop[]): readonly Hop[] {
  return [...new Map(hops.map((hop) => [`${hop.port} ${hop.gateway ?? ''}`, hop])).values()]
}

function doubtOf(doubtful: boolean): Pick<Found, 'doubtful'> {
  return doubtful ? { doubtful } : {}
}

function directRoute(
  plane: Plane,
  { prefix, ports }: { readonly prefix: IpPrefix; readonly ports: readonly number[] },
): Found {
  const because = interfacesOf(plane, ports)
  const hops = ports.map((port) => ({ port }))
  return { prefix, protocol: 'direct', null0: false, hops, distance: 0, assurance: 'proved', because }
}

function igpFound(plane: Plane, { protocol, version }: IgpRoutes, way: IgpRoute): Found {
  const [step] = way.steps
  const gateway =
    step === undefined
      ? undefined
      : plane.addresses[step.inPort]?.find(({ address }) => address.includes(':') === (version === 6))?.address
  return {
    prefix: way.entry.prefix,
    protocol,
    null0: false,
    hops: step === undefined || gateway === undefined ? [] : [{ port: step.outPort, gateway }],
    distance: 1 + way.cost,
    assurance: 'simulated',
    because: plane.ports.list[step?.outPort ?? -1]?.intent[protocol]?.because ?? [],
    igp: way,
  }
}

/** Static routes of a prefix in the order a device tries them; those of equal preference share the load. */
function staticsByPreference(
  table: Table,
  key: PrefixKey,
): readonly { readonly value: number; readonly routes: readonly StaticRouteIntent[] }[] {
  const routes = table.statics.get(key)
  if (routes === undefined) return []
  const preferenceOf = (route: StaticRouteIntent): number => route.preference ?? staticPreference
  const values = [...new Set(routes.map(preferenceOf))].sort((a, b) => a - b)
  return values.map((value) => ({ value, routes: routes.filter((route) => preferenceOf(route) === value) }))
}

export function sortedLengths(plane: Plane): PrefixLengths {
  const descending = (lengths: ReadonlySet<number>): readonly number[] => [...lengths].sort((a, b) => b - a)
  return { 4: descending(plane.lengths[4]), 6: descending(plane.lengths[6]) }
}
