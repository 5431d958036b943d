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
  for (let round = 1; ; round += 1) {
    const live = findings.flatMap((found) => found.live ?? []).filter(carriesRoutes)
    const same = signature(live) === signature(carried) && (round > 1 || steady.length === 0)
    if (same) return { routing, findings, settled: true }
    if (round > mostRounds) return { routing, findings, settled: false }
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

/** Sessions and the addresses they run between; two rounds with the same ones have the same routes. */
function signature(live: readonly LiveSession[]): string {
  return live.map(({ sessions, addresses }) => `${sessions[0].key} ${addresses.join(' ')}`).join('\n')
}
