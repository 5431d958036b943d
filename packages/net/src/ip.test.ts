import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, it, test } from 'vitest'
import type { IpAddress, Ipv4Address, Parsed } from './index'
import {
  compareIp,
  ipVersion,
  ipv4FromNumber,
  ipv4Kind,
  ipv4ToNumber,
  ipv6FromBigInt,
  ipv6Kind,
  ipv6ToBigInt,
  parseIpAddress,
  parseIpv4Address,
  parseIpv6Address,
} from './index'

function value<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.problems.map((each) => each.message).join('; '))
  return parsed.value
}

function refusal(parsed: Parsed<unknown>): string {
  return parsed.ok ? `accepted as ${String(parsed.value)}` : parsed.problems.map((each) => each.message).join('; ')
}

const anyIpv4 = fc.nat(0xffffffff).map(ipv4FromNumber)
/** Zero groups are frequent, because the interesting part of the text form is `::`. */
const anyIpv6 = fc
  .array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n))
  .filter((number) => number >> 32n !== 0xffffn)
  .map(ipv6FromBigInt)

describe('IPv4 addresses', () => {
  test.each([
    ['10.0.0', 'write four numbers'],
    ['10.0.0.256', '256'],
    ['10.00.0.1', 'write 10.0.0.1'],
    ['010.0.0.1', 'write 10.0.0.1'],
    ['10.0.0.1 ', 'is not an IPv4 address'],
    ['10.0.0.0/24', 'is not an IPv4 address'],
    ['', 'is not an IPv4 address'],
    ['0x0a.0.0.1', 'is not an IPv4 address'],
    ['１0.0.0.1', 'is not an IPv4 address'],
  ])('%s is refused and the message says what to write', (text, remedy) => {
    expect(refusal(parseIpv4Address(text))).toContain(remedy)
  })

  test.each([
    ['0.1.2.3', 'zero'],
    ['10.0.0.1', 'class-a'],
    ['127.0.0.1', 'loopback'],
    ['128.0.0.1', 'class-b'],
    ['191.255.0.1', 'class-b'],
    ['192.0.2.1', 'class-c'],
    ['224.0.0.5', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'reserved'],
  ])('%s is %s', (text, kind) => {
    expect(ipv4Kind(value(parseIpv4Address(text)))).toBe(kind)
  })

  it('reads back what it writes, and numbers stay unsigned', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), (number) => {
        const address = ipv4FromNumber(number)
        expect(value(parseIpv4Address(address))).toBe(address)
        expect(ipv4ToNumber(address)).toBe(number)
      }),
    )
  })

  it('throws for a number that is no address', () => {
    expect(() => ipv4FromNumber(-1)).toThrow('out of range')
    expect(() => ipv4FromNumber(2 ** 32)).toThrow('out of range')
    expect(() => ipv4FromNumber(1.5)).toThrow('out of range')
  })
})

describe('IPv6 addresses', () => {
  test.each([
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0db8::0001', '2001:db8::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::1', '::1'],
    ['fe80:0:0:0::', 'fe80::'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ])('%s is written %s', (text, canonical) => {
    expect(value(parseIpv6Address(text))).toBe(canonical)
  })

  test.each([
    ['::ffff:192.0.2.1', 'write 192.0.2.1'],
    ['::ffff:c000:201', 'write 192.0.2.1'],
    ['64:ff9b::192.0.2.1', 'write 64:ff9b::c000:201'],
    ['fe80::1%eth0', 'write fe80::1 without "%eth0"'],
    ['2001:db8::1::2', 'is not an IPv6 address'],
    ['2001:db8', 'is not an IPv6 address'],
    ['2001:db8::/64', 'is not an IPv6 address'],
    ['12345::', 'is not an IPv6 address'],
    ['1.2.3.4', 'is not an IPv6 address'],
    [' ::1', 'is not an IPv6 address'],
    ['', 'is not an IPv6 address'],
  ])('%s is refused and the message says what to write', (text, remedy) => {
    expect(refusal(parseIpv6Address(text))).toContain(remedy)
  })

  test.each([
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['fe80::1', 'link-local'],
    ['febf::1', 'link-local'],
    ['fec0::1', 'global'],
    ['ff02::5', 'multicast'],
    ['2001:db8::1', 'global'],
    ['fd00::1', 'global'],
  ])('%s is %s', (text, kind) => {
    expect(ipv6Kind(value(parseIpv6Address(text)))).toBe(kind)
  })

  it('reads back what it writes, and writes RFC 5952', () => {
    fc.assert(
      fc.property(anyIpv6, (address) => {
        expect(value(parseIpv6Address(address))).toBe(address)
        expect(ipv6FromBigInt(ipv6ToBigInt(address))).toBe(address)
        expect(ipaddr.IPv6.parse(address).toRFC5952String()).toBe(address)
      }),
    )
  })

  it('gives one spelling to every spelling of an address', () => {
    fc.assert(
      fc.property(anyIpv6, (address) => {
        const groups = ipaddr.IPv6.parse(address).parts.map((group) => group.toString(16))
        const full = groups.map((group) => group.padStart(4, '0')).join(':')
        expect(value(parseIpv6Address(groups.join(':').toUpperCase()))).toBe(address)
        expect(value(parseIpv6Address(full))).toBe(address)
      }),
    )
  })
})

describe('addresses of both versions', () => {
  it('sorts numerically, IPv4 first', () => {
    const texts = ['10.0.0.10', '2001:db8::a', '9.0.0.1', '10.0.0.9', '2001:db8::9', '200.0.0.1', '::1']
    const sorted = texts.map((text) => value(parseIpAddress(text))).sort(compareIp)
    expect(sorted).toEqual(['9.0.0.1', '10.0.0.9', '10.0.0.10', '200.0.0.1', '::1', '2001:db8::9', '2001:db8::a'])
  })

  it('compares as the numbers compare', () => {
    const anyIp: fc.Arbitrary<IpAddress> = fc.oneof(anyIpv4, anyIpv6)
    const number = (address: IpAddress): bigint =>
      ipVersion(address) === 4
        ? BigInt(ipv4ToNumber(address as Ipv4Address)) - (1n << 33n)
        : ipv6ToBigInt(address as ReturnType<typeof ipv6FromBigInt>)
    fc.assert(
      fc.property(anyIp, anyIp, (a, b) => {
        const expected = number(a) < number(b) ? -1 : number(a) > number(b) ? 1 : 0
        expect(Math.sign(compareIp(a, b))).toBe(expected)
      }),
    )
  })

  it('refuses text of neither version', () => {
    expect(refusal(parseIpAddress('router-1'))).toContain('is not an IP address')
  })
})
