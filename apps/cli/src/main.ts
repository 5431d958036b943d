import { parseArgs } from 'node:util'
import { blameCommand } from './blame'
import { checkCommand } from './check'
import type { CliCommand, ExitCode, OptionValues, Terminal } from './command'
import { exitCodes, UnusableInput } from './command'
import { explainCommand } from './explain'
import { exportCommand } from './export'
import { failuresCommand } from './failures'
import { fmtCommand } from './fmt'
import { importCommand } from './import'
import { labCommand } from './lab'
import { ledgerCommand } from './ledger'
import { newCommand } from './new'
import { parseCommand } from './parse'
import { reachCommand } from './reach'
import { rulesCommand } from './rules'
import { sessionsCommand } from './sessions'
import { whatIfCommand } from './what-if'

export const commands: readonly CliCommand[] = [
  newCommand,
  checkCommand,
  exportCommand,
  blameCommand,
  sessionsCommand,
  explainCommand,
  reachCommand,
  rulesCommand,
  fmtCommand,
  parseCommand,
  importCommand,
  ledgerCommand,
  failuresCommand,
  whatIfCommand,
  labCommand,
]

/** Runs one `weft` command line. @returns the exit code; never throws for input a person can mend */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(overview())
    return exitCodes.clean
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    terminal.err(
      `weft: unknown command "${name}"; the commands are ${commands.map((known) => known.name).join(', ')}\n`,
    )
    return exitCodes.unusable
  }
  try {
    const { operands, options } = parseCommandLine(command, rest)
    if (options.help === true) {
      terminal.out(usage(command))
      return exitCodes.clean
    }
    return await command.run(operands, options, terminal)
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error
    terminal.err(`weft ${command.name}: ${error.message}\n`)
    return exitCodes.unusable
  }
}

function parseCommandLine(
  command: CliCommand,
  args: readonly string[],
): { operands: readonly string[]; options: OptionValues } {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: { type: 'boolean' as const, short: 'h', says: '' } }).map(
      ([name, spec]) => {
        const { type, short, default: value } = spec as CliCommand['options'][string]
        return [name, { type, ...(short ? { short } : {}), ...(value === undefined ? {} : { default: value }) }]
      },
    ),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { operands: positionals, options: values as OptionValues }
  } catch (error) {
    throw new UnusableInput(`${error instanceof Error ? error.message : String(error)}\n\n${usage(command)}`)
  }
}

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`)
  return `weft: design CloudEngine fabrics and derive their configuration\n\n${lines.join('\n')}\n\nweft COMMAND --help tells more.\n`
}

export function usage(command: CliCommand): string {
  const rows = Object.entries(command.options).map(([name, spec]) => {
    const flag = `${spec.short ? `-${spec.short}, ` : ''}--${name}${spec.value ? ` ${spec.value}` : ''}`
    const standard = spec.default === undefined ? '' : ` (default ${spec.default})`
    return [flag, `${spec.says}${standard}`] as const
  })
  const width = Math.max(0, ...rows.map(([flag]) => flag.length))
  const options = rows.map(([flag, says]) => `  ${flag.padEnd(width)}  ${says}`).join('\n')
  return `weft ${command.name} ${command.operands}\n\n${command.summary}\n\n${options}\n\nExit code: ${command.exits}\n`
}
