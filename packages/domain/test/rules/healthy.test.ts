import { describe, expect, test } from 'vitest'
import type { FabricOptions } from '../../src/edit'
import { newFabric, sampleDesign } from '../../src/edit'
import type { Network } from '../../src/model'
import { networkFromText } from '../fabric-text'
import * as healthy from './healthy'
import { judgeNetwork } from './judge'

const fabric: FabricOptions = { spines: 2, leaves: 4, pairs: 1, servers: 6, underlay: 'ospf', seed: 1 }

const designs: readonly (readonly [string, Network])[] = [
  ...Object.entries(healthy).map(([name, text]) => [name, networkFromText(text)] as const),
  ['the sample', sampleDesign().network],
  ['a generated OSPF fabric', newFabric(fabric).network],
  ['a generated EBGP fabric', newFabric({ ...fabric, underlay: 'ebgp' }).network],
  ['one spine and one leaf', newFabric({ ...fabric, spines: 1, leaves: 1, pairs: 0, servers: 0 }).network],
  ['pods over OSPF', newFabric({ ...fabric, spines: 3, leaves: 60, pairs: 10, servers: 100, seed: 7 }).network],
  ['pods over EBGP', newFabric({ ...fabric, spines: 4, leaves: 60, pairs: 30, servers: 90, underlay: 'ebgp' }).network],
]

describe('a design an architect would sign', () => {
  test.each(designs)('%s has no error and no warning', (_, network) => {
    const serious = judgeNetwork(network).filter(({ severity }) => severity !== 'info')
    expect(serious.map(({ ruleId, what }) => `${ruleId}: ${what.en}`)).toEqual([])
  })
})

test('findings do not depend on the order of records', () => {
  const text = `${healthy.ospfFabric}\nset device:leaf2 {"name": "leaf1", "model": "CE12804S"}\nset interface:leaf1.LoopBack0 {"ipv4": ["10.0.0.12/32"]}`
  const network = networkFromText(text)
  const reversed = Object.fromEntries(
    Object.entries(network).map(([name, records]) => [name, Object.fromEntries(Object.entries(records).reverse())]),
    // The same collections with the same records.
  ) as Network
  const findings = judgeNetwork(network)
  expect(findings.length).toBeGreaterThan(5)
  expect(judgeNetwork(reversed)).toEqual(findings)
})
