import { readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../generated/migrations'
import { migrate } from '../src/migrate'
import { testDatabases } from '../testing/index'
import { readMigrations } from '../tools/bundle-migrations'

const later = { name: '29990101000000_later', checksum: 'c'.repeat(64) }

it('the bundled migrations are the files in the folder', () => {
  expect(migrations).toEqual(readMigrations())
  expect(migrations.map(({ name }) => name)).toEqual(
    readdirSync(path.join(import.meta.dirname, '../migrations')).filter((name) => !name.includes('.')),
  )
})

describe.each(testDatabases().filter(({ kind }) => kind === 'postgres'))(
  'the migration runner on $kind',
  (database) => {
    beforeAll(() => database.start())
    afterAll(() => database.stop())

    async function withPool(work: (pool: pg.Pool) => Promise<void>): Promise<void> {
      const pool = new pg.Pool({ connectionString: (await database.fresh()).databaseUrl })
      try {
        await work(pool)
      } finally {
        await pool.end()
      }
    }

    it('applies what is missing once, also when several servers start together', () =>
      withPool(async (pool) => {
        const starts = await Promise.all([1, 2, 3].map(() => migrate(pool, migrations)))
        expect(starts.map(({ length }) => length).sort()).toEqual([0, 0, migrations.length])
        expect(await migrate(pool, [...migrations, { ...later, sql: 'CREATE TABLE later (id int)' }])).toEqual([
          later.name,
        ])
      }))

    it('leaves nothing of a migration that fails', () =>
      withPool(async (pool) => {
        const broken = { ...later, sql: 'CREATE TABLE half (id int); SELECT 1/0;' }
        await expect(migrate(pool, [...migrations, broken])).rejects.toThrow('division by zero')
        expect((await pool.query("SELECT to_regclass('half') AS found")).rows).toEqual([{ found: null }])
        expect(await migrate(pool, migrations)).toEqual([])
      }))

    it.each([
      [
        'a migration of a newer version',
        { migration_name: later.name, checksum: later.checksum, finished_at: new Date(0) },
        'newer version',
      ],
      [
        'a migration from another file',
        { migration_name: migrations[0]?.name, checksum: 'x', finished_at: new Date(0) },
        'different file',
      ],
      [
        'a migration that did not finish',
        { migration_name: migrations[0]?.name, checksum: 'x', finished_at: null },
        'resolve --rolled-back',
      ],
    ])('refuses %s', (_what, row, message) =>
      withPool(async (pool) => {
        await migrate(pool, [])
        await pool.query(
          "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('1', $1, $2, $3)",
          [row.checksum, row.migration_name, row.finished_at],
        )
        await expect(migrate(pool, migrations)).rejects.toThrow(message)
      }),
    )
  },
)
