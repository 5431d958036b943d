import type { NumberRow, PoolUsage } from '@weft/domain'
import { allocate, expandIntents, numberLedger, recordName } from '@weft/domain'
import type { CliCommand } from './command'
import { exitCodes } from './command'
import { readDesign } from './files'

export const ledgerCommand: CliCommand = {
  name: 'ledger',
  operands: 'DESIGN [--json]',
  summary: 'Print every number with its record, its pool and why it is this one, and how full the pools are.',
  options: { json: { type: 'boolean', says: 'print {file, rows, pools} as JSON' } },
  exits: '0 printed, 2 the file is not a usable design',
  async run(operands, options, terminal) {
    const { file, design } = await readDesign(operands)
    const network = expandIntents(design.network)
    const ledger = numberLedger(network, allocate(network))
    if (options.json === true) {
      terminal.out(`${JSON.stringify({ file, ...ledger }, undefined, 2)}\n`)
      return exitCodes.clean
    }
    const rowLine = ({ recordId, field, value, from, poolId, why }: NumberRow) =>
      `${String(value).padEnd(18)}  ${field.padEnd(10)}  ${recordName(network, recordId)}  [${from}${poolId === undefined ? '' : ` ${poolId}`}]  ${why.en}\n`
    const poolLine = ({ poolId, size, used }: PoolUsage) =>
      `${poolId}  ${recordName(network, poolId)}: ${used} of ${size} in use\n`
    terminal.out(`${ledger.rows.map(rowLine).join('')}${ledger.pools.map(poolLine).join('')}`)
    return exitCodes.clean
  },
}
