import type { Allocation, AllocationEntry } from '../allocate'
import { allocate } from '../allocate'
import { collectionOf } from '../document'
import type { Network, NetworkRecord } from '../model'
import type { Command } from './command'
import type { Draft } from './draft'

/**
 * Writes allocated numbers into the records, so that they stay what they are.
 *
 * What was shown before the command comes first: a design that was read from a file may have gaps
 * that only the allocation fills, and a record added now must not push those numbers on. Then what
 * the command itself made necessary.
 */
export function pinNumbers(before: Network, draft: Draft): void {
  pin(allocate(before), draft)
  pin(allocate(draft.network), draft)
}

function pin({ entries }: Allocation, draft: Draft): void {
  for (const entry of entries.values()) {
    const record = recordOf(draft.network, entry.recordId)
    if (record !== undefined && Reflect.get(record, entry.field) === undefined) draft.put(withNumber(record, entry))
  }
}

function recordOf(network: Network, id: string): NetworkRecord | undefined {
  const collection = collectionOf(id)
  return collection === undefined ? undefined : network[collection][id]
}

function withNumber(record: NetworkRecord, { field, value }: AllocationEntry): NetworkRecord {
  // Interfaces hold lists of addresses; every entry is for a field of its record and canonical.
  const stored = field === 'ipv4' || field === 'ipv6' ? [value] : value
  return { ...record, [field]: stored } as NetworkRecord
}

/** Fields that neither need a number nor take one away. A field that is missing here costs time, nothing else. */
const neutralFields: ReadonlySet<string> = new Set([
  'aggregation',
  'alias',
  'arpProxy',
  'asNotationPlain',
  'bfd',
  'description',
  'edgePort',
  'extraVlans',
  'families',
  'holdSeconds',
  'keepaliveSeconds',
  'keychain',
  'linkType',
  'monitor',
  'mtu',
  'ospf',
  'outsideUnderlay',
  'shutdown',
  'switching',
  'unpairedPortReserved',
  'vlans',
])

/** False for the commands that people give most: moving things and correcting a text. */
export function mayNeedNumbers(command: Command): boolean {
  switch (command.kind) {
    case 'layout.move':
      return false
    case 'record.set':
      return Object.keys(command.fields).some(
        (field) => !neutralFields.has(field) && (field !== 'name' || command.id.startsWith('interface:')),
      )
    case 'batch':
      return command.commands.some(mayNeedNumbers)
    default:
      return true
  }
}
