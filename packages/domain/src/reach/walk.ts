import type { IpAddress } from '@weft/net'
import type { DeviceIntent } from '../intent'
import type { DeviceId, HostId, LocalText, StationId } from '../model'
import { text } from '../model'
import type { Denial } from './bgp-graph'
import { leastSure } from './facts'
import { frameWay } from './flood'
import type { IgpRoute } from './igp-routes'
import type { Destination } from './prefix-key'
import { destination, prefixLength } from './prefix-key'
import type { Assurance, PathVerdict, RouteDenial, TunnelStep } from './reachability'
import type { Routing } from './routing'
import type { Found, Hop } from './routing-layer'
import type { Segment } from './segments'
import type { Plane, Table } from './tables'
import { framesOf, heardKey, igpNames, ownerOn } from './tables'

/** A walk of one packet: the verdict, and what the proofs need besides it. */
export type Walk = {
  readonly verdict: PathVerdict
  /** How the packet leaves the source; `direct`: the destination is on a subnet of the source itself. */
  readonly first?: { readonly port: number; readonly direct: boolean }
  /** Table whose segment the destination is on, when it is a drawn host or station. */
  readonly lastTable?: Table
  /** Routes other than direct ones that were used, by table. */
  readonly used: readonly { readonly table: number; readonly found: Found }[]
  /** Every segment that was crossed, in order. */
  readonly crossed: readonly Crossing[]
  /** The answer may change when BGP learns something. */
  readonly askedBgp: boolean
}

/** Tables that somebody watches: told of every walk through them. */
export type WatchedRouting = Routing & { readonly notice?: (walk: Walk, to: IpAddress) => void }

/** The interface a packet left through, and the one it came in by, or the host it came to. */
export type Crossing = { readonly out: number; readonly into: number | HostId | StationId }

/** What a packet has met, the last first: ways that part share what they met before. */
type Trail<Item> = { readonly item: Item; readonly before: Trail<Item> } | undefined

type State = {
  readonly path: Trail<DeviceId>
  readonly assurance: Assurance
  readonly byDefault: boolean
  readonly known: IgpRoute | undefined
  readonly first: Walk['first'] | undefined
  readonly used: Trail<Walk['used'][number]>
  readonly crossed: Trail<Crossing>
  readonly tunnels: Trail<TunnelStep>
  /** It crossed switched cables that make a circle. */
  readonly overTree: boolean
}

type Step = Omit<Walk, 'askedBgp'>
/** A table the packet comes to, and a way it may leave one. */
type Visit = { readonly table: Table; readonly state: State }
type Way = Visit & { readonly hop: Hop }
type Asked = {
  readonly plane: Plane
  readonly routing: Routing
  readonly target: Destination
  /** Tables the packet has come to: on this way, which is a loop, or on one that led nowhere. */
  readonly tried: Set<number>
}

/**
 * Carries a packet from a table to an address, hop by hop, each device with its own longest-prefix
 * match. Of several equal-cost ways the first that arrives is the witness.
 *
 * @param through leave the first device through this interface, as packets to a link-local address do
 */
export function walk(
  plane: Plane,
  routing: WatchedRouting,
  { from, to, through }: { from: Table; to: IpAddress; through?: number },
): Walk {
  const before = routing.askedBgp()
  if (through !== undefined) routing.log.ports.add(through)
  routing.log.tables.add(from.index)
  routing.log.addresses.add(to)
  const asked: Asked = { plane, routing, target: destination(to), tried: new Set() }
  const state: State = {
    path: { item: deviceIdOf(plane, from), before: undefined },
    assurance: 'proved',
    byDefault: false,
    known: undefined,
    first: undefined,
    used: undefined,
    crossed: undefined,
    tunnels: undefined,
    overTree: false,
  }
  const start =
    through === undefined || from.own.has(to)
      ? visit(asked, { table: from, state })
      : [{ table: from, hop: { port: through }, state: { ...state, first: { port: through, direct: true } } }]
  const result = { ...follow(asked, start), askedBgp: routing.askedBgp() !== before }
  routing.notice?.(result, to)
  return result
}

/** Tries way after way until one arrives; where none does, the first one says why. */
function follow(asked: Asked, start: Step | readonly Way[]): Step {
  if (!isWays(start)) return start
  const open = [...start].reverse()
  let failure: Step | undefined
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const delivered = deliver(asked, way)
    const next = 'verdict' in delivered ? delivered : visit(asked, delivered)
    if (isWays(next)) open.push(...[...next].reverse())
    else if (next.verdict.kind === 'reachable') return next
    else failure ??= next
  }
  if (failure === undefined) throw new Error('invariant violated: a packet neither arrives nor stops')
  return failure
}

function isWays(next: Step | readonly Way[]): next is readonly Way[] {
  return Array.isArray(next)
}

function visit(asked: Asked, { table, state }: Visit): Step | readonly Way[] {
  const { plane, routing, target, tried } = asked
  routing.log.tables.add(table.index)
  const own = table.own.get(target.address)
  if (own !== undefined) {
    if (plane.segments.up[own] === true) return arrived(state)
    return stopped(state, 'interface-down', target.address)
  }
  if (tried.has(table.index)) return stopped(state, 'loop', target.address)
  tried.add(table.index)
  const result = routing.lookup(table, target, state.known)
  if (result.found === undefined) return noRoute(asked, { table, state, unresolved: result.unresolved })
  const { found } = result
  if (found.doubtful === true) {
    const device = plane.devices[table.device]?.device.name ?? ''
    return leaves(
      state,
      text(
        `whether ${device} has the route ${found.prefix} hangs on a filter that cannot be evaluated`,
        `${device} 是否有路由 ${found.prefix} 取决于无法计算的过滤条件`,
      ),
    )
  }
  const used = found.protocol === 'direct' ? state.used : { item: { table: table.index, found }, before: state.used }
  if (found.null0) return stopped({ ...state, used }, 'null0', target.address)
  const next: State = {
    path: state.path,
    assurance: leastSure(state.assurance, found.assurance),
    byDefault: state.byDefault || prefixLength(found.prefix) === 0,
    known: found.igp,
    first: state.first,
    used,
    crossed: state.crossed,
    tunnels: state.tunnels,
    overTree: state.overTree,
  }
  if (found.hops.length === 0) return stopped(next, 'next-hop-unresolved', target.address)
  if (next.first !== undefined) return found.hops.map((hop) => ({ table, hop, state: next }))
  const direct = found.protocol === 'direct'
  return found.hops.map((hop) => ({ table, hop, state: { ...next, first: { port: hop.port, direct } } }))
}

/** Hands the packet to whoever owns the next address on the segment behind an interface. */
function deliver({ plane, routing, target }: Asked, { table, hop, state }: Way): Step | Visit {
  routing.log.ports.add(hop.port)
  const segmentIndex = plane.segments.of[hop.port] ?? -1
  const segment = plane.segments.list[segmentIndex]
  const address = hop.gateway ?? target.address
  const port = plane.ports.list[hop.port]
  if (segment === undefined || port === undefined) return stopped(state, 'interface-down', target.address)
  const device = plane.devices[port.device]?.device.name ?? ''
  if (segment.loop === 'endless') {
    return leaves(
      state,
      text(
        `frames behind ${device} ${port.intent.name} go around in a loop without spanning tree`,
        `${device} ${port.intent.name} 之后存在没有生成树的二层环路`,
      ),
    )
  }
  let owner = ownerOn(plane, segmentIndex, address)
  if (owner === undefined && hop.gateway === undefined && segment.members.length === 2) {
    // A static route that names only its interface: on a link between two there is one choice.
    owner = isOnLink(table, target) ? undefined : segment.members.find((member) => member !== hop.port)
  }
  const next = owner === undefined ? undefined : plane.tables[plane.tableOfPort[owner] ?? -1]
  if (owner !== undefined && next !== undefined) {
    const path = { item: deviceIdOf(plane, next), before: state.path }
    return { table: next, state: crossing(plane, state, { segment, out: hop.port, into: owner, path }) }
  }
  const end = segment.ends.find((id) => ownsAddress(plane, id, address))
  if (end !== undefined && address === target.address)
    return {
      ...arrived(crossing(plane, state, { segment, out: hop.port, into: end, path: state.path })),
      lastTable: table,
    }
  if (end !== undefined) {
    return leaves(
      state,
      text(
        `the path goes on through ${address}, whose routes are not in the design`,
        `路径经 ${address} 继续，其路由不在设计中`,
      ),
    )
  }
  const drawn = plane.owners(address)
  routing.log.addresses.add(address)
  const { perhaps } = segment
  if (
    drawn.some((each) => perhaps?.members.includes(each)) ||
    perhaps?.ends.some((id) => ownsAddress(plane, id, address))
  ) {
    return leaves(
      state,
      text(
        `whether VXLAN tunnels join ${device} to ${address} is not known`,
        `VXLAN 隧道是否将 ${device} 与 ${address} 连通未知`,
      ),
    )
  }
  if (drawn.length > 0) {
    const down = drawn.some((member) => plane.segments.up[member] !== true)
    return stopped(state, down ? 'interface-down' : 'next-hop-unresolved', target.address)
  }
  const where = `${device} ${port.intent.name}`
  return leaves(
    state,
    text(`nothing drawn behind ${where} has the address ${address}`, `${where} 之后没有绘制拥有地址 ${address} 的对象`),
  )
}

/** What a packet that crossed a segment knows more: tunnels, loops, and how sure that is. */
function crossing(
  plane: Plane,
  state: State,
  { segment, out, into, path }: Crossing & { readonly segment: Segment; readonly path: State['path'] },
): State {
  const crossed = { item: { out, into }, before: state.crossed }
  if (!segment.tunnelled && !segment.assumed && segment.loop === undefined) return { ...state, path, crossed }
  const way = segment.tunnelled ? frameWay(framesOf(plane), { from: out, to: into }) : undefined
  const tunnels = (way ?? []).flatMap(({ tunnel }) => tunnel ?? [])
  if (!segment.assumed && segment.loop === undefined && tunnels.length === 0) return { ...state, path, crossed }
  const nameOf = (device: number) => plane.devices[device]?.device.id as DeviceId
  const over = tunnels.reduce<State['tunnels']>((before, { vni, devices: [from, to] }) => {
    return { item: { vni, from: nameOf(from), to: nameOf(to) }, before }
  }, state.tunnels)
  const overTree = state.overTree || segment.loop !== undefined
  return { ...state, path, crossed, assurance: leastSure(state.assurance, 'assumed'), tunnels: over, overTree }
}

/** Whether the destination is on a subnet of the table, so that it must be there itself. */
function isOnLink(table: Table, target: Destination): boolean {
  for (const { prefix } of table.direct.values()) {
    if (prefix.includes(':') === (target.version === 6) && table.direct.has(target.keyAt(prefixLength(prefix))))
      return true
  }
  return false
}

function ownsAddress(plane: Plane, id: string, address: IpAddress): boolean {
  return (
    plane.network.hosts[id]?.addresses.includes(address) === true || plane.network.stations[id]?.address === address
  )
}

function noRoute(
  { plane, routing, target }: Asked,
  { table, state, unresolved }: Visit & { readonly unresolved: boolean },
): Step {
  const device = plane.devices[table.device]
  if (table.name !== '' && device?.evpnOverlay === true) {
    return leaves(
      state,
      text(
        'a VPN instance may learn the route through the EVPN overlay, which is not simulated',
        '该 VPN 实例可能通过 EVPN Overlay 学到路由，此处不做仿真',
      ),
    )
  }
  const network = table.name === '' ? 'public' : 'vpn'
  const mayBeLabelled = () =>
    network === 'public' &&
    device?.bgp !== undefined &&
    plane.devices.some(({ labelsRoutes }) => labelsRoutes) &&
    routing.isAnnounced(table, target)
  if (device !== undefined && (!device.routesKnown[network] || mayBeTold(plane, device, network) || mayBeLabelled())) {
    return leaves(
      state,
      text(
        `${device.device.name} may have the route from lines that are carried and not simulated`,
        `${device.device.name} 可能通过未解析的配置行获得该路由，此处不做仿真`,
      ),
    )
  }
  if (
    device !== undefined &&
    igpNames.some((igp) => device[igp].length > 0 && plane.heardOutside.has(heardKey(igp, network)))
  ) {
    return leaves(
      state,
      text(
        `${device.device.name} may learn the route from a router outside the design`,
        `${device.device.name} 可能从设计之外的路由器学到该路由`,
      ),
    )
  }
  const owners = plane.owners(target.address)
  const down = owners.length > 0 && owners.every((port) => plane.segments.up[port] !== true)
  if (down) return stopped(state, 'interface-down', target.address)
  const step = stopped(state, unresolved ? 'next-hop-unresolved' : 'no-route', target.address)
  const denial = routing.denial(table, target)
  if (denial === undefined || step.verdict.kind !== 'unreachable') return step
  return { ...step, verdict: { ...step.verdict, denied: publicDenial(plane, denial) } }
}

function publicDenial(plane: Plane, { prefix, by, node, at }: Denial): RouteDenial {
  const deviceOf = (index: number) => plane.devices[plane.tables[index]?.device ?? -1]?.device.id as DeviceId
  const what = { prefix, by, ...(node === undefined ? {} : { node }) }
  if ('table' in at) return { ...what, deviceId: deviceOf(at.table), on: { direction: 'origin' } }
  const [here, neighbour] = at.direction === 'export' ? [at.edge.from, at.edge.to] : [at.edge.to, at.edge.from]
  return { ...what, deviceId: deviceOf(here), on: { direction: at.direction, neighbourId: deviceOf(neighbour) } }
}

/** Whether a neighbour may announce routes that no record names, in a protocol that the device speaks too. */
function mayBeTold({ devices }: Plane, device: DeviceIntent, network: 'public' | 'vpn'): boolean {
  return devices.some(
    (other) =>
      !other.announcementsKnown[network] &&
      ((speaksBgp(other, network) && speaksBgp(device, network)) ||
        igpNames.some((igp) => other[igp].length > 0 && device[igp].length > 0)),
  )
}

/** Further processes have no routes of the public network. */
function speaksBgp({ bgp, bgpInstances }: DeviceIntent, network: 'public' | 'vpn'): boolean {
  return bgp !== undefined || (network === 'vpn' && bgpInstances.length > 0)
}

function arrived(state: State): Step {
  const assurance = state.byDefault ? leastSure(state.assurance, 'assumed') : state.assurance
  const { path, byDefault, tunnels, overTree } = state
  const over = {
    ...(tunnels === undefined ? {} : { tunnels: along(tunnels) }),
    ...(overTree ? { spanningTree: true as const } : {}),
  }
  return {
    verdict: { kind: 'reachable', path: along(path), onlyByDefaultRoute: byDefault, assurance, ...over },
    ...carried(state),
  }
}

function stopped(
  state: State,
  reason: Extract<PathVerdict, { kind: 'unreachable' }>['reason'],
  missing: IpAddress,
): Step {
  const path = along(state.path)
  // A path has at least its source.
  const stoppedAt = path[path.length - 1] as DeviceId
  const verdict = { kind: 'unreachable', stoppedAt, path, reason, missing, assurance: state.assurance } as const
  return { verdict, ...carried(state) }
}

function leaves(state: State, why: LocalText): Step {
  return { verdict: { kind: 'unknown', why }, ...carried(state) }
}

function carried({ first, used, crossed }: State): Pick<Step, 'first' | 'used' | 'crossed'> {
  const met = { used: along(used), crossed: along(crossed) }
  return first === undefined ? met : { first, ...met }
}

function along<Item>(trail: Trail<Item>): readonly Item[] {
  if (trail === undefined) return nothing
  // Most ways are short, and an array that is written down has no room to spare.
  if (trail.before === undefined) return [trail.item]
  if (trail.before.before === undefined) return [trail.before.item, trail.item]
  const items: Item[] = []
  for (let at: Trail<Item> = trail; at !== undefined; at = at.before) items.push(at.item)
  return items.reverse()
}

const nothing: readonly never[] = []

function deviceIdOf(plane: Plane, table: Table): DeviceId {
  // Every table belongs to a device of the plane.
  return plane.devices[table.device]?.device.id as DeviceId
}
