import type { NetworkIntent, SessionKey } from '../intent'
import type { BmpSessionId, Network } from '../model'
import { text } from '../model'
import type { LiveSession } from './bgp-graph'
import { carriesRoutes } from './bgp-graph'
import { bmpVerdict } from './bmp-verdict'
import type { Failure } from './failure'
import { noFailure } from './failure'
import { buildIgp } from './igp'
import type { IgpRouting } from './igp-routes'
import { mlagVerdicts } from './mlag-verdict'
import type { Reachability, SessionVerdict } from './reachability'
import { listRoutes } from './route-list'
import type { Routing, RoutingBase } from './routing'
import { createRouting, routingBase } from './routing'
import type { PairFindings, SessionPair } from './session-pairs'
import { examinePair, sessionPairs } from './session-pairs'
import { pairVerdicts, verdictOf } from './session-verdict'
import type { Plane } from './tables'
import { buildPlane } from './tables'
import { vtepVerdicts } from './vtep-verdict'

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
  const plane = buildPlane(network, intent, failure)
  const igp = buildIgp(plane, intent)
  const pairs = sessionPairs(plane)
  const { routing, findings, settled } = simulate(plane, igp, pairs)
  const steady = (): boolean => settled && routing.settled()
  const weighed = (verdict: SessionVerdict, askedBgp: boolean): SessionVerdict =>
    steady() || !askedBgp ? verdict : doubted(verdict)
  const judged = (judge: () => SessionVerdict): SessionVerdict => {
    const before = routing.askedBgp()
    const verdict = judge()
    return weighed(verdict, routing.askedBgp() !== before)
  }

  const bgpSessions = new Map<SessionKey, SessionVerdict>()
  for (const [index, pair] of pairs.entries()) {
    const found = findings[index]
    if (found === undefined) continue
    for (const [key, verdict] of pairVerdicts(plane, routing, { pair, findings: found })) {
      bgpSessions.set(key, weighed(verdict, found.askedBgp))
    }
  }
  const bmpSessions = new Map<BmpSessionId, SessionVerdict>()
  for (const [index, device] of plane.devices.entries()) {
    for (const session of device.bmp?.sessions ?? []) {
      const verdict = judged(() => bmpVerdict(plane, routing, { device, index, session }))
      bmpSessions.set(session.bmpSessionId, verdict)
    }
  }
  const used = findings.flatMap(({ sides }) => sides.flatMap((side) => side?.toRemote?.used ?? []))
  return {
    routes: listRoutes(plane, routing, used),
    bgpSessions,
    bmpSessions,
    mlagChannels: mlagVerdicts(plane, routing, judged),
    vteps: vtepVerdicts(plane, routing, judged),
    igpAdjacencies: igp.adjacencies.map(({ facts, ...adjacency }) => ({
      ...adjacency,
      verdict: verdictOf(facts, {}),
    })),
    settled: steady(),
  }
}

type Simulation = {
  readonly routing: Routing
  readonly findings: readonly PairFindings[]
  readonly settled: boolean
}

/** What depends on routes that never settle is not known, however the last round ended. */
function doubted(verdict: SessionVerdict): SessionVerdict {
  const says = text(
    'The routes of this path never settle: sessions take turns.',
    '该路径的路由无法收敛：会话交替通断。',
  )
  const proof = [...verdict.proof, { fact: 'forward-path', holds: 'unknown', says, records: [] } as const]
  return { ...verdict, status: 'unknown', assurance: 'unknown', proof }
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
