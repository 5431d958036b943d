import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { ViewName } from './index'
import { misspeltKeyword } from './index'
import { editDistance } from './misspelt-distance'

describe('a misspelt keyword', () => {
  test.each<readonly [ViewName, string, string, number]>([
    ['system', 'interfce 100GE1/0/1', 'interface', 1],
    ['system', 'vlan bacth 10 to 20', 'batch', 6],
    ['system', 'ip route-statc 0.0.0.0 0.0.0.0 10.0.0.1', 'route-static', 4],
    ['system', 'ip route-static 0.0.0.0 0.0.0.0 10.0.0.1 preferance 100', 'preference', 42],
    ['system', 'ip rotue-static 0.0.0.0 0 10.0.0.1', 'route-static', 4],
    ['system', 'ip vpn-insatnce red', 'vpn-instance', 4],
    ['bgp', 'peer 10.0.0.1 conect-interface LoopBack0', 'connect-interface', 15],
    ['bgp', 'peer 10.0.0.1 timer keepalive 10 hodl 30', 'hold', 34],
    ['bgp', 'undo peer 10.0.0.1 enabel', 'enable', 20],
    ['bgp', 'und peer 10.0.0.1 enable', 'undo', 1],
    ['bgp', 'routerid 10.0.0.1', 'router-id', 1],
    ['bgp-family', 'peer 10.0.0.1 reflect-cleint', 'reflect-client', 15],
    ['bgp-family', 'import-route dierct', 'direct', 14],
    ['bmp-session', 'tcp connect prot 5000', 'port', 13],
    ['bmp-monitor', 'route-mode ipv4-family unicast adj-rib-in post-polcy', 'post-policy', 43],
    ['dfs-group', 'dual-active detection source ip 10.0.0.1 pere 10.0.0.2', 'peer', 42],
    ['interface', 'port trunk allow-pass vlna 10', 'vlan', 23],
    ['interface', '~undo prtswitch', 'portswitch', 7],
    ['interface', 'IP ADDRES 10.0.0.1 24', 'address', 4],
    ['ospf-area', 'newtork 10.0.0.0 0.0.0.255', 'network', 1],
    ['vpn-instance-family', 'vpn-target 1:1 import-extcomunity', 'import-extcommunity', 16],
  ])('in %s: %s: did you mean %s', (view, line, suggestion, column) => {
    const answer = misspeltKeyword(line, view)
    expect(answer).toEqual({ word: line.slice(column - 1).split(' ')[0], suggestion, column })
  })

  test.each<readonly [string, ViewName, string]>([
    ['a line that is right', 'bgp', 'peer 10.0.0.1 connect-interface LoopBack0'],
    ['the name of a peer group', 'bgp', 'peer externl enable'],
    ['the name of a VPN instance', 'system', 'ip vpn-instance vpn-instnace'],
    ['the name behind an option', 'system', 'ip route-static vpn-instance preferance 10.0.0.0 24 10.0.0.1'],
    ['the name of a route policy', 'bgp-family', 'peer 10.0.0.1 route-policy exprot export'],
    ['a description', 'interface', 'description interfce to spnie'],
    ['a description behind a command', 'system', 'ip route-static 0.0.0.0 0 10.0.0.1 description preferance'],
    ['the description of a peer', 'bgp', 'peer 10.0.0.1 description timr kepalive'],
    ['a figure: IPv4 and IPv6 are two words', 'bgp', 'ipv5-family unicast'],
    ['a word that is a keyword elsewhere', 'ospf-area', 'router-id 10.0.0.1'],
    ['a word between two keywords', 'bgp-family', 'peer 10.0.0.1 route-policy x ixport'],
    ['a word like no other', 'bgp', 'frobnicate 10'],
    ['a view that is not known', 'other', 'interfce 100GE1/0/1'],
    ['nothing', 'bgp', ''],
  ])('is not seen in %s', (_, view, line) => {
    expect(misspeltKeyword(line, view)).toBeUndefined()
  })

  it('is where the answer says, in any text and any view', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('undo', '~', 'peer', 'per', 'timr', '"a b"', ' '),
    )
    const views = fc.constantFrom<ViewName>('system', 'bgp', 'interface', 'dfs-group', 'bmp-monitor', 'other')
    fc.assert(
      fc.property(fc.array(piece), views, (pieces, view) => {
        const line = pieces.join(' ')
        const answer = misspeltKeyword(line, view)
        if (answer !== undefined) expect(line.startsWith(answer.word, answer.column - 1)).toBe(true)
      }),
    )
  })

  it('is not sought in lines that no device has, however long', () => {
    expect(misspeltKeyword(`interfce ${'x '.repeat(5_000_000)}`, 'system')).toBeUndefined()
    for (let round = 0; round < 200; round += 1) misspeltKeyword('pear '.repeat(102), 'bgp')
  })
})

test.each([
  ['vlan', 'vlan', 0],
  ['vlan', 'valn', 1],
  ['vlan', 'vla', 1],
  ['vlan', 'vlxan', 1],
  ['vlan', 'vlax', 1],
  ['vlan', 'lvna', 2],
  ['', 'abc', 3],
])('from %s to %s it takes %s', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
  expect(editDistance(b, a)).toBe(distance)
})
