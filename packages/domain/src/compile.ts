import { allocate } from './allocate'
import { runChecks } from './check'
import { renderConfigs } from './config'
import { expandIntents } from './expand'
import type { Compilation } from './explain'
import { deriveIntent } from './intent'
import type { Network } from './model'
import { computeReach } from './reach'

/**
 * Derives everything from a network: numbers, intent, reachability, configurations and findings.
 *
 * Total: every network that parsed compiles; mistakes of people are findings. The result depends
 * neither on the order of records nor on the layout, and is the same in browser, server and CLI.
 */
export function compile(drawn: Network): Compilation {
  const network = expandIntents(drawn)
  const allocation = allocate(network)
  const intent = deriveIntent(network, allocation)
  const reachability = computeReach(network, intent)
  const configs = renderConfigs(intent)
  const findings = runChecks({ network, allocation, intent, reachability, configs })
  return { network, allocation, intent, reachability, configs, findings }
}
