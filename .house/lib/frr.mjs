import { existsSync } from 'node:fs'
import { installFromDebian } from './debian.mjs'

const folder = '/usr/lib/frr'
const station = '/usr/sbin/pmbmpd'

/**
 * The folder with FRR's daemons, with pmacct's BMP station beside them; tests run labs of them where they are root
 * on Linux.
 * @returns {Promise<{ path: string } | { remedy: string }>}
 */
export async function frr() {
  if (process.platform !== 'linux') return { remedy: 'run the tests on Linux.' }
  const complete = () => existsSync(`${folder}/bgpd`) && existsSync(station)
  if (complete()) return { path: folder }
  const answer = await installFromDebian(['frr', 'pmacct'])
  if (!answer.installed) return { remedy: `${answer.remedy}.` }
  return complete()
    ? { path: folder }
    : { remedy: `put FRR's daemons in ${folder} and pmacct's BMP station at ${station}.` }
}
