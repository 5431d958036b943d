import type { LocalText } from '../model'
import { featureTable } from './data/features'
import { readEntrySet } from './entry-set'
import { entryOf } from './find-model'
import type { FeatureFacts, ModelChoice, Support } from './types'

export type FeatureKey = keyof typeof featureTable

/** Every feature the catalogue has answers about, in the order listings use. */
// Object.keys gives string[]; the table is a constant, so its keys are exactly FeatureKey.
export const featureKeys = Object.keys(featureTable) as readonly FeatureKey[]

export const unknownModelSupport: Support = {
  answer: 'unknown',
  source: 'the catalogue has no model of this name',
  certainty: 'inferred',
}
export const undocumentedSupport: Support = {
  answer: 'undocumented',
  source: 'no page of the V300R023C00 document set names this model, which is no proof of missing support',
  certainty: 'inferred',
}

const supportByEntry: ReadonlyMap<FeatureKey, ReadonlyMap<string, Support>> = new Map(
  featureKeys.map((key): [FeatureKey, ReadonlyMap<string, Support>] => [key, answersOf(featureTable[key])]),
)

function answersOf({ rows }: FeatureFacts): ReadonlyMap<string, Support> {
  return new Map(
    rows.flatMap(({ entries, answer, source, certainty }) =>
      [...readEntrySet(entries)].map((name): [string, Support] => [name, { answer, source, certainty }]),
    ),
  )
}

/** Whether the device can do it, and who says so. */
export function featureSupport(device: ModelChoice, feature: FeatureKey): Support {
  const entry = entryOf(device)
  if (entry === undefined) return unknownModelSupport
  return supportByEntry.get(feature)?.get(entry.name) ?? undocumentedSupport
}

export function featureTitle(feature: FeatureKey): LocalText {
  return featureTable[feature].title
}
