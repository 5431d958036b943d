import { currentDocumentVersion, parseChange } from '@weft/domain'
import type { Prisma, PrismaClient } from '@weft/prisma'
import type { GivenNumber } from './given-numbers'
import { givenNumbers } from './given-numbers'
import type { HeadCache } from './head-cache'
import type { HeadRow } from './heads'
import { loadHead, refuseNewerVersion, writeSnapshot } from './heads'
import { designArchived, designNotFound } from './refusal'
import type { LoggedChange, SentChange } from './types'

export type Appended = {
  /** Sequence of the head after the changes. */
  readonly sequence: number
  /** Where each change stands in the log, those of an earlier attempt included. */
  readonly accepted: readonly { readonly clientChangeId: string; readonly sequence: number }[]
}

export type Missed =
  | { readonly kind: 'changes'; readonly sequence: number; readonly changes: readonly LoggedChange[] }
  /** Too far behind, or the log is of an older document version: fetch the design again. */
  | { readonly kind: 'reopen'; readonly sequence: number }

export type ChangeStore = {
  /**
   * All changes or none, in their order, after whatever others have written; returns when they are committed.
   * The ids of the changes differ from each other.
   */
  append(entry: Entry): Promise<Appended>
  since(designId: string, sequence: number): Promise<Missed>
  /** Which change gave which number. */
  givenNumbers(designId: string): Promise<readonly GivenNumber[]>
}

type Entry = { readonly designId: string; readonly author: string; readonly changes: readonly SentChange[] }

/** Replaying this many changes is quicker than reading the design they belong to. */
const CHANGES_PER_SNAPSHOT = 200
const MOST_MISSED = 500

export function createChangeStore(prisma: PrismaClient, cache: HeadCache): ChangeStore {
  return {
    async append(entry) {
      const { before, fresh, accepted } = await prisma.$transaction((transaction) => log(transaction, entry, cache))
      const sequence = before + fresh.length
      cache.advance(
        entry.designId,
        before,
        fresh.map(({ change }) => change),
      )
      if (Math.floor(before / CHANGES_PER_SNAPSHOT) < Math.floor(sequence / CHANGES_PER_SNAPSHOT)) {
        await snapshotHead(prisma, entry.designId, cache)
      }
      return { sequence, accepted }
    },

    givenNumbers: (designId) => givenNumbers(prisma, designId),

    async since(designId, sequence) {
      const row = await prisma.design.findUnique({ where: { id: designId }, select: { headSequence: true } })
      if (row === null) throw designNotFound(designId)
      const reopen = { kind: 'reopen', sequence: row.headSequence } as const
      if (sequence > row.headSequence || row.headSequence - sequence > MOST_MISSED) return reopen
      const rows = await prisma.change.findMany({
        where: { designId, sequence: { gt: sequence, lte: row.headSequence } },
        orderBy: { sequence: 'asc' },
      })
      const changes = rows.map(logged).filter((change) => change !== undefined)
      return changes.length === rows.length ? { kind: 'changes', sequence: row.headSequence, changes } : reopen
    },
  }
}

type Logged = {
  /** Head before these changes. */
  readonly before: number
  /** Those that were not in the log already. */
  readonly fresh: readonly SentChange[]
  readonly accepted: Appended['accepted']
}

/** The cost follows the changes, not the design: nothing of the design itself is read or written. */
async function log(transaction: Prisma.TransactionClient, entry: Entry, cache: HeadCache): Promise<Logged> {
  const { designId, author, changes } = entry
  const row = await lockDesign(transaction, designId)
  const before = row.headSequence
  const places = await placesInLog(transaction, entry)
  const fresh = changes.filter(({ clientChangeId }) => !places.has(clientChangeId))
  for (const [index, { clientChangeId }] of fresh.entries()) places.set(clientChangeId, before + index + 1)
  const placeOf = (change: SentChange) => places.get(change.clientChangeId) ?? before
  if (fresh.length > 0) {
    // A snapshot and the changes after it are of one document version.
    if (row.documentVersion < currentDocumentVersion) {
      await writeSnapshot(transaction, designId, await loadHead(transaction, row, cache))
    }
    const createdAt = new Date()
    await transaction.change.createMany({
      data: fresh.map((sent) => ({
        designId,
        sequence: placeOf(sent),
        author,
        clientChangeId: sent.clientChangeId,
        label: sent.change.label,
        // A change that was parsed is plain JSON.
        diff: sent.change.edits as unknown as Prisma.InputJsonArray,
        createdAt,
      })),
    })
    await transaction.design.update({
      where: { id: designId },
      data: { headSequence: before + fresh.length, documentVersion: currentDocumentVersion, updatedAt: createdAt },
    })
  }
  const accepted = changes.map((sent) => ({ clientChangeId: sent.clientChangeId, sequence: placeOf(sent) }))
  return { before, fresh, accepted }
}

/** Other writers of this design wait here until the transaction ends: that is what orders the log. */
async function lockDesign(transaction: Prisma.TransactionClient, designId: string): Promise<HeadRow> {
  const [row] = await transaction.$queryRaw<readonly (HeadRow & { readonly archivedAt: Date | null })[]>`
    SELECT id, head_sequence AS "headSequence", document_version AS "documentVersion", archived_at AS "archivedAt"
    FROM design WHERE id = ${designId} FOR UPDATE`
  if (row === undefined) throw designNotFound(designId)
  if (row.archivedAt !== null) throw designArchived()
  refuseNewerVersion(row)
  return row
}

/** Sequences of the changes that an earlier attempt has stored already. */
async function placesInLog(
  transaction: Prisma.TransactionClient,
  { designId, changes }: Entry,
): Promise<Map<string, number>> {
  const rows = await transaction.change.findMany({
    where: { designId, clientChangeId: { in: changes.map(({ clientChangeId }) => clientChangeId) } },
    select: { clientChangeId: true, sequence: true },
  })
  return new Map(rows.map(({ clientChangeId, sequence }) => [clientChangeId, sequence]))
}

/** Snapshots only shorten the next replay, so they are written after the changes are safe. */
async function snapshotHead(prisma: PrismaClient, designId: string, cache: HeadCache): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const row = await transaction.design.findUniqueOrThrow({ where: { id: designId } })
    await writeSnapshot(transaction, designId, await loadHead(transaction, row, cache))
  })
}

/** Undefined for a change of an older document version that the domain no longer reads as it is. */
function logged(row: Prisma.ChangeGetPayload<object>): LoggedChange | undefined {
  const reading = parseChange({ label: row.label, edits: row.diff })
  if (!reading.ok) return undefined
  const { sequence, author, clientChangeId, createdAt } = row
  return { sequence, author, clientChangeId, createdAt, change: reading.change }
}
