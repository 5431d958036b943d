import type { AllocationKey } from '../allocate'
import type { RecordId } from '../model'
import type { DerivationId } from './derivations'

/** Why a configuration line is there. */
export type Origin = {
  /** A key of the derivation table, which has the sentence and the source, e.g. `bgp.peer.source`. */
  readonly derivation: DerivationId
  /** At least one. */
  readonly records: readonly RecordId[]
  readonly allocations: readonly AllocationKey[]
}
