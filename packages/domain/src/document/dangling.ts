import type { Network } from '../model'
import { referencesOf, text } from '../model'
import { collectionNames, collectionOf } from './parse-record'
import type { DocumentProblem, PathSegment } from './problem'
import { formatPath, mostProblems, quoted } from './problem'

/** References of records to records that are not in the network, at most 50. */
export function danglingReferences(network: Network): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = []
  for (const name of collectionNames) {
    for (const record of Object.values(network[name])) {
      for (const { path, id } of referencesOf(record)) {
        if (hasRecord(network, id)) continue
        problems.push(missingRecord(['network', name, record.id, ...path], id))
        if (problems.length >= mostProblems) return problems
      }
    }
  }
  return problems
}

export function hasRecord(network: Network, id: string): boolean {
  const collection = collectionOf(id)
  return collection !== undefined && Object.hasOwn(network[collection], id)
}

export function missingRecord(path: readonly PathSegment[], id: string): DocumentProblem {
  return {
    path: formatPath(path),
    value: quoted(id),
    message: text(`the record ${quoted(id)} does not exist`, `记录 ${quoted(id)} 不存在`),
    remedy: text('Add that record, or name one that exists.', '请添加该记录，或改用存在的记录。'),
  }
}
