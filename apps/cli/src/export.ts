import { basename, join } from 'node:path'
import { compile } from '@weft/domain'
import { exportBundle } from '@weft/exchange'
import type { CliCommand } from './command'
import { exitCodes, textOption, UnusableInput } from './command'
import { readDesign, writeText } from './files'
import { dayOf, todayOption } from './today'

export const exportCommand: CliCommand = {
  name: 'export',
  operands: 'DESIGN -o DIR [--acknowledge-errors] [--today DATE]',
  summary:
    'Write one configuration file per device, the findings, source-map.json with the reason of every line, and a manifest with SHA-256 sums.',
  options: {
    output: { type: 'string', short: 'o', value: 'DIR', says: 'folder for the files' },
    'acknowledge-errors': { type: 'boolean', says: 'export although the design has findings of severity error' },
    today: todayOption,
  },
  exits:
    '0 written, 1 errors that are neither waived nor acknowledged (nothing is written), 2 the file or folder cannot be used',
  async run(operands, options, terminal) {
    const folder = textOption(options, 'output')
    if (folder === undefined) throw new UnusableInput('name the folder with -o DIR')
    const today = dayOf(options)
    const { file, design } = await readDesign(operands)
    const result = exportBundle({
      designName: basename(file).replace(/\.json$/, ''),
      network: design.network,
      compilation: compile(design.network),
      errorsAcknowledged: options['acknowledge-errors'] === true,
      today,
    })
    if (!result.ok) {
      terminal.err(
        `${result.what.en}\n${result.errors.map((finding) => `  ${finding.ruleId}  ${finding.what.en}\n`).join('')}`,
      )
      return exitCodes.errors
    }
    for (const { path, text } of result.files) await writeText(join(folder, path), text)
    terminal.out(`${result.files.length} files in ${folder}\n`)
    return exitCodes.clean
  },
}
