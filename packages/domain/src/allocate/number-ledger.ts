import type { AllocatedField, CollectionName, LocalText, Network, NetworkRecord, PoolId, RecordId } from '../model'
import { recordName, text } from '../model'
import type { Allocation, AllocationKey } from './allocation'
import { allocationKey } from './allocation'
import { notesOf, numbersOf } from './notes'
import type { PoolUsage } from './pool-usage'
import { poolUsages } from './pool-usage'

/** One number of the network: who has it, where it came from and why it is this one. */
export type NumberRow = {
  readonly key: AllocationKey
  readonly recordId: RecordId
  readonly field: AllocatedField
  readonly value: string | number
  /**
   * `pool`: given by Weft and written into the record. `open`: given by Weft, and not written down
   * before the next edit of the design. `person`: given by hand or read from a file.
   */
  readonly from: 'pool' | 'open' | 'person'
  /** The pool it was taken from; it may be gone. Absent: there was none for it. */
  readonly poolId?: PoolId
  readonly why: LocalText
}

export type NumberLedger = { readonly rows: readonly NumberRow[]; readonly pools: readonly PoolUsage[] }

/** Fields that hold numbers a pool can give, by collection. */
const numberFields: { readonly [Name in CollectionName]?: readonly AllocatedField[] } = {
  devices: ['asNumber'],
  interfaces: ['ipv4', 'ipv6'],
  vlanifLinks: ['vlan', 'ipv4Subnet', 'ipv6Subnet'],
  attachments: ['mlagId'],
  gateways: ['macAddress'],
  stations: ['tcpPort'],
  bridgeDomains: ['vni'],
}

/** Every number that a pool gave or could have given, in the order of records. */
export function numberLedger(network: Network, allocation: Allocation): NumberLedger {
  const rows: NumberRow[] = []
  for (const [name, fields] of Object.entries(numberFields)) {
    const collection: { readonly [id: string]: NetworkRecord } = network[name as CollectionName]
    for (const id of Object.keys(collection).sort()) {
      const record = collection[id]
      if (record !== undefined) for (const field of fields) addRows(record, field, { network, allocation, rows })
    }
  }
  return { rows, pools: poolUsages(network, allocation) }
}

type Book = { readonly network: Network; readonly allocation: Allocation; readonly rows: NumberRow[] }

function addRows(record: NetworkRecord, field: AllocatedField, { network, allocation, rows }: Book): void {
  const key = allocationKey(record.id, field)
  const open = allocation.entries.get(key)
  if (open !== undefined) {
    const { value, poolId, after } = open
    rows.push({ ...rowOf(key, record.id, field), value, from: 'open', ...origin(network, { field, poolId, after }) })
    return
  }
  const note = notesOf(record).find((each) => each.field === field)
  for (const value of numbersOf(record, field)) {
    rows.push({
      ...rowOf(key, record.id, field),
      value,
      ...(note?.value === value
        ? { from: 'pool' as const, ...origin(network, { field, poolId: note.pool, after: note.after }) }
        : { from: 'person' as const, why: text('given by hand or with a file', '手工填写或随文件导入') }),
    })
  }
}

function rowOf(key: AllocationKey, recordId: RecordId, field: AllocatedField) {
  return { key, recordId, field }
}

type Origin = { readonly field: AllocatedField; readonly poolId?: string; readonly after?: string }

function origin(network: Network, { field, poolId, after }: Origin): Pick<NumberRow, 'poolId' | 'why'> {
  // Notes are written from pools and records, so the ids are theirs.
  const pool = poolId as PoolId | undefined
  return { ...(pool === undefined ? {} : { poolId: pool }), why: whyThisOne(network, { field, poolId, after }) }
}

function whyThisOne(network: Network, { field, poolId, after }: Origin): LocalText {
  if (field === 'macAddress') return text('recommended range, by VLAN', '推荐范围，按 VLAN 选取')
  if (poolId === undefined && after === undefined) {
    return field === 'ipv4' || field === 'ipv6'
      ? text('free address of the subnet of its link', '所在链路子网中的空闲地址')
      : text('first free number', '首个空闲编号')
  }
  if (after === undefined) return text('first free number of the pool', '资源池中首个空闲编号')
  if (after === poolId)
    return text('first free number after what the pool reserves', '资源池保留部分之后的首个空闲编号')
  const name = recordName(network, after as RecordId)
  return text(`first free number after that of ${name}`, `${name} 的编号之后的首个空闲编号`)
}
