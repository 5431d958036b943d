import type { JudgedFinding } from '@weft/domain'
import { compile, judgeFindings } from '@weft/domain'
import type { CliCommand } from './command'
import { exitCodes } from './command'
import { readDesign } from './files'
import { dayOf, todayOption } from './today'

export const checkCommand: CliCommand = {
  name: 'check',
  operands: 'DESIGN [--today DATE] [--json]',
  summary: 'Compile a design file and print its findings. Waived ones are shown and do not count.',
  options: {
    today: todayOption,
    json: {
      type: 'boolean',
      says: 'print {file, counts: {error, warning, info, waived}, findings} as JSON; a finding has standing open, waived or expired, and its waiver',
    },
  },
  exits: '0 no finding of severity error that is not waived, 1 at least one, 2 the file is not a usable design',
  async run(operands, options, terminal) {
    const today = dayOf(options)
    const { file, design } = await readDesign(operands)
    const findings = judgeFindings(compile(design.network).findings, design.network, today)
    const counts = { error: 0, warning: 0, info: 0, waived: 0 }
    for (const { severity, standing } of findings) counts[standing === 'waived' ? standing : severity]++
    if (options.json === true) terminal.out(`${JSON.stringify({ file, counts, findings }, undefined, 2)}\n`)
    else {
      const waived = counts.waived === 0 ? '' : `, ${counts.waived} waived`
      terminal.out(
        `${findings.map(line).join('')}${counts.error} errors, ${counts.warning} warnings, ${counts.info} hints${waived}\n`,
      )
    }
    return counts.error > 0 ? exitCodes.errors : exitCodes.clean
  },
}

function line({ severity, ruleId, what, subjects, standing, waiver }: JudgedFinding): string {
  const mark = standing === 'waived' ? 'waived' : severity
  return `${mark.padEnd(7)}  ${ruleId}  ${what.en}  [${subjects.join(' ')}]${because(standing, waiver)}\n`
}

function because(standing: JudgedFinding['standing'], waiver: JudgedFinding['waiver']): string {
  if (waiver === undefined) return ''
  const until = waiver.until === undefined ? '' : ` until ${waiver.until}`
  return standing === 'expired'
    ? `  the waiver of ${waiver.owner} expired on ${waiver.until}`
    : `  ${waiver.owner}${until}: ${waiver.reason}`
}
