import { basename, join } from 'node:path'
import { compile } from '@weft/domain'
import type { Lab } from '@weft/exchange'
import { buildLab, frrContainerlab, vrpContainerlab } from '@weft/exchange'
import type { CliCommand, ExitCode, OptionValues, Terminal } from './command'
import { exitCodes, textOption, UnusableInput } from './command'
import { readDesign, writeText } from './files'
import { comparisonTable } from './lab-compare'
import { readFailure } from './lab-failures'
import { missingForLab } from './lab-machine'
import { runLab } from './lab-run'

export const labCommand: CliCommand = {
  name: 'lab',
  operands: 'DESIGN -o DIR [--kind KIND] | run DESIGN [--down NAMES] [--json] [--keep]',
  summary: 'Write a containerlab lab of a design, or run it with FRR and compare what happens with the verdicts.',
  options: {
    output: { type: 'string', short: 'o', value: 'DIR', says: 'folder for the lab' },
    kind: { type: 'string', value: 'KIND', default: 'frr', says: 'nodes of the lab: frr or huawei_vrp' },
    down: {
      type: 'string',
      value: 'NAMES',
      says: 'run: compare again with these devices and links down (commas between)',
    },
    json: { type: 'boolean', says: 'run: print {file, losses, phases} as JSON' },
    keep: { type: 'boolean', says: 'run: leave the routers running' },
  },
  exits:
    '0 written, or every prediction came true; 1 a prediction did not; 2 the design or this machine cannot be used',
  async run(operands, options, terminal) {
    const [first, ...rest] = operands
    return first === 'run' ? run(rest, options, terminal) : write(operands, options, terminal)
  },
}

async function write(operands: readonly string[], options: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const folder = textOption(options, 'output')
  if (folder === undefined) throw new UnusableInput('name the folder with -o DIR, or write `weft lab run DESIGN`')
  const kind = textOption(options, 'kind')
  if (kind !== 'frr' && kind !== 'huawei_vrp')
    throw new UnusableInput(`--kind is frr or huawei_vrp, not "${kind ?? ''}"`)
  const { file, design } = await readDesign(operands)
  const compilation = compile(design.network)
  const lab = buildLab(design.network, compilation.intent)
  const name = basename(file)
    .replace(/\.json$/, '')
    .replace(/[^A-Za-z0-9-]+/g, '-')
  const files =
    kind === 'frr' ? frrContainerlab(name, lab) : vrpContainerlab(name, compilation.network, { compilation, lab })
  for (const { path, text } of files) await writeText(join(folder, path), text)
  terminal.out(`${files.length} files in ${folder}\n${kind === 'frr' ? lossList(lab) : vrpNote}`)
  return exitCodes.clean
}

async function run(operands: readonly string[], options: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const { file, design } = await readDesign(operands)
  const down = textOption(options, 'down')
  const failures = down === undefined ? undefined : readFailure(down, design.network)
  const missing = missingForLab()
  if (missing.length > 0) throw new UnusableInput(`this machine cannot run a lab\n  ${missing.join('\n  ')}`)
  const interrupted = new AbortController()
  const interrupt = (): void => interrupted.abort(new UnusableInput('interrupted; the lab is taken down'))
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    const keep = options.keep === true
    const { lab, phases, bugBundle, kept } = await runLab(design, { failures, keep, signal: interrupted.signal })
    if (options.json === true)
      terminal.out(`${JSON.stringify({ file, losses: lab.losses, phases, bugBundle, kept }, undefined, 2)}\n`)
    else {
      for (const { title, rows, settled, seconds } of phases) {
        const time = settled ? `settled after ${seconds.toFixed(0)} s` : `still changing after ${seconds.toFixed(0)} s`
        terminal.out(`${comparisonTable(`${title} (${time})`, rows)}\n`)
      }
      terminal.out(lossList(lab))
      if (bugBundle !== undefined)
        terminal.out(`Design, predictions, observations, configurations and logs: ${bugBundle}\n`)
      if (kept !== undefined)
        terminal.out(
          `Still running: ask a router with vtysh --vty_socket ${kept}/NUMBER; its namespace is weft-${kept.slice(-6)}-NUMBER\n`,
        )
    }
    return bugBundle === undefined ? exitCodes.clean : exitCodes.errors
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

const vrpNote =
  'The configurations name the ports of the models in the design. An image has ports of its own: where it lacks one, it refuses those lines.\n'

function lossList({ losses }: Lab): string {
  if (losses.length === 0) return 'Nothing of the design is missing in the lab.\n'
  return `Not in the lab as designed:\n${losses.map(({ feature, why, records }) => `  ${feature}  ${why.en}  [${records.join(' ')}]\n`).join('')}`
}
