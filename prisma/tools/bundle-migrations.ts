// Writes generated/migrations.ts: the migrations as a module, so that a bundled server needs no folder beside it.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Migration } from '../src/migrate'

const root = path.join(import.meta.dirname, '..')

export function readMigrations(): readonly Migration[] {
  const folder = path.join(root, 'migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

if (process.argv[1] === import.meta.filename) {
  const target = path.join(root, 'generated/migrations.ts')
  mkdirSync(path.dirname(target), { recursive: true })
  const value = JSON.stringify(readMigrations(), null, 2)
  writeFileSync(
    target,
    `import type { Migration } from '../src/migrate'\n\nexport const migrations: readonly Migration[] = ${value}\n`,
  )
}
