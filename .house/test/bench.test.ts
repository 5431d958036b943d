import { expect, test } from 'vitest'
import { exponent } from '../bench/machine'
import { markdownTable } from '../bench/table'

test.each([1, 1.2, 2])('the exponent of growth n^%d is found', (power) => {
  const points = [100, 300, 1000].map((size) => ({ size, seconds: 0.003 * size ** power }))
  expect(exponent(points)).toBeCloseTo(power, 6)
})

test('a table shows integers as they are and measurements with three digits', () => {
  expect(markdownTable({ columns: ['devices', 's'], rows: [[1000, 0.123456]], notes: ['Linear.'] })).toBe(
    '| devices | s |\n| --- | --- |\n| 1000 | 0.123 |\n\nLinear.',
  )
})
