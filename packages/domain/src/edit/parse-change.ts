import { z } from 'zod'
import type { DocumentProblem, PathSegment } from '../document'
import {
  collectionNames,
  collectionOf,
  explainIssues,
  formatPath,
  isRecordId,
  parseRecord,
  positionSchema,
  quoted,
} from '../document'
import type { CollectionName, NetworkRecord, RecordId } from '../model'
import { lineText, text } from '../model'
import { sides } from './apply-change'
import type { Change, RecordEdit } from './command'

export type ChangeReading =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

/** A change touches a few records; pasting a fabric of 1,000 devices touches some 15,000. */
const mostEdits = 200_000

const changeSchema = z.strictObject({
  label: z.strictObject({ en: lineText(500), zh: lineText(500) }),
  edits: z
    .array(
      z.strictObject({
        collection: z.enum(['positions', ...collectionNames]),
        id: z.string().max(100),
        before: z.unknown().optional(),
        after: z.unknown().optional(),
      }),
    )
    .max(mostEdits),
})

/**
 * Reads a change that came over a wire or out of a store. Total. A change that passes can be applied
 * to any design; whether its references lead anywhere depends on that design.
 */
export function parseChange(input: unknown): ChangeReading {
  const shape = changeSchema.safeParse(input)
  if (!shape.success) return { ok: false, problems: explainIssues(shape.error.issues.slice(0, 50), input, []) }
  const edits: RecordEdit[] = []
  for (const [index, edit] of shape.data.edits.entries()) {
    const reading =
      edit.collection === 'positions' ? readPosition(edit, ['edits', index]) : readEdit(edit, ['edits', index])
    if (!reading.ok) return reading
    edits.push(reading.edit)
  }
  return { ok: true, change: { label: shape.data.label, edits } }
}

type RawEdit = z.output<typeof changeSchema>['edits'][number]
type EditReading =
  | { readonly ok: true; readonly edit: RecordEdit }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

function readPosition({ id, before, after }: RawEdit, at: readonly PathSegment[]): EditReading {
  if (!isRecordId(id)) return wrongId(id, at)
  const point = positionSchema.optional()
  const result = z
    .object({ before: point, after: point })
    .safeParse({ before: before ?? undefined, after: after ?? undefined })
  if (!result.success) return { ok: false, problems: explainIssues(result.error.issues, { before, after }, at) }
  return { ok: true, edit: { collection: 'positions', id, ...sides(result.data.before, result.data.after) } }
}

function readEdit({ collection, id, before, after }: RawEdit, at: readonly PathSegment[]): EditReading {
  if (!isRecordId(id) || collectionOf(id) !== collection) return wrongId(id, at)
  const read: { before?: NetworkRecord; after?: NetworkRecord } = {}
  for (const [side, value] of [
    ['before', before],
    ['after', after],
  ] as const) {
    if (value === undefined || value === null) continue
    // The schema names collections and `positions`, and positions are read elsewhere.
    const reading = parseRecord(collection as CollectionName, value, [...at, side])
    if (!reading.ok) return reading
    if (reading.record.id !== id) return wrongId(reading.record.id, [...at, side])
    read[side] = reading.record
  }
  return {
    ok: true,
    edit: { collection: collection as CollectionName, id: id as RecordId, ...sides(read.before, read.after) },
  }
}

function wrongId(id: string, at: readonly PathSegment[]): EditReading {
  return {
    ok: false,
    problems: [
      {
        path: formatPath([...at, 'id']),
        value: quoted(id),
        message: text(`${quoted(id)} is not the id of the record that is edited`, `${quoted(id)} 不是被编辑记录的 ID`),
        remedy: text(
          'Use one id, of the kind of its collection, throughout the edit.',
          '整个编辑请使用同一个、与集合类型相符的 ID。',
        ),
      },
    ],
  }
}
