import { describe, expect, it } from 'vitest'
import type { Finding } from '../src/check'
import { designIndex, recheck } from '../src/check'
import { compile } from '../src/compile'
import type { RecordEdit } from '../src/edit'
import { applyChange, newFabric } from '../src/edit'
import { pseudoRandom } from '../src/edit/pseudo-random'
import type { Compilation } from '../src/explain'
import { deriveIntent } from '../src/intent'
import type { DeviceId, Network, NetworkRecord } from '../src/model'
import { sameValue } from '../src/model'
import { devicesAbout, recordGraph, recordsOf, sliceAround } from '../src/slice'
import { networkFromText } from './fabric-text'
import { allFixtures } from './fixtures'
import { randomChange } from './random-changes'
import { allCases } from './rules/all-cases'

const runs = Number(process.env.WEFT_EDIT_RUNS ?? 6)
const reflected = newFabric({ spines: 2, leaves: 9, pairs: 3, servers: 6, underlay: 'ospf', seed: 3, reflectors: 2 })
const sound = [...allFixtures(), ['newFabric, as drawn', reflected.network] as const]
const broken = allCases.map(({ rule, fails }) => [rule, networkFromText(fails)] as const)

describe('checking what an edit touched finds what checking everything finds', () => {
  it.each(sound)('%s', (_, network) => {
    for (let seed = 1; seed <= 2; seed += 1) follow(network, seed, runs)
  })
  it.each(broken)('a design that breaks %s', (_, network) => {
    follow(network, 1, runs / 2)
  })
})

it('findings that stay are the same objects, and so is the list of them', () => {
  const [first] = broken
  if (first === undefined) throw new Error('no case')
  const whole = compile(first[1])
  const nothing = edited(whole, whole, [])
  expect(recheck(whole, { ...nothing, index: designIndex(whole.intent) })).toBe(whole.findings)
})

function follow(network: Network, seed: number, edits: number): void {
  const random = pseudoRandom(seed)
  const gone: NetworkRecord[] = []
  let design = { network, layout: { positions: {} } }
  let before = compile(network)
  const index = designIndex(before.intent)
  for (let run = 0; run < edits; run += 1) {
    const change = randomChange(design.network, random, gone)
    design = applyChange(design, change)
    const after = keeping(before, compile(design.network))
    const found = recheck(before, { ...edited(before, after, change.edits), index })
    const what = `seed ${seed}, edit ${run}: ${JSON.stringify(change.edits)}`
    const told = { missing: without(after.findings, found), extra: without(found, after.findings) }
    expect(told, what).toEqual({ missing: [], extra: [] })
    expect(found, what).toEqual(after.findings)
    before = { ...after, findings: found }
  }
}

function without(findings: readonly Finding[], others: readonly Finding[]): readonly string[] {
  const known = new Set(others.map((finding) => JSON.stringify(finding)))
  return findings.map((finding) => JSON.stringify(finding)).filter((each) => !known.has(each))
}

/** What recompiling after an edit knows. */
function edited(
  before: Compilation,
  after: Compilation,
  edits: readonly RecordEdit[],
): Omit<Parameters<typeof recheck>[1], 'index'> {
  const expanded = [...edits.filter(isOfRecord), ...sessionEdits(before.network, after.network)]
  const touched = new Set<DeviceId>()
  const graphs = [before, after].map(({ network }) => ({ find: recordsOf(network), graph: recordGraph(network) }))
  for (const { find, graph } of graphs) {
    for (const { id } of expanded) {
      for (const each of [id, ...graph.mentioning(id)])
        for (const device of devicesAbout(find, graph, each)) touched.add(device)
    }
  }
  for (const id of [...before.intent.devices.keys(), ...after.intent.devices.keys()])
    if (before.intent.devices.get(id) !== after.intent.devices.get(id)) touched.add(id)
  const also = expanded.map(({ id }) => id)
  const network = sliceAround(after.network, recordGraph(after.network), { devices: touched, also })
  const part = { network, intent: deriveIntent(network, after.allocation) }
  return { whole: after, touched, part, edits: expanded, mentioning: recordGraph(after.network).mentioning }
}

type NetworkEdit = Exclude<RecordEdit, { readonly collection: 'positions' }>

function isOfRecord(edit: RecordEdit): edit is NetworkEdit {
  return edit.collection !== 'positions'
}

/** Edits of what intents expand into. */
function sessionEdits(before: Network, after: Network): readonly NetworkEdit[] {
  return (['peerings', 'bmpSessions'] as const).flatMap((collection) => {
    const ids = new Set([...Object.keys(before[collection]), ...Object.keys(after[collection])])
    return [...ids].flatMap((id) => {
      const [old, now] = [before[collection][id], after[collection][id]]
      if (old === now) return []
      // Both are of the collection, and one of them is there.
      return [{ collection, id: (now ?? old)?.id, before: old, after: now } as NetworkEdit]
    })
  })
}

/** What an edit leaves alone is the same object as before. */
function keeping(before: Compilation, after: Compilation): Compilation {
  const { intent, reachability } = after
  const devices = keptEntries(before.intent.devices, intent.devices)
  const cables = kept(before.intent.cables, intent.cables)
  return {
    ...after,
    network: Object.fromEntries(
      Object.entries(after.network).map(([name, records]) => [
        name,
        keptRecords(Reflect.get(before.network, name), records),
      ]),
    ) as Network, // the same collections
    allocation: kept(before.allocation, after.allocation),
    intent: { ...intent, devices, cables },
    reachability: {
      ...reachability,
      routes: keptEntries(before.reachability.routes, reachability.routes),
      bgpSessions: keptEntries(before.reachability.bgpSessions, reachability.bgpSessions),
      bmpSessions: keptEntries(before.reachability.bmpSessions, reachability.bmpSessions),
      mlagChannels: keptEntries(before.reachability.mlagChannels, reachability.mlagChannels),
      vteps: kept(before.reachability.vteps, reachability.vteps),
      igpAdjacencies: kept(before.reachability.igpAdjacencies, reachability.igpAdjacencies),
    },
  }
}

function keptEntries<Key, Value>(before: ReadonlyMap<Key, Value>, after: ReadonlyMap<Key, Value>): Map<Key, Value> {
  return new Map([...after].map(([key, value]) => [key, kept(before.get(key), value)]))
}

function keptRecords(
  before: { readonly [id: string]: NetworkRecord },
  after: { readonly [id: string]: NetworkRecord },
) {
  return Object.fromEntries(Object.entries(after).map(([id, record]) => [id, kept(before[id], record)]))
}

function kept<Value>(before: Value | undefined, after: Value): Value {
  if (before instanceof Map && after instanceof Map) return sameEntries(before, after) ? before : after
  return before !== undefined && sameValue(before, after) ? before : after
}

function sameEntries(before: ReadonlyMap<unknown, unknown>, after: ReadonlyMap<unknown, unknown>): boolean {
  return sameValue([...before], [...after])
}
