import { expect, test } from 'vitest'
import { compile } from '../../src/compile'
import { sessionsReset } from '../../src/explain'
import { networkFromText } from '../fabric-text'
import { ibgp, ospfFabric } from '../rules/healthy'

const bgp = `${ibgp}\npeering leaf1 lo0 -- leaf2 lo0`
const bmp = `${ibgp}
  station bmp1 192.0.2.10 port 5000
  station bmp2 192.0.2.11 port 5000
  link leaf1 25GE1/0/48 192.0.2.1/24 -- bmp1
  link leaf1 25GE1/0/47 198.51.100.1/24 -- bmp2
  set station:bmp2 {"address": "198.51.100.10"}
  set device:leaf1 {"bmp": {"sourceIpv4": "10.0.0.1"}}
  interface leaf1 LoopBack1 10.0.1.1/32
  bmp leaf1 -- bmp1
  bmp leaf1 -- bmp2 source lo0`

/** `re-establishes leaf1:10.0.0.2 other timers`, for each session a further line of a fabric touches. */
function resets(fabric: string, change: string): readonly string[] {
  const [before, after] = [fabric, `${fabric}\n${change}`].map((text) => compile(networkFromText(text)))
  if (before === undefined || after === undefined) throw new Error('two compilations')
  return sessionsReset(before, after).map(
    ({ effect, name, causes }) => `${effect} ${name}: ${causes.map(({ what }) => what.en).join('; ')}`,
  )
}

test('what changes nothing of a session resets nothing', () => {
  expect(resets(bgp, '')).toEqual([])
  expect(resets(bgp, 'set peering:leaf1-leaf2 {"description": "new"}')).toEqual([])
  expect(resets(bgp, 'spine9 CE6866-48S8CQ-P lo0 10.0.0.9/32')).toEqual([])
})

test.each([
  ['{"keepaliveSeconds": 10, "holdSeconds": 30}', 'other timers'],
  ['{"families": ["ipv4-unicast", "evpn"]}', 'a family enabled or disabled, which resets all families of the peer'],
  ['{"keychain": "core"}', 'another authentication'],
])('a peering set to %s drops its session', (fields, cause) => {
  expect(resets(bgp, `set peering:leaf1-leaf2 ${fields}`)).toEqual([`re-establishes leaf1:10.0.0.2: ${cause}`])
})

test('another router ID, source or AS number drops what it stands under', () => {
  expect(resets(bgp, 'set device:leaf1 {"bgp": {"routerId": "9.9.9.9"}}')).toEqual([
    're-establishes leaf1:10.0.0.2: another BGP router ID',
  ])
  expect(resets(bgp, 'set interface:leaf1.LoopBack0 {"ipv4": ["10.0.0.7/32"]}')[0]).toContain('another source address')
  expect(resets(bgp, 'set device:leaf1 {"asNumber": 65009}')[0]).toMatch(/^(ends|re-establishes) leaf1:10\.0\.0\.2/)
})

test('a session that loses its way ends, with what its proof says', () => {
  expect(resets(bgp, 'set interface:leaf1.100GE1-0-1 {"shutdown": true}').slice(0, 1)).toEqual([
    'ends leaf1:10.0.0.2: leaf1 does not reach 10.0.0.2: leaf1 has no route to 10.0.0.2.; leaf2 does not reach 10.0.0.1: leaf2 has no route to 10.0.0.1.',
  ])
  expect(resets(bgp, 'remove peering:leaf1-leaf2')).toEqual(['ends leaf1:10.0.0.2: the session is removed'])
})

test('a new session starts', () => {
  expect(resets(ibgp, 'peering leaf1 lo0 -- leaf2 lo0')).toEqual(['starts leaf1:10.0.0.2: '])
})

test('the source of the BMP view serves the sessions that have none of their own', () => {
  const view = 'another source in the BMP view, which all IPv4 sessions without a source of their own have'
  expect(resets(bmp, 'set device:leaf1 {"bmp": {"sourceIpv4": "10.0.1.1"}}')).toEqual([
    `re-establishes leaf1:192.0.2.10: ${view}`,
  ])
  expect(resets(bmp, 'set bmp-session:leaf1-bmp2 {"source": {"address": "10.0.1.1"}}')).toEqual([
    're-establishes leaf1:198.51.100.10: another source in the BMP session view',
  ])
})

test('a BMP session keeps its old TCP port until somebody resets it', () => {
  expect(resets(bmp, 'set station:bmp1 {"tcpPort": 5001}')).toEqual(['needs-reset leaf1:192.0.2.10: another TCP port'])
})

test('OSPF timers; pairing and both channels of an M-LAG pair', () => {
  expect(resets(ospfFabric, 'set interface:leaf3.100GE1-0-1 {"ospf": {"networkType": "p2p"}}')).toEqual([])
  const [timers = ''] = resets(
    ospfFabric,
    'set interface:leaf3.100GE1-0-1 {"ospf": {"helloSeconds": 5}}\nset interface:spine1.100GE1-0-3 {"ospf": {"helloSeconds": 5}}',
  )
  expect(timers).toMatch(/^re-establishes leaf3:100GE1\/0\/1--spine1:100GE1\/0\/3: other OSPF timers/)
  const password = { priorities: [150, 120], password: 'Pair-Key-2025' }
  expect(resets(ospfFabric, `set mlag:pair1 ${JSON.stringify({ dfs: password })}`)).toEqual([
    're-establishes leaf1--leaf2: another password of the DFS group',
    're-establishes leaf1--leaf2: another password of the DFS group',
    're-establishes leaf1--leaf2: another password of the DFS group',
  ])
})
