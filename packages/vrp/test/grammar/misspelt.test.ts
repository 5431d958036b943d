import { describe, expect, it } from 'vitest'
import type { ViewName } from '../../src/index'
import { misspeltKeyword } from '../../src/index'
import { pseudoRandom } from '../mutate'
import { acceptorOf } from './acceptor'
import { keywordPositions, matches, wordsOf } from './match'
import { hasReference, referencePages, sayReferenceIsMissing } from './reference'
import { scriptLines } from './scripts'
import { typoOf, withWord } from './typos'

sayReferenceIsMissing()

/** The views whose commands Weft writes, by the names of the manual. */
const modelled: ReadonlyMap<string, ViewName> = new Map<string, ViewName>([
  ['BGP view', 'bgp'],
  ['BGP-IPv4 unicast address family view', 'bgp-family'],
  ['BGP-IPv6 unicast address family view', 'bgp-family'],
  ['BGP-VPN instance IPv4 address family view', 'bgp-family'],
  ['BGP-VPN instance IPv6 address family view', 'bgp-family'],
  ['BGP-EVPN address family view', 'bgp-family'],
  ['BGP-VPN instance view', 'bgp-vpn-instance'],
  ['BMP view', 'bmp'],
  ['BMP session view', 'bmp-session'],
  ['BMP monitor view', 'bmp-monitor'],
  ['OSPF view', 'ospf'],
  ['OSPF area view', 'ospf-area'],
  ['DFS group view', 'dfs-group'],
  ['VLAN view', 'vlan'],
  ['VPN instance view', 'vpn-instance'],
  ['VPN instance IPv4 address family view', 'vpn-instance-family'],
  ['VPN instance IPv6 address family view', 'vpn-instance-family'],
  ['100GE interface view', 'interface'],
  ['Layer 2 100GE interface view', 'interface'],
  ['Eth-Trunk interface view', 'interface'],
  ['VLANIF interface view', 'interface'],
  ['Loopback interface view', 'interface'],
])
const modelledViews = new Set(modelled.values())
/** Of the system view, the headers of those views and the static routes. */
const modelledOfSystem = /^(undo )?((ip|ipv6) route-static|ip vpn-instance|interface|bgp|bmp|ospf|dfs-group|vlan)( |$)/

type Seed = { readonly view: ViewName; readonly line: string; readonly keywordsAt: readonly number[] }

/** Correctly spelt lines of the modelled views, each shape once, with the positions of their keywords. */
function scriptSeeds(): readonly Seed[] {
  const { formsOf } = acceptorOf(referencePages().flatMap(({ views, forms }) => views.map((view) => ({ view, forms }))))
  const seeds = new Map<string, Seed>()
  for (const { view, line, manualViews } of scriptLines()) {
    const shape = `${view} ${line.replace(/\d+/g, '0')}`
    if (seeds.has(shape) || !(view === 'system' ? modelledOfSystem.test(line) : modelledViews.has(view))) continue
    const [form] = formsOf(manualViews, line)
    if (form !== undefined) seeds.set(shape, { view, line, keywordsAt: keywordPositions(form, wordsOf(line)) })
  }
  return [...seeds.values()]
}

function exampleSeeds(): readonly Seed[] {
  return referencePages().flatMap(({ views, forms, examples }) => {
    const view = views.map((each) => modelled.get(each)).find((each) => each !== undefined)
    if (view === undefined) return []
    return examples.flat().flatMap((line) => {
      const form = forms.find((each) => matches(each, wordsOf(line)))
      return form === undefined ? [] : [{ view, line, keywordsAt: keywordPositions(form, wordsOf(line)) }]
    })
  })
}

type Figures = { typos: number; found: number; wrong: string[] }

/** One typo in each keyword of each line, and what was suggested for it. */
function suggestionsFor(seeds: readonly Seed[]): ReadonlyMap<ViewName, Figures> {
  const random = pseudoRandom(1)
  const byView = new Map<ViewName, Figures>()
  for (const { view, line, keywordsAt } of seeds) {
    const figures = byView.get(view) ?? { typos: 0, found: 0, wrong: [] }
    byView.set(view, figures)
    const words = wordsOf(line)
    for (const at of keywordsAt) {
      const word = words[at] ?? ''
      const typo = typoOf(word, random)
      if (typo === word) continue
      figures.typos += 1
      const wrongLine = withWord(words, at, typo)
      const answer = misspeltKeyword(wrongLine, view)
      if (answer?.suggestion === word.toLowerCase() && answer.word === typo) figures.found += 1
      else if (answer !== undefined) figures.wrong.push(`${wrongLine}: ${answer.suggestion}`)
    }
  }
  return byView
}

describe.skipIf(!hasReference)('a misspelt keyword', () => {
  it('is not seen in any line that was published, printed or typed', () => {
    const lines = scriptLines()
    const examples = exampleSeeds()
    const alarms = [...lines, ...examples].flatMap(({ view, line }) => {
      const answer = misspeltKeyword(line, view)
      return answer === undefined ? [] : [`${view}: ${line}: ${answer.suggestion}`]
    })
    console.log(`false alarms: ${alarms.length} in ${lines.length} printed and ${examples.length} typed lines`)
    expect(lines.length).toBeGreaterThan(15_000)
    expect(alarms).toEqual([])
  })

  // The examples show every command of these views, most of which nobody has in a fabric and the tables do not list.
  it.each([
    ['printed', scriptSeeds, 0.9],
    ['typed', exampleSeeds, 0.7],
  ] as const)('is found by the right word in %s lines of the views that Weft writes', (kind, seedsOf, share) => {
    const byView = suggestionsFor(seedsOf())
    const all = [...byView.values()]
    const sum = (pick: (figures: Figures) => number) => all.reduce((total, figures) => total + pick(figures), 0)
    const [typos, found] = [sum((each) => each.typos), sum((each) => each.found)]
    const wrong = all.flatMap((each) => each.wrong)
    console.log(
      `${kind}: ${typos} typos, right word ${((100 * found) / typos).toFixed(1)} %, wrong word ${wrong.length}; ` +
        [...byView].map(([view, figures]) => `${view} ${figures.found}/${figures.typos}`).join(', '),
    )
    expect(typos).toBeGreaterThan(400)
    expect(found / typos).toBeGreaterThan(share)
    expect(wrong.length / typos).toBeLessThan(0.01)
  })
})
