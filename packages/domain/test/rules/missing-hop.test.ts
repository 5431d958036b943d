import { expect, test } from 'vitest'
import { judge } from './judge'

const chain = `
  leaf1 CE6866-48S8CQ-P as 65000 lo0 10.0.0.1/32
  spine1 CE8851-32CQ8DQ-P role spine lo0 10.0.0.9/32
  leaf2 CE6866-48S8CQ-P as 65000 lo0 10.0.0.2/32
  link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
  link leaf2 100GE1/0/1 10.1.0.2/31 -- spine1 100GE1/0/2 10.1.0.3/31
  peering leaf1 lo0 -- leaf2 lo0`

/** What is said about the way between the two leaves, and what is offered. */
function unreachable(extra: string) {
  const findings = judge(`${chain}\n${extra}`).filter(({ ruleId }) => ruleId === 'bgp/loopback-unreachable')
  return findings.map(({ what, fix }) => [what.en, what.zh, fix?.label.en])
}

test('both directions are judged, each with the device whose route is missing', () => {
  expect(unreachable('')).toEqual([
    [
      'leaf1 cannot reach 10.0.0.2 (leaf2 LoopBack0): leaf1 has no route to 10.0.0.2',
      'leaf1 无法到达 10.0.0.2（leaf2 LoopBack0）：leaf1 没有到 10.0.0.2 的路由',
      'Run OSPF on leaf1, leaf2, spine1',
    ],
    [
      'leaf2 cannot reach 10.0.0.1 (leaf1 LoopBack0): leaf2 has no route to 10.0.0.1',
      'leaf2 无法到达 10.0.0.1（leaf1 LoopBack0）：leaf2 没有到 10.0.0.1 的路由',
      'Run OSPF on leaf1, leaf2, spine1',
    ],
  ])
})

test('a hop in the middle is named with the way to it', () => {
  const said = unreachable(`
    static leaf1 10.0.0.2/32 via 10.1.0.1
    static leaf2 10.0.0.1/32 via 10.1.0.3
    static spine1 10.0.0.1/32 via 10.1.0.0`)
  expect(said.map(([en]) => en)).toEqual([
    'leaf1 cannot reach 10.0.0.2 (leaf2 LoopBack0): spine1 has no route to 10.0.0.2 (leaf1 → spine1)',
  ])
})

test('the device that is missing from the underlay is offered to it', () => {
  expect(unreachable('underlay ospf leaf1 leaf2').map(([, , fix]) => fix)).toEqual([
    'Take spine1 into the underlay',
    'Take spine1 into the underlay',
  ])
  expect(unreachable('underlay ospf all')).toEqual([])
})

test('a way that ends at NULL0 says so', () => {
  const routes =
    'static leaf1 10.0.0.2/32 via 10.1.0.1\nstatic leaf2 10.0.0.1/32 via 10.1.0.3\nstatic spine1 10.0.0.1/32 via 10.1.0.0'
  expect(unreachable(`${routes}\nstatic spine1 10.0.0.2/32 null0`).map(([en]) => en)).toEqual([
    'leaf1 cannot reach 10.0.0.2 (leaf2 LoopBack0): spine1 discards it at NULL0 (leaf1 → spine1)',
  ])
})
