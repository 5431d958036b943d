import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatAsNumber, formatNumberRanges, parseAsNumber, parseMacAddress } from './index'

describe('AS numbers', () => {
  test.each([
    ['1', 1],
    ['65535', 65535],
    ['65536', 65536],
    ['4294967295', 4294967295],
    ['1.0', 65536],
    ['1.10', 65546],
    ['65535.65535', 4294967295],
  ])('%s is %i', (text, number) => {
    expect(parseAsNumber(text)).toEqual({ ok: true, value: number })
  })

  test.each(['0', '4294967296', '65001x', '0.1', '1.65536', '65536.1', '01', '1.01', '-1', '1e3', '', ' 1'])(
    '%j is refused',
    (text) => {
      const parsed = parseAsNumber(text)
      expect(parsed.ok ? 'accepted' : parsed.problems[0]?.message).toContain('1 to 4294967295')
    },
  )

  it('is dotted only above 65535, and reads back in both notations', () => {
    expect(formatAsNumber(65535, 'dotted')).toBe('65535')
    expect(formatAsNumber(65536, 'dotted')).toBe('1.0')
    expect(formatAsNumber(65536, 'plain')).toBe('65536')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4294967295 }),
        fc.constantFrom('plain' as const, 'dotted' as const),
        (number, notation) => {
          expect(parseAsNumber(formatAsNumber(number, notation))).toEqual({ ok: true, value: number })
        },
      ),
    )
  })
})

describe('MAC addresses', () => {
  test.each(['0000-5e00-0101', '0-5E00-101', '00:00:5e:00:01:01', '00-00-5E-00-01-01'])(
    '%s is 0000-5e00-0101',
    (text) => {
      expect(parseMacAddress(text)).toEqual({ ok: true, value: '0000-5e00-0101' })
    },
  )

  test.each(['', '0000-5e00', '0000-5e00-01011', '00:00-5e:00:01:01', '0000.5e00.0101', 'g000-0000-0000'])(
    '%j is refused',
    (text) => {
      const parsed = parseMacAddress(text)
      expect(parsed.ok ? 'accepted' : parsed.problems[0]?.message).toContain('such as 0000-5e00-0101')
    },
  )
})

describe('number ranges', () => {
  test.each([
    [[], []],
    [[10], ['10']],
    [[10, 11], ['10 to 11']],
    [
      [20, 10, 22, 21, 10, 30],
      ['10', '20 to 22', '30'],
    ],
  ])('%j is %j', (numbers, items) => {
    expect(formatNumberRanges(numbers)).toEqual(items)
  })

  it('names exactly the numbers it was given, with a gap between any two items', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const ranges = formatNumberRanges(numbers).map((item) => {
          const [first = Number.NaN, last = first] = item.split(' to ').map(Number)
          return { first, last }
        })
        const named = ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
        expect(named).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        for (let i = 1; i < ranges.length; i += 1)
          expect(ranges[i]?.first).toBeGreaterThan((ranges[i - 1]?.last ?? 0) + 1)
      }),
    )
  })
})
