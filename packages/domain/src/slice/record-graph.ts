import type { Network, NetworkRecord, RecordId } from '../model'
import { referencesOf } from '../model'

/** Which records mention which, kept up to date edit by edit. */
export type RecordGraph = {
  /** The records that mention an id, whether it exists or not. */
  readonly mentioning: (id: string) => Iterable<RecordId>
  readonly edit: (before: NetworkRecord | undefined, after: NetworkRecord | undefined) => void
}

export function recordGraph(network: Network): RecordGraph {
  const mentioning = new Map<string, Set<RecordId>>()
  const graph: RecordGraph = {
    mentioning: (id) => mentioning.get(id) ?? [],
    edit(before, after) {
      if (before !== undefined) for (const { id } of referencesOf(before)) mentioning.get(id)?.delete(before.id)
      if (after === undefined) return
      for (const { id } of referencesOf(after)) {
        const known = mentioning.get(id)
        if (known === undefined) mentioning.set(id, new Set([after.id]))
        else known.add(after.id)
      }
    },
  }
  for (const records of Object.values(network)) {
    for (const record of Object.values(records)) graph.edit(undefined, record)
  }
  return graph
}
