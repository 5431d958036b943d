import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { itemsPerLine, quoteWord, sectionOrder, sectionRank, splitItems } from './index'

describe('words', () => {
  it('quotes only what has a blank', () => {
    expect(quoteWord('SPINES')).toBe('SPINES')
    expect(quoteWord('my spines')).toBe('"my spines"')
    expect(() => quoteWord('a "b"')).toThrow('double quote')
    expect(() => quoteWord('')).toThrow('empty')
  })
})

describe('item lists', () => {
  it('take as many lines as the device needs', () => {
    const items = Array.from({ length: 23 }, (_, i) => `${2 * i + 10}`)
    const lines = splitItems('vlan batch', items, itemsPerLine.vlanBatch)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('vlan batch 10 12 14 16 18 20 22 24 26 28')
    expect(lines[2]).toBe('vlan batch 50 52 54')
    expect(splitItems('port trunk allow-pass vlan', ['10 to 20'], itemsPerLine.allowPass)).toEqual([
      'port trunk allow-pass vlan 10 to 20',
    ])
    expect(splitItems('vlan batch', [], itemsPerLine.vlanBatch)).toEqual([])
    expect(() => splitItems('vlan batch', ['1'], 0)).toThrow('at least 1')
  })

  it('lose nothing and fill every line but the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4094).map(String)), fc.integer({ min: 1, max: 40 }), (items, perLine) => {
        const lists = splitItems('vlan batch', items, perLine).map((line) =>
          line.slice('vlan batch '.length).split(' '),
        )
        expect(lists.flat()).toEqual(items)
        expect(lists.slice(0, -1).every((list) => list.length === perLine)).toBe(true)
        expect(lists.every((list) => list.length > 0 && list.length <= perLine)).toBe(true)
      }),
    )
  })
})

describe('section order', () => {
  it('puts a whole configuration in the order of a device', () => {
    const printed = [
      'sysname leaf-1',
      'router id 10.0.0.1',
      'dfs-group 1',
      'bfd',
      'vlan batch 10',
      'stp mode rstp',
      'ip vpn-instance red',
      'interface Vlanif10',
      'bgp 65001',
      'bmp',
      'ospf 1',
      'ip ip-prefix P index 10 permit 10.0.0.0 8',
      'route-policy P permit node 10',
      'ip route-static 0.0.0.0 0 10.0.0.1',
      'lldp enable',
      'user-interface con 0',
    ]
    expect([...printed].reverse().sort((a, b) => sectionRank(a) - sectionRank(b))).toEqual(printed)
  })

  test.each([
    ['ipv6 route-static :: 0 2001:db8::1', 'static-routes'],
    ['ip ipv6-prefix P permit :: 0', 'ip-prefix'],
    ['ospfv3 1', 'ospfv3'],
    ['undo stp enable', 'stp'],
    ['evpn-overlay enable', 'evpn-overlay'],
  ])('%s belongs to %s', (line, section) => {
    expect(sectionOrder[sectionRank(line)]?.section).toBe(section)
  })

  it('keeps a line nobody knows before the last block', () => {
    expect(sectionRank('telemetry')).toBeLessThan(sectionRank('user-interface con 0'))
    expect(sectionRank('telemetry')).toBeGreaterThan(sectionRank('lldp enable'))
  })

  it('gives evidence for every place', () => {
    expect(sectionOrder.filter(({ evidence }) => evidence.trim() === '')).toEqual([])
    expect(new Set(sectionOrder.flatMap(({ begins }) => begins)).size).toBe(
      sectionOrder.flatMap(({ begins }) => begins).length,
    )
  })
})
