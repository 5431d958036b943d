import type { IpAddress } from '@weft/net'
import { compareIp } from '@weft/net'
import type { BgpSessionIntent } from '../intent'
import { processOf } from '../intent'
import type { BgpEdge, BgpOrigin } from './bgp-graph'
import type { Filtering, Passing } from './filtering'
import { passFilter } from './filtering'
import type { IpPrefix } from './prefix-key'
import type { Rank } from './route-filter'
import type { Plane } from './tables'

/** A route a speaker holds for one prefix. */
export type BgpRoute = {
  /** Edge it came over; -1: originated here. */
  readonly edge: number
  readonly asPath: readonly number[]
  readonly ibgp: boolean
  /** Absent on a route originated here. */
  readonly nextHop?: IpAddress
  /** How far the next hop is: 0 on a connected subnet. */
  readonly metric: number
  readonly originatorId?: string
  readonly clusters: readonly string[]
  /** What policies set; absent: the defaults. */
  readonly rank?: Rank
}

/** Where a next hop leads in a table. */
export type ResolvedNextHop = {
  /** 0 on a connected subnet. */
  readonly distance: number
  readonly prefix: IpPrefix
  readonly throughBgp: boolean
}

/** Next hops as receivers resolve them; undefined when they lead nowhere. */
export type NextHops = {
  readonly ofAddress: (table: number, nextHop: IpAddress) => ResolvedNextHop | undefined
  /** The sender of an edge, as its receiver resolves it. */
  readonly ofSender: (edge: number) => ResolvedNextHop | undefined
}

/** Distance for a route to a prefix; a next hop that needs that very prefix leads nowhere. */
export function nextHopMetric(resolved: ResolvedNextHop | undefined, origin: BgpOrigin): number | undefined {
  return resolved?.throughBgp === true && resolved.prefix === origin.prefix ? undefined : resolved?.distance
}

const ownRoute: BgpRoute = { edge: -1, asPath: [], ibgp: false, metric: 0, clusters: [] }

/** The route of a table that announces the prefix itself. */
export function ownRouteOf({ given }: BgpOrigin, table: number): BgpRoute {
  const made = given.get(table)
  if (made === undefined) return ownRoute
  return { ...ownRoute, asPath: made.asPath, ...(made.rank === undefined ? {} : { rank: made.rank }) }
}

/**
 * What the receiver makes of the sender's best route; undefined when it is not sent or not accepted.
 *
 * @source routing.md B11 (AS path), B12 (reflection), B13 (next hop)
 */
export function passOn(
  plane: Plane,
  {
    route,
    index,
    edge,
    learnedOver,
    origin,
    nextHops,
    filtering,
  }: {
    readonly route: BgpRoute
    readonly index: number
    readonly edge: BgpEdge
    /** The edge the sender learned the route over. */
    readonly learnedOver: BgpEdge | undefined
    readonly origin: BgpOrigin
    readonly nextHops: NextHops
    readonly filtering: Filtering
  },
): BgpRoute | undefined {
  if (route.edge === edge.reverse) return undefined
  if (!isOfProcess({ route, learnedOver, origin }, edge)) return undefined
  const sender = speakerOf(plane, edge.from, edge.sender)
  const receiver = speakerOf(plane, edge.to, edge.receiver)
  const at = { index, edge, origin, nextHops, filtering }
  if (!edge.ibgp) {
    const sent = passFilter(filtering, at, { direction: 'export', route: beyondOwnAs(route) })
    if (sent === undefined) return undefined
    const asPath = [sender.asNumber, ...sent.asPath]
    const allowed = edge.receiver.allowAsLoop ?? 0
    if (asPath.filter((asNumber) => asNumber === receiver.asNumber).length > allowed) return undefined
    return accept(
      { edge: index, asPath, ibgp: false, nextHop: edge.senderAddress, clusters: [], ...keptRank(sent.rank, 'med') },
      at,
    )
  }
  const reflected = route.ibgp
  // receiver of the edge it came over is the sender of this one: its own view of that neighbour.
  if (reflected && learnedOver?.receiver.reflectClient !== true && !edge.sender.reflectClient) return undefined
  const sent = passFilter(filtering, at, { direction: 'export', route })
  if (sent === undefined) return undefined
  const rank = keptRank(sent.rank, 'med', 'localPreference')
  if (!reflected) {
    const keepsNextHop = route.nextHop !== undefined && !edge.sender.nextHopLocal
    const nextHop = keepsNextHop ? route.nextHop : edge.senderAddress
    return accept({ edge: index, asPath: sent.asPath, ibgp: true, nextHop, clusters: [], ...rank }, at)
  }
  const originatorId = route.originatorId ?? routerIdOf(plane, learnedOver)
  const clusters = [sender.clusterId, ...route.clusters]
  if (originatorId === receiver.routerId || clusters.includes(receiver.clusterId)) return undefined
  return accept(
    { edge: index, asPath: sent.asPath, ibgp: true, nextHop: route.nextHop, originatorId, clusters, ...rank },
    at,
  )
}

/** Toward another AS a speaker does not repeat the MED it was told. */
function beyondOwnAs(route: BgpRoute): BgpRoute {
  if (route.edge < 0 || route.rank?.med === undefined) return route
  const { med: _told, ...rank } = route.rank
  return { ...route, rank }
}

function keptRank(rank: Rank | undefined, ...fields: readonly (keyof Rank)[]): { readonly rank?: Rank } {
  if (rank === undefined) return {}
  const kept = fields.flatMap((field) => (rank[field] === undefined ? [] : [[field, rank[field]] as const]))
  return kept.length === 0 ? {} : { rank: Object.fromEntries(kept) }
}

function accept(
  sent: Omit<BgpRoute, 'metric'>,
  {
    index,
    edge,
    origin,
    nextHops,
    filtering,
  }: Passing & { readonly nextHops: NextHops; readonly filtering: Filtering },
): BgpRoute | undefined {
  const route = passFilter(filtering, { index, edge, origin }, { direction: 'import', route: sent })
  if (route?.nextHop === undefined) return undefined
  const fromSender = route.nextHop === edge.senderAddress
  const resolved = fromSender ? nextHops.ofSender(route.edge) : nextHops.ofAddress(edge.to, route.nextHop)
  const distance = nextHopMetric(resolved, origin)
  return distance === undefined ? undefined : { ...route, metric: distance }
}

/** Best-path selection: what policies set, AS path, MED, and the rest; ORIGIN is the same for all. */
export function isBetter(plane: Plane, edges: readonly BgpEdge[], [a, b]: readonly [BgpRoute, BgpRoute]): boolean {
  if (a.edge < 0 || b.edge < 0) return a.edge < 0 && b.edge >= 0
  const preferred = (a.rank?.preferredValue ?? 0) - (b.rank?.preferredValue ?? 0)
  if (preferred !== 0) return preferred > 0
  const preference = localPreference(a) - localPreference(b)
  if (preference !== 0) return preference > 0
  if (a.asPath.length !== b.asPath.length) return a.asPath.length < b.asPath.length
  const med = (a.rank?.med ?? 0) - (b.rank?.med ?? 0)
  if (med !== 0 && a.asPath[0] === b.asPath[0]) return med < 0
  if (a.ibgp !== b.ibgp) return !a.ibgp
  if (a.metric !== b.metric) return a.metric < b.metric
  if (a.clusters.length !== b.clusters.length) return a.clusters.length < b.clusters.length
  const fromA = edges[a.edge]
  const fromB = edges[b.edge]
  if (fromA === undefined || fromB === undefined) return false
  const idA = a.originatorId ?? routerIdOf(plane, fromA)
  const idB = b.originatorId ?? routerIdOf(plane, fromB)
  if (idA !== idB) return compareIp(idA as IpAddress, idB as IpAddress) < 0
  return compareIp(fromA.senderAddress, fromB.senderAddress) < 0
}

/** 100 unless a policy says otherwise. Source: command reference, "default local-preference". */
function localPreference({ rank }: BgpRoute): number {
  return rank?.localPreference ?? 100
}

type Speaker = { readonly asNumber: number; readonly routerId: string; readonly clusterId: string }

const unknownRouterId = '255.255.255.255'

/** A speaker without router ID, which could not run BGP, still gets one that is its own. */
function speakerOf(plane: Plane, table: number, session: BgpSessionIntent): Speaker {
  const device = plane.devices[plane.tables[table]?.device ?? -1]
  const bgp = device && processOf(device, session)
  const routerId = bgp?.routerId?.value ?? device?.routerId?.value ?? unknownRouterId
  return { asNumber: bgp?.asNumber.value ?? 0, routerId, clusterId: bgp?.clusterId ?? routerId }
}

function routerIdOf(plane: Plane, edge: BgpEdge | undefined): string {
  return edge === undefined ? unknownRouterId : speakerOf(plane, edge.from, edge.sender).routerId
}

/** A process tells its peers what it originates or has learned itself; processes of a device tell each other nothing. */
function isOfProcess(
  {
    route,
    learnedOver,
    origin,
  }: { readonly route: BgpRoute; readonly learnedOver: BgpEdge | undefined; readonly origin: BgpOrigin },
  edge: BgpEdge,
): boolean {
  const { instance } = edge.sender
  if (route.edge >= 0) return learnedOver?.receiver.instance === instance
  const only = origin.instances?.get(edge.from)
  return only === undefined ? instance === undefined : only.has(instance)
}
