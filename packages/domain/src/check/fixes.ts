import type { Command } from '../edit'
import type { LocalText, NetworkRecord, Peering, PeeringEnd, RecordId } from '../model'
import { referencesOf, text } from '../model'
import type { RuleContext } from './context'
import { recordOf } from './context'
import type { Finding } from './finding'

export type Fix = NonNullable<Finding['fix']>

/** Whether a change would leave a record naming something that is not there: edits refuse that, so it is not offered. */
export function leavesDangling(context: RuleContext, command: Command): boolean {
  if (command.kind === 'batch') return command.commands.some((each) => leavesDangling(context, each))
  if (command.kind !== 'record.set' || !context.dangling.has(command.id)) return false
  // The fields come from a rule, which sets what the record may have; only its references are read.
  const changed = { ...recordOf(context, command.id), ...command.fields } as NetworkRecord
  return referencesOf(changed).some(({ id }) => recordOf(context, id) === undefined)
}

/** Changes fields of one record; `undefined` takes a field away. */
export function setFields(label: LocalText, id: RecordId, fields: { readonly [field: string]: unknown }): Fix {
  return { label, command: { kind: 'record.set', id, fields } }
}

/** Changes fields of one end of a peering; `undefined` takes a field away. */
export function setEnd(
  label: LocalText,
  { peering, side }: { readonly peering: Peering; readonly side: 0 | 1 },
  fields: Partial<PeeringEnd>,
): Fix {
  return setFields(label, peering.id, {
    ends: peering.ends.map((end, index) => (index === side ? present({ ...end, ...fields }) : end)),
  })
}

/** Without the fields that are undefined: a record has a field or has it not. */
export function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

/** The label of a fix that takes one setting away. */
export function remove(what: string): LocalText {
  return text(`Remove ${what}`, `删除 ${what}`)
}
