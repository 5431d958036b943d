import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeFileName, uniqueFileNames } from './file-name'

describe('file names of an export', () => {
  it.each([
    ['leaf-1', 'leaf-1'],
    ['核心1', '核心1'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['a/b:c*d', 'a_b_c_d'],
    ['CON', '_CON'],
    ['lpt1.x', '_lpt1.x'],
    ['', '_'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected)
  })

  it('numbers names that are equal or differ in case only', () => {
    expect(uniqueFileNames(['Leaf', 'leaf', 'leaf-2', 'LEAF'], '.cfg')).toEqual([
      'Leaf.cfg',
      'leaf-2.cfg',
      'leaf-2-2.cfg',
      'LEAF-3.cfg',
    ])
  })

  it('never leaves the folder and never collides, whatever the names', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 }), (names) => {
        const paths = uniqueFileNames(names, '.cfg')
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(names.length)
        for (const path of paths) expect(path).toMatch(/^[^./\\][^/\\]*\.cfg$/u)
      }),
    )
  })
})
