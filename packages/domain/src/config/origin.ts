import type { AllocationKey } from '../allocate'
import type { RecordId } from '../model'

/** Why a configuration line is there. */
export type Origin = {
  /** A key of the derivation table, which has the sentence and the source, e.g. `bgp.session.source`. */
  readonly derivation: string
  readonly records: readonly RecordId[]
  readonly allocations: readonly AllocationKey[]
}
