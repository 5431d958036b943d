import type { PoolId, RecordId } from '../model'

/** `<record id>/<field>`, for example `device:leaf-1/asNumber` or `interface:leaf-1.lo0/ipv4`. */
export type AllocationKey = `${RecordId}/${string}`

/** One number given because nobody had given it. */
export type AllocationEntry = {
  readonly key: AllocationKey
  readonly recordId: RecordId
  readonly field: string
  /** Canonical text of an address, or a number. */
  readonly value: string | number
  readonly poolId?: PoolId
}

/** What `allocate` fills in. Given numbers are not in it: they stay where they were given. */
export type Allocation = {
  readonly entries: ReadonlyMap<AllocationKey, AllocationEntry>
  /** Requests no pool could serve. They become findings. */
  readonly exhausted: readonly { readonly key: AllocationKey; readonly recordId: RecordId; readonly poolId?: PoolId }[]
}
