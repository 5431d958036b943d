import type { DocumentProblem } from '../document'
import type { LocalText, Network, RecordId } from '../model'
import { text } from '../model'
import type { Refusal } from './command'

export function refusal(what: LocalText, remedy: LocalText, ...records: readonly RecordId[]): Refusal {
  return { what, remedy, records }
}

/** A value that a schema refused, told with the field, the value and what to do. */
export function refusedValue({ path, message, remedy }: DocumentProblem, id: RecordId): Refusal {
  const field = path === '' ? { en: '', zh: '' } : { en: `${path}: `, zh: `${path}：` }
  return refusal(text(`${field.en}${message.en}`, `${field.zh}${message.zh}`), remedy, id)
}

export function missing(id: string, ...records: readonly RecordId[]): Refusal {
  return refusal(
    text(`${id} does not exist`, `${id} 不存在`),
    text('Somebody may have deleted it: choose another.', '它可能已被删除：请另选一个。'),
    ...records,
  )
}

export function idTaken(id: string): Refusal {
  return refusal(
    text(`the id ${id} is used by another record`, `ID ${id} 已被其他记录使用`),
    text('Try again: a new id is made each time.', '请重试：每次都会生成新的 ID。'),
  )
}

/** What people call a record: its name, or the name of the interface and its device. */
export function nameOf(network: Network, id: string): string {
  const port = network.interfaces[id]
  if (port !== undefined) return `${network.devices[port.deviceId]?.name ?? port.deviceId} ${port.name}`
  return network.devices[id]?.name ?? network.hosts[id]?.name ?? network.stations[id]?.name ?? id
}
