import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile'
import { applyCommand } from '../../src/edit'
import { pseudoRandom } from '../../src/edit/pseudo-random'
import type { SessionEntry } from '../../src/explain'
import { listSessions, sameSession } from '../../src/explain'
import type { Design, Network } from '../../src/model'
import type { SessionFix } from '../../src/session-fix'
import { fixSession } from '../../src/session-fix'
import { networkFromText } from '../fabric-text'
import { star } from '../rules/bgp-fabrics'
import { canonicalPair, ebgp, ibgp } from '../rules/healthy'
import { mutations } from './mutations'

const loopbacks = 'peering leaf1 lo0 -- leaf2 lo0'
const station = `
  station bmp1 192.0.2.10 port 5000
  link leaf1 25GE1/0/48 192.0.2.1/24 -- bmp1
  bmp leaf1 -- bmp1 source lo0`
const bases = [
  `${ibgp}\nvrf red\n${loopbacks}${station}`,
  `${ebgp}\nvrf red\n${loopbacks}`,
  `${ibgp}\n${loopbacks} keychain core`,
  `${ebgp}\nvrf red\npeering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1`,
  `${star}\npeering leaf1 lo0 -- rr1 lo0 rr right\npeering leaf2 lo0 -- rr1 lo0 rr right`,
  canonicalPair,
].map(networkFromText)

const designOf = (network: Network): Design => ({ network, layout: { positions: {} } })

type Broken = { readonly what: string; readonly design: Design; readonly entry: SessionEntry; readonly wasUp: boolean }

/** A base with one or two mutations, and each session that is down now. */
function broken(seed: number): readonly Broken[] {
  const choose = pseudoRandom(seed)
  const base = bases[choose(bases.length)]
  if (base === undefined) return []
  const names = Object.keys(mutations)
  const count = 1 + choose(2)
  let network = base
  const done: string[] = []
  for (let index = 0; index < count; index += 1) {
    const name = names[choose(names.length)] ?? ''
    const mutated = mutations[name]?.(network, choose)
    if (mutated === undefined) continue
    network = mutated
    done.push(name)
  }
  if (done.length === 0) return []
  const before = listSessions(compile(base))
  return listSessions(compile(network)).flatMap((entry): readonly Broken[] => {
    if (entry.verdict.status !== 'down') return []
    const was = before.find(({ session }) => sameSession(session, entry.session))
    return [{ what: done.join(' + '), design: designOf(network), entry, wasUp: was?.verdict.status === 'established' }]
  })
}

function statusAfter({ design, entry }: Broken, fixes: SessionFix['fixes']): string {
  const commands = fixes.map(({ command }) => command)
  const result = applyCommand(design, { kind: 'batch', label: { en: 'fixes', zh: '修复' }, commands })
  if ('refused' in result) return `refused: ${result.refused.what.en}`
  const after = listSessions(compile(result.design.network)).find(({ session }) => sameSession(session, entry.session))
  return after?.verdict.status ?? 'gone'
}

/** Every proper subset of a set, the empty one left out. */
function properSubsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, bits) =>
    items.filter((_item, index) => (bits >> index) % 2 === 1),
  ).filter(({ length }) => length > 0)
}

describe('the fixes of a session that is down', () => {
  test('bring it up in 1,000 designs somebody broke, and none of them can be left out', () => {
    const wrong: string[] = []
    const seen = new Set<string>()
    let designs = 0
    let largest = 0
    for (let seed = 1; designs < 1000; seed += 1) {
      const all = broken(seed)
      const first = all[seed % (all.length || 1)]
      if (first === undefined) continue
      designs += 1
      for (const name of first.what.split(' + ')) seen.add(name)
      const title = `${seed} ${first.what}: ${first.entry.session.kind} ${first.entry.name}`
      const fix = fixSession(first.design, first.entry.session)
      if (fix === undefined) {
        wrong.push(`${title}: no fix`)
        continue
      }
      largest = Math.max(largest, fix.fixes.length)
      const status = statusAfter(first, fix.fixes)
      if (status !== (first.wasUp ? 'established' : fix.verdict.status)) wrong.push(`${title}: ${status}`)
      for (const subset of properSubsets(fix.fixes))
        if (statusAfter(first, subset) === status)
          wrong.push(`${title}: ${subset.length} of ${fix.fixes.length} fixes suffice`)
    }
    expect(wrong).toEqual([])
    expect(largest).toBeGreaterThan(1)
    expect(Object.keys(mutations).filter((name) => !seen.has(name))).toEqual([])
  })
})
