import type { ConfigTree } from '@weft/vrp'
import type { Allocation } from './allocate'
import type { Finding } from './check'
import type { Origin } from './config'
import type { NetworkIntent } from './intent'
import type { DeviceId } from './model'
import type { Reachability } from './reach'

/** Everything that follows from a network. Frozen and serialisable. */
export type Compilation = {
  readonly allocation: Allocation
  readonly intent: NetworkIntent
  readonly reachability: Reachability
  readonly configs: ReadonlyMap<DeviceId, ConfigTree<Origin>>
  readonly findings: readonly Finding[]
}
