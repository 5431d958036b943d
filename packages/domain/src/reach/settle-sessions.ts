import type { SessionKey } from '../intent'
import type { LiveSession } from './bgp-graph'
import { carriesRoutes } from './bgp-graph'
import { joinedReads } from './reads'
import type { Routing, RoutingBase } from './routing'
import { createRouting } from './routing'
import type { PairFindings, SessionPair } from './session-pairs'
import { examinePair } from './session-pairs'
import type { Plane } from './tables'

/** Sessions over sessions over sessions: deeper than any design, small enough to stop early. */
const mostRounds = 16

export type Simulation = {
  readonly routing: Routing
  readonly findings: readonly PairFindings[]
  readonly settled: boolean
  /** Sessions that still came and went when that was stopped. */
  readonly turning: readonly SessionKey[]
}

/**
 * The routing every session has settled in. Sessions need routes and BGP routes need sessions, so rounds follow each
 * other until no session changes: the first round knows no BGP, each next one what the sessions of the last one carry.
 *
 * @param pairs sessions whose state has to be found out
 * @param steady sessions that are up whatever the others do, and carry routes
 */
export function settle(
  plane: Plane,
  base: RoutingBase,
  { pairs, steady }: { readonly pairs: readonly SessionPair[]; readonly steady: readonly LiveSession[] },
): Simulation {
  let routing = createRouting(base, () => [])
  let findings: readonly PairFindings[] = pairs.map((pair) => examinePair(plane, routing, pair))
  let carried: readonly LiveSession[] = []
  const turning = new Set<SessionKey>()
  for (let round = 1; ; round += 1) {
    const live = findings.flatMap((found) => found.live ?? []).filter(carriesRoutes)
    const same = isSame(live, carried) && (round > 1 || steady.length === 0)
    if (same) return { routing, findings, settled: true, turning: [] }
    // The first rounds only build up what carries the later ones.
    if (round > mostRounds / 2) for (const key of changed(carried, live)) turning.add(key)
    if (round > mostRounds) return { routing, findings, settled: false, turning: [...turning].sort() }
    carried = live
    routing = createRouting(base, () => [...steady, ...live])
    const before = findings
    findings = pairs.map((pair, index) => {
      const known = before[index]
      if (known?.askedBgp === false) return known
      const found = examinePair(plane, routing, pair)
      // What an earlier round looked at counts too: it decided which sessions this one saw.
      return known === undefined ? found : { ...found, reads: joinedReads(known.reads, found.reads) }
    })
  }
}

/** Whether the same sessions run between the same addresses: two such rounds have the same routes. */
function isSame(a: readonly LiveSession[], b: readonly LiveSession[]): boolean {
  if (a.length !== b.length) return false
  return a.every(({ sessions, addresses }, at) => {
    const other = b[at]
    return (
      sessions[0].key === other?.sessions[0].key &&
      addresses[0] === other.addresses[0] &&
      addresses[1] === other.addresses[1]
    )
  })
}

function nameOf({ sessions, addresses }: LiveSession): string {
  return `${sessions[0].key} ${addresses.join(' ')}`
}

/** Sessions of one round that are not there, or run elsewhere, in the other. */
function changed(before: readonly LiveSession[], now: readonly LiveSession[]): readonly SessionKey[] {
  const [old, fresh] = [new Set(before.map(nameOf)), new Set(now.map(nameOf))]
  const gone = before.filter((each) => !fresh.has(nameOf(each)))
  const come = now.filter((each) => !old.has(nameOf(each)))
  return [...gone, ...come].map(({ sessions }) => sessions[0].key)
}
