import type { Compilation } from '@weft/domain'
import { numberLedger, recordName } from '@weft/domain'
import type { AnswerOf, LedgerFilter } from './protocol'

/** More rows than anyone reads at once; the rest appear when the filter gets narrower. */
const mostRows = 300

/** The numbers of the network that pass the filter. */
export function ledgerRows({ network, allocation }: Compilation, filter: LedgerFilter): AnswerOf<'ledger'> {
  const { rows, pools } = numberLedger(network, allocation)
  const wanted = filter.text?.trim().toLowerCase() ?? ''
  const found = rows.filter(
    ({ recordId, field, value, poolId, from }) =>
      (filter.from === undefined || from === filter.from) &&
      (filter.poolId === undefined || poolId === filter.poolId) &&
      (wanted === '' || `${value} ${field} ${recordName(network, recordId)}`.toLowerCase().includes(wanted)),
  )
  return { kind: 'ledger', ledger: { rows: found.slice(0, mostRows), pools }, matching: found.length }
}
