import { z } from 'zod'
import { localOwner, router } from '../access'
import { readChanges, reads } from './read'

const MOST_CHANGES = 500

const designId = z.string().min(1).max(64)
const sequence = z.int().min(0)
const sentChange = z.strictObject({ clientChangeId: z.string().min(1).max(64), change: z.unknown() })

const appendInput = z.strictObject({
  designId,
  /** Newest sequence the sender has seen. The server orders changes as they come and does not need it yet. */
  knownSequence: sequence,
  changes: z
    .array(sentChange)
    .min(1)
    .max(MOST_CHANGES)
    .refine((changes) => new Set(changes.map(({ clientChangeId }) => clientChangeId)).size === changes.length, {
      message: 'every change needs a clientChangeId of its own',
    }),
})

export const changesRouter = router({
  /** Answers when the changes are committed: what is acknowledged survives the server. */
  append: localOwner.input(reads(appendInput)).mutation(({ ctx, input }) => {
    const changes = readChanges(input.changes)
    return ctx.store.changes.append({ designId: input.designId, author: ctx.author, changes })
  }),

  /** What was written after a sequence, so that a second tab can catch up. */
  since: localOwner
    .input(reads(z.strictObject({ designId, sequence })))
    .query(({ ctx, input }) => ctx.store.changes.since(input.designId, input.sequence)),

  /** The change, its author and its time for every number that a pool gave in this design. */
  givenNumbers: localOwner
    .input(reads(z.strictObject({ designId })))
    .query(({ ctx, input }) => ctx.store.changes.givenNumbers(input.designId)),
})
