import { allocate } from './allocate'
import type { DeviceConfigs } from './config'
import { renderConfigs } from './config'
import { expandIntents } from './expand'
import { deriveIntent } from './intent'
import type { Network } from './model'

/** A network with its intents expanded, and the configurations that follow from it. */
export type Derived = { readonly network: Network; readonly configs: DeviceConfigs }

/** Configurations without the reachability and the findings, which nobody asked for. */
export function deriveConfigs(drawn: Network): Derived {
  const network = expandIntents(drawn)
  return { network, configs: renderConfigs(deriveIntent(network, allocate(network))) }
}
