import { allocate } from '../src/allocate'
import { expandIntents } from '../src/expand'
import { deriveIntent } from '../src/intent'
import type { Network } from '../src/model'
import type { Reachability, SessionVerdict } from '../src/reach'
import { computeReach } from '../src/reach'
import { networkFromText } from './fabric-text'

export function reachOfNetwork(drawn: Network): Reachability {
  const network = expandIntents(drawn)
  return computeReach(network, deriveIntent(network, allocate(network)))
}

export function reachOf(text: string): Reachability {
  return reachOfNetwork(networkFromText(text))
}

/** A verdict on one line: status, assurance and the facts that do not hold, for tests to read. */
export function brief(verdict: SessionVerdict | undefined): string {
  if (verdict === undefined) return 'no verdict'
  const doubts = verdict.proof
    .filter(({ holds }) => holds !== 'yes')
    .map(({ fact, holds }) => (holds === 'no' ? fact : `${fact}?`))
  return [verdict.status, verdict.assurance, ...doubts].join(' ')
}

/** The English sentences of a proof that say why a session is not established. */
export function reasons(verdict: SessionVerdict | undefined): readonly string[] {
  return (verdict?.proof ?? []).filter(({ holds }) => holds !== 'yes').map(({ says }) => says.en)
}
