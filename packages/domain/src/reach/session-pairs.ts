import type { SessionKey } from '../intent'
import type { LiveSession } from './bgp-graph'
import { statusOf } from './facts'
import type { Routing } from './routing'
import { sharedFacts, sideFacts } from './session-facts'
import type { SessionSide, SideFindings } from './session-sides'
import { examineSide } from './session-sides'
import type { Plane } from './tables'

/** A session with the sides that are configured in the design; a host has none. */
export type SessionPair = readonly [SessionSide, SessionSide | undefined]

/** What one round found out about a pair. */
export type PairFindings = {
  readonly sides: readonly [SideFindings, SideFindings | undefined]
  readonly askedBgp: boolean
  readonly live?: LiveSession
}

export function sessionPairs(plane: Plane): readonly SessionPair[] {
  const sides = new Map<SessionKey, SessionSide>()
  for (const [index, device] of plane.devices.entries()) {
    for (const session of device.bgp?.sessions ?? []) {
      const table = plane.tableOf(index, session.vrfId ?? '')
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
  const before = routing.askedBgp()
  const first = examineSide(plane, routing, a)
  const second = b === undefined ? undefined : examineSide(plane, routing, b)
  const sides = [first, second] as const
  const findings = { sides, askedBgp: routing.askedBgp() !== before }
  if (b === undefined || second === undefined || a.table === undefined || b.table === undefined) return findings
  const addresses = [first.source.address, second.source.address] as const
  if (addresses[0] === undefined || addresses[1] === undefined) return findings
  const facts = [
    ...sideFacts(plane, { own: a, other: b, found: first, otherFound: second }),
    ...sideFacts(plane, { own: b, other: a, found: second, otherFound: first }),
    ...sharedFacts([a, b]),
  ]
  if (statusOf(facts) !== 'established') return findings
  const live: LiveSession = {
    sessions: [a.session, b.session],
    tables: [a.table.index, b.table.index],
    addresses: [addresses[0], addresses[1]],
  }
  return { ...findings, live }
}
