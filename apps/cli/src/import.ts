import { readFile } from 'node:fs/promises'
import type { ConfigFile, DeviceDrift, ImportedDevice, ImportOptions, ImportProblem, ImportReport } from '@weft/domain'
import { configDrift, importConfigs, serializeDesign } from '@weft/domain'
import type { Upload } from '@weft/exchange'
import { readUploads } from '@weft/exchange'
import type { CliCommand, ExitCode, Terminal } from './command'
import { exitCodes, textOption, UnusableInput } from './command'
import { readDesign, writeText } from './files'

export const importCommand: CliCommand = {
  name: 'import',
  operands: 'FILES… (-o DESIGN | --over DESIGN) [--models NAME=MODEL,…] [--typed] [--join] [--json]',
  summary: 'Make one design of the configurations of a fabric, or compare them with a design.',
  options: {
    output: { type: 'string', short: 'o', value: 'DESIGN', says: 'the design file to write' },
    over: { type: 'string', value: 'DESIGN', says: 'write nothing; list how the devices differ from this design' },
    models: {
      type: 'string',
      value: 'NAME=MODEL,…',
      says: 'models of devices, which no configuration tells; the name * stands for all others',
    },
    typed: {
      type: 'boolean',
      says: 'the files are typed commands (prompts, quit, commit), also where nothing in them tells',
    },
    join: { type: 'boolean', says: 'several files of one device are parts of one configuration' },
    json: { type: 'boolean', says: 'print the report as JSON' },
  },
  exits:
    '0 imported, or no difference; 1 the devices differ from the design; 2 a file cannot be used (nothing is written)',
  async run(operands, options, terminal) {
    const output = textOption(options, 'output')
    const over = textOption(options, 'over')
    if ((output === undefined) === (over === undefined)) {
      throw new UnusableInput('name either the design to write with -o DESIGN or the one to compare with --over DESIGN')
    }
    const files = await readConfigs(operands)
    const asJson = options.json === true
    const reading = {
      ...(options.typed === true ? { form: 'typed' as const } : {}),
      joinFragments: options.join === true,
    }
    if (over !== undefined) return compare(files, { design: over, reading, asJson, terminal })
    const names = files.map(({ name }) => name)
    const models = readModels(textOption(options, 'models'))
    const result = importConfigs(files, { ...reading, models: models.named, otherModel: models.other })
    if (!result.ok) throw refusal(result.problems, result.joinable)
    if (output !== undefined) await writeText(output, serializeDesign(result.design))
    if (asJson) terminal.out(`${JSON.stringify({ files: names, ...result.report }, undefined, 2)}\n`)
    else printReport(result.report, terminal)
    return exitCodes.clean
  },
}

/** Reads the files; archives are opened. @throws UnusableInput naming file, line and remedy of everything refused */
async function readConfigs(operands: readonly string[]): Promise<readonly ConfigFile[]> {
  if (operands.length === 0) throw new UnusableInput('name the configuration files, or a zip archive with them')
  const uploads: Upload[] = []
  for (const name of operands) {
    const bytes = await readFile(name).catch((error: unknown) => {
      throw new UnusableInput(
        `${name}: ${error instanceof Error ? error.message : String(error)}; name a configuration file that can be read`,
      )
    })
    uploads.push({ name, bytes })
  }
  const { files, problems } = readUploads(uploads)
  if (problems.length > 0) throw refusal(problems)
  return files
}

function refusal(problems: readonly ImportProblem[], joinable = false): UnusableInput {
  const lines = problems.map(({ file, line, what, remedy }) => `  ${place(file, line)}: ${what.en} ${remedy.en}`)
  const offer = joinable ? '\n  give --join to take them as parts of one configuration' : ''
  return new UnusableInput(`nothing was imported\n${lines.join('\n')}${offer}`)
}

function place(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}:${line}`
}

function readModels(text: string | undefined) {
  const pairs = (text ?? '')
    .split(',')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name, model, ...more] = pair.split('=')
      if (!name || !model || more.length > 0) throw new UnusableInput(`--models wants NAME=MODEL, got "${pair}"`)
      return [name, model] as const
    })
  const named = Object.fromEntries(pairs.filter(([name]) => name !== '*'))
  return { named, other: pairs.find(([name]) => name === '*')?.[1] }
}

function printReport({ devices, modelsWanted, remarks, totals }: ImportReport, terminal: Terminal): void {
  for (const device of devices) printDevice(device, terminal)
  for (const { file, line, what } of remarks) terminal.out(`${place(file, line)}  odd  ${what.en}\n`)
  if (modelsWanted.length > 0) {
    terminal.out(`models wanted: ${modelsWanted.join(', ')}; give them with --models NAME=MODEL,…\n`)
  }
  terminal.out(
    `${devices.length} devices, ${totals.lines} lines: understood ${percent(totals.modelled, totals.lines)}, ` +
      `${totals.carried} carried, ${totals.added} added\n`,
  )
}

const formNote = { stored: '', typed: ', typed commands', session: ', a captured session' } as const

function printDevice({ name, file, form, partial, lines, added }: ImportedDevice, terminal: Terminal): void {
  const carried = lines.filter(({ verdict }) => verdict === 'carried')
  const part = `${formNote[form]}${partial ? ', a part of a configuration' : ''}`
  terminal.out(`${name}  ${file}  understood ${percent(lines.length - carried.length, lines.length)}${part}\n`)
  for (const { line, text } of carried) terminal.out(`  ${file}:${line}  carried  ${text}\n`)
  for (const { line, text, printed } of lines) {
    if (printed !== undefined) terminal.out(`  ${file}:${line}  rewritten  ${text}  →  ${printed}\n`)
  }
  for (const { view, text, why } of added) {
    terminal.out(`  ${[...view, text].join(' / ')}  added  ${why.en}\n`)
  }
}

function percent(part: number, whole: number): string {
  return `${(whole === 0 ? 100 : (100 * part) / whole).toFixed(1)} %`
}

type Comparison = {
  readonly design: string
  readonly reading: ImportOptions
  readonly asJson: boolean
  readonly terminal: Terminal
}

async function compare(
  files: readonly ConfigFile[],
  { design: designFile, reading, asJson, terminal }: Comparison,
): Promise<ExitCode> {
  const { design } = await readDesign([designFile])
  const result = configDrift(design, files, reading)
  if (!result.ok) throw refusal(result.problems, result.joinable)
  const { drift, unknown, absent } = result
  if (asJson) terminal.out(`${JSON.stringify({ drift, unknown, absent }, undefined, 2)}\n`)
  else {
    for (const device of drift) printDrift(device, terminal)
    for (const name of unknown) terminal.out(`${name}  is not in the design\n`)
    for (const name of absent) terminal.out(`${name}  has no file\n`)
    terminal.out(`${drift.length} of ${files.length} devices differ from the design\n`)
  }
  return drift.length + unknown.length > 0 ? exitCodes.errors : exitCodes.clean
}

function printDrift({ name, file, partial, lines }: DeviceDrift, terminal: Terminal): void {
  terminal.out(`${name}  ${file}${partial ? ', a part of a configuration' : ''}\n`)
  for (const each of lines) {
    const path = (text: string) => [...each.view, text].join(' / ')
    if (each.kind !== 'added') terminal.out(`  - ${path(each.designed.text)}  (${each.designed.why.en})\n`)
    if (each.kind !== 'removed')
      terminal.out(`  + ${each.running.file}:${each.running.line}  ${path(each.running.text)}\n`)
  }
}
