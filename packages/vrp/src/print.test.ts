import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { ConfigTree, Statement } from './index'
import { print, printText, statement } from './index'

const why = 'why'

describe('a printed configuration', () => {
  it('is one device’s text: # before sections, one blank per level, # and return at the end', () => {
    const tree: ConfigTree<string> = {
      frame: 'frame',
      sections: [
        [statement('sysname leaf-1', why)],
        [statement('stp mode rstp', why), statement('stp v-stp enable', why)],
        [],
        [
          statement('bgp 65001', why, [
            statement('router-id 10.0.0.1', why),
            statement('ipv4-family unicast', 'family', [statement('peer 10.0.0.2 enable', why)], { separated: true }),
          ]),
        ],
      ],
    }
    expect(printText(tree)).toBe(
      [
        '#',
        'sysname leaf-1',
        '#',
        'stp mode rstp',
        'stp v-stp enable',
        '#',
        'bgp 65001',
        ' router-id 10.0.0.1',
        ' #',
        ' ipv4-family unicast',
        '  peer 10.0.0.2 enable',
        '#',
        'return',
        '',
      ].join('\n'),
    )
    expect(print(tree).find((line) => line.text === ' #')).toEqual({ text: ' #', depth: 1, origin: 'family' })
    expect(
      print(tree)
        .slice(-2)
        .map((line) => line.origin),
    ).toEqual(['frame', 'frame'])
  })

  it('of nothing is still a complete file', () => {
    expect(printText({ frame: why, sections: [] })).toBe('#\nreturn\n')
  })

  const safeText = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .filter(
      (text) =>
        !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text) &&
        text.trim() === text &&
        !/^[#!]/.test(text) &&
        text.toLowerCase() !== 'return',
    )
  const tree = fc.letrec<{ one: Statement<number>; many: Statement<number>[] }>((tie) => ({
    many: fc.array(tie('one'), { maxLength: 3 }),
    one: fc
      .tuple(safeText, fc.nat(), fc.oneof({ maxDepth: 4 }, fc.constant([]), tie('many')), fc.boolean())
      .map(([text, origin, children, separated]) => statement(text, origin, children, { separated })),
  })).many

  it('has no line end inside a line, depth equal to its leading blanks, and one line per statement plus separators', () => {
    // The lines of a section stand behind the one `#` of the section.
    const count = (statements: readonly Statement<number>[], inView = false): number =>
      statements.reduce((sum, each) => sum + 1 + (each.separated && inView ? 1 : 0) + count(each.children, true), 0)
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (sections) => {
        const lines = print({ frame: -1, sections })
        for (const line of lines) {
          expect(line.text).not.toMatch(/[\r\n\v\f\u0085\u2028\u2029]/)
          expect(line.text.length - line.text.trimStart().length).toBe(line.depth)
        }
        const filled = sections.filter((section) => section.length > 0)
        expect(lines.length).toBe(filled.reduce((sum, section) => sum + 1 + count(section), 2))
        expect(printText({ frame: -1, sections }).split('\n').length).toBe(lines.length + 1)
      }),
    )
  })
})

describe('a statement', () => {
  test.each([
    ['', 'is empty'],
    ['description a\nshutdown', 'unprintable'],
    ['description a\rb', 'unprintable'],
    ['description a\u2028b', 'unprintable'],
    ['description a\u0085b', 'unprintable'],
    ['description \u202eevil', 'unprintable'],
    ['description a\u200bb', 'unprintable'],
    ['description \ud800', 'unprintable'],
    ['description a\tb', 'unprintable'],
    [' description a', 'begins or ends with a blank'],
    ['description a ', 'begins or ends with a blank'],
    ['#', 'comment'],
    ['!remark', 'comment'],
    ['return', 'frame'],
    ['RETURN', 'frame'],
  ])('%j is refused', (text, reason) => {
    expect(() => statement(text, why)).toThrow(reason)
  })

  it('may say anything a person can read', () => {
    expect(statement('description 到 spine-1 (机房 #2)', why).text).toBe('description 到 spine-1 (机房 #2)')
  })
})
