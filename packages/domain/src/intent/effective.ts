import type { Allocation } from '../allocate'
import { allocationKey } from '../allocate'
import type { AllocatedField, AllocationNote, Effective, RecordId } from '../model'

export function given<T>(value: T, ...because: readonly RecordId[]): Effective<T> {
  return { value, from: 'given', because }
}

/** A number of a record: a person gave it, or a pool did and it was written down. */
export function stored<T extends string | number>(
  value: T,
  record: { readonly id: RecordId; readonly allocations?: readonly AllocationNote[] },
  field: AllocatedField,
): Effective<T> {
  const isNoted = record.allocations?.some((note) => note.field === field && note.value === value) === true
  if (!isNoted) return given(value, record.id)
  return { value, from: 'allocated', because: [record.id], allocation: allocationKey(record.id, field) }
}

export function derived<T>(value: T, ...because: readonly RecordId[]): Effective<T> {
  return { value, from: 'derived', because }
}

/** What `allocate` gave for a field nobody filled in; undefined when no pool could serve it. */
export function allocated(
  allocation: Allocation,
  recordId: RecordId,
  field: AllocatedField,
): Effective<string | number> | undefined {
  const key = allocationKey(recordId, field)
  const entry = allocation.entries.get(key)
  if (entry === undefined) return undefined
  const because = entry.poolId === undefined ? [recordId] : [recordId, entry.poolId]
  return { value: entry.value, from: 'allocated', because, allocation: key }
}

/** The same provenance for another value: an interface address and the bare address in it. */
export function mapEffective<T, U>(effective: Effective<T>, map: (value: T) => U): Effective<U> {
  return { ...effective, value: map(effective.value) }
}
