import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/places.mjs'
import { run, tail } from '../lib/run.mjs'
import { fail, pass } from './gate.mjs'

/** @typedef {{ resolved?: string, link?: boolean, optionalDependencies?: Record<string, string> }} Entry */

/** The lockfile installs on every platform, exactly, from whatever registry npm is told to use. @type {import('./gate.mjs').Gate} */
export const lockfile = {
  name: 'lockfile',
  remedy:
    'remove node_modules and package-lock.json, run `npm install --package-lock-only --ignore-scripts`, then `npm ci --dry-run`.',
  async judge() {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    const problems = lockProblems(packages)
    const { code, output } = await run('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'], {
      show: false,
    })
    if (code !== 0) problems.push(`npm ci --dry-run refuses:\n${tail(output, 15)}`)
    return problems.length === 0 ? pass(`${Object.keys(packages).length} entries`) : fail(problems.join('\n'))
  },
}

/** What is wrong with the entries of a lockfile. @param {Record<string, Entry>} packages @returns {string[]} */
export function lockProblems(packages) {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const missing = Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !resolves(packages, path, name))
      .map((name) => `${path} lists ${name} for another platform, but the lockfile has no entry for it`)
    const address = entry.link !== true && entry.resolved !== undefined
    return address ? [...missing, `${path} names a registry address: ${entry.resolved}`] : missing
  })
}

/** Looks upward through node_modules folders, as Node does. @param {Record<string, Entry>} packages @param {string} from @param {string} name */
function resolves(packages, from, name) {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true
    if (!/(^|\/)node_modules\//.test(folder)) return `node_modules/${name}` in packages
  }
}
