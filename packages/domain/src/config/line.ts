import type { Statement } from '@weft/vrp'
import { statement } from '@weft/vrp'
import type { AllocationKey } from '../allocate'
import type { Effective, RecordId } from '../model'
import type { DerivationId } from './derivations'
import type { Origin } from './origin'

export type Line = Statement<Origin>

const none: readonly never[] = []

/** What a line is there for: an item of the intent, and the values in the line with their own reasons. */
export type Reason = {
  readonly because: readonly RecordId[]
  readonly values?: readonly (Effective<unknown> | undefined)[]
}

/** One line with its reason, and the lines of the view it opens. */
export function line(derivation: DerivationId, text: string, reason: Reason, children: readonly Line[] = none): Line {
  return statement(text, origin(derivation, reason), children)
}

/** A line with an indented `#` before it, as before an address family in `bgp`. */
export function separatedLine(
  derivation: DerivationId,
  text: string,
  reason: Reason,
  children: readonly Line[] = none,
): Line {
  return statement(text, origin(derivation, reason), children, { separated: true })
}

export function origin(derivation: DerivationId, { because, values = none }: Reason): Origin {
  if (values.every((value) => addsNothing(value, because))) return { derivation, records: because, allocations: none }
  const records = new Set(because)
  const allocations = new Set<AllocationKey>()
  for (const value of values) {
    for (const id of value?.because ?? none) records.add(id)
    // The key was made by `allocate`; the noun of the model only says it is text.
    if (value?.allocation !== undefined) allocations.add(value.allocation as AllocationKey)
  }
  return { derivation, records: [...records], allocations: [...allocations] }
}

/** Most values are given in the record that the line is of. */
function addsNothing(value: Effective<unknown> | undefined, [first]: Reason['because']): boolean {
  return value === undefined || (value.allocation === undefined && value.because.every((id) => id === first))
}

/** The records of two reasons, each once. */
export function joined(because: Reason['because'], others: Reason['because']): Reason['because'] {
  return others.every((id) => because.includes(id)) ? because : [...new Set([...because, ...others])]
}

/** The lines that have what they need. */
export function lines(...items: readonly (Line | readonly Line[] | false | undefined)[]): readonly Line[] {
  const kept: Line[] = []
  for (const item of items) {
    if (item === undefined || item === false) continue
    if (isList(item)) for (const each of item) kept.push(each)
    else kept.push(item)
  }
  return kept
}

const isList: (item: Line | readonly Line[]) => item is readonly Line[] = Array.isArray
