import type { Allocation } from '../allocate'
import { allocate } from '../allocate'
import { collectionOf } from '../document'
import { expandIntents } from '../expand'
import type { Network, NetworkRecord, RecordId } from '../model'
import { withNumber } from './allocation-notes'
import type { Command } from './command'
import type { Draft } from './draft'

/**
 * Networks in which no record waits for a number. It is only a memory: without it every command would
 * look through the whole network again to find that the one before left nothing to do.
 */
const complete = new WeakSet<Network>()

/**
 * Writes allocated numbers into the records, so that they stay what they are.
 *
 * What was shown before the command comes first: a design that was read from a file may have gaps
 * that only the allocation fills, and a record added now must not push those numbers on. Then what
 * the command itself made necessary.
 */
export function pinNumbers(before: Network, draft: Draft, command: Command): void {
  const effect = effectOnNumbers(command)
  if (effect === 'none') {
    if (complete.has(before)) complete.add(draft.network)
    return
  }
  if (effect === 'gives' && complete.has(before)) {
    complete.add(draft.network)
    return
  }
  if (!complete.has(before)) pin(allocate(expandIntents(before)), draft)
  const after = allocate(expandIntents(draft.network))
  pin(after, draft)
  // What a pool could not serve may be served as soon as a number is free again.
  if (after.exhausted.length === 0) complete.add(draft.network)
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
  'igp',
  'isis',
  'keepaliveSeconds',
  'keychain',
  'linkType',
  'monitor',
  'mtu',
  'ospf',
  'ospfv3',
  'outsideUnderlay',
  'shutdown',
  'switching',
  'unpairedPortReserved',
  'vlans',
])

/**
 * Numbers that concern their record alone: to give one opens no gap anywhere. An address is none of
 * them, because the other end of its link may take the next one.
 */
const ownNumbers: ReadonlySet<string> = new Set(['asNumber', 'macAddress', 'mlagId', 'routerId'])

/**
 * `none`: no number can appear, move or vanish. `gives`: a person gives a number and nothing else waits
 * for one because of it. Typing in a field must not cost a walk through the whole network.
 */
type Effect = 'none' | 'gives' | 'may want'

function effectOnNumbers(command: Command): Effect {
  switch (command.kind) {
    case 'layout.move':
    case 'record.detach':
      return 'none'
    case 'record.set':
      return strongest(Object.entries(command.fields).map(([field, value]) => effectOfField(command.id, field, value)))
    case 'batch':
      return strongest(command.commands.map(effectOnNumbers))
    default:
      return 'may want'
  }
}

function effectOfField(id: RecordId, field: string, value: unknown): Effect {
  if (neutralFields.has(field) || (field === 'name' && !id.startsWith('interface:'))) return 'none'
  return ownNumbers.has(field) && value !== undefined ? 'gives' : 'may want'
}

function strongest(effects: readonly Effect[]): Effect {
  if (effects.includes('may want')) return 'may want'
  return effects.includes('gives') ? 'gives' : 'none'
}
