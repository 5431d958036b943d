import type { Crosses, Underlay } from './meshes'
import { least } from './meshes'
import type { SessionVerdict } from './reachability'
import type { Routing } from './routing'
import type { Judged } from './session-verdict'
import type { Plane } from './tables'
import { tableOf } from './tables'
import { pairsOf, sharersOf, tunnelVerdict } from './vtep-verdict'
import type { Vtep } from './vteps'
import { areOneVtep, vtepsOf } from './vteps'
import { walk } from './walk'

/**
 * Whether the underlay carries tunnels between VTEPs. Of a few every two are asked. Of many the chain of their
 * verdicts tells which parts the underlay has: who reaches the next one and is reached by it is in one part with it,
 * and parts are asked again through the first of each.
 */
export function underlayOf(plane: Plane, routing: Routing, judged: Judged): Underlay {
  const sharers = sharersOf(vtepsOf(plane))
  const known = new Map<string, Crosses>()
  const ask = (a: Vtep, b: Vtep): Crosses => {
    if (areOneVtep(plane, a, b)) return insidePair(plane, routing, [a, b])
    if (a.source === b.source) return 'no'
    const ends = a.device < b.device ? ([a, b] as const) : ([b, a] as const)
    const key = `${ends[0].device} ${ends[1].device}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = crossesOf(
      plane,
      ends,
      judged(() => tunnelVerdict(plane, routing, { ends, sharers })),
    )
    known.set(key, found)
    return found
  }
  return (members) => {
    const asked = [...pairsOf(members)].length
    const isFull = asked >= members.length
    return isFull ? ask : byParts(plane, members, ask)
  }
}

/** Packets to a source that a pair shares may end at either member. A tunnel inside a tunnel may be its own. */
function crossesOf(plane: Plane, [a, b]: readonly [Vtep, Vtep], verdict: SessionVerdict): Crosses {
  if (verdict.status === 'down') return 'no'
  const ways = [verdict.forward, verdict.back]
  if (verdict.status === 'unknown' || ways.some((way) => way?.kind === 'reachable' && way.tunnels !== undefined))
    return 'open'
  const endsAt = (path: SessionVerdict['forward'], wanted: Vtep): boolean => {
    const end = path?.kind === 'reachable' ? path.path.at(-1) : undefined
    return end === wanted.deviceId || plane.devices[wanted.device]?.dfsGroup?.otherDeviceId === end
  }
  return endsAt(verdict.forward, b) && endsAt(verdict.back, a) ? 'yes' : 'no'
}

/** The members of a pair that is one VTEP join their bridge domains by the bypass tunnel; else by the peer-link. */
function insidePair(plane: Plane, routing: Routing, [a, b]: readonly [Vtep, Vtep]): Crosses {
  const way = (from: Vtep, to: Vtep): Crosses => {
    const table = tableOf(plane, from.device, '')
    if (table === undefined || from.bypass?.peer === undefined) return 'no'
    const { verdict } = walk(plane, routing, { from: table, to: from.bypass.peer })
    const arrives = verdict.kind === 'reachable' && verdict.path.at(-1) === to.deviceId
    return verdict.kind === 'unknown' ? 'open' : arrives ? 'yes' : 'no'
  }
  if (a.bypass !== undefined && b.bypass !== undefined) return least(way(a, b), way(b, a))
  const hasPeerLink = ({ device }: Vtep): boolean =>
    plane.devices[device]?.interfaces.some(
      ({ peerLink, interfaceId }) =>
        peerLink !== undefined && plane.segments.up[plane.ports.byId.get(interfaceId ?? 'interface:') ?? -1] === true,
    ) === true
  return hasPeerLink(a) && hasPeerLink(b) ? 'yes' : 'no'
}

type Ask = (a: Vtep, b: Vtep) => Crosses

/** The part of each VTEP: those of one part reach each other. */
function byParts(plane: Plane, members: readonly Vtep[], ask: Ask): Ask {
  const partOf = new Map(members.map((vtep) => [vtep, vtep]))
  const root = (vtep: Vtep): Vtep => {
    let at = vtep
    for (let next = partOf.get(at); next !== undefined && next !== at; next = partOf.get(at)) at = next
    return at
  }
  const join = (a: Vtep, b: Vtep): void => {
    const [one, other] = [root(a), root(b)]
    if (one !== other && ask(a, b) === 'yes') partOf.set(other, one)
  }
  const bySource = new Map<string, Vtep>()
  for (const vtep of members) {
    const twin = bySource.get(vtep.source)
    if (twin !== undefined && areOneVtep(plane, twin, vtep)) join(twin, vtep)
    else bySource.set(vtep.source, vtep)
  }
  let parts = members
  for (;;) {
    for (const [a, b] of pairsOf(parts)) join(a, b)
    const left = members.filter((vtep) => root(vtep) === vtep)
    if (left.length >= parts.length || left.length < 2) break
    parts = left
  }
  const roots = new Map(members.map((vtep) => [vtep, root(vtep)]))
  return (a, b) => {
    const [one, other] = [roots.get(a), roots.get(b)]
    return one === undefined || other === undefined || one === other
      ? 'yes'
      : ask(one, other) === 'open'
        ? 'open'
        : 'no'
  }
}
