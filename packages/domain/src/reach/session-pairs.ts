import type { SessionKey } from '../intent'
import { bgpSessions } from '../intent'
import type { LiveSession } from './bgp-graph'
import type { Fact } from './facts'
import { statusOf } from './facts'
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
  /** Facts each side has of its own. */
  readonly facts: readonly [readonly Fact[], readonly Fact[]]
  /** Facts of both together. */
  readonly shared: readonly Fact[]
  readonly askedBgp: boolean
  readonly reads: Reads
  readonly live?: LiveSession
}

export function sessionPairs(plane: Plane): readonly SessionPair[] {
  const sides = new Map<SessionKey, SessionSide>()
  for (const [index, device] of plane.devices.entries()) {
    for (const session of bgpSessions(device)) {
      const table = tableOf(plane, index, session.vrfId ?? '')
      sides.set(session.key, { session, device, ...(table === undefined ? {} : { table }) })
    }
  }
  const pairs: SessionPair[] = []
  for (const [key, side] of sides) {
    const other = sides.get(side.session.otherKey)
    if (other === undefined || key < side.session.otherKey) pairs.push([side, other])
  }
  return pairs
}

/** Sends the packets of both sides through the tables of this round. */
export function examinePair(plane: Plane, routing: Routing, [a, b]: SessionPair): PairFindings {
  const { value, reads } = answer(
    routing,
    () => [examineSide(plane, routing, a), b === undefined ? undefined : examineSide(plane, routing, b)] as const,
  )
  const [first, second] = value
  const askedBgp = reads.bgp
  const own = sideFacts(plane, { own: a, other: b, found: first, otherFound: second })
  if (b === undefined || second === undefined) {
    return { sides: [first, undefined], facts: [own, []], shared: [], askedBgp, reads }
  }
  const facts = [own, sideFacts(plane, { own: b, other: a, found: second, otherFound: first })] as const
  const shared = agreementFacts([a, b])
  const findings: PairFindings = { sides: [first, second], facts, shared, askedBgp, reads }
  const live = [facts[0], facts[1], shared].every((each) => statusOf(each) === 'established')
  return live ? { ...findings, ...liveSession([a, b], [first, second]) } : findings
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
