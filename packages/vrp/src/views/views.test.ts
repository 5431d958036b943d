import { describe, expect, it, test } from 'vitest'
import { addBeginnings, emptyTrie } from './command-trie'
import type { ViewName } from './view-spec'
import { commandsOf, knownIn, viewSpecs } from './views'

describe('the tables of views', () => {
  it('have a source, and a table for every view that a header opens', () => {
    const views = new Set(viewSpecs.map(({ view }) => view))
    expect(views.size).toBe(viewSpecs.length)
    for (const { source, opens } of viewSpecs) {
      expect(source).toMatch(/command reference|configuration guide|dump/)
      for (const view of Object.keys(opens) as ViewName[]) expect(view === 'other' || views.has(view)).toBe(true)
    }
    expect(commandsOf('other')).toBeUndefined()
  })

  test.each<readonly [ViewName, string, ViewName | 'a command' | undefined]>([
    ['system', 'bgp 65001', 'bgp'],
    ['system', 'bgp 65001 instance evpn1', 'bgp'],
    ['system', 'undo bgp 65001', 'a command'],
    ['system', 'vlan batch 10', 'a command'],
    ['system', 'vlan 10', 'vlan'],
    ['system', 'bfd', 'bfd'],
    ['system', 'bfd a bind peer-ip 10.0.0.1', 'bfd-session'],
    ['system', 'ospf valid-ttl-hops 2', 'a command'],
    ['system', 'ip address 10.0.0.1 24', undefined],
    ['system', 'ip', undefined],
    ['interface', 'ip address 10.0.0.1 24', 'a command'],
    ['interface', 'IP ADDRESS 10.0.0.1 24', 'a command'],
    ['interface', '~undo portswitch', 'a command'],
    ['interface', 'ip route-static 0.0.0.0 0 10.0.0.1', undefined],
    ['bgp', 'peer spines as-number 1', 'a command'],
    ['bgp', 'ipv4-family unicast', 'bgp-family'],
    ['bgp', 'peer spines frobnicate', undefined],
    ['bgp-family', 'ipv4-family unicast', undefined],
    ['vpn-instance', 'ipv4-family', 'vpn-instance-family'],
    ['bridge-domain', 'evpn', 'bridge-domain-evpn'],
    ['bridge-domain', 'evpn binding vpn-instance a', 'a command'],
    ['other', 'anything', undefined],
  ])('in %s: %s is %s', (view, line, expected) => {
    const known = knownIn(view, line)
    expect(known === undefined ? undefined : (known.opens ?? 'a command')).toBe(expected)
  })

  test.each(['ip(address', 'ip)', 'ip(address))'])('are refused when brackets do not match: %s', (notation) => {
    expect(() => addBeginnings(emptyTrie(), notation, { opens: undefined })).toThrow('unbalanced brackets')
  })
})
