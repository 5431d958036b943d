import type { AllocationEntry } from '../allocate'
import type { Finding } from '../check'
import type { BlamedLine } from '../config'
import { blame } from '../config'
import type { DeviceId, RecordId } from '../model'
import type { Compilation } from './compilation'

/** A line of a configuration with where it stands and everything behind it. */
export type MappedLine = BlamedLine & { readonly deviceId: DeviceId }

/** Lines of the configurations and the records behind them, looked up both ways. */
export type SourceMap = {
  readonly linesOfDevice: (deviceId: DeviceId) => readonly MappedLine[]
  /** Every line a record has a part in, device by device. */
  readonly linesOfRecord: (id: RecordId) => readonly MappedLine[]
  readonly allocationsOfLine: (line: MappedLine) => readonly AllocationEntry[]
  /** Findings about a record behind the line. */
  readonly findingsOfLine: (line: MappedLine) => readonly Finding[]
}

/** Reads each configuration when it is first asked for. */
export function sourceMap({ configs, allocation, findings }: Compilation): SourceMap {
  const lines = new Map<DeviceId, readonly MappedLine[]>()
  let byRecord: ReadonlyMap<RecordId, readonly MappedLine[]> | undefined
  let aboutRecord: ReadonlyMap<RecordId, readonly Finding[]> | undefined
  const linesOfDevice = (deviceId: DeviceId): readonly MappedLine[] => {
    const tree = configs.get(deviceId)
    const known = lines.get(deviceId) ?? (tree === undefined ? [] : blame(tree).map((line) => ({ ...line, deviceId })))
    lines.set(deviceId, known)
    return known
  }
  return {
    linesOfDevice,
    linesOfRecord: (id) => {
      byRecord ??= grouped([...configs.keys()].flatMap(linesOfDevice), ({ records }) => records)
      return byRecord.get(id) ?? []
    },
    allocationsOfLine: ({ allocations }) => allocations.flatMap((key) => allocation.entries.get(key) ?? []),
    findingsOfLine: ({ records }) => {
      aboutRecord ??= grouped(findings, ({ subjects }) => subjects)
      return [...new Set(records.flatMap((id) => aboutRecord?.get(id) ?? []))]
    },
  }
}

function grouped<Item>(
  items: readonly Item[],
  recordsOf: (item: Item) => readonly RecordId[],
): ReadonlyMap<RecordId, readonly Item[]> {
  const groups = new Map<RecordId, Item[]>()
  for (const item of items) {
    for (const id of new Set(recordsOf(item))) {
      const group = groups.get(id)
      if (group === undefined) groups.set(id, [item])
      else group.push(item)
    }
  }
  return groups
}
