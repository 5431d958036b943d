import type { AsNumber } from '@weft/net'
import type { BgpSessionIntent, DeviceIntent } from '../intent'
import { processOf, reoriginates } from '../intent'
import type { PairFindings, SessionPair } from './session-pairs'
import type { Plane } from './tables'

/** Whether one device learns the EVPN routes of another one over the sessions that are up. */
export type LearnsEvpn = (learner: number, originator: number) => 'yes' | 'no' | 'open'

/** One direction of an EVPN session. `open`: nobody knows whether it carries the route. */
type Edge = {
  readonly to: number
  readonly sender: BgpSessionIntent
  readonly receiver: BgpSessionIntent
  readonly asNumbers: readonly [AsNumber | undefined, AsNumber | undefined]
  readonly open: boolean
}

/** A route at a device: whether it came over EBGP, and whether all IBGP peers may hear of it, not only clients. */
type Held = {
  readonly at: number
  readonly toAll: boolean
  readonly overEbgp: boolean
  readonly path: readonly (AsNumber | undefined)[]
}

/**
 * @source routing.md: reflection (RFC 4456), AS loops, and the next hop, which EBGP replaces on the way unless
 * `next-hop-invariable` says otherwise: the tunnel would then lead to the wrong device
 */
export function evpnLearning(
  plane: Plane,
  pairs: readonly SessionPair[],
  findings: readonly PairFindings[],
): LearnsEvpn {
  const edges = evpnEdges(plane, pairs, findings)
  const isOpen = plane.devices.map((device) => !device.peersKnown || reoriginates(device))
  const someOpen = [...edges.values()].flat().some(({ open }) => open)
  const known = new Map<number, { readonly sure: ReadonlySet<number>; readonly perhaps: ReadonlySet<number> }>()
  return (learner, originator) => {
    let found = known.get(originator)
    if (found === undefined) {
      const sure = spread(edges, originator, (edge) => !edge.open)
      const perhaps = someOpen ? spread(edges, originator, () => true) : sure
      found = { sure, perhaps }
      known.set(originator, found)
    }
    if (found.sure.has(learner)) return 'yes'
    return found.perhaps.has(learner) || (isOpen.includes(true) && [...found.perhaps].some((at) => isOpen[at]))
      ? 'open'
      : 'no'
  }
}

function evpnEdges(
  plane: Plane,
  pairs: readonly SessionPair[],
  findings: readonly PairFindings[],
): ReadonlyMap<number, readonly Edge[]> {
  const edges = new Map<number, Edge[]>()
  for (const [index, [a, b]] of pairs.entries()) {
    const found = findings[index]
    if (b === undefined || found === undefined) continue
    if (![a, b].every(({ session }) => session.families.includes('evpn'))) continue
    const { status } = found
    if (status === 'down') continue
    const numbers = [plane.deviceIndex.get(a.device.device.id), plane.deviceIndex.get(b.device.device.id)]
    for (const [own, other, at, to] of [
      [a, b, numbers[0], numbers[1]],
      [b, a, numbers[1], numbers[0]],
    ] as const) {
      if (at === undefined || to === undefined) continue
      const asNumbers = [asOf(own.device, own.session), asOf(other.device, other.session)] as const
      const open = status === 'unknown' || isFiltered(own.session, 'export') || isFiltered(other.session, 'import')
      const edge = { to, sender: own.session, receiver: other.session, asNumbers }
      edges.set(at, [...(edges.get(at) ?? []), { ...edge, open: open || remakes(own.device) }])
    }
  }
  return edges
}

function asOf(device: DeviceIntent, session: BgpSessionIntent): AsNumber | undefined {
  return processOf(device, session)?.asNumber.value
}

/** A policy of EVPN routes is not evaluated. */
function isFiltered({ filters, unknownFilters }: BgpSessionIntent, direction: 'import' | 'export'): boolean {
  const policy = direction === 'import' ? filters?.evpn?.importPolicyId : filters?.evpn?.exportPolicyId
  return policy !== undefined || unknownFilters?.includes(direction) === true
}

/** It makes routes anew, or keeps only those with targets of its own. */
function remakes(device: DeviceIntent): boolean {
  return reoriginates(device) || (device.bgp?.vpnTargetPolicy === true && device.bridgeDomains.length === 0)
}

/** Devices that hold a route of the originator. */
function spread(
  edges: ReadonlyMap<number, readonly Edge[]>,
  originator: number,
  carries: (edge: Edge) => boolean,
): ReadonlySet<number> {
  const holders = new Set([originator])
  const tellAll = new Set([originator])
  const queue: Held[] = [{ at: originator, toAll: true, overEbgp: false, path: [] }]
  for (const held of queue) {
    for (const edge of edges.get(held.at) ?? []) {
      const knows =
        tellAll.has(edge.to) || (holders.has(edge.to) && edge.sender.type === 'ibgp' && !edge.receiver.reflectClient)
      const next = !knows && carries(edge) ? passedOn(held, edge, held.at === originator) : undefined
      if (next === undefined || tellAll.has(next.at) || (holders.has(next.at) && !next.toAll)) continue
      holders.add(next.at)
      if (next.toAll) tellAll.add(next.at)
      queue.push(next)
    }
  }
  return holders
}

function passedOn(held: Held, { to, sender, receiver, asNumbers }: Edge, isOwn: boolean): Held | undefined {
  if (sender.type === 'ibgp') {
    if (!held.toAll && !sender.reflectClient) return undefined
    if (held.overEbgp && sender.nextHopLocal) return undefined
    return { at: to, toAll: receiver.reflectClient, overEbgp: false, path: held.path }
  }
  if (!isOwn && !sender.nextHopInvariable) return undefined
  const path = [...held.path, asNumbers[0]]
  const loops = path.filter((asNumber) => asNumber === asNumbers[1]).length
  return loops > (receiver.allowAsLoop ?? 0) ? undefined : { at: to, toAll: true, overEbgp: true, path }
}
