import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLedger } from '../src/index'
import { temporaryFolders, testDatabases } from '../testing/index'

const root = path.join(import.meta.dirname, '..')
const folders = temporaryFolders()
afterAll(() => folders.removeAll())

type Environment = { readonly [name: string]: string | undefined }

type Run = { readonly exitCode: number | null; readonly output: string }

function prisma(words: string, environment: Environment = {}): Promise<Run> {
  const { DATABASE_URL: _unused, ...inherited } = process.env
  const cli = path.join(root, '../node_modules/prisma/build/index.js')
  const quiet = { NO_COLOR: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
  const child = spawn(process.execPath, [cli, ...words.split(' ')], {
    cwd: root,
    env: { ...inherited, ...quiet, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk)
    })
  }
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ exitCode, output })))
}

/** A copy of schema and migrations in which a test may change things. */
function copyOfSchema(): string {
  const folder = folders.make()
  cpSync(path.join(root, 'schema.prisma'), path.join(folder, 'schema.prisma'))
  cpSync(path.join(root, 'migrations'), path.join(folder, 'migrations'), { recursive: true })
  return folder
}

describe('the Prisma command line with nothing but npm', () => {
  it('validates and generates', async () => {
    expect(await prisma('validate')).toMatchObject({ exitCode: 0 })
    expect(await prisma('generate')).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Generated Prisma Client'),
    })
  })

  it('says that the migrations produce exactly the schema, and notices when they do not', async () => {
    expect(
      (await prisma('migrate diff --from-migrations migrations --to-schema schema.prisma --exit-code')).exitCode,
    ).toBe(0)
    const folder = copyOfSchema()
    const schema = path.join(folder, 'schema.prisma')
    writeFileSync(schema, readFileSync(schema, 'utf8').replace('name            String', 'name            String?'))
    const drifted = await prisma(`migrate diff --from-migrations migrations --to-schema ${schema} --exit-code --script`)
    expect(drifted.exitCode).toBe(2)
    expect(drifted.output).toContain('ALTER COLUMN "name" DROP NOT NULL')
  })

  it('refuses the folder of a running server', async () => {
    const dataDir = folders.make()
    const ledger = await openLedger({ dataDir })
    const refused = await prisma('migrate status', { DATA_DIR: dataDir })
    await ledger.close()
    expect(refused.output).toContain('in use by another Weft process')
    expect(refused.exitCode).toBe(1)
  })
})

describe.each(testDatabases())('the Prisma command line on $kind', (database) => {
  beforeAll(() => database.start())
  afterAll(() => database.stop())

  async function freshEnvironment(): Promise<Environment> {
    const { databaseUrl, dataDir } = await database.fresh()
    return { DATABASE_URL: databaseUrl, DATA_DIR: dataDir }
  }

  it('reads the start-up runner as its own work', async () => {
    const options = await database.fresh()
    await (await openLedger(options)).close()
    const environment = { DATABASE_URL: options.databaseUrl, DATA_DIR: options.dataDir }
    expect(await prisma('migrate status', environment)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Database schema is up to date'),
    })
    expect((await prisma('migrate deploy', environment)).output).toContain('No pending migrations')
    const difference = await prisma(
      'migrate diff --from-config-datasource --to-schema schema.prisma --exit-code',
      environment,
    )
    expect(difference).toMatchObject({ exitCode: 0 })
  })

  it('deploys, and the start-up runner finds nothing left to do', async () => {
    const { databaseUrl, dataDir } = await database.fresh()
    const environment = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir }
    expect(await prisma('migrate status', environment)).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('have not yet been applied'),
    })
    expect(await prisma('migrate deploy', environment)).toMatchObject({ exitCode: 0 })
    const ledger = await openLedger({ databaseUrl, dataDir })
    expect(await ledger.prisma.design.count()).toBe(0)
    await ledger.close()
  })

  it('makes and applies a new migration, functions with semicolons included', async () => {
    const environment = await freshEnvironment()
    const folder = copyOfSchema()
    const config = path.join(folder, 'prisma.config.mjs')
    writeFileSync(
      config,
      `process.env.PRISMA_SCHEMA_ENGINE_BINARY = ${JSON.stringify(path.join(root, 'tools/schema-engine.mjs'))}
       export default { schema: 'schema.prisma', migrations: { path: 'migrations' }, datasource: { url: ${JSON.stringify(
         environment.DATABASE_URL ?? `pglite:${environment.DATA_DIR}/ledger`,
       )} } }`,
    )
    const schema = path.join(folder, 'schema.prisma')
    writeFileSync(schema, `${readFileSync(schema, 'utf8')}\nmodel Note {\n  id String @id\n}\n`)
    const made = await prisma(`migrate dev --name notes --config ${config}`, environment)
    expect(made).toMatchObject({ exitCode: 0, output: expect.stringContaining('now in sync') })

    const scripted = path.join(folder, 'migrations/29990101000000_function')
    mkdirSync(scripted)
    const sql = `CREATE FUNCTION twice(n int) RETURNS int AS $$ BEGIN RETURN n; RETURN 2 * n; END; $$ LANGUAGE plpgsql;`
    writeFileSync(path.join(scripted, 'migration.sql'), sql)
    expect(await prisma(`migrate deploy --config ${config}`, environment)).toMatchObject({ exitCode: 0 })
    expect(await prisma(`migrate reset --force --config ${config}`, environment)).toMatchObject({ exitCode: 0 })
  })
})
