import type { AllocatedField, PoolId, RecordId } from '../model'

/** `<record id>/<field>`, for example `device:leaf-1/asNumber` or `interface:leaf-1.lo0/ipv4`. */
export type AllocationKey = `${RecordId}/${string}`

/** One number given because nobody had given it. */
export type AllocationEntry = {
  readonly key: AllocationKey
  readonly recordId: RecordId
  readonly field: AllocatedField
  /** Canonical text of an address, or a number. */
  readonly value: string | number
  readonly poolId?: PoolId
  /** Whose number comes before it in the pool; absent for the first. */
  readonly after?: RecordId
}

/** What `allocate` fills in. Given numbers are not in it: they stay where they were given. */
export type Allocation = {
  readonly entries: ReadonlyMap<AllocationKey, AllocationEntry>
  /** Requests no pool could serve. They become findings. */
  readonly exhausted: readonly { readonly key: AllocationKey; readonly recordId: RecordId; readonly poolId?: PoolId }[]
}

/** Numbers nobody gets although nothing in the network has them. */
export type Avoided = readonly { readonly field: AllocatedField; readonly value: string | number }[]

export function allocationKey(recordId: RecordId, field: AllocatedField): AllocationKey {
  return `${recordId}/${field}`
}

/** What was given to a field nobody filled in; undefined when it needs none or no pool could serve it. */
export function allocatedValue(
  { entries }: Allocation,
  recordId: RecordId,
  field: AllocatedField,
): AllocationEntry['value'] | undefined {
  return entries.get(allocationKey(recordId, field))?.value
}
