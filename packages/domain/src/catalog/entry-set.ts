import { catalogEntries, catalogModels } from './entries'
import type { ResolvedModel } from './types'

const knownNames: ReadonlySet<string> = new Set([
  ...catalogEntries.map(({ name }) => name),
  ...catalogModels.map(({ name }) => name),
])

/**
 * Entry names and order names of a set expression such as `G2+G3+CE6863H`.
 *
 * @throws for a name the catalogue does not have: the data file is wrong
 */
export function readEntrySet(expression: string): ReadonlySet<string> {
  return new Set(
    expression.split('+').flatMap((part) => {
      const platform = catalogEntries.filter((entry) => entry.platform === part).map(({ name }) => name)
      if (platform.length === 0 && !knownNames.has(part))
        throw new Error(`invariant violated: "${part}" in "${expression}" is no model`)
      return platform.length === 0 ? [part] : platform
    }),
  )
}

/** Whether a model is in a set; `depends` when some of its candidates are and some are not. */
export function isInEntrySet(model: ResolvedModel, set: ReadonlySet<string>): 'yes' | 'no' | 'depends' {
  if (set.has(model.entry.name)) return 'yes'
  const inside = model.candidates.filter(({ name }) => set.has(name)).length
  if (inside === 0) return 'no'
  return inside === model.candidates.length ? 'yes' : 'depends'
}
