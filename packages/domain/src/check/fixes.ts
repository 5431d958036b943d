import type { Command } from '../edit'
import type { BgpIntent } from '../intent'
import type { Device, LocalText, NetworkRecord, Peering, PeeringEnd, RecordId } from '../model'
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

type Process = Pick<BgpIntent, 'instance'>

/** What the record of a device says of one of its BGP processes. */
export function recordOfProcess({ bgp, bgpInstances }: Device, { instance }: Process) {
  return instance === undefined ? bgp : bgpInstances?.find(({ name }) => name === instance)
}

/** Changes fields of one BGP process in the record of its device; `undefined` takes a field away. */
export function setProcess(
  label: LocalText,
  { device, process }: { readonly device: Device; readonly process: Process },
  fields: Omit<NonNullable<Device['bgp']>, 'keepAllRoutes'>,
): Fix {
  if (process.instance === undefined) return setFields(label, device.id, { bgp: present({ ...device.bgp, ...fields }) })
  return setFields(label, device.id, {
    bgpInstances: device.bgpInstances?.map((record) =>
      record.name === process.instance ? present({ ...record, ...fields }) : record,
    ),
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
