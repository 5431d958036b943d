import type { IpAddress } from '@weft/net'
import { compareIp } from '@weft/net'
import type { BgpEdge, BgpOrigin } from './bgp-graph'
import type { IpPrefix } from './prefix-key'
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

export const ownRoute: BgpRoute = { edge: -1, asPath: [], ibgp: false, metric: 0, clusters: [] }

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
  }: {
    readonly route: BgpRoute
    readonly index: number
    readonly edge: BgpEdge
    /** The edge the sender learned the route over. */
    readonly learnedOver: BgpEdge | undefined
    readonly origin: BgpOrigin
    readonly nextHops: NextHops
  },
): BgpRoute | undefined {
  if (route.edge === edge.reverse) return undefined
  const sender = speakerOf(plane, edge.from)
  const receiver = speakerOf(plane, edge.to)
  if (!edge.ibgp) {
    const asPath = [sender.asNumber, ...route.asPath]
    const allowed = edge.receiver.allowAsLoop ?? 0
    if (asPath.filter((asNumber) => asNumber === receiver.asNumber).length > allowed) return undefined
    return accept({ edge: index, asPath, ibgp: false, nextHop: edge.senderAddress, clusters: [] }, edge, {
      origin,
      nextHops,
    })
  }
  if (!route.ibgp) {
    const keepsNextHop = route.nextHop !== undefined && !edge.sender.nextHopLocal
    const nextHop = keepsNextHop ? route.nextHop : edge.senderAddress
    return accept({ edge: index, asPath: route.asPath, ibgp: true, nextHop, clusters: [] }, edge, { origin, nextHops })
  }
  // receiver of the edge it came over is the sender of this one: its own view of that neighbour.
  const fromClient = learnedOver?.receiver.reflectClient === true
  if (!fromClient && !edge.sender.reflectClient) return undefined
  const originatorId = route.originatorId ?? speakerOf(plane, learnedOver?.from ?? -1).routerId
  const clusters = [sender.clusterId, ...route.clusters]
  if (originatorId === receiver.routerId || clusters.includes(receiver.clusterId)) return undefined
  return accept(
    { edge: index, asPath: route.asPath, ibgp: true, nextHop: route.nextHop, originatorId, clusters },
    edge,
    { origin, nextHops },
  )
}

function accept(
  route: Omit<BgpRoute, 'metric'>,
  edge: BgpEdge,
  { origin, nextHops }: { readonly origin: BgpOrigin; readonly nextHops: NextHops },
): BgpRoute | undefined {
  if (route.nextHop === undefined) return undefined
  const fromSender = route.nextHop === edge.senderAddress
  const resolved = fromSender ? nextHops.ofSender(route.edge) : nextHops.ofAddress(edge.to, route.nextHop)
  const distance = nextHopMetric(resolved, origin)
  return distance === undefined ? undefined : { ...route, metric: distance }
}

/** Best-path selection with equal preference, origin and MED, which a design does not set. */
export function isBetter(plane: Plane, edges: readonly BgpEdge[], [a, b]: readonly [BgpRoute, BgpRoute]): boolean {
  if (a.edge < 0 || b.edge < 0) return a.edge < 0 && b.edge >= 0
  if (a.asPath.length !== b.asPath.length) return a.asPath.length < b.asPath.length
  if (a.ibgp !== b.ibgp) return !a.ibgp
  if (a.metric !== b.metric) return a.metric < b.metric
  if (a.clusters.length !== b.clusters.length) return a.clusters.length < b.clusters.length
  const fromA = edges[a.edge]
  const fromB = edges[b.edge]
  if (fromA === undefined || fromB === undefined) return false
  const idA = a.originatorId ?? speakerOf(plane, fromA.from).routerId
  const idB = b.originatorId ?? speakerOf(plane, fromB.from).routerId
  if (idA !== idB) return compareIp(idA as IpAddress, idB as IpAddress) < 0
  return compareIp(fromA.senderAddress, fromB.senderAddress) < 0
}

export type Speaker = { readonly asNumber: number; readonly routerId: string; readonly clusterId: string }

/** A speaker without router ID, which could not run BGP, still gets one that is its own. */
export function speakerOf(plane: Plane, table: number): Speaker {
  const device = plane.devices[plane.tables[table]?.device ?? -1]
  const bgp = device?.bgp
  const routerId = bgp?.routerId?.value ?? device?.routerId?.value ?? '255.255.255.255'
  return { asNumber: bgp?.asNumber.value ?? 0, routerId, clusterId: bgp?.clusterId ?? routerId }
}
