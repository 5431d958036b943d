import type { AllocatedField, PoolId, RecordId } from '../model'
import type { Allocation, AllocationEntry, AllocationKey, Avoided } from './allocation'
import { allocationKey } from './allocation'

type Given = { readonly value: string | number; readonly poolId?: PoolId; readonly after?: RecordId }

/** Where the parts of `allocate` write down what they gave. */
export type Ledger = {
  readonly avoided: Avoided
  readonly give: (recordId: RecordId, field: AllocatedField, given: Given) => void
  readonly refuse: (recordId: RecordId, field: AllocatedField, poolId?: PoolId) => void
  readonly close: () => Allocation
}

export function openLedger(avoided: Avoided): Ledger {
  const entries = new Map<AllocationKey, AllocationEntry>()
  const exhausted = new Map<AllocationKey, Allocation['exhausted'][number]>()
  return {
    avoided,
    give: (recordId, field, { value, poolId, after }) => {
      const key = allocationKey(recordId, field)
      entries.set(key, {
        key,
        recordId,
        field,
        value,
        ...(poolId === undefined ? {} : { poolId }),
        ...(after === undefined ? {} : { after }),
      })
    },
    refuse: (recordId, field, poolId) => {
      const key = allocationKey(recordId, field)
      exhausted.set(key, { key, recordId, ...(poolId === undefined ? {} : { poolId }) })
    },
    close: () => ({ entries, exhausted: [...exhausted.values()] }),
  }
}
