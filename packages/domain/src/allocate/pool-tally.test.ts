import { expect, it } from 'vitest'
import { randomChange } from '../../test/random-changes'
import type { NetworkEdit, RecordEdit } from '../edit'
import { applyChange, newFabric } from '../edit'
import { pseudoRandom } from '../edit/pseudo-random'
import type { Network, NetworkRecord, Pool } from '../model'
import { allocate } from './allocate'
import { poolTally } from './pool-tally'
import { poolUsages } from './pool-usage'

const drawn = newFabric({ spines: 2, leaves: 6, pairs: 2, servers: 3, underlay: 'ebgp', seed: 3 }).network
const narrow = [
  { id: 'pool:links', kind: 'link-ipv4', prefix: '10.1.0.0/26' },
  { id: 'pool:loopbacks', kind: 'loopback-ipv4', prefix: '10.0.0.0/28' },
  { id: 'pool:loopbacks6', kind: 'loopback-ipv6', prefix: '2001:db8::/124' },
  { id: 'pool:as', kind: 'as', first: 65001, last: 65012 },
  { id: 'pool:vlans', kind: 'vlan', first: 2, last: 20 },
  { id: 'pool:mlag', kind: 'mlag-id', first: 1, last: 3 },
] as unknown as readonly Pool[] // a prefix is a branded text
const pools = Object.fromEntries(narrow.map((pool) => [pool.id, pool]))

it.each([1, 2, 3, 4])('pools that are nearly used up are the same after edits as counted anew, seed %i', (seed) => {
  const random = pseudoRandom(seed)
  const tally = poolTally()
  const gone: NetworkRecord[] = []
  let design = { network: { ...drawn, pools } as Network, layout: { positions: {} } }
  let allocation = allocate(design.network)
  const told = new Set<string>()
  for (let run = 0; run < 150; run += 1) {
    const change = randomChange(design.network, random, gone)
    design = applyChange(design, change)
    tally.edit(change.edits.filter(isOfRecord))
    const again = allocate(design.network)
    if (again.entries.size + allocation.entries.size > 0) allocation = again
    for (const share of [0.2, 0.8]) {
      const found = tally.inUse(design.network, allocation, share)
      const all = poolUsages(design.network, allocation)
      const what = `edit ${run}: ${JSON.stringify(change.edits)}`
      expect(found, what).toEqual(all.filter(({ size, used }) => size > 0 && used >= share * size))
      for (const { poolId } of found) told.add(`${poolId} ${share}`)
    }
  }
  expect(told.size).toBeGreaterThan(1)
})

function isOfRecord(edit: RecordEdit): edit is NetworkEdit {
  return edit.collection !== 'positions'
}
