import type { LedgerOptions } from '@weft/prisma'
import { openLedger } from '@weft/prisma'
import type { ChangeStore } from './changes'
import { createChangeStore } from './changes'
import type { DesignStore } from './designs'
import { createDesignStore } from './designs'
import { createHeadCache } from './head-cache'

export type Store = {
  readonly designs: DesignStore
  readonly changes: ChangeStore
  /** For messages: which database, and where. */
  readonly database: string
  close(): Promise<void>
}

/** Parsed designs kept in memory; one of 1,000 devices takes some 20 MB. */
const MOST_HEADS = 16

export async function openStore(options: LedgerOptions): Promise<Store> {
  const ledger = await openLedger(options)
  const cache = createHeadCache(MOST_HEADS)
  return {
    designs: createDesignStore(ledger.prisma, cache),
    changes: createChangeStore(ledger.prisma, cache),
    database: `${ledger.kind === 'pglite' ? 'embedded database in' : 'PostgreSQL at'} ${ledger.where}`,
    close: () => ledger.close(),
  }
}
