import type { SessionKey } from '../intent'
import { bgpSessions } from '../intent'
import type { LiveSession } from './bgp-graph'
import type { Fact } from './facts'
import { joinedStatus, leastSureOf, statusOf } from './facts'
import type { Assurance, SessionStatus } from './reachability'
import type { Reads } from './reads'
import { answer } from './reads'
import type { Routing } from './routing'
import { agreementFacts } from './session-agreement'
import { sideFacts } from './session-facts'
import type { SessionSide, SideFindings } from './session-sides'
import { examineSide } from './session-sides'
import type { Plane } from './tables'
import { tableOf } from './tables'

/** A session with the sides that are configured in the design; a host has none. */
export type SessionPair = readonly [SessionSide, SessionSide | undefined]

/** What one round found out about a pair. */
export type PairFindings = {
  readonly sides: readonly [SideFindings, SideFindings | undefined]
  readonly status: SessionStatus
  readonly askedBgp: boolean
  readonly reads: Reads
  readonly live?: LiveSession
  /** How sure the facts are that each side of an established session sees. */
  readonly sure?: readonly [Assurance, Assurance]
}

/** What has to be true for a session. */
export type PairFacts = {
  /** Facts each side has of its own. */
  readonly own: readonly [readonly Fact[], readonly Fact[]]
  /** Facts of both together. */
  readonly shared: readonly Fact[]
}

export function sessionPairs(plane: Plane): readonly SessionPair[] {
  const sides = new Map<SessionKey, SessionSide>()
  for (const [index, device] of plane.devices.entries()) {
    for (const session of bgpSessions(device)) {
      const table = tableOf(plane, index, session.vrfId ?? '')
      sides.set(session.key, table === undefined ? { session, device } : { session, device, table })
    }
  }
  const pairs: SessionPair[] = []
  for (const [key, side] of sides) {
    const other = sides.get(side.session.otherKey)
    if (other === undefined || key < side.session.otherKey) pairs.push([side, other])
  }
  return pairs
}

/** A pair whose sides look into the tables of a plane. */
export function inTables(plane: Plane, pair: SessionPair): SessionPair {
  const [a, b] = pair
  const moved = <Side extends SessionSide | undefined>(side: Side): Side | SessionSide => {
    const table = side?.table === undefined ? undefined : plane.tables[side.table.index]
    return side === undefined || table === undefined || table === side.table ? side : { ...side, table }
  }
  const [one, other] = [moved(a), moved(b)]
  return one === a && other === b ? pair : [one, other]
}

/** Sends the packets of both sides through the tables of this round. */
export function examinePair(plane: Plane, routing: Routing, [a, b]: SessionPair): PairFindings {
  const { value, reads } = answer(
    routing,
    () => [examineSide(plane, routing, a), b === undefined ? undefined : examineSide(plane, routing, b)] as const,
  )
  const [first, second] = value
  const { own, shared } = pairFacts(plane, [a, b], value)
  const status = joinedStatus([statusOf(own[0]), statusOf(own[1]), statusOf(shared)])
  const findings: PairFindings = { sides: value, status, askedBgp: reads.bgp, reads }
  if (status !== 'established' || b === undefined || second === undefined) return findings
  const together = leastSureOf(shared)
  const sure = [leastSureOf(own[0], together), leastSureOf(own[1], together)] as const
  return { ...findings, ...liveSession([a, b], [first, second]), sure }
}

/** Thousands of sessions have a dozen facts each: they are read off when somebody asks, and not kept. */
export function pairFacts(plane: Plane, [a, b]: SessionPair, [first, second]: PairFindings['sides']): PairFacts {
  const own = sideFacts(plane, { own: a, other: b, found: first, otherFound: second })
  if (b === undefined || second === undefined) return { own: [own, []], shared: [] }
  const others = sideFacts(plane, { own: b, other: a, found: second, otherFound: first })
  return { own: [own, others], shared: agreementFacts([a, b]) }
}

function liveSession(
  [a, b]: readonly [SessionSide, SessionSide],
  [first, second]: readonly [SideFindings, SideFindings],
): { readonly live?: LiveSession } {
  const addresses = [first.source.address, second.source.address] as const
  if (a.table === undefined || b.table === undefined || addresses[0] === undefined || addresses[1] === undefined)
    return {}
  return {
    live: {
      sessions: [a.session, b.session],
      tables: [a.table.index, b.table.index],
      addresses: [addresses[0], addresses[1]],
    },
  }
}
