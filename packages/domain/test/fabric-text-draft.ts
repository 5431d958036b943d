import type { CollectionName } from '../src/model'
import { kindOfCollection } from '../src/model'

/** A record before its schema has seen it. */
export type DraftRecord = { id: string } & { [field: string]: unknown }

/** Records under construction, and what the lines so far have said about names. */
export type Draft = {
  readonly records: { readonly [Name in CollectionName]: Map<string, DraftRecord> }
  /** Interfaces whose switching or routing a line has stated; a cable leaves them as they are. */
  readonly stated: Set<string>
}

export function emptyDraft(): Draft {
  const records = Object.fromEntries(Object.keys(kindOfCollection).map((name) => [name, new Map()]))
  return { records: records as Draft['records'], stated: new Set() }
}

/** Adds a record; a second one of the same name gets `-2`, the next `-3`. */
export function addRecord(draft: Draft, collection: CollectionName, name: string): DraftRecord {
  const records = draft.records[collection]
  const first = `${kindOfCollection[collection]}:${idText(name)}`
  let id = first
  for (let count = 2; records.has(id); count += 1) id = `${first}-${count}`
  const record: DraftRecord = { id }
  records.set(id, record)
  return record
}

/** Changes the name of a record that was just added. */
export function renameRecord(draft: Draft, collection: CollectionName, record: DraftRecord, name: string): void {
  const records = draft.records[collection]
  records.delete(record.id)
  record.id = `${kindOfCollection[collection]}:${idText(name)}`
  if (records.has(record.id)) throw new Error(`there is already a ${record.id}`)
  records.set(record.id, record)
}

/** `100GE1/0/1` as the part of an id: `100GE1-0-1`. */
function idText(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, '-')
}

export function deviceId(draft: Draft, name: string): string {
  const id = `device:${name}`
  if (!draft.records.devices.has(id)) throw new Error(`no device ${name} above this line`)
  return id
}

/** The interface of a device, created when it is first named. `lo0` is LoopBack0. */
export function interfaceOf(draft: Draft, device: string, word: string): DraftRecord {
  const name = interfaceName(word)
  const id = `interface:${device}.${idText(name)}`
  const known = draft.records.interfaces.get(id)
  if (known !== undefined) return known
  const record: DraftRecord = { id, deviceId: deviceId(draft, device), name }
  draft.records.interfaces.set(id, record)
  return record
}

export function interfaceName(word: string): string {
  return word.replace(/^lo(\d+)$/, 'LoopBack$1').replace(/^vlanif(\d+)$/, 'Vlanif$1')
}

export function isInterfaceWord(word: string): boolean {
  return /^(lo\d+|vlanif\d+|[A-Z][A-Za-z-]*\d[\d/:.]*|\d+GE\d[\d/:.]*)$/.test(word)
}

/** Gives an interface one more address; the version decides the field. */
export function addAddress(record: DraftRecord, address: string): void {
  if (address === 'none') {
    record.ipv4 = []
    return
  }
  const field = address.includes(':') ? 'ipv6' : 'ipv4'
  record[field] = [...((record[field] as string[] | undefined) ?? []), address]
}
