import type { Allocation } from '../allocate'
import type { Finding } from '../check'
import type { DeviceConfigs } from '../config'
import type { NetworkIntent } from '../intent'
import type { Reachability } from '../reach'

/** Everything that follows from a network. Frozen and serialisable. */
export type Compilation = {
  readonly allocation: Allocation
  readonly intent: NetworkIntent
  readonly reachability: Reachability
  readonly configs: DeviceConfigs
  readonly findings: readonly Finding[]
}
