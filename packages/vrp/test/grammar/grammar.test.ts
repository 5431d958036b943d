import { describe, expect, it, test } from 'vitest'
import { pseudoRandom } from '../mutate'
import { acceptorOf } from './acceptor'
import { parseForm } from './form'
import { keywordPositions, matches, wordsOf } from './match'
import { hasReference, referencePages, sayReferenceIsMissing } from './reference'
import { typoOf, withWord } from './typos'

sayReferenceIsMissing()

describe('a published form', () => {
  test.each<readonly [string, string, boolean]>([
    ['peer <ipv4-address> bfd { enable | block }', 'peer 10.0.0.1 bfd enable', true],
    ['peer <ipv4-address> bfd { enable | block }', 'PEER 10.0.0.1 BFD Block', true],
    ['peer <ipv4-address> bfd { enable | block }', 'peer 2001:db8::1 bfd enable', false],
    ['peer <ipv4-address> bfd { enable | block }', 'peer 10.0.0.1 bfd', false],
    ['a { b | c } d', 'a b c d', true],
    ['a { b | c } d', 'a d', false],
    ['a [ b <value> ] c', 'a c', true],
    ['a [ b <value> ] c', 'a b c', false],
    ['a [ b <value> ] c', 'a b 1 b 2 c', true],
    ['vpn-target <vrfRt> &<1-8>', 'vpn-target 1:1 2:2', true],
    ['interface { <interface-name> | <interface-type> <interface-number> }', 'interface 100GE 1/0/1', true],
    ['interface { <interface-name> | <interface-type> <interface-number> }', 'interface 100GE1/0/1', true],
    ['description <text>', 'description two words', true],
    ['description <text>', 'description', false],
    ['password <password>', 'password "two words"', true],
  ])('%s accepts "%s": %s', (form, line, expected) => {
    expect(matches(parseForm(form), wordsOf(line))).toBe(expected)
  })

  test.each(['a [ b', 'a ] b', 'a { b ]', 'a | b'])('with unbalanced brackets is refused: %s', (form) => {
    expect(() => parseForm(form)).toThrow(form)
  })

  it('knows its keywords from values that are spelt like them', () => {
    const form = parseForm('vpn-instance <vpn-instance-name> [ peer <ipv4-address> ]')
    expect(keywordPositions(form, wordsOf('vpn-instance peer peer 10.0.0.1'))).toEqual([0, 2])
  })

  it('answers for nested groups too', () => {
    const form = parseForm('a [ [ [ b | c ] [ b | c ] | [ b ] ] [ [ b | c ] | c ] ] end')
    const words = ['a', ...Array.from({ length: 40 }, () => 'b'), 'no']
    expect(matches(form, words)).toBe(false)
  })
})

describe.skipIf(!hasReference)('the published reference', () => {
  const pages = referencePages()

  it('accepts its own examples', () => {
    const blocks = pages.flatMap(({ id, forms, examples }) => examples.map((lines) => ({ id, forms, lines })))
    const refused = blocks.filter(
      ({ forms, lines }) => !lines.some((line) => forms.some((form) => matches(form, wordsOf(line)))),
    )
    console.log(`examples that match a form of their own page: ${blocks.length - refused.length} of ${blocks.length}`)
    expect(pages.length).toBeGreaterThan(1300)
    // On these pages the example does not show the command of the page, as far as the form says it.
    expect(refused.map(({ id }) => id)).toEqual([
      'ce6800/bgp/peer-password-bgp-vpn-instance-ipv4-address-family-view-ipv4',
      'ce6800/bgp/peer-reflect-client-bgp-vpn-target-address-family-view-group',
      'ce6800/bgp/preference-bgp-view',
    ])
  })

  it('refuses a keyword with a wrong letter in every view of its page', () => {
    const { accepts } = acceptorOf(pages.flatMap(({ views, forms }) => views.map((view) => ({ view, forms }))))
    const random = pseudoRandom(1)
    const accepted: string[] = []
    let typos = 0
    for (const { views, forms, examples } of pages) {
      for (const line of examples.flat()) {
        const words = wordsOf(line)
        const form = forms.find((each) => matches(each, words))
        if (form === undefined) continue
        for (const position of keywordPositions(form, words)) {
          const word = words[position] ?? ''
          const typo = typoOf(word, random)
          if (typo === word) continue
          typos += 1
          const wrong = withWord(words, position, typo)
          if (accepts(views, wrong)) accepted.push(wrong)
        }
      }
    }
    const share = 1 - accepted.length / typos
    console.log(`keywords with one wrong letter: ${typos}, refused ${(100 * share).toFixed(2)} %`)
    expect(typos).toBeGreaterThan(3000)
    expect(share, accepted.join('\n')).toBeGreaterThan(0.98)
  })
})
