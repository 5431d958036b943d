import type { Change, Design } from '@weft/domain'
import { applyChange, currentDocumentVersion, parseDesign, text, toFile } from '@weft/domain'
import type { Prisma } from '@weft/prisma'
import type { HeadCache } from './head-cache'
import { Refusal } from './refusal'
import type { Head } from './types'

/** The row of a design, as far as reading its head needs it. */
export type HeadRow = { readonly id: string; readonly headSequence: number; readonly documentVersion: number }

type Queries = Prisma.TransactionClient

/** The newest state: from memory, or the newest snapshot with the changes after it. */
export async function loadHead(queries: Queries, row: HeadRow, cache: HeadCache): Promise<Head> {
  refuseNewerVersion(row)
  const cached = cache.get(row.id)
  if (cached?.sequence === row.headSequence) return cached
  const head = { sequence: row.headSequence, design: await replay(queries, row) }
  cache.put(row.id, head)
  return head
}

/**
 * Reads the log on raw JSON and parses the result once, so that a snapshot and the changes after it may
 * be of an older document version: the migrations of the domain then see a whole document.
 */
async function replay(queries: Queries, { id, headSequence }: HeadRow): Promise<Design> {
  const snapshot = await queries.snapshot.findFirst({
    where: { designId: id, sequence: { lte: headSequence } },
    orderBy: { sequence: 'desc' },
  })
  if (snapshot === null) throw new Error(`Design ${id} has no snapshot at or before its head ${headSequence}.`)
  const changes = await queries.change.findMany({
    where: { designId: id, sequence: { gt: snapshot.sequence, lte: headSequence } },
    orderBy: { sequence: 'asc' },
    select: { diff: true },
  })
  if (changes.length !== headSequence - snapshot.sequence) {
    throw new Error(`The log of design ${id} has a gap between ${snapshot.sequence} and ${headSequence}.`)
  }
  const file = snapshot.document as Prisma.JsonObject
  // Structurally a stored file is a design and a stored diff is a change; parseDesign below looks at every field.
  const start = file as unknown as Design
  const end = changes.reduce((design, { diff }) => applyChange(design, rawChange(diff)), start)
  const reading = parseDesign({ ...file, network: end.network, layout: end.layout }, { references: 'tolerate' })
  if (reading.ok) return reading.design
  const problems = reading.problems.map(({ path, message }) => `${path}: ${message.en}`).join('; ')
  throw new Error(`Design ${id} cannot be read back at sequence ${headSequence}: ${problems}`)
}

function rawChange(diff: Prisma.JsonValue): Change {
  return { label: text('', ''), edits: diff as unknown as Change['edits'] }
}

export function refuseNewerVersion({ documentVersion }: HeadRow): void {
  if (documentVersion <= currentDocumentVersion) return
  throw new Refusal('newer-version', {
    what: text(
      `This design was written by a newer Weft (document version ${documentVersion}; this one reads up to ${currentDocumentVersion}).`,
      `此设计由更新版本的 Weft 写入（文档版本 ${documentVersion}；此版本最高可读 ${currentDocumentVersion}）。`,
    ),
    remedy: text('Update this server.', '请升级此服务器。'),
  })
}

/** A design as a snapshot keeps it. */
export function snapshotDocument(design: Design): Prisma.InputJsonObject {
  // A design file is plain JSON by construction.
  return toFile(design) as Prisma.InputJsonObject
}

/** Keeps the base of the log and the newest snapshot; those between would only take room. */
export async function writeSnapshot(queries: Queries, designId: string, { sequence, design }: Head): Promise<void> {
  const document = snapshotDocument(design)
  await queries.snapshot.upsert({
    where: { designId_sequence: { designId, sequence } },
    create: { designId, sequence, document },
    update: { document },
  })
  await queries.snapshot.deleteMany({ where: { designId, sequence: { gt: 0, lt: sequence } } })
}
