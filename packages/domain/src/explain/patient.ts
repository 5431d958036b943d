import type { Fix } from '../check'
import { setFields } from '../check'
import type { LocalText, Network, RecordId } from '../model'
import { text } from '../model'
import type { ProofFact } from '../reach'
import type { Compilation } from './compilation'
import type { SessionEntry } from './session-list'

/** A session that is not up, with what stands around it. */
export type Patient = {
  readonly network: Network
  readonly compilation: Compilation
  readonly entry: SessionEntry
  /** What the proof says is missing: what is refuted, and where nothing is, what is doubted. */
  readonly failing: readonly ProofFact[]
}

export function isFailing({ failing }: Patient, ...facts: readonly ProofFact['fact'][]): boolean {
  return failing.some(({ fact }) => facts.includes(fact))
}

/** Takes a field of a record away, or a field inside one. */
export function clear(
  label: LocalText,
  record: { readonly id: RecordId },
  [field, inner]: readonly [string, string?],
): Fix {
  if (inner === undefined) return setFields(label, record.id, { [field]: undefined })
  const before: unknown = Object.entries(record).find(([name]) => name === field)?.[1]
  const left = Object.entries(before ?? {}).filter(([name]) => name !== inner)
  return setFields(label, record.id, { [field]: left.length === 0 ? undefined : Object.fromEntries(left) })
}

export function words(en: string, zh: string, name: string): LocalText {
  return text(en.replace('%', name), zh.replace('%', name))
}
