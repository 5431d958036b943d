import { describe, expect, test } from 'vitest'
import type { Network } from '../../src/model'
import { networkFromText } from '../fabric-text'
import { bmpSourcePage, connectInterfacePage, relyStatePage, syncChannelPage } from '../seeds/precautions'
import { ebgpFabric, ospfFabric } from './healthy'
import { afterFix, judgeNetwork } from './judge'

/** The network without one of its records, for each of them. */
function* withoutEach(network: Network): Iterable<Network> {
  for (const [name, records] of Object.entries(network)) {
    for (const id of Object.keys(records)) {
      // The same collections, one with a record less.
      yield {
        ...network,
        [name]: Object.fromEntries(Object.entries(records).filter(([each]) => each !== id)),
      } as Network
    }
  }
}

/** Fixes that did something else than clear their finding, and how many were carried out. */
function carryOut(networks: Iterable<Network>): { readonly wrong: readonly string[]; readonly count: number } {
  const wrong: string[] = []
  let count = 0
  for (const network of networks) {
    const findings = judgeNetwork(network)
    for (const finding of findings) {
      if (finding.fix === undefined) continue
      count += 1
      const result = afterFix(network, finding, findings)
      if (result !== 'cleared') wrong.push(result)
    }
  }
  return { wrong, count }
}

describe('every fix clears its finding and brings no new error', () => {
  test.each([
    ['an OSPF fabric', ospfFabric],
    ['an EBGP fabric', ebgpFabric],
  ])('in %s that lost any one record', (_, fabric) => {
    const { wrong, count } = carryOut(withoutEach(networkFromText(fabric)))
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(4)
  })

  test.each([
    ['000', connectInterfacePage],
    ['001', bmpSourcePage],
    ['002', relyStatePage],
    ['003', syncChannelPage],
  ])('in a design that ignores the precautions of page %s', (_, page) => {
    const { wrong, count } = carryOut([networkFromText(page)])
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(2)
  })
})
