import type { AllocationNote, NetworkRecord } from '../model'

/** The notes of a record that hold: each about a number the record still has. */
export function notesOf(record: NetworkRecord): readonly AllocationNote[] {
  if (!('allocations' in record) || record.allocations === undefined) return []
  return record.allocations.filter((note) => numbersOf(record, note.field).includes(note.value))
}

/** What a record has in a field that numbers are given to. */
export function numbersOf(record: NetworkRecord, field: AllocationNote['field']): readonly (string | number)[] {
  const value: unknown = Reflect.get(record, field)
  return (Array.isArray(value) ? value : [value]).filter(
    (each: unknown) => typeof each === 'string' || typeof each === 'number',
  )
}
