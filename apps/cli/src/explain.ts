import type { Compilation, Design, SessionEntry } from '@weft/domain'
import { compile, explainSession, fixSession, listSessions, sessionsNamed } from '@weft/domain'
import type { CliCommand, Terminal } from './command'
import { exitCodes, UnusableInput } from './command'
import { readDesign } from './files'
import { summary } from './sessions'

export const explainCommand: CliCommand = {
  name: 'explain',
  operands: 'DESIGN SESSION [--json]',
  summary:
    'Print the proof of a session, fact by fact, and the fewest edits that bring it up when it is down. SESSION is its name in `weft sessions`, or leaf-1--leaf-2 for all between two devices.',
  options: {
    json: {
      type: 'boolean',
      says: 'print [{name, kind, devices, status, assurance, failing, sides: [{device, facts: [{fact, holds, says, source, records, lines: [{device, number, text}]}]}], notModelled, fixes: [{label, command}]}]',
    },
  },
  exits: '0 explained, 1 the session is down, 2 the file is not a usable design or has no such session',
  async run(operands, options, terminal) {
    const [file, typed, ...more] = operands
    if (file === undefined || typed === undefined || more.length > 0)
      throw new UnusableInput('a design file and the name of a session are expected; `weft sessions` lists them')
    const { design } = await readDesign([file])
    const compilation = compile(design.network)
    const named = sessionsNamed(listSessions(compilation), typed)
    if (named.length === 0)
      throw new UnusableInput(`there is no session "${typed}" in the design; \`weft sessions ${file}\` lists them`)
    const explained = named.map((entry) => explanation(design, compilation, entry))
    if (options.json === true) terminal.out(`${JSON.stringify(explained, undefined, 2)}\n`)
    else for (const each of explained) print(each, terminal)
    return explained.some(({ status }) => status === 'down') ? exitCodes.errors : exitCodes.clean
  },
}

type Explanation = ReturnType<typeof explanation>

function explanation(design: Design, compilation: Compilation, entry: SessionEntry) {
  const nameOf = (id: string | undefined): string =>
    Object.values(design.network.devices).find((device) => device.id === id)?.name ?? ''
  const { sides, notModelled } = explainSession(compilation, entry)
  return {
    ...summary(compilation, entry),
    sides: sides.map(({ deviceId, facts }) => ({
      ...(deviceId === undefined ? {} : { device: nameOf(deviceId) }),
      facts: facts.map(({ lines, ...fact }) => ({
        ...fact,
        lines: lines.map(({ deviceId: id, number, text }) => ({ device: nameOf(id), number, text: text.trim() })),
      })),
    })),
    notModelled,
    fixes: fixSession(design, entry.session, compilation)?.fixes ?? [],
  }
}

const marks = { yes: '+', no: '-', unknown: '?' } as const

function print({ kind, name, status, assurance, sides, notModelled, fixes }: Explanation, terminal: Terminal): void {
  terminal.out(`${kind} ${name}: ${status} (${assurance})\n`)
  for (const { device, facts } of sides) {
    if (device !== undefined) terminal.out(`\n  seen from ${device}\n`)
    for (const { fact, holds, says, source, lines } of facts) {
      terminal.out(`  ${marks[holds]} ${fact}: ${says.en}\n      ${source}\n`)
      for (const line of lines) terminal.out(`      ${line.device}:${line.number}  ${line.text}\n`)
    }
  }
  terminal.out(`\n  not modelled: ${notModelled.map(({ en }) => en).join('; ')}\n`)
  if (fixes.length > 0) terminal.out(`\n  to bring it up:\n${fixes.map(({ label }) => `    ${label.en}\n`).join('')}`)
  else if (status === 'down') terminal.out('\n  no edit is known that brings it up\n')
}
