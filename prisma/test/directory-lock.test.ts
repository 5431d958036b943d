import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { lockAddress, lockDirectory } from '../src/directory-lock'
import { openLedger } from '../src/index'
import { temporaryFolders } from '../testing/index'

const folders = temporaryFolders()
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  folders.removeAll()
})

/** Starts another process on the folder and waits until it has opened the ledger or given up. */
function startOther(dataDir: string): Promise<{ child: ChildProcess; output: string; exitCode: number | null }> {
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    path.join(import.meta.dirname, 'open-and-wait.ts'),
    dataDir,
  ])
  children.push(child)
  let output = ''
  return new Promise((resolve) => {
    child.stderr.on('data', (chunk) => {
      output += String(chunk)
    })
    child.stdout.on('data', (chunk) => {
      output += String(chunk)
      resolve({ child, output, exitCode: null })
    })
    child.once('exit', (exitCode) => resolve({ child, output, exitCode }))
  })
}

describe('two processes on one data folder', () => {
  it('the second is refused with the folder, the process and what to do; after a kill -9 the folder is free', async () => {
    const dataDir = folders.make()
    const first = await startOther(dataDir)
    expect(first.output).toContain('open ')
    const second = await startOther(dataDir)
    expect(second.exitCode).toBe(3)
    expect(second.output).toContain(path.join(dataDir, 'ledger'))
    expect(second.output).toContain(`process ${first.child.pid}`)
    expect(second.output).toContain('DATA_DIR')
    await expect(openLedger({ dataDir })).rejects.toThrow('in use by another Weft process')

    first.child.kill('SIGKILL')
    await new Promise((resolve) => first.child.once('exit', resolve))
    const ledger = await openLedger({ dataDir })
    await ledger.close()
  })
})

describe('the lock', () => {
  it('is released by closing and leaves no file', async () => {
    const folder = folders.make()
    await (await lockDirectory(folder)).release()
    expect(existsSync(lockAddress(folder))).toBe(false)
    await (await lockDirectory(folder)).release()
  })

  it('works for folders whose path is too long for a socket', async () => {
    const folder = path.join(folders.make(), 'x'.repeat(120))
    mkdirSync(folder)
    expect(Buffer.byteLength(lockAddress(folder))).toBeLessThan(104)
    const lock = await lockDirectory(folder)
    await expect(lockDirectory(folder)).rejects.toThrow('in use')
    await lock.release()
  })

  it('goes to exactly one of several that find the file of a dead process at once', async () => {
    const folder = folders.make()
    const dataDir = path.join(folder, 'data')
    const dead = await startOther(dataDir)
    dead.child.kill('SIGKILL')
    await new Promise((resolve) => dead.child.once('exit', resolve))
    const ledger = path.join(dataDir, 'ledger')
    expect(existsSync(lockAddress(ledger))).toBe(true)
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(ledger)))
    const winners = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
    expect(winners).toHaveLength(1)
    await winners[0]?.release()
  })
})
