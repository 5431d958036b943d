import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { InterfaceName } from './index'
import {
  compareInterfaceNames,
  interfaceKind,
  interfaceNumber,
  interfaceType,
  parentInterface,
  parseInterfaceName,
} from './index'

function name(text: string): InterfaceName {
  const parsed = parseInterfaceName(text)
  if (!parsed.ok) throw new Error(parsed.problems.map((each) => each.message).join('; '))
  return parsed.value
}

describe('interface names', () => {
  test.each([
    ['100ge 1/0/1', '100GE1/0/1', 'ethernet', '100GE', undefined],
    ['10GE1/0/48', '10GE1/0/48', 'ethernet', '10GE', undefined],
    ['ge 1/0/1', 'GE1/0/1', 'ethernet', 'GE', undefined],
    ['100GE1/0/1:4', '100GE1/0/1:4', 'ethernet', '100GE', undefined],
    ['25ge1/0/1:1.20', '25GE1/0/1:1.20', 'subinterface', '25GE', undefined],
    ['eth-trunk 1', 'Eth-Trunk1', 'eth-trunk', 'Eth-Trunk', 1],
    ['ETH-TRUNK0', 'Eth-Trunk0', 'eth-trunk', 'Eth-Trunk', 0],
    ['Eth-Trunk1.10', 'Eth-Trunk1.10', 'subinterface', 'Eth-Trunk', 1],
    ['vlanif 4094', 'Vlanif4094', 'vlanif', 'Vlanif', 4094],
    ['vbdif10', 'Vbdif10', 'vbdif', 'Vbdif', 10],
    ['loopback 0', 'LoopBack0', 'loopback', 'LoopBack', 0],
    ['LOOPBACK1023', 'LoopBack1023', 'loopback', 'LoopBack', 1023],
    ['meth 0/0/0', 'MEth0/0/0', 'meth', 'MEth', undefined],
    ['nve 1', 'Nve1', 'nve', 'Nve', 1],
    ['tunnel 3', 'Tunnel3', 'tunnel', 'Tunnel', 3],
    ['null 0', 'NULL0', 'null', 'NULL', 0],
    ['inloopback0', 'InLoopBack0', 'other', 'InLoopBack', 0],
    ['gigabitethernet 0/1/0', 'GigabitEthernet0/1/0', 'ethernet', 'GigabitEthernet', undefined],
    ['  100GE  1/0/1 ', '100GE1/0/1', 'ethernet', '100GE', undefined],
  ])('%s is %s', (text, canonical, kind, type, number) => {
    const parsed = name(text)
    expect(parsed).toBe(canonical)
    expect(interfaceKind(parsed)).toBe(kind)
    expect(interfaceType(parsed)).toBe(type)
    expect(interfaceNumber(parsed)).toBe(number)
  })

  test.each([
    ['', 'write one such as'],
    ['1/0/1', 'write one such as'],
    ['30GE1/0/1', 'write one such as'],
    ['100GE1/0', 'slot/subcard/port'],
    ['100GE1', 'slot/subcard/port'],
    ['100GE01/0/1', 'leading zeros'],
    ['Vlanif0', '1 to 4094'],
    ['Vlanif4095', '1 to 4094'],
    ['Vlanif10.1', 'no sub-interfaces'],
    ['LoopBack1/0/0', 'a number follows LoopBack'],
    ['MEth0/0/0:1', 'cannot be split'],
    ['NULL1', 'only NULL0'],
    ['Eth-Trunk1:1', 'a number follows Eth-Trunk'],
    ['100GE1/0/1\nshutdown', 'not an interface name'],
    ['100GE1/0/1 and more', 'not an interface name'],
  ])('%j is refused and the message says what to write', (text, remedy) => {
    const parsed = parseInterfaceName(text)
    expect(parsed.ok ? 'accepted' : parsed.problems[0]?.message).toContain(remedy)
  })

  it('knows the parent of a sub-interface only', () => {
    expect(parentInterface(name('Eth-Trunk1.10'))).toBe('Eth-Trunk1')
    expect(parentInterface(name('100GE1/0/1:1.10'))).toBe('100GE1/0/1:1')
    expect(parentInterface(name('100GE1/0/1'))).toBeUndefined()
  })

  it('sorts as the sections of a configuration are printed', () => {
    const printed = [
      'Vlanif2',
      'Vlanif10',
      'Vbdif10',
      'Eth-Trunk1',
      'Eth-Trunk1.10',
      'Eth-Trunk2',
      'MEth0/0/0',
      '10GE1/0/2',
      '10GE1/0/10',
      '25GE1/0/1',
      '100GE1/0/1',
      '100GE1/0/1.5',
      '100GE1/0/1:1',
      '100GE1/0/1:2',
      '100GE1/0/2',
      '100GE2/0/1',
      '400GE1/0/1',
      'LoopBack0',
      'LoopBack1',
      'LoopBack10',
      'Nve1',
    ].map(name)
    fc.assert(
      fc.property(fc.shuffledSubarray(printed, { minLength: printed.length }), (shuffled) => {
        expect([...shuffled].sort(compareInterfaceNames)).toEqual(printed)
      }),
    )
  })

  it('reads back what it writes, however it was typed', () => {
    const number = fc.nat(9999)
    const canonical = fc.oneof(
      fc
        .tuple(fc.constantFrom('GE', '10GE', '100GE', 'GigabitEthernet'), number, number, number)
        .map(([type, ...rest]) => `${type}${rest.join('/')}`),
      fc.tuple(fc.constantFrom('LoopBack', 'Eth-Trunk', 'Tunnel'), number).map((parts) => parts.join('')),
      fc.integer({ min: 1, max: 4094 }).map((vlan) => `Vlanif${vlan}`),
    )
    fc.assert(
      fc.property(canonical, fc.boolean(), fc.boolean(), (text, upper, blank) => {
        const spaced = blank ? text.replace(/^(\d*[A-Za-z-]+)/, '$1 ') : text
        expect(name(upper ? spaced.toUpperCase() : spaced.toLowerCase())).toBe(text)
      }),
    )
  })
})
