import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

export type PostgresCluster = {
  /** @returns the URL of a new, empty database */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/**
 * Folder of initdb and postgres: $WEFT_PG_BIN, Debian's newest, or the search path.
 * Undefined when there is none.
 */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const candidates = [
    process.env.WEFT_PG_BIN,
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ]
  return candidates.find(
    (folder) => folder && ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))),
  )
}

/**
 * A PostgreSQL server of its own in a temporary folder, on loopback, without password and without fsync.
 * @param bin what `findPostgres` found
 */
export async function startCluster(bin: string): Promise<PostgresCluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'weft-pg-'))
  const owner = unprivileged()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = path.join(folder, 'data')
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)

  const port = await freePort()
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: 60,
  }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...flags], {
    ...owner,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    log = (log + chunk).slice(-4000)
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  // A test run that dies must not leave a server behind.
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)

  const url = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`
  await untilReady(url('postgres'), () => (server.exitCode === null ? undefined : log))
  let count = 0
  return {
    async createDatabase() {
      const name = `weft_test_${process.pid}_${++count}`
      await query(url('postgres'), `CREATE DATABASE ${name}`)
      return url(name)
    },
    async stop() {
      process.off('exit', kill)
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root: then the user `postgres`, or `nobody`. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function untilReady(url: string, failure: () => string | undefined): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const failed = failure()
    if (failed !== undefined) throw new Error(`PostgreSQL did not start: ${failed}`)
    try {
      await query(url, 'SELECT 1')
      return
    } catch (error) {
      if (attempt >= 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
