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

/**
 * The fields that can have an allocated value, as they are called in the records.
 * `ipv4` and `ipv6` of an interface hold an interface address (`10.1.0.0/31`), the subnets of a VLANIF
 * link a prefix, `asNumber` and `mlagId` a number, `macAddress` of a gateway a MAC address.
 */
export type AllocatedField = 'asNumber' | 'ipv4' | 'ipv6' | 'ipv4Subnet' | 'ipv6Subnet' | 'mlagId' | 'macAddress'

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
