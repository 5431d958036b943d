import { createHash, randomUUID } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { LedgerRefusal } from './refusal'

/** Socket paths are limited to 104 bytes on macOS and 108 on Linux, terminator included. */
const LONGEST_SOCKET_PATH = 100
/** Longer than the step from "nobody answers" to "removed" can take in a competing process. */
const SETTLE_MS = 300
/** A holder that is alive but does not answer (stopped, or busy) still holds the folder. */
const ANSWER_MS = 2_000

export type DirectoryLock = { release(): Promise<void> }

type Holder = { readonly pid: string; readonly token: string }

/**
 * Makes this process the only one on a PGlite folder; two would silently destroy each other's data.
 *
 * The lock is a listening Unix socket beside the folder, so the kernel frees it when the process dies
 * in whatever way; only the dead file stays behind and is recognised because nobody answers on it.
 *
 * @param directory an existing folder
 * @throws LedgerRefusal when another process holds the folder
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const address = lockAddress(directory)
  const self: Holder = { pid: String(process.pid), token: randomUUID() }
  const first = await listen(address, self)
  if (first !== undefined) return lockOf(first)

  const holder = await ask(address)
  if (holder !== undefined) throw inUse(directory, holder)
  rmSync(address, { force: true })
  const second = await listen(address, self)
  if (second === undefined) throw inUse(directory, await ask(address))

  // Two processes may find the same dead file at once; the one whose file was removed again gives way.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  const winner = await ask(address)
  if (winner?.token === self.token) return lockOf(second)
  // The file on disk now belongs to the winner, and closing the server must not remove it.
  throw inUse(directory, winner)
}

/** Where the lock of a folder is: beside it, or, when that path is too long for a socket, in the temporary folder. */
export function lockAddress(directory: string): string {
  const real = realpathSync(directory)
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\weft-${hash}`
  const beside = `${real}.lock`
  return Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH ? beside : path.join(os.tmpdir(), `weft-${hash}.lock`)
}

function lockOf(server: net.Server): DirectoryLock {
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** The listening server, or undefined when the address is taken. */
function listen(address: string, self: Holder): Promise<net.Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      // An asker may hang up early; that is its own business.
      socket.on('error', () => socket.destroy())
      socket.end(`${self.pid} ${self.token}`)
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(address, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** Who answers on the lock, or undefined when the process that made it is dead. */
function ask(address: string): Promise<Holder | undefined> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = net.connect(address)
    socket.setEncoding('utf8')
    socket.setTimeout(ANSWER_MS, () => socket.destroy())
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined)
      else reject(error)
    })
    socket.on('close', () => {
      const [pid = '', token = ''] = answer.split(' ')
      resolve({ pid, token })
    })
  })
}

function inUse(directory: string, holder: Holder | undefined): LedgerRefusal {
  return new LedgerRefusal(
    `The data folder ${directory} is in use by another Weft process${holder?.pid ? ` (process ${holder.pid})` : ''}.`,
    'Stop that process first, or give this one a folder of its own with DATA_DIR=<folder>.',
  )
}
