import { featureSupport } from './feature-support'
import { modelOf } from './find-model'
import type { CatalogEntry, Certainty, ModelChoice } from './types'

/** Whether two devices may form an M-LAG pair. */
export type PairingVerdict = {
  readonly kind:
    | 'ok'
    /** May pair; the same model is recommended. */
    | 'different-model'
    /** Probably different chips, which cannot pair. */
    | 'different-platform'
    | 'cannot-pair'
    | 'unknown'
  readonly certainty: Certainty
  readonly source: string
}

const precautions = 'CG Configuration_Precautions_for_M-LAG.md'
const olderLimits = 'MLV2'

/**
 * Pages say: both fixed or both modular, the same chip, the same software generation, and the same
 * model recommended. Which models share a chip is not published, so a difference of platform is a guess.
 */
export function pairingVerdict(a: ModelChoice, b: ModelChoice): PairingVerdict {
  const modelA = modelOf(a)
  const modelB = modelOf(b)
  if (modelA === undefined || modelB === undefined) {
    return { kind: 'unknown', certainty: 'inferred', source: 'the catalogue has no model of this name' }
  }
  const { entry: entryA } = modelA
  const { entry: entryB } = modelB
  if (entryA.kind === 'router' || entryB.kind === 'router')
    return { kind: 'cannot-pair', certainty: 'inferred', source: `${precautions} names switches only` }
  if (entryA.chassis !== entryB.chassis) return { kind: 'cannot-pair', certainty: 'sourced', source: precautions }
  if (differs(generation(entryA), generation(entryB)))
    return { kind: 'cannot-pair', certainty: 'sourced', source: precautions }
  if (entryA.status === 'undocumented' || entryB.status === 'undocumented') return olderVerdict(a, b)
  if (entryA.platform !== entryB.platform) {
    return {
      kind: 'different-platform',
      certainty: 'guess',
      source: `${precautions}; platforms computed from identical support notes`,
    }
  }
  const sameBox = entryA === entryB && modelA.candidates.every(({ name }, i) => modelB.candidates[i]?.name === name)
  return { kind: sameBox ? 'ok' : 'different-model', certainty: 'sourced', source: precautions }
}

function generation(entry: CatalogEntry): string | undefined {
  return entry.status === 'documented' ? 'V300' : entry.softwareGeneration
}

function differs(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

/** Outside the document set only the CE12800 limits page speaks: CE12800 and CE12800E pair, CE12800S with itself. */
function olderVerdict(a: ModelChoice, b: ModelChoice): PairingVerdict {
  const entryA = modelOf(a)?.entry
  const entryB = modelOf(b)?.entry
  if (entryA === undefined || entryB === undefined || !pagesSayMlag(a) || !pagesSayMlag(b)) {
    return { kind: 'unknown', certainty: 'inferred', source: 'no page about M-LAG names both models' }
  }
  if (entryA.name.endsWith('S') !== entryB.name.endsWith('S'))
    return { kind: 'cannot-pair', certainty: 'sourced', source: olderLimits }
  return { kind: entryA === entryB ? 'ok' : 'different-model', certainty: 'sourced', source: olderLimits }
}

function pagesSayMlag(device: ModelChoice): boolean {
  return featureSupport(device, 'mlag').answer === 'supported'
}
