import { expect, it } from 'vitest'
import { sameBut, sameValue } from './same-value'

it.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [1, '1', false],
  [Number.NaN, Number.NaN, true],
  [null, undefined, false],
  [null, {}, false],
  [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: undefined }, { a: 1 }, false],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{}, { constructor: 1 }, false],
  [[1, 2], [2, 1], false],
  [[1], [1, undefined], false],
  [[], {}, false],
  [new Map([['a', { b: 1 }]]), new Map([['a', { b: 1 }]]), true],
  [new Map([['a', 1]]), new Map([['a', 2]]), false],
  [
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    new Map([
      ['b', 2],
      ['a', 1],
    ]),
    false,
  ],
  [new Set(['a']), new Set(['a']), true],
  [new Set(['a']), new Set(['b']), false],
  [new Map(), new Set(), false],
  [new Map(), {}, false],
])('%o and %o say the same: %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same)
  expect(sameValue(b, a)).toBe(same)
})

it('some fields may differ', () => {
  const [a, b] = [
    { name: 'leaf', mtu: 1500 },
    { name: 'leaf', mtu: 9216 },
  ]
  expect(sameBut(a, b, ['mtu'])).toBe(true)
  expect(sameBut(a, b, ['name'])).toBe(false)
})
