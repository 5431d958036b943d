import type { RecordId } from '../model'
import type { Fact } from './facts'
import type { ProofFact, SessionVerdict } from './reachability'

/** How to come by the facts of a verdict, until somebody reads its proof. */
type Proof = { facts: () => readonly Fact[]; written: readonly ProofFact[] | undefined }

const none = (): readonly Fact[] => []

const proofKey = Symbol('proof')

/** One for all verdicts, so that all have one shape. */
const whenRead: PropertyDescriptor & ThisType<{ readonly [proofKey]: Proof }> = {
  enumerable: true,
  get() {
    const proof = this[proofKey]
    proof.written ??= writeProof(proof.facts())
    proof.facts = none
    return proof.written
  },
}

/**
 * A verdict whose proof is written when somebody first reads it: people read a few of thousands. For whoever compares,
 * copies or stores verdicts it is a field like the others.
 */
export function withProof(verdict: Omit<SessionVerdict, 'proof'>, facts: Proof['facts']): SessionVerdict {
  const value: Proof = { facts, written: undefined }
  // The two properties make it what its type says.
  return Object.defineProperty(Object.defineProperty(verdict, proofKey, { value }), 'proof', whenRead) as SessionVerdict
}

/** Records a fact names; whoever looks at hundreds learns no more than from these. */
const mostRecords = 64

function writeProof(facts: readonly Fact[]): readonly ProofFact[] {
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
