import { describe, expect, test } from 'vitest'
import { reachOf } from '../../test/reach-of'

/** A star of VTEPs around one spine, all of them in one VNI. */
function star(leaves: number, changes = ''): string {
  const numbers = Array.from({ length: leaves }, (_, index) => index + 1)
  return `
    spine CE8851-32CQ8DQ-P role spine lo0 10.0.0.250/32
    ${numbers.map((n) => `leaf${n} CE6866-48S8CQ-P lo0 10.0.0.${n}/32 lo1 10.0.1.${n}/32`).join('\n')}
    ${numbers.map((n) => `link leaf${n} 100GE1/0/1 10.1.${n}.0/31 -- spine 100GE1/0/${n} 10.1.${n}.1/31`).join('\n')}
    underlay ospf all
    bd 10 vni 10010 rt auto on ${numbers.map((n) => `leaf${n}`).join(',')}
    ${numbers.map((n) => `nve leaf${n} lo1`).join('\n')}
    ${changes}`
}

const verdicts = (text: string) => {
  const { vteps } = reachOf(text)
  return vteps.map(({ devices, vnis, verdict }) => [devices.join(' '), vnis.join(), verdict.status])
}

describe('VTEPs that share a VNI', () => {
  test('reach each other over the underlay, every pair of a few', () => {
    expect(verdicts(star(3))).toEqual([
      ['device:leaf1 device:leaf2', '10010', 'established'],
      ['device:leaf1 device:leaf3', '10010', 'established'],
      ['device:leaf2 device:leaf3', '10010', 'established'],
    ])
  })

  test('are down where the source of one is not announced, and the proof says which', () => {
    const { vteps } = reachOf(star(3, 'set interface:leaf3.LoopBack1 {"outsideUnderlay": true}'))
    expect(vteps.map(({ verdict }) => verdict.status)).toEqual(['established', 'down', 'down'])
    const broken = vteps[1]?.verdict.proof.filter(({ holds }) => holds === 'no')
    expect(broken?.map(({ says }) => says.en)).toEqual([
      'leaf1 does not reach 10.0.1.3: leaf1 has no route to 10.0.1.3.',
    ])
  })

  test('are one where they share a source, and nothing is asked between them', () => {
    const shared = star(3, 'set interface:leaf2.LoopBack1 {"ipv4": ["10.0.1.1/32"]}')
    expect(verdicts(shared)).toEqual([
      ['device:leaf1 device:leaf3', '10010', 'established'],
      ['device:leaf2 device:leaf3', '10010', 'established'],
    ])
  })

  test('of many only neighbours in a ring are asked, which still finds one that nobody reaches', () => {
    const found = verdicts(star(20, 'set interface:leaf7.LoopBack1 {"outsideUnderlay": true}'))
    expect(found.length).toBeLessThan(21)
    expect(found.filter(([, , status]) => status === 'down').length).toBe(2)
  })
})

test('sub-interfaces of two ports meet in the VLAN of their frames, whatever their numbers', () => {
  const reach = reachOf(`
      a CE6866-48S8CQ-P as 65001 lo0 10.0.0.1/32
      b CE6866-48S8CQ-P as 65002 lo0 10.0.0.2/32
      link a 100GE1/0/1 -- b 100GE1/0/1
      interface a 100GE1/0/1 routed
      interface b 100GE1/0/1 routed
      sub a 100GE1/0/1.1 10.1.0.1/30 vid 100
      sub b 100GE1/0/1.2 10.1.0.2/30 vid 100
      sub b 100GE1/0/1.1 10.1.0.6/30 vid 101
      peering a 100GE1/0/1.1 -- b 100GE1/0/1.2`)
  expect([...reach.bgpSessions.values()].map(({ status }) => status)).toEqual(['established', 'established'])
})
