import { existsSync } from 'node:fs'
import { installFromDebian } from './debian.mjs'

const folder = '/usr/lib/frr'

/**
 * The folder with FRR's daemons; tests run labs of them where they are root on Linux.
 * @returns {Promise<{ path: string } | { remedy: string }>}
 */
export async function frr() {
  if (process.platform !== 'linux') return { remedy: 'run the tests on Linux.' }
  if (existsSync(`${folder}/bgpd`)) return { path: folder }
  const answer = await installFromDebian(['frr'])
  if (!answer.installed) return { remedy: `${answer.remedy}.` }
  return existsSync(`${folder}/bgpd`) ? { path: folder } : { remedy: `put FRR's daemons in ${folder}.` }
}
