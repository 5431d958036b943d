import { z } from 'zod'
import type { CollectionName, Design, Network, NetworkRecord } from '../model'
import { text } from '../model'
import { emptyNetwork } from './empty'
import { positionSchema } from './envelope'
import { explainIssues, unknownField } from './explain-issue'
import { collectionNames, isRecordId, parseRecord } from './parse-record'
import type { DocumentProblem, PathSegment } from './problem'
import { formatPath, isObject, mostProblems, preview, quoted } from './problem'
import { forbiddenKey, forbiddenKeys } from './read-json'

/** Adds what is wrong to `problems` and stops soon after the fiftieth; the result counts only when there are none. */
export function readNetwork(input: unknown, problems: DocumentProblem[]): Network {
  const network = emptyNetwork()
  if (!isObject(input)) {
    problems.push(objectExpected(['network'], input))
    return network
  }
  for (const field of Object.keys(input)) {
    if (problems.length >= mostProblems) return network
    if (!collectionNames.includes(field as CollectionName)) problems.push(unknownCollection(field, input[field]))
  }
  const read: { [name: string]: { readonly [id: string]: NetworkRecord } } = {}
  for (const name of collectionNames) read[name] = readCollection(name, input[name], problems)
  // Each record went through the schema of its collection.
  return { ...network, ...read } as Network
}

function readCollection(
  name: CollectionName,
  input: unknown,
  problems: DocumentProblem[],
): { readonly [id: string]: NetworkRecord } {
  const records: { [id: string]: NetworkRecord } = {}
  if (input === undefined) return records
  if (!isObject(input)) {
    problems.push(objectExpected(['network', name], input))
    return records
  }
  for (const key of Object.keys(input)) {
    if (problems.length >= mostProblems) return records
    const path = ['network', name, key]
    if (forbiddenKeys.has(key)) {
      problems.push({ path: formatPath(path), value: quoted(key), ...forbiddenKey(key) })
      continue
    }
    const reading = parseRecord(name, input[key], path)
    if (!reading.ok) problems.push(...reading.problems)
    else if (reading.record.id !== key) problems.push(wrongKey(path, reading.record.id))
    else records[key] = reading.record
  }
  return records
}

export function readLayout(input: unknown, problems: DocumentProblem[]): Design['layout'] {
  const positions: { [id: string]: { readonly x: number; readonly y: number } } = {}
  if (input === undefined || problems.length >= mostProblems) return { positions }
  const shape = z.strictObject({ positions: z.unknown() }).safeParse(input)
  if (!shape.success) {
    problems.push(...explainIssues(shape.error.issues, input, ['layout']))
    return { positions }
  }
  const given = shape.data.positions
  if (!isObject(given)) {
    problems.push(objectExpected(['layout', 'positions'], given))
    return { positions }
  }
  for (const id of Object.keys(given)) {
    if (problems.length >= mostProblems) return { positions }
    const path = ['layout', 'positions', id]
    const position = positionSchema.safeParse(given[id])
    if (!position.success) problems.push(...explainIssues(position.error.issues, given[id], path))
    else if (!isRecordId(id)) problems.push(notAnId(path))
    else positions[id] = position.data
  }
  return { positions }
}

function unknownCollection(field: string, value: unknown): DocumentProblem {
  const sentences = forbiddenKeys.has(field) ? forbiddenKey(field) : unknownField(field)
  return { path: formatPath(['network', field]), value: preview(value), ...sentences }
}

function objectExpected(path: readonly PathSegment[], value: unknown): DocumentProblem {
  return {
    path: formatPath(path),
    value: preview(value),
    message: text(
      `an object with records by id is expected, not ${preview(value)}`,
      `应为按 ID 存放的对象，而不是 ${preview(value)}`,
    ),
    remedy: text('Write { } when there is nothing in it.', '若其中没有内容，请写 { }。'),
  }
}

function wrongKey(path: readonly PathSegment[], id: string): DocumentProblem {
  return {
    path: formatPath([...path, 'id']),
    value: quoted(id),
    message: text(
      `the record is kept under another id than its own, ${quoted(id)}`,
      `记录的键与其自身的 ID ${quoted(id)} 不同`,
    ),
    remedy: text('Make the key and the field "id" the same.', '请使键与字段 "id" 一致。'),
  }
}

function notAnId(path: readonly PathSegment[]): DocumentProblem {
  return {
    path: formatPath(path),
    message: text(
      'a position belongs to a record id such as device:leaf-1',
      '位置应属于某个记录 ID，例如 device:leaf-1',
    ),
    remedy: text('Remove the position.', '请删除该位置。'),
  }
}
