import { expect, it } from 'vitest'
import { allFixtures } from '../../test/fixtures'
import { randomChange } from '../../test/random-changes'
import { allocate } from '../allocate'
import { applyChange } from '../edit'
import { pseudoRandom } from '../edit/pseudo-random'
import { deriveIntent } from '../intent'
import type { Network, NetworkRecord } from '../model'
import { designIndex } from './design-index'

const kinds = ['names', 'addresses', 'subnets'] as const

it.each([...allFixtures()])('what devices share is the same after edits as counted anew: %s', (_, network) => {
  const random = pseudoRandom(5)
  const gone: NetworkRecord[] = []
  let design = { network, layout: { positions: {} } }
  let intent = derived(network)
  const index = designIndex(intent)
  for (const what of kinds) index.shared(what)
  for (let run = 0; run < 40; run += 1) {
    design = applyChange(design, randomChange(design.network, random, gone))
    const after = derived(design.network)
    const touched = new Set([...intent.devices.keys(), ...after.devices.keys()])
    index.edit(intent, after, { touched, edits: [] })
    intent = after
    const anew = designIndex(after)
    for (const what of kinds)
      expect(sorted(index.shared(what)), `${what}, edit ${run}`).toEqual(sorted(anew.shared(what)))
    for (const { device } of after.devices.values()) expect(index.isHeld('names', device.name)).toBe(true)
    expect(index.isHeld('names', 'nobody is called that')).toBe(false)
  }
})

function derived(network: Network) {
  return deriveIntent(network, allocate(network))
}

function sorted(shared: ReadonlyMap<string, readonly string[]>) {
  return [...shared].map(([value, ids]) => [value, [...ids].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}
