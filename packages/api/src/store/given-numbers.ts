import type { PrismaClient } from '@weft/prisma'

/** The change with which a number came into its record. */
export type GivenNumber = {
  readonly recordId: string
  readonly field: string
  readonly value: string
  readonly sequence: number
  readonly author: string
  readonly createdAt: Date
}

/**
 * Who gave each number and when. A record notes which of its numbers a pool gave; the first change of the
 * log that brings such a note is the one that gave it. Numbers a design was created with are in no change.
 */
export function givenNumbers(prisma: PrismaClient, designId: string): Promise<readonly GivenNumber[]> {
  return prisma.$queryRaw<readonly GivenNumber[]>`
    SELECT DISTINCT ON (edit ->> 'id', note ->> 'field', note ->> 'value')
      edit ->> 'id' AS "recordId", note ->> 'field' AS field, note ->> 'value' AS value,
      change.sequence, change.author, change.created_at AS "createdAt"
    FROM change,
      json_array_elements(change.diff) AS edit,
      json_array_elements(edit -> 'after' -> 'allocations') AS note
    WHERE change.design_id = ${designId}
      AND NOT coalesce((edit -> 'before' -> 'allocations')::jsonb, '[]'::jsonb) @> jsonb_build_array(note)
    ORDER BY edit ->> 'id', note ->> 'field', note ->> 'value', change.sequence`
}
