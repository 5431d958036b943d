import type { IpInterfaceAddress } from '@weft/net'
import { networkOf } from '@weft/net'
import type { NumberRow } from '../allocate'
import { poolHolds } from '../allocate'
import type { AllocatedField, Network, PoolId, RecordId } from '../model'

/** Which numbers are given anew. */
export type RenumberScope =
  | {
      readonly kind: 'pool'
      readonly poolId: PoolId
      /** Also numbers in the range of the pool that people gave. */
      readonly withGiven?: boolean
    }
  | { readonly kind: 'record'; readonly recordId: RecordId }
  | { readonly kind: 'field'; readonly recordId: RecordId; readonly field: AllocatedField }

/** The numbers of the scope, and those of the other end where both are of one subnet. */
export function chosenNumbers(
  network: Network,
  rows: readonly NumberRow[],
  scope: RenumberScope,
): readonly NumberRow[] {
  const single = singleNumbers(rows)
  const inScope = rows.filter((row) => single(row) && isInScope(network, row, scope))
  const subnets = new Set(inScope.flatMap((row) => subnetOfLink(row) ?? []))
  if (subnets.size === 0) return inScope
  const chosen = new Set(inScope)
  for (const row of rows) {
    const subnet = subnetOfLink(row)
    const isFree = row.from !== 'person' || (scope.kind === 'pool' && scope.withGiven === true)
    if (subnet !== undefined && subnets.has(subnet) && isFree && single(row)) chosen.add(row)
  }
  return [...chosen]
}

function isInScope(network: Network, row: NumberRow, scope: RenumberScope): boolean {
  switch (scope.kind) {
    case 'pool':
      if (row.from !== 'person') return row.poolId === scope.poolId
      return scope.withGiven === true && poolHolds(network, scope.poolId, row)
    case 'record':
      return row.recordId === scope.recordId
    case 'field':
      return row.recordId === scope.recordId && row.field === scope.field
  }
}

/** An AS number that several devices share is a plan of its own, and of several addresses only the first could be given. */
function singleNumbers(rows: readonly NumberRow[]): (row: NumberRow) => boolean {
  const count = new Map<string, number>()
  const add = (key: string) => count.set(key, (count.get(key) ?? 0) + 1)
  for (const { key, field, value } of rows) {
    add(key)
    if (field === 'asNumber') add(`AS ${value}`)
  }
  return ({ key, field, value }) => count.get(key) === 1 && (field !== 'asNumber' || count.get(`AS ${value}`) === 1)
}

/** The subnet of an address that shares it with another one. */
function subnetOfLink({ field, value }: NumberRow): string | undefined {
  if (field === 'ipv4Subnet' || field === 'ipv6Subnet') return String(value)
  if (field !== 'ipv4' && field !== 'ipv6') return undefined
  const text = String(value)
  if (text.endsWith('/32') && field === 'ipv4') return undefined
  if (text.endsWith('/128')) return undefined
  return networkOf(text as IpInterfaceAddress) // rows of these fields hold interface addresses
}
