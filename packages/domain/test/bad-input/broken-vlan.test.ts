import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile'
import { sweepFailures, whatIf } from '../../src/failures'
import { collections } from '../../src/model'
import { lastOf } from '../last-of'
import type { BrokenVlan } from './broken-vlan'
import { brokenVlan } from './broken-vlan'

const ways: { readonly [what: string]: Omit<BrokenVlan, 'devices'> } = {
  'OSPF of type broadcast between all': { ospf: true },
  'one address everywhere': { ospf: true, oneAddress: true },
  'cables that disagree about the VLAN': { ospf: true, mixed: true },
  'all of that, and BGP over it': { ospf: true, mixed: true, oneAddress: true, bgp: true },
}

function findingsBy(options: BrokenVlan): { readonly [rule: string]: number } {
  const { findings } = compile(brokenVlan(options))
  const by: { [rule: string]: number } = {}
  for (const { ruleId } of findings) by[ruleId] = (by[ruleId] ?? 0) + 1
  return by
}

describe('every device in one broken VLAN', () => {
  it.each(Object.entries(ways))('%s: findings grow with the devices, not with their pairs', (_, options) => {
    const [few, many] = [findingsBy({ devices: 250, ...options }), findingsBy({ devices: 1000, ...options })]
    for (const [rule, count] of Object.entries(many))
      expect({ rule, most: (few[rule] ?? 1) * 4.4 >= count }).toEqual({ rule, most: true })
  })

  it('one address on a thousand devices is one finding that names them all', () => {
    const { findings, reachability, network } = compile(brokenVlan({ devices: 1000, ospf: true, oneAddress: true }))
    const duplicates = findings.filter(({ ruleId }) => ruleId === 'address/duplicate')
    expect(duplicates.map(({ subjects }) => subjects.length)).toEqual([1000])
    expect(reachability.igpAdjacencies.length).toBe(999)
    const waiver = { id: 'waiver:w', finding: duplicates[0]?.key, reason: 'rebuilt', owner: 'Ada' }
    expect(collections.waivers.safeParse(waiver).success).toBe(true)
    expect(Object.keys(network.devices).length).toBe(1000)
  })

  it('a cable that loses the VLAN is named with its ends', () => {
    const { findings, network } = compile(brokenVlan({ devices: 100, mixed: true }))
    const differing = findings.filter(({ ruleId }) => ruleId === 'link/vlans-differ')
    expect(differing.length).toBeGreaterThan(50)
    for (const { subjects } of differing) expect(network.links[subjects[0] ?? '']).toBeDefined()
  })

  it('nobody is called alone who meets others in the VLAN', () => {
    expect(findingsBy({ devices: 100, ospf: true })).not.toHaveProperty('underlay/isolated-device')
  })

  it('its failures are tried, and what each changes is told', () => {
    const { network, intent, reachability } = compile(brokenVlan({ devices: 120, ospf: true, bgp: true }))
    const sweep = lastOf(sweepFailures(network, intent, { order: 1 }))
    expect(sweep.tried.one).toBe(120 + Object.keys(network.links).length)
    const failure = { devices: new Set(['device:d0'] as const), links: new Set<never>(), interfaces: new Set<never>() }
    const { sessions } = whatIf(network, { intent, reachability }, failure)
    expect(sessions.filter(({ session, after }) => session.kind === 'bgp' && after?.status === 'down').length).toBe(119)
  })
})
