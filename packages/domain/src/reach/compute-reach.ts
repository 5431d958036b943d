import type { NetworkIntent } from '../intent'
import type { Network } from '../model'
import type { Failure } from './failure'
import { noFailure } from './failure'
import type { Reachability } from './reachability'
import type { SettledNetwork } from './settle-network'
import { settleNetwork } from './settle-network'
import type { Answers } from './verdicts'
import { allAnswers, reachabilityOf } from './verdicts'

/**
 * Which sessions come up, along which paths, and why not.
 *
 * Sessions, the routes they carry and the tunnels over them follow from each other; `settled` is false when they still
 * changed when that was stopped. What depends on it is then unknown.
 *
 * @param failure what is down, none of it changed in its configuration
 * @source routing.md D6
 */
export function computeReach(network: Network, intent: NetworkIntent, failure: Failure = noFailure): Reachability {
  return simulated(network, intent, failure).reachability
}

/** Everything that was found out about a network. */
export type Simulated = SettledNetwork & {
  readonly network: Network
  readonly intent: NetworkIntent
  readonly answers: Answers
  readonly reachability: Reachability
}

export function simulated(network: Network, intent: NetworkIntent, failure: Failure): Simulated {
  const state = settleNetwork(network, intent, failure)
  const { igp, pairs, findings } = state
  const answers = allAnswers(state, { pairs, findings, adjacencies: igp.adjacencies })
  const reachability = reachabilityOf(state, answers, findings)
  return { ...state, network, intent, answers, reachability }
}
