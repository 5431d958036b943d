import type { AllocationEntry, Avoided, NumberRow } from '../allocate'
import { allocate, numberLedger, takeNumber } from '../allocate'
import { collectionOf } from '../document'
import { expandIntents } from '../expand'
import type { Network, NetworkRecord, RecordId } from '../model'
import { recordName, text } from '../model'
import { withNumber } from './allocation-notes'
import { chosenNumbers } from './chosen-numbers'
import type { Command, Refusal } from './command'
import type { Draft } from './draft'
import { setVlanOfLink } from './draw-vlanif-link'
import type { Renumbered } from './follow-numbers'
import { followNumbers } from './follow-numbers'
import { refusal } from './refusal'

type Renumber = Extract<Command, { readonly kind: 'numbers.renumber' }>

/**
 * Gives the chosen numbers anew, and writes them wherever a record repeats the old ones. A pool is dealt
 * out again from its beginning; a record or a field gets a number it did not have.
 */
export function renumber(draft: Draft, { what }: Renumber): Refusal | undefined {
  // What was only shown is chosen like what is written down.
  for (const entry of allocate(expandIntents(draft.network)).entries.values()) give(draft, entry)
  const network = expandIntents(draft.network)
  const chosen = chosenNumbers(network, numberLedger(network, allocate(network)).rows, what)
  const vlans = chosen.filter(({ field }) => field === 'vlan')
  const others = chosen.filter(({ field }) => field !== 'vlan')
  const avoided = what.kind === 'pool' ? [] : others
  const dealt = dealAnew(network, others, avoided)
  if ('refused' in dealt) return dealt.refused
  const renumbered = dealt.changes
  for (const { entry } of renumbered) give(draft, entry)
  followNumbers(draft, renumbered)
  const moved = vlans.map((row) => moveVlan(draft, row, what.kind === 'pool'))
  if (renumbered.length > 0 || moved.includes(true)) return undefined
  return refusal(
    text('no number changes', '没有编号需要更改'),
    text(
      'The numbers are already the first free ones, or no pool gives them: change the pool, or type the number.',
      '这些编号已是首个空闲编号，或不由资源池分配：请修改资源池，或直接填写编号。',
    ),
    ...(what.kind === 'pool' ? [what.poolId] : [what.recordId]),
  )
}

type Dealt = { readonly changes: readonly Renumbered[] } | { readonly refused: Refusal }

/** A number that nobody would ask for again stays, and what stays is in the way of the others: hence the rounds. */
function dealAnew(network: Network, rows: readonly NumberRow[], avoided: Avoided): Dealt {
  let chosen = rows
  for (;;) {
    const { entries, exhausted } = allocate(withoutNumbers(network, chosen), avoided)
    const refused = new Map(exhausted.map((request) => [request.key, request]))
    const asked = chosen.filter(({ key }) => entries.has(key) || refused.has(key))
    if (asked.length < chosen.length) {
      chosen = asked
      continue
    }
    const short = chosen.find(({ key }) => refused.has(key))
    if (short !== undefined) return { refused: nothingFree(network, short) }
    return {
      changes: chosen.flatMap(({ key, value }) => {
        const entry = entries.get(key)
        return entry === undefined || entry.value === value ? [] : [{ entry, before: value }]
      }),
    }
  }
}

function withoutNumbers(network: Network, rows: readonly NumberRow[]): Network {
  const changed: { [collection: string]: { [id: string]: NetworkRecord } } = {}
  for (const { recordId, field } of rows) {
    const name = collectionOf(recordId)
    if (name === undefined) continue
    const records = changed[name] ?? { ...network[name] }
    changed[name] = records
    const record = records[recordId]
    if (record !== undefined) records[recordId] = { ...record, [field]: undefined }
  }
  // Each record was put back into its own collection.
  return { ...network, ...changed } as Network
}

function give(draft: Draft, entry: AllocationEntry): void {
  const name = collectionOf(entry.recordId)
  const record = name === undefined ? undefined : draft.network[name][entry.recordId]
  if (record !== undefined) draft.put(withNumber(record, entry))
}

/** A VLAN is never absent, so its link moves to the lowest free one. @returns whether it moved */
function moveVlan(draft: Draft, { recordId, value }: NumberRow, downOnly: boolean): boolean {
  const link = draft.network.vlanifLinks[recordId]
  const entry = takeNumber(draft.network, 'vlan', recordId)
  if (link === undefined || entry === undefined) return false
  if (downOnly && Number(entry.value) > Number(value) && isInPool(draft.network, Number(value))) return false
  if (setVlanOfLink(draft, { kind: 'vlanif-link.set-vlan', id: link.id, vlan: Number(entry.value) }) !== undefined)
    return false
  give(draft, entry)
  return true
}

function isInPool({ pools }: Network, vlan: number): boolean {
  return Object.values(pools).some((pool) => pool.kind === 'vlan' && pool.first <= vlan && vlan <= pool.last)
}

function nothingFree(network: Network, { recordId, poolId }: NumberRow): Refusal {
  const records: RecordId[] = poolId === undefined ? [recordId] : [recordId, poolId]
  const name = recordName(network, recordId)
  return refusal(
    text(`there is no other number for ${name}`, `${name} 没有其他可用编号`),
    text('Enlarge the pool, or give the number yourself.', '请扩大资源池，或自行填写编号。'),
    ...records,
  )
}
