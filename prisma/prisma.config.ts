import path from 'node:path'
import { defineConfig } from 'prisma/config'

const here = import.meta.dirname

// The native schema engine is only offered as a download from Prisma's own servers. The stand-in runs
// the same engine as WebAssembly from npm. Windows cannot start a script by its first line, so there
// the native engine is fetched as usual.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(here, 'tools/schema-engine.mjs')
}

const dataDir = process.env.DATA_DIR || path.join(here, '../.weft-data')

export default defineConfig({
  schema: path.join(here, 'schema.prisma'),
  migrations: { path: path.join(here, 'migrations') },
  datasource: { url: process.env.DATABASE_URL || `pglite:${path.join(path.resolve(dataDir), 'ledger')}` },
})
