import type { NetworkIntent } from '../intent'
import type { DeviceId, Network } from '../model'
import type { Simulated } from './compute-reach'
import { simulated } from './compute-reach'
import { noFailure } from './failure'
import { adopted, keepEqual } from './kept-verdicts'
import { networkChange } from './network-change'
import type { Reachability } from './reachability'
import { updatedState } from './updated-state'

/** What was found out about a network, kept to be brought up to date after an edit. */
export type ReachSimulation = { readonly reachability: Reachability; readonly state: Simulated }

export type ReachUpdate = {
  readonly simulation: ReachSimulation
  /** Devices whose verdicts or routes differ; all others keep theirs, object by object. */
  readonly changed: ReadonlySet<DeviceId>
}

export function simulateReach(network: Network, intent: NetworkIntent): ReachSimulation {
  const state = simulated(network, intent, noFailure)
  return { reachability: state.reachability, state }
}

/**
 * The same as simulating the new network, at the price of what the edit can have changed. Answers are asked again
 * when they come from something that differs; where nobody can tell what differs, everything is found out anew.
 *
 * @param touched devices whose intent may differ; those of all others are the same objects as before
 */
export function updateReach(
  before: ReachSimulation,
  network: Network,
  intent: NetworkIntent,
  touched: ReadonlySet<DeviceId>,
): ReachUpdate {
  const change = networkChange(before.state, { network, intent }, touched)
  const updated = change === 'everything' ? undefined : updatedState(before.state, { network, intent, change })
  if (updated !== undefined) return { simulation: simulationOf(updated.state), changed: updated.changed }
  const anew = simulated(network, intent, noFailure)
  const { reachability, changed } = keepEqual(before.state, anew)
  const answers = adopted(anew.answers, reachability)
  return { simulation: simulationOf({ ...anew, answers, reachability }), changed }
}

function simulationOf(state: Simulated): ReachSimulation {
  return { reachability: state.reachability, state }
}
