import type { LocalText, RecordId } from '../model'
import type { Assurance, ProofFact } from './reachability'

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

/** Records a fact names; whoever looks at hundreds learns no more than from these. */
const mostRecords = 64

export function writeProof(facts: readonly Fact[]): readonly ProofFact[] {
  // Many facts of one proof name the same records.
  let last: readonly RecordId[] = []
  let written: readonly RecordId[] = last
  return facts.map(({ fact: name, holds, says, records }) => {
    if (records !== last) {
      last = records
      written = records.length > 1 ? firstOnes(records) : records
    }
    return { fact: name, holds, says: says(), records: written }
  })
}

function firstOnes(records: readonly RecordId[]): readonly RecordId[] {
  const first: RecordId[] = []
  for (const record of records) {
    if (first.length === mostRecords) break
    if (!first.includes(record)) first.push(record)
  }
  return first.length === records.length ? records : first
}

/** One `no` decides, then one `unknown`. */
export function statusOf(facts: readonly Pick<Fact, 'holds'>[]): 'established' | 'down' | 'unknown' {
  if (facts.some(({ holds }) => holds === 'no')) return 'down'
  return facts.some(({ holds }) => holds === 'unknown') ? 'unknown' : 'established'
}

const order: readonly Assurance[] = ['proved', 'simulated', 'assumed', 'unknown']

/** A chain is as sure as its least sure part. */
export function leastSure(...parts: readonly Assurance[]): Assurance {
  return order[Math.max(0, ...parts.map((part) => order.indexOf(part)))] ?? 'unknown'
}
