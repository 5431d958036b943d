import { compile } from './compile'
import type { Change, Refusal, RenumberScope } from './edit'
import { applyCommand } from './edit'
import type { Compilation, SessionReset } from './explain'
import { sessionsReset } from './explain'
import type { LocalText, Network, RecordId } from './model'
import { recordName, text } from './model'

/** One value that becomes another: the number itself, or a place that repeats it. */
export type NumberChange = {
  readonly recordId: RecordId
  readonly name: string
  /** Where in the record: `ipv4[0]`, `bgp.announce[2].prefix`. */
  readonly field: string
  readonly before?: string | undefined
  readonly after?: string
}

export type RenumberPlan =
  | {
      readonly changes: readonly NumberChange[]
      /** Sessions that drop because of it, and those that keep the old values until they are reset. */
      readonly resets: readonly SessionReset[]
      /** What the command `numbers.renumber` will do. */
      readonly change: Change
      readonly says: LocalText
    }
  | { readonly refused: Refusal }

/**
 * What giving numbers anew would change, before anybody does it: each number old and new, whatever
 * repeats it, and the sessions that reset. Nothing else of the network changes.
 *
 * @param before what the network compiles to, where that is known already
 */
export function planRenumber(
  network: Network,
  what: RenumberScope,
  before: Compilation = compile(network),
): RenumberPlan {
  const result = applyCommand({ network, layout: { positions: {} } }, { kind: 'numbers.renumber', what })
  if ('refused' in result) return result
  const { change, design } = result
  const changes = change.edits.flatMap(({ collection, id, before: old, after }): readonly NumberChange[] =>
    collection === 'positions'
      ? []
      : differences('', old, after).flatMap((difference) => {
          const shown = difference.before ?? shownBefore(before, id, difference.field)
          if (shown === difference.after) return []
          return [{ recordId: id, name: recordName(network, id), ...difference, before: shown }]
        }),
  )
  const resets = sessionsReset(before, compile(design.network))
  return {
    changes,
    resets,
    change,
    says: text(
      `${changes.length} values change, ${resets.length} sessions are touched`,
      `${changes.length} 个值将更改，影响 ${resets.length} 个会话`,
    ),
  }
}

/** What was shown in a field nobody had filled in. */
function shownBefore({ allocation }: Compilation, id: RecordId, field: string): string | undefined {
  const value = allocation.entries.get(`${id}/${field.replace(/\[0\]$/, '')}`)?.value
  return value === undefined ? undefined : String(value)
}

type Difference = Pick<NumberChange, 'field' | 'before' | 'after'>

/** Where two states of a record differ, leaf by leaf; the notes of where numbers came from are left out. */
function differences(field: string, before: unknown, after: unknown): readonly Difference[] {
  if (Object.is(before, after) || field === 'allocations') return []
  if (isTree(before) || isTree(after)) {
    const [old, now] = [entriesOf(before), entriesOf(after)]
    const isList = Array.isArray(before) || Array.isArray(after)
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
      differences(isList ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`, old.get(key), now.get(key)),
    )
  }
  return [
    {
      field,
      ...(before === undefined ? {} : { before: String(before) }),
      ...(after === undefined ? {} : { after: String(after) }),
    },
  ]
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(isTree(value) ? Object.entries(value) : [])
}
