import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/client/client'
import { migrations } from '../generated/migrations'
import { parseDatabaseUrl } from './database-url'
import type { DirectoryLock } from './directory-lock'
import { lockDirectory } from './directory-lock'
import { migrate } from './migrate'
import { pglitePool } from './pglite-pool'
import { LedgerRefusal } from './refusal'

export type LedgerOptions = {
  /** A PostgreSQL server. Absent or empty: the embedded PGlite in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** Folder of everything Weft keeps itself; made when missing. The embedded database is `<dataDir>/ledger`. */
  readonly dataDir: string
}

export type Ledger = {
  readonly kind: 'pglite' | 'postgres'
  /** For messages: the folder, or host and database. */
  readonly where: string
  readonly prisma: PrismaClient
  close(): Promise<void>
}

/** Waiting for the one PGlite session, or for a design another writer holds, is normal; an error after 2 s is not. */
const TRANSACTION_LIMITS = { maxWait: 20_000, timeout: 60_000 }

/**
 * Opens the database and brings it to the schema of this version.
 *
 * @throws LedgerRefusal when the folder is in use, the server cannot be reached, or the data is of another version
 */
export function openLedger({ databaseUrl, dataDir }: LedgerOptions): Promise<Ledger> {
  return databaseUrl ? openPostgres(databaseUrl) : openPglite(path.join(path.resolve(dataDir), 'ledger'))
}

async function openPostgres(databaseUrl: string): Promise<Ledger> {
  const { connectionString, schema, shown } = parseDatabaseUrl(databaseUrl)
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 15_000,
    options: `-c search_path=${schema}`,
  })
  // The pool drops a connection the server closed and opens another; without a listener Node would exit.
  pool.on('error', (error) => console.error(`The ledger lost an idle connection to ${shown}: ${error.message}`))
  try {
    await ensureSchema(pool, schema)
    await migrate(pool, migrations)
  } catch (error) {
    await pool.end()
    throw error instanceof LedgerRefusal ? error : unreachable(shown, error)
  }
  return ledgerOver(pool, { kind: 'postgres', where: shown, schema }, () => pool.end())
}

/** Asks before creating: `IF NOT EXISTS` alone needs the right to create schemas even where none is missing. */
async function ensureSchema(pool: pg.Pool, schema: string): Promise<void> {
  const found = await pool.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema])
  if (found.rowCount === 0) await pool.query(`CREATE SCHEMA ${schema}`)
}

async function openPglite(directory: string): Promise<Ledger> {
  await mkdir(directory, { recursive: true })
  const lock = await lockDirectory(directory)
  try {
    return await openLocked(directory, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openLocked(directory: string, lock: DirectoryLock): Promise<Ledger> {
  const database = await PGlite.create(directory, { postgresqlconf: ['shared_buffers = 16MB'] }).catch(
    (error: unknown) => {
      throw new LedgerRefusal(
        `The embedded database in ${directory} does not open: ${messageOf(error)}`,
        'If another release of Weft wrote it, start that release and export the designs; otherwise restore the folder from a backup.',
        { cause: error },
      )
    },
  )
  const pool = pglitePool(database)
  try {
    await migrate(pool, migrations)
  } catch (error) {
    await pool.end()
    await database.close()
    throw error
  }
  return ledgerOver(pool, { kind: 'pglite', where: directory, schema: 'public' }, async () => {
    await pool.end()
    await database.close()
    await lock.release()
  })
}

function ledgerOver(
  pool: pg.Pool,
  { kind, where, schema }: Pick<Ledger, 'kind' | 'where'> & { readonly schema: string },
  release: () => Promise<void>,
): Ledger {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { schema }), transactionOptions: TRANSACTION_LIMITS })
  return {
    kind,
    where,
    prisma,
    async close() {
      await prisma.$disconnect()
      await release()
    },
  }
}

function unreachable(shown: string, error: unknown): LedgerRefusal {
  return new LedgerRefusal(
    `The database at ${shown} cannot be used: ${messageOf(error)}`,
    'Check that the server runs, that DATABASE_URL names the right host, database, user and password, and that the user may create tables.',
    { cause: error },
  )
}

/** An AggregateError (several addresses of one host, all refused) has an empty message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
