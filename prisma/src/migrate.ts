import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { LedgerRefusal } from './refusal'

/** One folder below `migrations/`: its name, the text of `migration.sql` and the SHA-256 of that file. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

/** The number Prisma Migrate takes, so that a server starting and a `prisma migrate deploy` wait for each other. */
const PRISMA_ADVISORY_LOCK = 72707369

/** Prisma's own bookkeeping table, so that its command line and this runner read each other's work. */
const BOOKKEEPING = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`

type Applied = { readonly migration_name: string; readonly checksum: string; readonly finished_at: Date | null }

/**
 * Brings the database to the schema of this version, as `prisma migrate deploy` would.
 *
 * @param pool its sessions must be real ones: the lock does not survive a transaction pooler
 * @returns names of the migrations that were applied now
 * @throws LedgerRefusal when the database was written by another or newer version, or a migration failed half-way
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK])
    try {
      await client.query(BOOKKEEPING)
      const pending = pendingMigrations(migrations, await readApplied(client))
      for (const migration of pending) await apply(client, migration)
      return pending.map(({ name }) => name)
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_ADVISORY_LOCK])
    }
  } finally {
    client.release()
  }
}

async function readApplied(client: pg.PoolClient): Promise<readonly Applied[]> {
  const result = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return result.rows
}

function pendingMigrations(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const finished = new Set<string>()
  for (const row of applied) {
    const migration = known.get(row.migration_name)
    if (migration === undefined) {
      throw new LedgerRefusal(
        `The database holds migration ${row.migration_name}, which this version of Weft does not know.`,
        'It was written by a newer version: start that version, or restore a backup made with this one.',
      )
    }
    if (row.finished_at === null) {
      throw new LedgerRefusal(
        `Migration ${row.migration_name} began and did not finish.`,
        `Mend the database, then tell Prisma: npx prisma migrate resolve --rolled-back ${row.migration_name}`,
      )
    }
    if (row.checksum !== migration.checksum) {
      throw new LedgerRefusal(
        `Migration ${row.migration_name} was applied from a different file than this version ships.`,
        'Restore the file that was applied; a migration is never edited once released.',
      )
    }
    finished.add(row.migration_name)
  }
  return migrations.filter(({ name }) => !finished.has(name))
}

/** The script and its bookkeeping commit together: a failed migration leaves nothing behind. */
async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
