import { sectionRank } from '@weft/vrp'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from '../src/allocate'
import type { BlamedLine, DerivationId } from '../src/config'
import { blame, configText, derivations, renderConfigs } from '../src/config'
import { deriveIntent } from '../src/intent'
import type { Network } from '../src/model'
import { collections } from '../src/model'
import { networkFromText } from './fabric-text'
import { allFixtures } from './fixtures'

/** Laws that hold for the configurations of every fixture. */
const fixtures = [...allFixtures()]

function configsOf(network: Network) {
  return renderConfigs(deriveIntent(network, allocate(network)))
}

function textsOf(network: Network): readonly (readonly [string, string])[] {
  return [...configsOf(network)].map(([id, tree]) => [id, configText(tree)] as const)
}

function blamedLines(network: Network): readonly BlamedLine[] {
  return [...configsOf(network).values()].flatMap((tree) => blame(tree))
}

describe.each(fixtures)('%s', (_name, network) => {
  test('every line says why: a derivation, records that exist, allocations that were made', () => {
    const allocation = allocate(network)
    const recordIds = new Set(Object.values(network).flatMap((records) => Object.keys(records)))
    for (const line of blamedLines(network)) {
      expect(Object.keys(derivations)).toContain(line.derivation)
      expect(line.records.length, line.text).toBeGreaterThan(0)
      expect(line.records.filter((id) => !recordIds.has(id))).toEqual([])
      expect(line.allocations.filter((key) => !allocation.entries.has(key))).toEqual([])
      expect(new Set(line.records).size, line.text).toBe(line.records.length)
    }
  })

  test('sections come in the order a device prints them', () => {
    for (const { sections } of configsOf(network).values()) {
      const ranks = sections.flat().map(({ text }) => sectionRank(text))
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    }
  })

  test('no line is printed twice in one view', () => {
    for (const tree of configsOf(network).values()) {
      const views = tree.sections.map((section) => section)
      for (let view = views.pop(); view !== undefined; view = views.pop()) {
        const texts = view.map(({ text }) => text)
        expect(texts).toEqual([...new Set(texts)])
        for (const { children } of view) if (children.length > 0) views.push(children)
      }
    }
  })

  test('the order of records does not matter', () => {
    const reversed = Object.fromEntries(
      Object.entries(network).map(([name, records]) => [name, Object.fromEntries(Object.entries(records).reverse())]),
    ) as unknown as Network // The same records under the same names.
    expect(new Map(textsOf(reversed))).toEqual(new Map(textsOf(network)))
  })

  test('any one record may be missing', () => {
    for (const name of Object.keys(collections) as (keyof Network)[]) {
      // The generated fabrics have hundreds of one kind; eight of each show every kind of hole.
      for (const id of Object.keys(network[name]).slice(0, 8)) {
        const { [id]: _, ...rest } = network[name] as { readonly [id: string]: unknown }
        const damaged = { ...network, [name]: rest } as Network
        const texts = textsOf(damaged)
        expect(texts.length).toBe(Object.keys(damaged.devices).length)
        expect(texts.every(([, text]) => !/undefined|NaN|\[object/.test(text))).toBe(true)
      }
    }
  })
})

describe('the table of derivations', () => {
  test('each entry explains a line of some fixture', () => {
    const used = new Set(fixtures.flatMap(([, network]) => blamedLines(network).map(({ derivation }) => derivation)))
    expect((Object.keys(derivations) as DerivationId[]).filter((id) => !used.has(id))).toEqual([])
  })

  test('each entry has a sentence in both languages and a page', () => {
    for (const [id, { what, source }] of Object.entries(derivations)) {
      expect(what.en, id).toMatch(/^[A-Z].*\.$/)
      expect(what.zh, id).toMatch(/[\u4e00-\u9fff].*。$/)
      expect(source, id).toMatch(/^CloudEngine V300R023C00 .*".+"$/)
    }
  })
})

describe('text that somebody typed', () => {
  const base = () =>
    networkFromText(`
      a CE6866-48S8CQ-P as 65001 lo0 10.0.0.1/32
      b CE6866-48S8CQ-P as 65001 lo0 10.0.0.2/32
      eth-trunk a Eth-Trunk0 100GE1/0/1
      eth-trunk b Eth-Trunk0 100GE1/0/1
      link a 100GE1/0/1 -- b 100GE1/0/1 switched
      mlag p a b trunk Eth-Trunk0 dad lo0
      vrf v rt 1:1
      interface a LoopBack1 10.0.1.1/32 vrf v
    `)

  test('can neither add a line nor break one, whatever a file holds where the schema asks for plain text', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('x"y', 'a\nb', '\u2028', 'return', '# x', ' padded ', '""', '', '\ud800', 'x\u202ey', '1:1\n#'),
    )
    const plain = textsOf(base()).map(([, text]) => text.split('\n').length)
    fc.assert(
      fc.property(hostile, hostile, (password, target) => {
        const network = base()
        const pair = network.mlagPairs['mlag:p']
        const vrf = network.vrfs['vrf:v']
        if (pair === undefined || vrf?.ipv4 === undefined) throw new Error('the fixture has a pair and a VPN instance')
        const texts = textsOf({
          ...network,
          mlagPairs: { 'mlag:p': { ...pair, dfs: { ...pair.dfs, password } } },
          vrfs: { 'vrf:v': { ...vrf, ipv4: { ...vrf.ipv4, routeDistinguisher: target, importTargets: [target] } } },
        })
        for (const [position, [, text]] of texts.entries()) {
          expect(text.split('\n').length).toBeLessThanOrEqual(plain[position] ?? 0)
          expect(text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
          expect(text.endsWith('\n#\nreturn\n')).toBe(true)
        }
      }),
    )
  })

  test('a password with a double quote leaves its line out', () => {
    const network = base()
    const pair = network.mlagPairs['mlag:p']
    if (pair === undefined) throw new Error('the fixture has a pair')
    const texts = textsOf({ ...network, mlagPairs: { 'mlag:p': { ...pair, dfs: { password: 'say "x"' } } } })
    expect(texts.map(([, text]) => text).join()).not.toContain('authentication-mode')
  })
})
