import type { BlamedLine, Compilation, DeviceId, RecordId } from '@weft/domain'
import { blame } from '@weft/domain'
import type { LineCount } from './protocol'

/** The configuration of one device, line by line with its reasons. */
export function linesOf({ configs }: Compilation, deviceId: DeviceId): readonly BlamedLine[] {
  const tree = configs.get(deviceId)
  return tree ? blame(tree) : []
}

/** The devices whose configurations have lines because of these records. */
export function countLines({ configs }: Compilation, records: readonly RecordId[]): readonly LineCount[] {
  const wanted = new Set(records)
  if (wanted.size === 0) return []
  return [...configs]
    .map(([deviceId, tree]) => ({ deviceId, count: markedLines(blame(tree), wanted).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1))
}

/** Indexes of the lines that are there because of these records. */
export function markedLines(lines: readonly BlamedLine[], records: ReadonlySet<RecordId>): readonly number[] {
  if (records.size === 0) return []
  return lines.flatMap((line, index) => (line.records.some((record) => records.has(record)) ? [index] : []))
}
