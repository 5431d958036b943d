import { interfaceKind } from '@weft/net'
import { collectionOf, isRecordId, parseRecord } from '../document'
import type { Design, DeviceInterface, Network, NetworkRecord, RecordId } from '../model'
import { text } from '../model'
import { withoutNotes } from './allocation-notes'
import type { Command, Refusal } from './command'
import type { Draft } from './draft'
import { diesWith, handle, withoutGone } from './references-gone'
import { idTaken, refusal, refusedValue } from './refusal'
import { takenNumbers, withoutTakenNumbers } from './taken-numbers'
import { nameOutside, takenNames } from './unused-name'

type Paste = Extract<Command, { readonly kind: 'records.paste' }>

/** These are shared by a design, so a copy may go on pointing to the one that is there. */
const drawn: ReadonlySet<string> = new Set(['devices', 'interfaces', 'links', 'hosts'])

/**
 * Adds copies under the ids the shell gave them. Names become unique; numbers that something else has
 * are left out, so that allocation gives new ones; a cable comes along only with both of its ends, and
 * whatever needs a record that did not come along and is not here stays behind.
 */
export function pasteRecords(draft: Draft, { records, positions }: Paste): Refusal | undefined {
  const read = readRecords(draft, records)
  if ('refused' in read) return read.refused
  const whole = withoutMissing(read.records, draft)
  const taken = takenNumbers(draft.network)
  const names = takenNames(draft.network)
  for (const record of whole) {
    const named = withUniqueName(record, { draft, names })
    if ('refused' in named) return named.refused
    draft.put(withoutNotes(withoutTakenNumbers(named.record, taken)))
    const at = positions[record.id]
    if (at !== undefined) draft.place(record.id, at)
  }
  return undefined
}

type Reading = { readonly records: readonly NetworkRecord[] } | { readonly refused: Refusal }

/** What is on a clipboard may come from anywhere, so it goes through the door of a file. */
function readRecords(draft: Draft, input: readonly NetworkRecord[]): Reading {
  const records = new Map<RecordId, NetworkRecord>()
  for (const candidate of input) {
    const { id } = candidate
    const collection = isRecordId(String(id)) ? collectionOf(id) : undefined
    if (collection === undefined) return { refused: notARecord(String(id)) }
    const reading = parseRecord(collection, candidate, [])
    if (!reading.ok) {
      const [problem] = reading.problems
      return { refused: problem === undefined ? notARecord(id) : refusedValue(problem, id) }
    }
    if (draft.has(id) || records.has(id)) return { refused: idTaken(id) }
    records.set(id, reading.record)
  }
  return { records: [...records.values()] }
}

function notARecord(id: string): Refusal {
  return refusal(
    text(
      `the clipboard holds something that is not a record: ${id.slice(0, 80)}`,
      `剪贴板中有不是记录的内容：${id.slice(0, 80)}`,
    ),
    text('Copy in Weft and paste again.', '请在 Weft 中重新复制并粘贴。'),
  )
}

/** Records whose needs are met; the others may have been needed by still others, hence the rounds. */
function withoutMissing(pasted: readonly NetworkRecord[], draft: Draft): readonly NetworkRecord[] {
  let records = pasted
  for (;;) {
    const present = new Set<string>(records.map(({ id }) => id))
    const isGone = (id: string) => !present.has(id) && !draft.has(id)
    // A cable in a port that is already there would be a second one.
    const isOutside = (id: string) => !present.has(id) && (!draft.has(id) || drawn.has(collectionOf(id) ?? ''))
    const kept = records.filter(
      (record) => !handle(diesWith, record, collectionOf(record.id) === 'links' ? isOutside : isGone),
    )
    if (kept.length === records.length) return kept.map((record) => handle(withoutGone, record, isGone))
    records = kept
  }
}

type Naming = { readonly draft: Draft; readonly names: Set<string> }
type Named = { readonly record: NetworkRecord } | { readonly refused: Refusal }

function withUniqueName(record: NetworkRecord, { draft, names }: Naming): Named {
  switch (collectionOf(record.id)) {
    case 'devices':
    case 'hosts':
    case 'stations': {
      const { name } = record as Network['devices' | 'hosts' | 'stations'][string]
      const unique = names.has(name) ? nameOutside(names, name) : name
      names.add(unique)
      // A number after the name keeps it one word, which is all the schema asks of it.
      return { record: { ...record, name: unique } as NetworkRecord }
    }
    case 'interfaces':
      return withFreeInterfaceName(record as DeviceInterface, draft)
    default:
      return { record }
  }
}

/** Loopbacks and Eth-Trunks are counted on; a port exists once. */
function withFreeInterfaceName(record: DeviceInterface, draft: Draft): Named {
  const used = draft.interfaceNames(record.deviceId)
  if (!used.has(record.name)) return { record }
  const kind = interfaceKind(record.name)
  const stem = kind === 'loopback' ? 'LoopBack' : kind === 'eth-trunk' ? 'Eth-Trunk' : undefined
  if (stem === undefined) {
    return {
      refused: refusal(
        text(`the device has an interface ${record.name} already`, `设备已有接口 ${record.name}`),
        text('Copy the device itself, or draw a new link.', '请复制设备本身，或重新绘制链路。'),
        record.deviceId,
      ),
    }
  }
  let number = 0
  while (used.has(`${stem}${number}`)) number += 1
  // Stem and number are the spelling of a device.
  return { record: { ...record, name: `${stem}${number}` as DeviceInterface['name'] } }
}

/** Positions a person gave by dragging. */
export function moveRecords(draft: Draft, positions: Design['layout']['positions']): void {
  for (const [id, at] of Object.entries(positions)) {
    if (draft.has(id) && Number.isFinite(at.x) && Number.isFinite(at.y)) draft.place(id, at)
  }
}
