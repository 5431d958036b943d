import { rules } from '@weft/domain'
import type { CliCommand } from './command'
import { exitCodes, UnusableInput } from './command'

export const rulesCommand: CliCommand = {
  name: 'rules',
  operands: '[RULE] [--json]',
  summary: 'Print the rules designs are checked against, or one of them in full.',
  options: {
    json: { type: 'boolean', says: 'print [{id, severity, title, why, remedy, source, offersFix}]' },
  },
  exits: '0 printed, 2 there is no such rule',
  async run(operands, options, terminal) {
    const [id, ...more] = operands
    if (more.length > 0) throw new UnusableInput('at most one rule is expected')
    const wanted = rules.filter((rule) => id === undefined || rule.id === id)
    if (wanted.length === 0) throw new UnusableInput(`there is no rule "${id}"; \`weft rules\` lists them`)
    if (options.json === true) {
      const told = wanted.map(({ id: own, severity, title, why, remedy, source, offersFix = false }) => {
        return { id: own, severity, title, why, remedy, source, offersFix }
      })
      terminal.out(`${JSON.stringify(told, undefined, 2)}\n`)
    } else if (id === undefined) {
      const width = Math.max(...wanted.map((rule) => rule.id.length))
      for (const rule of wanted)
        terminal.out(`${rule.severity.padEnd(7)}  ${rule.id.padEnd(width)}  ${rule.title.en}\n`)
    } else {
      for (const { severity, title, why, remedy, source } of wanted)
        terminal.out(`${id}  ${severity}\n${title.en}\n${why.en}\n${remedy.en}\n${source}\n`)
    }
    return exitCodes.clean
  },
}
