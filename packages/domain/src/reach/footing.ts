import type { IpAddress } from '@weft/net'
import type { SessionKey } from '../intent'
import type { FailedState, WholeState } from './failed-state'
import { destination, hostPrefix, prefixKey, prefixLength } from './prefix-key'
import type { PairFindings, SessionPair } from './session-pairs'
import type { SessionSide, SideFindings } from './session-sides'
import type { Plane } from './tables'
import type { Walk } from './walk'
import type { Elements } from './witness'
import { footingOfCrossing, footingOfPort } from './witness'

/**
 * Elements whose life keeps something up: it stays up while none of them fails, whatever else does. `anything`: no
 * such set is known.
 */
export type Footing = ReadonlySet<number> | 'anything'

export type Questions = {
  readonly whole: WholeState
  readonly state: Pick<FailedState, 'plane'>
  readonly elements: Elements
  /** What a session stands on that carried a route. */
  readonly ofSession: (key: SessionKey) => Footing
}

/** Interfaces that are up, and walks that arrived. */
export type Relied = {
  readonly ports: readonly (number | undefined)[]
  readonly walks: readonly { readonly walk: Walk; readonly to: IpAddress }[]
  /** The length of the walks matters. */
  readonly countsHops: boolean
  /** The way the first walk leaves the device matters. */
  readonly countsExit: boolean
  /** Walks may end at whoever has the address; else an address of several is nobody's for sure. */
  readonly anyOwner: boolean
}

export function footingOf(questions: Questions, { ports, walks, countsHops, countsExit, anyOwner }: Relied): Footing {
  const { whole, state, elements } = questions
  const into = new Set<number>()
  if (whole.tunnelled) return 'anything'
  if (countsExit && walks.some(({ walk }) => walk.first?.direct !== true)) return 'anything'
  for (const port of ports) if (port !== undefined) footingOfPort(state.plane, elements, { port, into })
  for (const { walk, to } of walks) {
    if (!isFirm(questions, { walk, to, countsHops, anyOwner, into })) return 'anything'
    for (const crossing of walk.crossed) {
      if (!footingOfCrossing(state.plane, elements, { crossing, into })) return 'anything'
    }
    const owners = state.plane.owners(to)
    const last = walk.crossed.at(-1)?.into
    const device = typeof last === 'number' ? state.plane.ports.list[last]?.device : undefined
    const owner = owners.find((port) => state.plane.ports.list[port]?.device === device) ?? owners[0]
    if (owner !== undefined) footingOfPort(state.plane, elements, { port: owner, into })
  }
  return into
}

/**
 * Whether a walk arrives as long as what it crosses is alive.
 *
 * Failures only take routes away. A direct route, a static one to a connected next hop, or an OSPF route whose way is
 * alive therefore stays the best of its device: nothing longer or better can appear. What could appear is another way
 * of the same cost, which arrives too unless it meets a static route for the destination. EBGP best paths over at
 * most two sessions stay as they are, because an offer of that length does not depend on what others choose.
 */
function isFirm(
  questions: Questions,
  {
    walk,
    to,
    countsHops,
    anyOwner,
    into,
  }: Pick<Relied, 'countsHops' | 'anyOwner'> & {
    readonly walk: Walk
    readonly to: IpAddress
    readonly into: Set<number>
  },
): boolean {
  const { whole, state, ofSession } = questions
  const { plane } = state
  const owners = plane.owners(to)
  if (owners.length > 1 && !(anyOwner && walk.used.every(({ found }) => found.session === undefined))) return false
  const overBgp = walk.used.filter(({ found }) => found.session !== undefined)
  if (walk.askedBgp && (overBgp.length === 0 || whole.entangled)) return false
  if (overBgp.length > 2 || (overBgp.length > 0 && !whole.shortestWins)) return false
  for (const { table, found } of walk.used) {
    switch (found.protocol) {
      case 'direct':
        break
      case 'static':
        if (!found.hops.every(({ port, gateway }) => gateway === undefined || isConnected(plane, port, gateway)))
          return false
        break
      case 'ospf':
      case 'ospfv3':
      case 'isis': {
        const { igp } = whole
        const advertisers = found.igp?.entry.advertisers ?? []
        const single = advertisers.length === 1
        if (!igp.isPlain || (countsHops && !(igp.isUniform && single))) return false
        const [first] = advertisers.map(({ port }) => plane.segments.of[port])
        const allOwn = anyOwner && advertisers.every(({ port }) => owners.includes(port))
        if (!single && !allOwn && !advertisers.every(({ port }) => plane.segments.of[port] === first)) return false
        if (hasStatic(plane, { table, to, from: prefixLength(found.prefix) })) return false
        break
      }
      case 'ebgp': {
        if (found.session === undefined || !found.hops.every((hop) => isConnected(plane, hop.port, hop.gateway ?? to)))
          return false
        const footing = ofSession(found.session)
        if (footing === 'anything') return false
        for (const element of footing) into.add(element)
        break
      }
      case 'ibgp':
        return false
    }
  }
  return overBgp.length === 0 || announcesOwn(questions, { walk, to, into })
}

function isConnected(plane: Plane, port: number, gateway: IpAddress): boolean {
  const target = destination(gateway)
  return (plane.addresses[port] ?? []).some(({ network }) => target.keyAt(prefixLength(network)) === prefixKey(network))
}

/** Whether a table of this VPN instance has a static route to the address at least this long. */
export function hasStatic(
  plane: Plane,
  { table, to, from }: { readonly table: number; readonly to: IpAddress; readonly from: number },
): boolean {
  const name = plane.tables[table]?.name
  const target = destination(to)
  for (const [key, length] of plane.staticKeys(name ?? '')) {
    if (length >= from && target.keyAt(length) === key) return true
  }
  return false
}

/** BGP leads to the very device that has the address, and that announces it as a subnet or address of its own. */
function announcesOwn(
  { state: { plane }, elements }: Questions,
  { walk, to, into }: { readonly walk: Walk; readonly to: IpAddress; readonly into: Set<number> },
): boolean {
  const overBgp = walk.used.filter(({ found }) => found.session !== undefined)
  const last = walk.crossed.at(-1)?.into
  const table = typeof last === 'number' ? plane.tables[plane.tableOfPort[last] ?? -1] : undefined
  const prefix = overBgp[0]?.found.prefix
  if (table?.own.has(to) !== true || prefix === undefined || walk.crossed.length !== overBgp.length) return false
  const [port] = table.direct.get(prefixKey(prefix))?.ports ?? []
  if (port !== undefined) footingOfPort(plane, elements, { port, into })
  return port !== undefined || prefix === hostPrefix(to)
}

/** What a BGP session that is up stands on. */
export function pairFooting(questions: Questions, pair: SessionPair, { sides }: PairFindings): Footing {
  const { plane } = questions.state
  const both = [
    [pair[0], sides[0]],
    [pair[1], sides[1]],
  ] as const
  const devices = plane.devices.length
  const ports: (number | undefined)[] = []
  const walks: { walk: Walk; to: IpAddress }[] = []
  let countsHops = false
  let countsExit = false
  for (const [side, found] of both) {
    if (side === undefined || found?.toRemote === undefined) return 'anything'
    const to = side.session.remoteAddress?.value
    if (to === undefined) return 'anything'
    ports.push(...portsOf(plane, side, found))
    walks.push({ walk: found.toRemote, to })
    const { type, ebgpMaxHop, validTtlHops, source } = side.session
    countsHops ||=
      validTtlHops !== undefined ? validTtlHops < devices : type === 'ebgp' && (ebgpMaxHop?.value ?? 1) < devices
    countsExit ||= source.connectInterface === 'none'
  }
  return footingOf(questions, { ports, walks, countsHops, countsExit, anyOwner: false })
}

function portsOf(
  plane: Plane,
  { session, table }: SessionSide,
  { source }: SideFindings,
): readonly (number | undefined)[] {
  const owner = source.address === undefined ? undefined : table?.own.get(source.address)
  return [
    source.port,
    owner,
    ...session.relyStateInterfaces.map(({ interfaceId }) => plane.ports.byId.get(interfaceId)),
  ]
}
