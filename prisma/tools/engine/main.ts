// Stand-in for Prisma's native schema engine: the same command line and the same JSON-RPC over stdio,
// backed by the engine that Prisma publishes on npm as WebAssembly.
import { readFileSync } from 'node:fs'
import readline from 'node:readline'
import { checkReachable, closeFolders, createDatabase, isEmbedded, prepare } from './connections'
import type { Datamodel, Engine, Params } from './wasm-engine'
import { startEngine } from './wasm-engine'

/** Codes by which the Prisma command line tells its users what is wrong with the connection. */
const PRISMA_CODES: { readonly [sqlState: string]: string } = { '3D000': 'P1003', '28P01': 'P1000', '28000': 'P1010' }
const NOT_REACHABLE = 'P1001'

const argv = process.argv.slice(2)
const valuesOf = (flag: string): readonly string[] =>
  argv.flatMap((word, index) => (word === flag ? argv.slice(index + 1, index + 2) : []))

const source: { readonly url?: string } = JSON.parse(valuesOf('--datasource')[0] ?? '{}')
const datamodels: readonly Datamodel[] = valuesOf('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
const subcommand = valuesOf('cli')[0]
const engines = new Map<string, Promise<Engine>>()

if (argv.includes('--version')) console.log('schema-engine-wasm stand-in')
else if (subcommand !== undefined) await runSubcommand(subcommand)
else serve()

function sourceUrl(): string {
  if (source.url === undefined) throw new Error('The Prisma command line named no database.')
  return source.url
}

async function runSubcommand(name: string): Promise<void> {
  try {
    if (name === 'can-connect-to-database') await checkReachable(sourceUrl())
    else if (name === 'create-database') {
      if (!isEmbedded(sourceUrl())) await createDatabase(sourceUrl())
    } else throw new Error(`The stand-in does not know the sub-command ${name}.`)
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message?: string }
    log('INFO', { message: 'stand-in' }) // the command line drops the first line
    log('ERROR', {
      message: message || String(error),
      error_code: PRISMA_CODES[code ?? ''] ?? NOT_REACHABLE,
      is_panic: false,
    })
    process.exitCode = 1
  }
}

function log(level: string, fields: Params): void {
  process.stderr.write(`${JSON.stringify({ level, fields, target: 'schema_engine::logger' })}\n`)
}

/** Requests are answered one after the other, in the order they came. */
function serve(): void {
  let queue: Promise<void> = Promise.resolve()
  readline
    .createInterface({ input: process.stdin })
    .on('line', (line) => {
      queue = queue.then(() => answer(line))
    })
    .on('close', () => {
      void queue.then(closeFolders).then(() => process.exit(0))
    })
}

async function answer(line: string): Promise<void> {
  const { id, method, params } = JSON.parse(line) as {
    readonly id: number
    readonly method?: string
    readonly params: Params
  }
  if (method === undefined) return // the answer to our own `print`
  try {
    send({ id, result: await call(method, params) })
  } catch (error) {
    const { code, message, meta } = error as {
      readonly code?: string
      readonly message?: string
      readonly meta?: unknown
    }
    const data = { is_panic: false, message: message ?? String(error), meta: meta ?? null, error_code: code }
    send({ id, error: { code: 4466, message: 'schema engine error', data } })
  }
}

function send(message: Params): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

async function call(method: string, params: Params): Promise<unknown> {
  if (method === 'createDatabase') return { databaseName: await createDatabase(sourceUrl()) }
  if (method === 'ensureConnectionValidity') {
    await checkReachable(sourceUrl())
    return {}
  }
  const engine = await engineFor(needsDatabase(method, params) ? source.url : undefined)
  const work = engine[method === 'getDatabaseVersion' ? 'version' : method]?.bind(engine)
  if (work === undefined) throw new Error(`The schema engine has no method ${method}.`)
  // These two reach the shadow database only through the cache which the diagnosis fills.
  if (method === 'evaluateDataLoss' || method === 'createMigration') {
    await engine.diagnoseMigrationHistory?.({
      migrationsList: params.migrationsList,
      optInToShadowDatabase: true,
      filters: params.filters,
    })
  }
  return printed(method, await work(params))
}

/** The native engine asks the command line to print a difference; the WebAssembly one returns the text. */
function printed(method: string, result: unknown): unknown {
  const difference = result as { readonly stdout?: string; readonly exitCode?: number } | undefined
  if (method !== 'diff' || difference?.stdout === undefined) return result ?? {}
  send({ id: `print-${Date.now()}`, method: 'print', params: { content: difference.stdout } })
  return { exitCode: difference.exitCode }
}

function needsDatabase(method: string, params: Params): boolean {
  if (method !== 'diff') return true
  const targets = [params.from, params.to] as readonly { readonly tag: string }[]
  return targets.some(({ tag }) => tag === 'url' || tag === 'schemaDatasource')
}

async function engineFor(url: string | undefined): Promise<Engine> {
  const key = url ?? ''
  if (url !== undefined) await prepare(url)
  const engine = engines.get(key) ?? startEngine(url, datamodels)
  engines.set(key, engine)
  return engine
}
