import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'

/** pmacct's BMP collector, a daemon of Debian. */
export const stationProgram = '/usr/sbin/pmbmpd'

/** Where a station runs: its network namespace, a file name of its own to which endings are added, and how many may call. */
export type StationPlace = { readonly namespace: string; readonly file: string; readonly routers: number }

/** Starts a BMP station on one TCP port, with empty ears. @source pmacct 1.7.7 CONFIG-KEYS, `bmp_daemon_*` */
export async function startStation({ namespace, file, routers }: StationPlace, port: number): Promise<ChildProcess> {
  const keys = {
    bmp_daemon_ip: '::',
    bmp_daemon_port: port,
    // It prepares megabytes for each, so no more than there are.
    bmp_daemon_max_peers: routers,
    bmp_daemon_msglog_file: heardFile(file, port),
  }
  const configuration = `${file}.${port}.conf`
  await writeFile(
    configuration,
    Object.entries(keys)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  )
  await writeFile(heardFile(file, port), '')
  const words = ['netns', 'exec', namespace, stationProgram, '-f', configuration]
  return spawn('ip', words, { stdio: 'ignore', detached: true })
}

/**
 * Names of the routers that introduced themselves to a station since it was started.
 *
 * @source RFC 7854, 4.3 (initiation) and 4.4 (sysName)
 */
export async function heardBy({ file }: StationPlace, port: number): Promise<readonly string[]> {
  const log = heardFile(file, port)
  if (!existsSync(log)) return []
  const lines = (await readFile(log, 'utf8')).split('\n')
  // The daemon may be writing the last line; it ends with a line feed when it is whole.
  return lines.slice(0, -1).flatMap((line) => {
    const { bmp_msg_type: type, bmp_init_info_sysname: name } = JSON.parse(line)
    return type === 'init' && typeof name === 'string' ? [name] : []
  })
}

function heardFile(file: string, port: number): string {
  return `${file}.${port}.bmp`
}
