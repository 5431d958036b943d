import type { Statement } from '@weft/vrp'
import { statement } from '@weft/vrp'
import type { AllocationKey } from '../allocate'
import type { Effective, RecordId } from '../model'
import type { DerivationId } from './derivations'
import type { Origin } from './origin'

export type Line = Statement<Origin>

/** What a line is there for: an item of the intent, and the values in the line with their own reasons. */
export type Reason = {
  readonly because: readonly RecordId[]
  readonly values?: readonly (Effective<unknown> | undefined)[]
}

/** One line with its reason, and the lines of the view it opens. */
export function line(derivation: DerivationId, text: string, reason: Reason, children: readonly Line[] = []): Line {
  return statement(text, origin(derivation, reason), children)
}

/** A line with an indented `#` before it, as before an address family in `bgp`. */
export function separatedLine(
  derivation: DerivationId,
  text: string,
  reason: Reason,
  children: readonly Line[] = [],
): Line {
  return statement(text, origin(derivation, reason), children, { separated: true })
}

export function origin(derivation: DerivationId, { because, values = [] }: Reason): Origin {
  if (values.length === 0) return { derivation, records: because, allocations: [] }
  const records = new Set(because)
  const allocations = new Set<AllocationKey>()
  for (const value of values) {
    for (const id of value?.because ?? []) records.add(id)
    // The key was made by `allocate`; the noun of the model only says it is text.
    if (value?.allocation !== undefined) allocations.add(value.allocation as AllocationKey)
  }
  return { derivation, records: [...records], allocations: [...allocations] }
}

/** The lines that have what they need. */
export function lines(...items: readonly (Line | readonly Line[] | false | undefined)[]): readonly Line[] {
  const kept: Line[] = []
  for (const item of items) {
    if (item === undefined || item === false) continue
    if ('text' in item) kept.push(item)
    else for (const each of item) kept.push(each)
  }
  return kept
}
