import { expect, it } from 'vitest'
import { allocate } from '../../src/allocate'
import { emptyDesign } from '../../src/document'
import { applyCommand } from '../../src/edit'
import { sweepFailures } from '../../src/failures'
import { deriveIntent } from '../../src/intent'
import type { Network } from '../../src/model'
import { suggestLinks } from '../../src/suggest-links'
import { randomFabric } from './random-fabric'

function lastOf<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function swept(network: Network, order: 1 | 2) {
  const intent = deriveIntent(network, allocate(network))
  const sweep = lastOf(sweepFailures(network, intent, { order }))
  const idOf = (at: number) => sweep.elements[at]?.id ?? ''
  return {
    intent,
    sweep,
    points: new Map(sweep.singlePoints.map(({ element, others }) => [idOf(element), others])),
    cuts: new Set(sweep.cuts.flatMap(({ failures }) => failures.map((failure) => failure.map(idOf).join(' ')))),
  }
}

it('every suggestion, carried out, leaves the failures it names harmless to others and no new single point', () => {
  let carriedOut = 0
  let pairs = 0
  for (let seed = 0; seed < 90; seed += 1) {
    const network = { ...randomFabric(seed), pools: emptyDesign().network.pools }
    const order = seed % 3 === 0 ? 2 : 1
    const before = swept(network, order)
    for (const { command, mends } of lastOf(suggestLinks(network, before.intent, before.sweep))) {
      const result = applyCommand({ network, layout: { positions: {} } }, command)
      if ('refused' in result) throw new Error(`${seed}: ${result.refused.what.en}`)
      const after = swept(result.design.network, order)
      expect(after.sweep.subjects.length).toBeGreaterThanOrEqual(before.sweep.subjects.length)
      const names = mends.map((failure) => failure.join(' '))
      expect({ seed, still: names.filter((name) => after.points.has(name) && before.points.has(name)) }).toEqual({
        seed,
        still: [],
      })
      expect({ seed, cuts: names.filter((name) => after.cuts.has(name)) }).toEqual({ seed, cuts: [] })
      carriedOut += 1
      pairs += mends.filter(({ length }) => length === 2).length
    }
  }
  expect(carriedOut).toBeGreaterThan(15)
  expect(pairs).toBeGreaterThan(5)
}, 300_000)
