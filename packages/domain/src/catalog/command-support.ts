import { keyCommands } from './data/key-commands'
import restrictedCommands from './data/restricted-commands.json'
import { isInEntrySet, readEntrySet } from './entry-set'
import { undocumentedSupport, unknownModelSupport } from './feature-support'
import { modelOf } from './find-model'
import type { ModelChoice, Support } from './types'

type Restriction = { readonly entries: ReadonlySet<string>; readonly source: string }

/** Set expression → chapter → titles of the pages whose support note names that set. */
const titlesBySet: { readonly [set: string]: { readonly [chapter: string]: readonly string[] } } = restrictedCommands

const restrictions: ReadonlyMap<string, Restriction> = new Map([
  ...Object.entries(titlesBySet).flatMap(([set, chapters]) => {
    const entries = readEntrySet(set)
    return Object.entries(chapters).flatMap(([chapter, titles]) =>
      titles.map((title): [string, Restriction] => [title, { entries, source: `CR ${chapter}, "${title}"` }]),
    )
  }),
  ...keyCommands.map(({ command, views, entries }): [string, Restriction] => [
    command,
    { entries: readEntrySet(entries), source: `CR "${command}" (${views})` },
  ]),
])

/**
 * Whether the device has a command.
 *
 * @param command page title of the command reference, e.g. `m-lag ipv6 address`, or the line form of a
 *   key command, e.g. `peer-link <id> virtual-link`. A title without a support note counts for every
 *   documented model: of 6 385 pages, those that differ carry a note.
 */
export function commandSupport(device: ModelChoice, command: string): Support {
  const model = modelOf(device)
  if (model === undefined) return unknownModelSupport
  if (model.entry.status === 'undocumented') return undocumentedSupport
  const restriction = restrictions.get(command)
  if (restriction === undefined) {
    return { answer: 'supported', source: `CR "${command}" carries no support note`, certainty: 'inferred' }
  }
  const { entries, source } = restriction
  switch (isInEntrySet(model, entries)) {
    case 'yes':
      return { answer: 'supported', source, certainty: 'sourced' }
    case 'no':
      return { answer: 'unsupported', source, certainty: 'sourced' }
    case 'depends':
      return { answer: 'unknown', source: `${source}; it depends on the order name`, certainty: 'sourced' }
  }
}
