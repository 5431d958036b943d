import type { Compilation, SessionEntry } from '@weft/domain'
import { compile, listSessions } from '@weft/domain'
import type { CliCommand } from './command'
import { exitCodes, textOption } from './command'
import { readDesign } from './files'

export const sessionsCommand: CliCommand = {
  name: 'sessions',
  operands: 'DESIGN [--device NAME] [--json]',
  summary: 'Print every BGP, BMP, IGP, M-LAG and VXLAN session of a design with its verdict.',
  options: {
    device: { type: 'string', value: 'NAME', says: 'only the sessions of this device' },
    json: {
      type: 'boolean',
      says: 'print {file, counts, sessions: [{name, kind, devices, status, assurance, failing: [{fact, holds, says}]}]}',
    },
  },
  exits: '0 no session is down, 1 at least one is, 2 the file is not a usable design',
  async run(operands, options, terminal) {
    const { file, design } = await readDesign(operands)
    const compilation = compile(design.network)
    const device = textOption(options, 'device')
    const sessions = listSessions(compilation)
      .map((entry) => summary(compilation, entry))
      .filter(({ devices }) => device === undefined || devices.includes(device))
    const counts = { established: 0, down: 0, unknown: 0 }
    for (const { status } of sessions) counts[status]++
    if (options.json === true) terminal.out(`${JSON.stringify({ file, counts, sessions }, undefined, 2)}\n`)
    else {
      const width = Math.max(0, ...sessions.map(({ kind }) => kind.length))
      for (const { kind, name, status, assurance, failing } of sessions) {
        const why = failing[0] === undefined ? '' : `  ${failing[0].says.en}`
        terminal.out(`${status.padEnd(11)}  ${assurance.padEnd(9)}  ${kind.padEnd(width)}  ${name}${why}\n`)
      }
      terminal.out(`${counts.established} established, ${counts.down} down, ${counts.unknown} unknown\n`)
    }
    return counts.down > 0 ? exitCodes.errors : exitCodes.clean
  },
}

/** A session as commands print it: who it is, its verdict, and what does not hold. */
export function summary({ intent }: Compilation, { session, name, devices, verdict }: SessionEntry) {
  return {
    name,
    kind: session.kind,
    devices: devices.map((id) => intent.devices.get(id)?.device.name ?? id),
    status: verdict.status,
    assurance: verdict.assurance,
    failing: verdict.proof.flatMap(({ fact, holds, says }) => (holds === 'yes' ? [] : [{ fact, holds, says }])),
  }
}
