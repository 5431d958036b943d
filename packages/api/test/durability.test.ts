import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createTRPCClient, httpLink } from '@trpc/client'
import { testDatabases } from '@weft/prisma/testing'
import superjson from 'superjson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiOptions, AppRouter } from '../src/index'
import type { Client } from './client'
import { putDevice, sent } from './device-changes'

/** The promise is Weft's own on the embedded database; PostgreSQL's is its own, and only our use of it is tested. */
const rounds = { pglite: 20, postgres: 5 }
const WRITERS = 3
const children = new Set<ChildProcess>()

type Server = { readonly child: ChildProcess; readonly client: Client }
type Ended = { readonly code: number | null; readonly words: string }

/** Starts a server process; resolves when it listens, or with its last words when it refuses. */
function start({ databaseUrl, dataDir }: ApiOptions): Promise<Server | Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'serve.ts')], {
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '', DATA_DIR: dataDir },
  })
  children.add(child)
  let words = ''
  return new Promise((resolve) => {
    child.stderr.on('data', (chunk) => {
      words += String(chunk)
    })
    child.once('close', (code) => resolve({ code, words }))
    child.stdout.once('data', (port) => {
      const url = `http://127.0.0.1:${String(port).trim()}/api/trpc`
      const client = createTRPCClient<AppRouter>({ links: [httpLink({ url, transformer: superjson })] })
      resolve({ child, client })
    })
  })
}

async function running(options: ApiOptions): Promise<Server> {
  const server = await start(options)
  if ('client' in server) return server
  throw new Error(`the server did not start (${server.code}): ${server.words}`)
}

function kill({ child }: Server): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

describe.each(testDatabases())('a server on $kind', (database) => {
  beforeAll(() => database.start())
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    await database.stop()
  })

  it(`killed with -9 at once after an answer has every acknowledged edit, ${rounds[database.kind]} times`, {
    timeout: 900_000,
  }, async () => {
    const options = await database.fresh()
    let server = await running(options)
    const { id: designId } = await server.client.designs.create.mutate({ name: 'Durable' })
    const acknowledged = new Map<string, number>()

    for (let round = 0; round < rounds[database.kind]; round++) {
      // Several edits are on their way when the one that decides is answered.
      const { client } = server
      const write = async (writer: number, edit: number) => {
        const name = `r${round}-w${writer}-e${edit}`
        const { sequence } = await client.changes.append.mutate({
          designId,
          knownSequence: 0,
          changes: [sent(putDevice(name))],
        })
        acknowledged.set(name, sequence)
      }
      const lastEdit = 1 + (round % 7)
      const others = Array.from({ length: WRITERS - 1 }, async (_, writer) => {
        for (let edit = 0; ; edit++) await write(writer + 1, edit)
      })
      const interrupted = Promise.allSettled(others)
      for (let edit = 0; edit < lastEdit; edit++) await write(0, edit)
      await kill(server)
      await interrupted

      server = await running(options)
      const { document, sequence } = await server.client.designs.open.query({ id: designId })
      const found = Object.values(document.network.devices).map(({ name }) => name)
      expect(found).toEqual(expect.arrayContaining([...acknowledged.keys()]))
      expect(found).toHaveLength(sequence)
      expect(Math.max(...acknowledged.values())).toBeLessThanOrEqual(sequence)
    }
    expect(acknowledged.size).toBeGreaterThan(rounds[database.kind] * 3)
    await kill(server)
  })
})

describe('a second server on the same data folder', () => {
  it('exits and says which folder, which process and what to do', async () => {
    const [embedded] = testDatabases()
    const options = (await embedded?.fresh()) ?? { dataDir: '' }
    const first = await running(options)
    const second = await start(options)
    expect(second).toMatchObject({ code: 1, words: expect.stringContaining(`${options.dataDir}/ledger is in use`) })
    expect(second).toMatchObject({ words: expect.stringMatching(`process ${first.child.pid}[^]*DATA_DIR=`) })
    expect(await first.client.designs.list.query({})).toHaveLength(1)
    await kill(first)
    await embedded?.stop()
  })
})
