import type { LocalText, Peering, PeeringEnd, RecordId } from '../model'
import { text } from '../model'
import type { Finding } from './finding'

export type Fix = NonNullable<Finding['fix']>

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
