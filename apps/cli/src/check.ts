import type { Finding } from '@weft/domain'
import { compile } from '@weft/domain'
import type { CliCommand } from './command'
import { exitCodes } from './command'
import { readDesign } from './files'

export const checkCommand: CliCommand = {
  name: 'check',
  operands: 'DESIGN [--json]',
  summary: 'Compile a design file and print its findings.',
  options: { json: { type: 'boolean', says: 'print {file, counts, findings} as JSON' } },
  exits: '0 no finding of severity error, 1 at least one, 2 the file is not a usable design',
  async run(operands, options, terminal) {
    const { file, design } = await readDesign(operands)
    const { findings } = compile(design.network)
    const counts = { error: 0, warning: 0, info: 0 }
    for (const { severity } of findings) counts[severity]++
    if (options.json === true) terminal.out(`${JSON.stringify({ file, counts, findings }, undefined, 2)}\n`)
    else
      terminal.out(
        `${findings.map(line).join('')}${counts.error} errors, ${counts.warning} warnings, ${counts.info} hints\n`,
      )
    return counts.error > 0 ? exitCodes.errors : exitCodes.clean
  },
}

function line({ severity, ruleId, what, subjects }: Finding): string {
  return `${severity.padEnd(7)}  ${ruleId}  ${what.en}  [${subjects.join(' ')}]\n`
}
