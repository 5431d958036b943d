import { randomUUID } from 'node:crypto'
import type { Change, Device, RecordEdit } from '@weft/domain'
import { text } from '@weft/domain'
import type { SentChange } from '../src/store'

export function device(name: string, fields: Partial<Device> = {}): Device {
  return { id: `device:${name}`, name, model: 'CE6885-48YS8CQ', role: 'leaf', ...fields }
}

export function change(...edits: readonly RecordEdit[]): Change {
  return { label: text('Edit', '编辑'), edits }
}

export function putDevice(name: string, fields: Partial<Device> = {}): Change {
  const after = device(name, fields)
  return change({ collection: 'devices', id: after.id, after })
}

export function dropDevice(name: string): Change {
  return change({ collection: 'devices', id: `device:${name}`, before: device(name) })
}

export function sent(edit: Change): SentChange {
  return { clientChangeId: randomUUID(), change: edit }
}
