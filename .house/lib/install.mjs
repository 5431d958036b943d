import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { run, runTool, tail } from './run.mjs'
import { step, Trouble } from './say.mjs'

const neededBytes = 2.5e9

/** Refuses a Node that is too old for the tools that follow. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Trouble(
    `Weft needs Node 20.19 or newer; this is Node ${process.versions.node}.`,
    'install Node 22 or 24 (https://nodejs.org, or your package manager) and run the command again.',
  )
}

/** Installs exactly what package-lock.json says, unless that is what is there. */
export async function installPackages() {
  if (isInstalled(root)) return
  const free = statfsSync(root)
  if (free.bavail * free.bsize < neededBytes) {
    throw new Trouble(
      `Too little disk space in ${root}: ${Math.round((free.bavail * free.bsize) / 1e6)} MB free.`,
      `free at least ${neededBytes / 1e9} GB (packages, build and data) and run the command again.`,
    )
  }
  step('Installing packages (npm ci; a minute or two the first time)')
  // Without install scripts: none is needed, and some of them would try to download from other places.
  const { code, output } = await run(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional'],
    { show: false },
  )
  if (code !== 0) throw installTrouble(output)
}

/** Generates what the sources import: the database client. */
export async function generate() {
  step('Generating the database client')
  const { code, output } = await runTool('turbo', ['run', 'generate', '--ui=stream', '--output-logs=errors-only'], {
    show: false,
  })
  if (code !== 0)
    throw new Trouble(
      `Generating failed:\n${tail(output)}`,
      'read the last lines above; `npx turbo run generate` repeats the step.',
    )
}

/** @param {string} output */
function installTrouble(output) {
  const what = `npm ci failed:\n${tail(output, 15)}`
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH/.test(output)) {
    return new Trouble(
      what,
      'the npm registry did not answer; check the network or proxy (`npm ping`) and run the command again.',
    )
  }
  if (/ENOSPC/.test(output)) return new Trouble(what, 'the disk is full; free 2.5 GB and run the command again.')
  if (/EACCES|EPERM/.test(output)) {
    return new Trouble(what, `this user may not write in ${root}; clone the repository into a folder of your own.`)
  }
  return new Trouble(
    what,
    'remove the node_modules folder and run the command again; the last lines above say what npm missed.',
  )
}

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockEntry */

/**
 * True when what npm says it installed is what the lockfile asks for. npm writes its record last, so an interrupted
 * installation counts as none. Packages for other platforms may be absent.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const record = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = lockEntries(join(folder, 'package-lock.json'))
  const present = lockEntries(record)
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true
    const found = present[path]
    if (!found) return entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity && existsSync(join(folder, path))
  })
}

/** @param {string} file @returns {Record<string, LockEntry>} */
const lockEntries = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
