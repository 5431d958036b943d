import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Ipv4Prefix, Ipv6Prefix, Parsed } from './index'
import {
  addressOf,
  ipv4Broadcast,
  ipv4FromNumber,
  ipv4Mask,
  ipv4ToNumber,
  ipv4Wildcard,
  ipv6FromBigInt,
  networkOf,
  parseIpv4InterfaceAddress,
  parseIpv4Prefix,
  parseIpv6InterfaceAddress,
  parseIpv6Prefix,
  prefixContains,
  prefixesOverlap,
  splitPrefix,
} from './index'

function value<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.problems.map((each) => each.message).join('; '))
  return parsed.value
}

const v4 = (text: string) => value(parseIpv4Prefix(text))
const v6 = (text: string) => value(parseIpv6Prefix(text))

/** Few distinct bits, so that prefixes often contain each other. */
const anyIpv4Prefix: fc.Arbitrary<Ipv4Prefix> = fc
  .tuple(
    fc.oneof(fc.nat(0xffffffff), fc.constantFrom(0, 0x0a000000, 0x0a000100, 0xffffffff)),
    fc.integer({ min: 1, max: 32 }),
  )
  .map(([number, length]) => networkOf(value(parseIpv4InterfaceAddress(`${ipv4FromNumber(number)}/${length}`))))
const anyIpv6Prefix: fc.Arbitrary<Ipv6Prefix> = fc
  .tuple(fc.oneof(fc.bigInt(0n, (1n << 80n) - 1n), fc.constantFrom(0n, 1n)), fc.integer({ min: 1, max: 128 }))
  .map(([low, length]) =>
    networkOf(value(parseIpv6InterfaceAddress(`${ipv6FromBigInt((0x2001n << 112n) | low)}/${length}`))),
  )

describe('prefixes and interface addresses', () => {
  test.each([
    ['10.0.0.1/24', 'write 10.0.0.0/24'],
    ['10.0.0.0', 'no prefix length'],
    ['10.0.0.0/33', 'from 0 to 32'],
    ['10.0.0.0/', 'from 0 to 32'],
    ['10.0.0.0/024', 'from 0 to 32'],
    ['10.0.0.0/255.255.255.0', 'from 0 to 32'],
    ['10.0.0/24', 'is not an IPv4 address'],
  ])('IPv4 prefix %s is refused', (text, remedy) => {
    const parsed = parseIpv4Prefix(text)
    expect(parsed.ok ? 'accepted' : parsed.problems[0]?.message).toContain(remedy)
  })

  test.each([
    ['2001:db8::1/64', 'write 2001:db8::/64'],
    ['2001:db8::/129', 'from 0 to 128'],
    ['2001:db8::', 'no prefix length'],
  ])('IPv6 prefix %s is refused', (text, remedy) => {
    const parsed = parseIpv6Prefix(text)
    expect(parsed.ok ? 'accepted' : parsed.problems[0]?.message).toContain(remedy)
  })

  it('writes IPv6 in one spelling', () => {
    expect(v6('2001:DB8:0:0::/64')).toBe('2001:db8::/64')
    expect(value(parseIpv6InterfaceAddress('2001:DB8::00A/127'))).toBe('2001:db8::a/127')
  })

  it('takes an interface address apart', () => {
    const address = value(parseIpv4InterfaceAddress('10.1.2.3/20'))
    expect(addressOf(address)).toBe('10.1.2.3')
    expect(networkOf(address)).toBe('10.1.0.0/20')
    expect(splitPrefix(address)).toEqual({ address: '10.1.2.3', length: 20 })
    expect(networkOf(value(parseIpv6InterfaceAddress('2001:db8:0:ffff::1/52')))).toBe('2001:db8:0:f000::/52')
  })

  it('keeps the default routes', () => {
    expect(v4('0.0.0.0/0')).toBe('0.0.0.0/0')
    expect(v6('::/0')).toBe('::/0')
  })

  test.each([
    [0, '0.0.0.0', '255.255.255.255'],
    [1, '128.0.0.0', '127.255.255.255'],
    [22, '255.255.252.0', '0.0.3.255'],
    [31, '255.255.255.254', '0.0.0.1'],
    [32, '255.255.255.255', '0.0.0.0'],
  ])('length %i is mask %s and wildcard %s', (length, mask, wildcard) => {
    expect(ipv4Mask(length)).toBe(mask)
    expect(ipv4Wildcard(length)).toBe(wildcard)
  })

  it('throws for a mask length that does not exist', () => {
    expect(() => ipv4Mask(33)).toThrow('out of range')
    expect(() => ipv4Wildcard(-1)).toThrow('out of range')
  })

  test.each([
    ['10.0.0.0/24', '10.0.0.255'],
    ['10.0.0.4/30', '10.0.0.7'],
    ['0.0.0.0/0', '255.255.255.255'],
    ['10.0.0.1/32', '10.0.0.1'],
  ])('the last address of %s is %s', (prefix, last) => {
    expect(ipv4Broadcast(v4(prefix))).toBe(last)
  })
})

describe('containment', () => {
  test.each([
    ['10.0.0.0/8', '10.255.0.0/16', true],
    ['10.0.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.0/31', '10.0.0.2/31', false],
    ['0.0.0.0/0', '255.255.255.255/32', true],
    ['128.0.0.0/1', '200.0.0.0/8', true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(prefixContains(v4(outer), v4(inner))).toBe(expected)
  })

  it('knows addresses and never mixes versions', () => {
    expect(prefixContains(v4('10.0.0.0/30'), ipv4FromNumber(0x0a000003))).toBe(true)
    expect(prefixContains(v4('10.0.0.0/30'), ipv4FromNumber(0x0a000004))).toBe(false)
    expect(prefixContains(v6('2001:db8::/33'), v6('2001:db8:7fff::/48'))).toBe(true)
    expect(prefixContains(v6('2001:db8::/33'), v6('2001:db8:8000::/48'))).toBe(false)
    expect(prefixContains(v4('0.0.0.0/0'), v6('::/0'))).toBe(false)
    expect(prefixContains(v6('::/0'), v4('0.0.0.0/0'))).toBe(false)
  })

  it('reads back what it writes', () => {
    fc.assert(fc.property(anyIpv4Prefix, (prefix) => void expect(v4(prefix)).toBe(prefix)))
    fc.assert(fc.property(anyIpv6Prefix, (prefix) => void expect(v6(prefix)).toBe(prefix)))
  })

  it('IPv4 containment is the same as both ends being between first and last', () => {
    fc.assert(
      fc.property(anyIpv4Prefix, anyIpv4Prefix, (outer, inner) => {
        const first = (prefix: Ipv4Prefix) => ipv4ToNumber(splitPrefix(prefix).address)
        const last = (prefix: Ipv4Prefix) => ipv4ToNumber(ipv4Broadcast(prefix))
        expect(prefixContains(outer, inner)).toBe(first(outer) <= first(inner) && last(inner) <= last(outer))
        expect(prefixesOverlap(outer, inner)).toBe(first(outer) <= last(inner) && first(inner) <= last(outer))
      }),
    )
  })

  it('is reflexive, antisymmetric and transitive', () => {
    const prefix = fc.oneof(anyIpv4Prefix, anyIpv6Prefix)
    fc.assert(
      fc.property(prefix, prefix, prefix, (a, b, c) => {
        expect(prefixContains(a, a)).toBe(true)
        if (prefixContains(a, b) && prefixContains(b, a)) expect(a).toBe(b)
        if (prefixContains(a, b) && prefixContains(b, c)) expect(prefixContains(a, c)).toBe(true)
        expect(prefixesOverlap(a, b)).toBe(prefixesOverlap(b, a))
      }),
    )
  })
})
