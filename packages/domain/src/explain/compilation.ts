import type { Allocation } from '../allocate'
import type { Finding } from '../check'
import type { DeviceConfigs } from '../config'
import type { NetworkIntent } from '../intent'
import type { Network } from '../model'
import type { Reachability } from '../reach'

/** Everything that follows from a network. Frozen and serialisable. */
export type Compilation = {
  /** What was compiled, with its intents expanded: the peerings and BMP sessions that sessions and findings name. */
  readonly network: Network
  readonly allocation: Allocation
  readonly intent: NetworkIntent
  readonly reachability: Reachability
  readonly configs: DeviceConfigs
  readonly findings: readonly Finding[]
}
