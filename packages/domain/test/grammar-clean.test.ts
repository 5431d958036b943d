import type { Statement } from '@weft/vrp'
import {
  acceptorOf,
  hasReference,
  keywordPositions,
  manualViews,
  referencePages,
  sayReferenceIsMissing,
  scriptLines,
  systemView,
  typoOf,
  withWord,
  wordsOf,
} from '@weft/vrp/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from '../src/allocate'
import type { DerivationId, Origin } from '../src/config'
import { derivations, renderConfigs } from '../src/config'
import { newFabric } from '../src/edit'
import { pseudoRandom } from '../src/edit/pseudo-random'
import { deriveIntent } from '../src/intent'
import type { Network } from '../src/model'
import { allFixtures } from './fixtures'
import { formsOf } from './grammar-exception'
import { exceptions } from './grammar-exceptions'
import { toggledNetwork } from './toggled-network'

/**
 * Every line Weft prints is one that others have published for the view it stands in: a form of the command
 * reference, or one of the exceptions, each with its source.
 */
sayReferenceIsMissing()

/** Not words of Weft: clauses that are kept as given; the frame is `#` and `return`, carried lines are the text of somebody else's device. */
const withoutGrammar: readonly DerivationId[] = ['frame', 'carried', 'policy.other']

type Printed = { readonly line: string; readonly views: readonly string[]; readonly derivation: DerivationId }

function printedLines(network: Network): readonly Printed[] {
  const printed: Printed[] = []
  const visit = ({ text, origin, children }: Statement<Origin>, views: readonly string[]): void => {
    printed.push({ line: text, views, derivation: origin.derivation })
    const isRouted = children.some((child) => child.text === 'undo portswitch')
    for (const child of children) visit(child, manualViews(text, isRouted, views))
  }
  for (const { sections, frame } of renderConfigs(deriveIntent(network, allocate(network))).values()) {
    printed.push({ line: '#', views: systemView, derivation: frame.derivation })
    for (const statement of sections.flat()) visit(statement, systemView)
  }
  return printed
}

function keyOf({ derivation, views, line }: Printed): string {
  return `${derivation}|${views.join()}|${line}`
}

/** The lines of published scripts by the views of the manual. */
function publishedLines(): ReadonlyMap<string, readonly string[]> {
  const byView = new Map<string, string[]>()
  for (const { manualViews: views, line } of scriptLines()) {
    for (const view of views) {
      const lines = byView.get(view)
      if (lines === undefined) byView.set(view, [line])
      else lines.push(line)
    }
  }
  return byView
}

function fabrics(): readonly (readonly [string, Network])[] {
  return (['ospf', 'ebgp'] as const).flatMap((underlay) =>
    [
      { spines: 1, leaves: 2, pairs: 0, servers: 0, seed: 0 },
      { spines: 2, leaves: 4, pairs: 2, servers: 9, seed: 7 },
      { spines: 2, leaves: 30, pairs: 3, servers: 40, seed: 1 },
    ].map((size) => [`newFabric ${underlay} ${size.leaves}`, newFabric({ ...size, underlay }).network] as const),
  )
}

describe.skipIf(!hasReference)('every line Weft prints is a published form in its view', () => {
  const reference = acceptorOf(referencePages().flatMap(({ views, forms }) => views.map((view) => ({ view, forms }))))
  const byDerivation = new Map<DerivationId, ReturnType<typeof acceptorOf>>()
  for (const { derivation } of exceptions) {
    const own = exceptions.filter((each) => each.derivation === derivation).flatMap(formsOf)
    byDerivation.set(derivation, acceptorOf(own))
  }

  type Judgement = 'reference' | 'exception' | 'no grammar' | 'refused'
  const judged = new Map<string, Judgement>()
  /** Fabrics repeat themselves, so each line is looked up once. */
  function judge(printed: Printed): Judgement {
    const key = keyOf(printed)
    const known = judged.get(key) ?? judgement(printed)
    judged.set(key, known)
    return known
  }

  function judgement({ line, views, derivation }: Printed): Judgement {
    if (withoutGrammar.includes(derivation)) return 'no grammar'
    if (reference.accepts(views, line)) return 'reference'
    return byDerivation.get(derivation)?.accepts(views, line) === true ? 'exception' : 'refused'
  }

  function refusedIn(network: Network): readonly string[] {
    const refused = printedLines(network).filter((printed) => judge(printed) === 'refused')
    return refused.map(({ derivation, views, line }) => `${derivation} in ${views[0] ?? 'an unknown view'}: ${line}`)
  }

  const fixtures = hasReference ? [...allFixtures(), ...fabrics()] : []

  test.each(fixtures)('%s', (_, network) => {
    expect([...new Set(refusedIn(network))]).toEqual([])
  })

  const small = fixtures.filter(([, network]) => Object.keys(network.devices).length <= 6)
  const toggled = ([, network]: readonly [string, Network], seed: number) => toggledNetwork(network, pseudoRandom(seed))

  test('and so it is with any optional field of any record left out or changed', () => {
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.nat(), (at, seed) => {
        const fixture = small[at]
        if (fixture !== undefined) expect([...new Set(refusedIn(toggled(fixture, seed)))]).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('no derivation is untested, no exception unused or unfounded', () => {
    // Enough for every rare pair of fields, whatever fields are added to the records.
    const seeds = Array.from({ length: 15 }, (_, seed) => seed)
    const printed = [
      ...fixtures.flatMap(([, network]) => printedLines(network)),
      ...small.flatMap((fixture) => seeds.flatMap((seed) => printedLines(toggled(fixture, seed)))),
    ]
    const seen = new Set(printed.map(({ derivation }) => derivation))
    expect((Object.keys(derivations) as DerivationId[]).filter((id) => !seen.has(id))).toEqual([])

    const excepted = [
      ...new Map(
        printed.filter((each) => judge(each) === 'exception').map((each) => [keyOf(each), each] as const),
      ).values(),
    ]
    const published = publishedLines()
    const found = exceptions.map((exception) => {
      const { accepts } = acceptorOf(formsOf(exception))
      return {
        forms: exception.forms,
        isUsed: excepted.some((each) => each.derivation === exception.derivation && accepts(each.views, each.line)),
        inScripts: exception.views.some((view) => published.get(view)?.some((line) => accepts([view], line)) === true),
      }
    })
    expect(found).toEqual(exceptions.map(({ forms, inScripts }) => ({ forms, isUsed: true, inScripts })))
    for (const { source, derivation } of exceptions) {
      expect(source ?? derivations[derivation].source).toMatch(/^(CloudEngine|NetEngine) /)
    }

    const count = (judgement: Judgement) => printed.filter((each) => judge(each) === judgement).length
    console.log(
      [
        `${printed.length} printed lines of ${seen.size} derivations`,
        `accepted by the reference: ${count('reference')}, by an exception with its source: ${count('exception')}`,
        `carried lines and frames: ${count('no grammar')}, refused: ${count('refused')}`,
        `exceptions: ${exceptions.length}, found in published scripts: ${exceptions.filter((each) => each.inScripts).length}`,
      ].join('\n'),
    )
  })

  test('and with one wrong letter in a keyword it is none', () => {
    const random = pseudoRandom(3)
    const lines = new Map(fixtures.flatMap(([, network]) => printedLines(network).map((each) => [each.line, each])))
    const accepted: string[] = []
    let typos = 0
    for (const printed of lines.values()) {
      const words = wordsOf(printed.line)
      const form =
        reference.formsOf(printed.views, printed.line)[0] ??
        byDerivation.get(printed.derivation)?.formsOf(printed.views, printed.line)[0]
      if (form === undefined || withoutGrammar.includes(printed.derivation)) continue
      for (const position of keywordPositions(form, words)) {
        const typo = typoOf(words[position] ?? '', random)
        if (typo === words[position]) continue
        typos += 1
        const wrong = { ...printed, line: withWord(words, position, typo) }
        if (judge(wrong) !== 'refused') accepted.push(wrong.line)
      }
    }
    console.log(`printed keywords with one wrong letter: ${typos}, not refused: ${accepted.length}`)
    expect(typos).toBeGreaterThan(1000)
    expect(accepted.length / typos, accepted.join('\n')).toBeLessThan(0.02)
  })
})
