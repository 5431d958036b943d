import type { Random } from '../src/edit/pseudo-random'
import type { CollectionName, Network } from '../src/model'
import { toggledRecord } from './toggled-network'

export type RandomEdit = { readonly says: string; readonly network: Network }

/** Collections that people edit most come up most. */
const often: readonly CollectionName[] = [
  ...(['devices', 'interfaces', 'interfaces', 'links', 'peerings', 'peerings', 'staticRoutes', 'hosts'] as const),
  ...(['mlagPairs', 'attachments', 'bmpSessions', 'stations', 'underlays', 'vrfs', 'vlanifLinks', 'gateways'] as const),
  ...(['bridgeDomains', 'routePolicies', 'prefixLists', 'asPathFilters', 'roleDefaults', 'pools'] as const),
]

/** One edit as somebody might make it: a field, a record that goes, or one more like another. */
export function randomEdit(network: Network, choose: Random): RandomEdit {
  for (let tries = 0; tries < 60; tries += 1) {
    const collection = often[choose(often.length)] ?? 'devices'
    const ids = Object.keys(network[collection])
    const id = ids[choose(ids.length || 1)]
    if (id === undefined) continue
    const edited = [fieldEdit, fieldEdit, fieldEdit, nameEdit, goneEdit, likeEdit, shutEdit][choose(7)]?.(
      network,
      { collection, id },
      choose,
    )
    if (edited === undefined) continue
    return { says: `${edited.says} of ${collection} ${id}`, network: edited.network }
  }
  return { says: 'nothing', network }
}

type Where = { readonly collection: CollectionName; readonly id: string }
type Edit = (network: Network, where: Where, choose: Random) => RandomEdit | undefined

function withRecord(network: Network, { collection, id }: Where, record: object | undefined): Network {
  const { [id]: _before, ...others } = network[collection] as { readonly [id: string]: object }
  const records = record === undefined ? others : { ...network[collection], [id]: record }
  return { ...network, [collection]: records } as Network // Records come from the schemas of their collection.
}

/** One field as the schema of the record allows it. */
const fieldEdit: Edit = (network, where, choose) => {
  const record: { readonly [field: string]: unknown } = { ...network[where.collection][where.id] }
  const toggled: { readonly [field: string]: unknown } = { ...toggledRecord(network, { ...where, choose }) }
  const differing = [...new Set([...Object.keys(record), ...Object.keys(toggled)])].filter(
    (field) => JSON.stringify(record[field]) !== JSON.stringify(toggled[field]) && field !== 'carried',
  )
  const field = differing[choose(differing.length || 1)]
  if (field === undefined) return undefined
  const { [field]: _before, ...others } = record
  const after = toggled[field] === undefined ? others : { ...record, [field]: toggled[field] }
  return { says: `field ${field}`, network: withRecord(network, where, after) }
}

const nameEdit: Edit = (network, where, choose) => {
  const record = network[where.collection][where.id]
  if (record === undefined || !('name' in record) || where.collection === 'interfaces') return undefined
  return { says: 'name', network: withRecord(network, where, { ...record, name: `renamed-${choose(1000)}` }) }
}

const goneEdit: Edit = (network, where) => ({ says: 'removal', network: withRecord(network, where, undefined) })

const shutEdit: Edit = (network, where) => {
  const record = network.interfaces[where.id]
  if (record === undefined || where.collection !== 'interfaces') return undefined
  return { says: 'shutdown', network: withRecord(network, where, { ...record, shutdown: record.shutdown !== true }) }
}

/** One more record like another, with a number of its own where it has one. */
const likeEdit: Edit = (network, where, choose) => {
  const record = network[where.collection][where.id]
  if (record === undefined) return undefined
  const number = choose(900) + 100
  const id = `${where.id}-like${number}`
  const own: { readonly [field: string]: unknown } =
    where.collection === 'interfaces'
      ? { name: `LoopBack${number}`, ipv4: choose(3) === 0 ? [] : [`10.250.${number % 250}.${choose(250)}/32`] }
      : 'name' in record
        ? { name: `like-${number}` }
        : {}
  return { says: 'one more like that', network: withRecord(network, { ...where, id }, { ...record, ...own, id }) }
}
