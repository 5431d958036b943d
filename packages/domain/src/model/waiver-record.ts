import { z } from 'zod'
import { idSchema } from './ids'
import { lineText } from './values'

/** Somebody answers for a finding. It counts again when the waiver expires or the finding becomes another one. */
export const waiverSchema = z.strictObject({
  id: idSchema('waiver'),
  /** The key of the finding: its rule, the records it is about, and what tells it apart. */
  finding: lineText(2000),
  reason: lineText(500),
  owner: lineText(120),
  /** The last day it holds, as `2026-12-31`. Absent: until somebody takes it back. */
  until: z.iso.date().optional(),
})
