import type { NetworkIntent } from '../intent'
import type { Network } from '../model'
import type { LiveSession } from './bgp-graph'
import { carriesRoutes } from './bgp-graph'
import type { Failure } from './failure'
import { noFailure } from './failure'
import type { Igp } from './igp'
import { buildIgp } from './igp'
import type { IgpRouting } from './igp-routes'
import type { Reachability } from './reachability'
import type { Routing, RoutingBase } from './routing'
import { createRouting, routingBase } from './routing'
import type { PairFindings, SessionPair } from './session-pairs'
import { examinePair, sessionPairs } from './session-pairs'
import type { Plane } from './tables'
import { buildPlane } from './tables'
import type { Answers } from './verdicts'
import { allAnswers, reachabilityOf } from './verdicts'

/** Sessions over sessions over sessions: deeper than any design, small enough to stop early. */
const mostRounds = 16

/**
 * Which sessions come up, along which paths, and why not.
 *
 * Sessions need routes and BGP routes need sessions, so rounds follow each other until no session
 * changes: the first round knows no BGP, each next one what the sessions of the last one carry.
 * `settled` is false when sessions still changed at the bound; their verdicts are then unknown.
 *
 * @param failure what is down, none of it changed in its configuration
 * @source routing.md D6
 */
export function computeReach(network: Network, intent: NetworkIntent, failure: Failure = noFailure): Reachability {
  return simulated(network, intent, failure).reachability
}

/** Everything that was found out about a network. */
export type Simulated = {
  readonly network: Network
  readonly intent: NetworkIntent
  readonly plane: Plane
  readonly igp: Igp
  readonly base: RoutingBase
  readonly routing: Routing
  readonly pairs: readonly SessionPair[]
  readonly findings: readonly PairFindings[]
  readonly settled: boolean
  readonly answers: Answers
  readonly reachability: Reachability
}

export function simulated(network: Network, intent: NetworkIntent, failure: Failure): Simulated {
  const plane = buildPlane(network, intent, failure)
  const igp = buildIgp(plane, intent)
  const pairs = sessionPairs(plane)
  const base = routingBase(plane, igp)
  const { routing, findings, settled } = settle(plane, base, { pairs, steady: [] })
  const state = { plane, routing, settled }
  const answers = allAnswers(state, { pairs, findings, adjacencies: igp.adjacencies })
  const reachability = reachabilityOf(state, answers, findings)
  return { network, intent, igp, base, pairs, findings, ...state, answers, reachability }
}

type Simulation = {
  readonly routing: Routing
  readonly findings: readonly PairFindings[]
  readonly settled: boolean
}

/** The routing every session has settled in. */
export function simulate(plane: Plane, igp: IgpRouting, pairs: readonly SessionPair[]): Simulation {
  return settle(plane, routingBase(plane, igp), { pairs, steady: [] })
}

/**
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
      return known !== undefined && !known.askedBgp ? known : examinePair(plane, routing, pair)
    })
  }
}

/** Sessions and the addresses they run between; two rounds with the same ones have the same routes. */
function signature(live: readonly LiveSession[]): string {
  return live.map(({ sessions, addresses }) => `${sessions[0].key} ${addresses.join(' ')}`).join('\n')
}
