import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, tail } from './run.mjs'
import { note, step } from './say.mjs'

/** The path of a program on PATH. @param {string} program @returns {string | undefined} */
export function onPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file))
}

/**
 * Installs packages of the distribution where this user may: as root, or through sudo without a password.
 * @param {readonly string[]} packages
 * @returns {Promise<{ installed: true } | { installed: false, remedy: string }>}
 */
export async function installFromDebian(packages) {
  const byHand = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (!onPath('apt-get'))
    return { installed: false, remedy: `install ${packages.join(' and ')} with this system's package manager` }
  const prefix = await rights()
  if (!prefix) return { installed: false, remedy: `run as root \`${byHand}\` (this user may not install packages)` }
  step(`Installing ${packages.join(', ')} with apt-get`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {readonly string[]} */ args) => {
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300', ...args]
    return run(command, rest, { show: false, env })
  }
  const update = await apt(['update'])
  const install = await apt(['install', '-y', '--no-install-recommends', ...packages])
  if (install.code === 0) return { installed: true }
  note(tail(`${update.output}\n${install.output}`, 12))
  return { installed: false, remedy: `apt-get failed as above; check the network and run as root \`${byHand}\`` }
}

/** The words that make a command run with the right to install, or undefined. @returns {Promise<readonly string[] | undefined>} */
async function rights() {
  if (process.getuid?.() === 0) return []
  if (!onPath('sudo')) return undefined
  const { code } = await run('sudo', ['-n', 'true'], { show: false })
  return code === 0 ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'] : undefined
}
