import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { LedgerOptions } from '../src/index'
import type { PostgresCluster } from './postgres-cluster'
import { findPostgres, startCluster } from './postgres-cluster'

/** One of the two databases Weft runs on; every test of stored data runs on both. */
export type TestDatabase = {
  readonly kind: 'pglite' | 'postgres'
  start(): Promise<void>
  /** A database with nothing in it, not even tables. */
  fresh(): Promise<LedgerOptions>
  stop(): Promise<void>
}

export function testDatabases(): readonly TestDatabase[] {
  const bin = findPostgres()
  if (bin === undefined) {
    console.warn(
      '\n*** PostgreSQL was not found: these tests run on PGlite only. Set WEFT_PG_BIN or install postgresql. ***\n',
    )
    return [embedded()]
  }
  return [embedded(), server(bin)]
}

function embedded(): TestDatabase {
  const folders = temporaryFolders()
  return {
    kind: 'pglite',
    start: async () => undefined,
    fresh: async () => ({ dataDir: folders.make() }),
    stop: async () => folders.removeAll(),
  }
}

function server(bin: string): TestDatabase {
  const folders = temporaryFolders()
  let cluster: PostgresCluster | undefined
  return {
    kind: 'postgres',
    async start() {
      cluster = await startCluster(bin)
    },
    async fresh() {
      if (!cluster) throw new Error('start() comes first')
      return { databaseUrl: await cluster.createDatabase(), dataDir: folders.make() }
    },
    async stop() {
      await cluster?.stop()
      folders.removeAll()
    },
  }
}

export type TemporaryFolders = { make(): string; removeAll(): void }

export function temporaryFolders(): TemporaryFolders {
  const made: string[] = []
  return {
    make() {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'weft-test-'))
      made.push(folder)
      return folder
    },
    removeAll() {
      for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
    },
  }
}
