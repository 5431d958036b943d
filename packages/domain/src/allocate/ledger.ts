import type { PoolId, RecordId } from '../model'
import type { AllocatedField, Allocation, AllocationEntry, AllocationKey } from './allocation'
import { allocationKey } from './allocation'

/** Where the parts of `allocate` write down what they gave. */
export type Ledger = {
  readonly give: (
    recordId: RecordId,
    field: AllocatedField,
    from: { readonly value: string | number; readonly poolId?: PoolId },
  ) => void
  readonly refuse: (recordId: RecordId, field: AllocatedField, poolId?: PoolId) => void
  readonly close: () => Allocation
}

export function openLedger(): Ledger {
  const entries = new Map<AllocationKey, AllocationEntry>()
  const exhausted = new Map<AllocationKey, Allocation['exhausted'][number]>()
  return {
    give: (recordId, field, { value, poolId }) => {
      const key = allocationKey(recordId, field)
      entries.set(key, { key, recordId, field, value, ...(poolId === undefined ? {} : { poolId }) })
    },
    refuse: (recordId, field, poolId) => {
      const key = allocationKey(recordId, field)
      exhausted.set(key, { key, recordId, ...(poolId === undefined ? {} : { poolId }) })
    },
    close: () => ({ entries, exhausted: [...exhausted.values()] }),
  }
}
