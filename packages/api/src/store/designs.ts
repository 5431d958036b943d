import { randomUUID } from 'node:crypto'
import type { Design } from '@weft/domain'
import { currentDocumentVersion } from '@weft/domain'
import type { Prisma, PrismaClient } from '@weft/prisma'
import type { HeadCache } from './head-cache'
import { loadHead, snapshotDocument } from './heads'
import { designNotFound } from './refusal'
import type { DesignSummary, Head } from './types'

export type DesignStore = {
  /** Newest edit first; at most 500. */
  list(filter: { readonly query: string; readonly archived: boolean }): Promise<readonly DesignSummary[]>
  create(design: { readonly name: string; readonly design: Design }): Promise<{ readonly id: string }>
  /** Makes the first design of a ledger; does nothing when there has ever been one. */
  createFirst(design: { readonly id: string; readonly name: string; readonly design: Design }): Promise<void>
  open(id: string): Promise<Head & { readonly name: string; readonly archived: boolean }>
  rename(id: string, name: string): Promise<void>
  setArchived(id: string, archived: boolean): Promise<void>
  saveThumbnail(id: string, thumbnail: string): Promise<void>
}

const MOST_LISTED = 500

export function createDesignStore(prisma: PrismaClient, cache: HeadCache): DesignStore {
  async function update(id: string, data: Prisma.DesignUpdateManyMutationInput): Promise<void> {
    const { count } = await prisma.design.updateMany({ where: { id }, data })
    if (count === 0) throw designNotFound(id)
  }

  return {
    async list({ query, archived }) {
      const rows = await prisma.design.findMany({
        where: {
          name: { contains: literally(query), mode: 'insensitive' },
          archivedAt: archived ? { not: null } : null,
        },
        orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
        take: MOST_LISTED,
      })
      return rows.map(summary)
    },

    async create({ name, design }) {
      const id = randomUUID()
      await prisma.design.create({ data: newRow({ id, name, design }) })
      cache.put(id, { sequence: 0, design })
      return { id }
    },

    async createFirst(first) {
      if ((await prisma.design.count()) > 0) return
      // Servers that start together on one database all come here; the id decides who is first.
      const { snapshots, ...row } = newRow(first)
      await prisma.$transaction(async (transaction) => {
        const { count } = await transaction.design.createMany({ data: row, skipDuplicates: true })
        if (count > 0) await transaction.snapshot.create({ data: { designId: first.id, ...snapshots.create } })
      })
    },

    async open(id) {
      const row = await prisma.design.findUnique({ where: { id } })
      if (row === null) throw designNotFound(id)
      const head = await loadHead(prisma, row, cache)
      return { ...head, name: row.name, archived: row.archivedAt !== null }
    },

    rename: (id, name) => update(id, { name, updatedAt: new Date() }),
    setArchived: (id, archived) => update(id, { archivedAt: archived ? new Date() : null }),
    saveThumbnail: (id, thumbnail) => update(id, { thumbnail }),
  }
}

/** `%` and `_` are wildcards to the database; a person who types them means them. */
function literally(query: string): string {
  return query.replace(/[\\%_]/g, '\\$&')
}

type NewDesign = { readonly id: string; readonly name: string; readonly design: Design }

function newRow({ id, name, design }: NewDesign) {
  return {
    id,
    name,
    documentVersion: currentDocumentVersion,
    snapshots: { create: { sequence: 0, document: snapshotDocument(design) } },
  }
}

function summary(row: Prisma.DesignGetPayload<object>): DesignSummary {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    archivedAt: row.archivedAt ?? undefined,
    sequence: row.headSequence,
    thumbnail: row.thumbnail ?? undefined,
  }
}
