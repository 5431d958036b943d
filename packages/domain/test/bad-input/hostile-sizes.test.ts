import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile'
import { sweepFailures, whatIf } from '../../src/failures'
import { lastOf } from '../last-of'
import { hostileDesigns, hostileNetwork } from './hostile-sizes'

/** What each design is tried with; a cost that doubles with every step would never come to an end at these. */
const counts: { readonly [what: string]: number } = {
  'members of one trunk': 5000,
  'nodes of one policy': 10_000,
  'VPN instances of two devices': 1000,
  'a chain of EBGP speakers with sessions across it': 80,
  'rows of ways of equal cost that lead nowhere': 100,
  'members of one trunk, each with a cable to another device': 1000,
}
const usual = 500

function outcome(what: string, count: number) {
  const network = hostileNetwork(what, count)
  const compiled = compile(network)
  const records = Object.values(network).reduce((sum, records) => sum + Object.keys(records).length, 0)
  return { ...compiled, network, records }
}

describe('too much of something', () => {
  it.each(Object.keys(hostileDesigns))(
    '%s: an answer that grows no faster than the design',
    (what) => {
      const count = counts[what] ?? usual
      const [half, whole] = [outcome(what, count / 2), outcome(what, count)]
      // Of 1,000 VPN instances a few have one route distinguisher by chance: some findings more are no growth.
      expect(whole.findings.length).toBeLessThanOrEqual(2.2 * half.findings.length + 60)
      expect(whole.findings.length).toBeLessThanOrEqual(4 * whole.records)
      const known = new Set(Object.values(whole.network).flatMap((records) => Object.keys(records)))
      const strangers = whole.findings.flatMap(({ subjects }) => subjects.filter((id) => !known.has(id)))
      expect(strangers).toEqual([])
    },
    120_000,
  )

  it.each(Object.keys(hostileDesigns))(
    '%s: failures are tried',
    (what) => {
      const { network, intent, reachability } = outcome(what, Math.min(40, counts[what] ?? usual))
      const links = new Set(
        Object.values(network.links)
          .slice(0, 1)
          .map(({ id }) => id),
      )
      const { sessions, unchanged } = whatIf(
        network,
        { intent, reachability },
        { devices: new Set(['device:d1']), links, interfaces: new Set() },
      )
      const sweep = lastOf(sweepFailures(network, intent, { order: 1 }))
      expect(sweep.tried.one).toBe(Object.keys(network.devices).length + Object.keys(network.links).length)
      expect(sessions.length + unchanged).toBeGreaterThanOrEqual(sweep.subjects.length)
    },
    120_000,
  )
})

it('a device whose static routes resolve through 65 others is told that they lead nowhere', () => {
  const unresolved = (count: number) =>
    outcome('static routes each resolved by both of the next pair', count).findings.filter(
      ({ ruleId }) => ruleId === 'bgp/loopback-unreachable',
    ).length
  expect(unresolved(50)).toBe(0)
  expect(unresolved(65)).toBe(1)
})
