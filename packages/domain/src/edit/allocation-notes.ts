import type { AllocationEntry } from '../allocate'
import { notesOf } from '../allocate'
import type { AllocationNote, NetworkRecord } from '../model'

/** The record with a number that was allocated, and the note of where it came from. */
export function withNumber(record: NetworkRecord, entry: AllocationEntry): NetworkRecord {
  const { field, value, poolId, after } = entry
  const note: AllocationNote = {
    field,
    value,
    ...(poolId === undefined ? {} : { pool: poolId }),
    ...(after === undefined ? {} : { after }),
  }
  const others = notesOf(record).filter((other) => other.field !== field)
  // Interfaces hold lists of addresses; every entry is for a field of its record and canonical.
  const stored = field === 'ipv4' || field === 'ipv6' ? [value] : value
  return { ...record, [field]: stored, allocations: [...others, note] } as NetworkRecord
}

/** The record without notes about numbers it no longer has: somebody has given it others. */
export function withoutStaleNotes<R extends NetworkRecord>(record: R): R {
  if (!('allocations' in record) || record.allocations === undefined) return record
  const notes = notesOf(record)
  if (notes.length > 0 && notes.length === record.allocations.length) return record
  return notes.length === 0 ? withoutNotes(record) : { ...record, allocations: notes }
}

/** A copy has its numbers from the record it was copied from, and not from a pool. */
export function withoutNotes<R extends NetworkRecord>(record: R): R {
  if (!('allocations' in record)) return record
  const { allocations: _, ...rest } = record
  return rest as R // the notes are optional
}
