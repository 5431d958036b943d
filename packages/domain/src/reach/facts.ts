import type { LocalText, RecordId } from '../model'
import type { Assurance, ProofFact, SessionStatus } from './reachability'

/** A fact whose sentence is written only when a verdict keeps it: rounds of the simulation need no words. */
export type Fact = {
  readonly fact: ProofFact['fact']
  readonly holds: ProofFact['holds']
  readonly records: readonly RecordId[]
  readonly says: () => LocalText
  /** How sure a fact that holds is, when it is not certain. */
  readonly assurance?: Assurance
}

export function fact(
  name: ProofFact['fact'],
  holds: ProofFact['holds'],
  records: readonly RecordId[],
  says: () => LocalText,
): Fact {
  return { fact: name, holds, records, says }
}

/** One `no` decides, then one `unknown`. */
export function statusOf(facts: readonly Pick<Fact, 'holds'>[]): SessionStatus {
  let status: SessionStatus = 'established'
  for (const { holds } of facts) {
    if (holds === 'no') return 'down'
    if (holds === 'unknown') status = 'unknown'
  }
  return status
}

/** The status of something that is several at once. */
export function joinedStatus(parts: readonly SessionStatus[]): SessionStatus {
  if (parts.includes('down')) return 'down'
  return parts.includes('unknown') ? 'unknown' : 'established'
}

const order: readonly Assurance[] = ['proved', 'simulated', 'assumed', 'unknown']

/** A chain is as sure as its least sure part. */
export function leastSure(...parts: readonly Assurance[]): Assurance {
  let least: Assurance = 'proved'
  for (const part of parts) if (order.indexOf(part) > order.indexOf(least)) least = part
  return least
}

/** How sure facts are that all hold. */
export function leastSureOf(facts: readonly Fact[], start: Assurance = 'proved'): Assurance {
  return facts.reduce((least, { assurance }) => (assurance === undefined ? least : leastSure(least, assurance)), start)
}
