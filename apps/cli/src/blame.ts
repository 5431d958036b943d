import { blame, byId, compile } from '@weft/domain'
import type { CliCommand } from './command'
import { exitCodes, textOption, UnusableInput } from './command'
import { readDesign } from './files'

export const blameCommand: CliCommand = {
  name: 'blame',
  operands: 'DESIGN [--device NAME] [--json]',
  summary: 'Print every configuration line with the records, rule and source it comes from.',
  options: {
    device: { type: 'string', value: 'NAME', says: 'only this device; absent: all, in the order of their ids' },
    json: {
      type: 'boolean',
      says: 'print [{device, lines: [{number, text, says, source, standing, derivation, records, allocations}]}]',
    },
  },
  exits: '0 printed, 2 the file is not a usable design or has no such device',
  async run(operands, options, terminal) {
    const { design } = await readDesign(operands)
    const name = textOption(options, 'device')
    const devices = Object.values(design.network.devices)
      .filter((device) => name === undefined || device.name === name)
      .sort(byId)
    if (name !== undefined && devices.length === 0)
      throw new UnusableInput(`there is no device "${name}" in the design`)
    const { configs } = compile(design.network)
    const blamed = devices.flatMap((device) => {
      const tree = configs.get(device.id)
      return tree ? [{ device: device.name, lines: blame(tree) }] : []
    })
    if (options.json === true) terminal.out(`${JSON.stringify(blamed, undefined, 2)}\n`)
    else {
      for (const { device, lines } of blamed) {
        const width = Math.max(...lines.map((line) => line.text.length))
        terminal.out(`${device}\n`)
        for (const line of lines) {
          const number = String(line.number).padStart(5)
          terminal.out(
            `${number}  ${line.text.padEnd(width)}  ${line.derivation}  ${line.records.join(' ')}  ${line.source}\n`,
          )
        }
      }
    }
    return exitCodes.clean
  },
}
