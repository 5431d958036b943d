import type { DeviceId } from '../model'
import { sameBut, sameValue } from '../model'
import type { Simulated } from './compute-reach'
import type { IgpAdjacency } from './igp-joints'
import { sameOr } from './kept-verdicts'
import { mlagMembers } from './mlag-verdict'
import type { NetworkChange } from './network-change'
import type { Reachability } from './reachability'
import type { Answer } from './reads'
import { listRoutes } from './route-list'
import type { PairFindings } from './session-pairs'
import type { Staleness } from './staleness'
import type { UpdatedPairs } from './updated-pairs'
import type { Answers, Settled } from './verdicts'
import {
  adjacencyVerdict,
  bmpAnswers,
  bmpVerdictsOf,
  mlagAnswer,
  mlagVerdictsOf,
  ownRoutesAnswer,
  pairAnswer,
  pairVerdictsOf,
  usedRoutes,
  vtepAnswer,
} from './verdicts'
import { vtepQuestions } from './vtep-verdict'
import type { Walk } from './walk'

type Update = {
  readonly state: Settled
  readonly pairs: UpdatedPairs
  readonly findings: readonly PairFindings[]
  /** Numbers of the pairs that were examined again. */
  readonly again: ReadonlySet<number>
  readonly adjacencies: readonly IgpAdjacency[]
  readonly change: NetworkChange
  readonly stale: Staleness
}

type Updated = {
  readonly answers: Answers
  readonly reachability: Reachability
  readonly changed: ReadonlySet<DeviceId>
}

/** Asks again what is stale; a verdict that says the same stays the same object. */
export function updatedVerdicts(before: Simulated, update: Update): Updated {
  const { state, change, stale, adjacencies } = update
  const { plane } = state
  const { answers: known, reachability: was } = before
  const changed = new Set<DeviceId>()
  const note = (devices: readonly number[]): void => {
    for (const device of devices) {
      const id = plane.devices[device]?.device.id
      if (id !== undefined) changed.add(id)
    }
  }
  const isStale = ({ reads }: Answer<unknown>, devices: readonly number[]): boolean =>
    devices.some((device) => change.devices.has(device) || stale.isAround(device)) || stale.of(reads)
  const kept = <Of extends Answer<unknown>>(old: Of | undefined, now: Of, devices: readonly number[]): Of => {
    if (old !== undefined && sameValue(old.value, now.value)) return { ...now, value: old.value }
    note(devices)
    return now
  }

  const pairs = renewedPairs(before, update, note)
  const bmp = renewed(known.bmp, (old, device) => {
    const isOther = change.devices.has(device) || stale.isAround(device)
    if (!isOther && !old.some((each) => change.ends || stale.of(each.reads))) return old
    const ofId = new Map(old.map((each) => [each.id, each]))
    const now = bmpAnswers(state, device).map((each) => kept(ofId.get(each.id), each, [device]))
    if (now.length < old.length) note([device])
    return now
  })
  const members = once(() => mlagMembers(plane))
  const mlag = renewed(known.mlag, (old, at) => {
    const both = isStale(old, old.devices) ? members()[at] : undefined
    return both === undefined ? old : kept(old, mlagAnswer(state, both), old.devices)
  })
  const questions = once(() => vtepQuestions(plane))
  const vteps = renewed(known.vteps, (old, at) => {
    const question = isStale(old, old.devices) ? questions()[at] : undefined
    return question === undefined ? old : kept(old, vtepAnswer(state, question), old.devices)
  })
  const worded = reworded(before, adjacencies, (each) =>
    note(each.ports.map((port) => plane.ports.list[port]?.device ?? -1)),
  )
  const ownRoutes = renewed(known.ownRoutes, (old, at) => {
    const table = plane.tables[at]
    if (table === undefined || !isStale(old, [table.device])) return old
    const now = ownRoutesAnswer(state, table)
    return sameValue(old.value, now.value) ? { ...now, value: old.value } : now
  })
  const answers = { pairs, bmp, mlag, vteps, adjacencies: worded, ownRoutes }
  const reachability = sameOr(was, {
    routes: updatedRoutes(before, update, { ownRoutes, note }),
    bgpSessions: updatedSessions(before, update, pairs),
    bmpSessions: sameValues(bmp.flat(), known.bmp.flat()) ? was.bmpSessions : bmpVerdictsOf(bmp),
    mlagChannels: sameValues(mlag, known.mlag) ? was.mlagChannels : mlagVerdictsOf(mlag),
    vteps: sameValues(vteps, known.vteps) ? was.vteps : vteps.map(({ value }) => value),
    igpAdjacencies: worded,
    settled: true,
    turning: was.turning,
  })
  return { answers, changed, reachability }
}

/** Verdicts of adjacencies, in their order; those that come, go or say something else are told. */
function reworded(
  { igp, answers }: Simulated,
  now: readonly IgpAdjacency[],
  differs: (adjacency: IgpAdjacency) => void,
): Answers['adjacencies'] {
  if (now === igp.adjacencies) return answers.adjacencies
  const [was, verdicts] = [igp.adjacencies, answers.adjacencies]
  // Nearly all are where they were, seen from one end of the list or from the other.
  let [head, tail] = [0, 0]
  while (head < now.length && now[head] === was[head]) head += 1
  while (tail < Math.min(now.length, was.length) - head && now.at(-1 - tail) === was.at(-1 - tail)) tail += 1
  const known = new Map(
    was.slice(head, was.length - tail).map((each, at) => [nameOf(each), { each, verdict: verdicts[head + at] }]),
  )
  const middle = now.slice(head, now.length - tail).map((adjacency) => {
    const old = known.get(nameOf(adjacency))
    known.delete(nameOf(adjacency))
    if (old?.verdict !== undefined && old.each === adjacency) return old.verdict
    const verdict = adjacencyVerdict(adjacency)
    if (old?.verdict !== undefined && sameValue(old.verdict, verdict)) return old.verdict
    differs(adjacency)
    return verdict
  })
  for (const { each } of known.values()) differs(each)
  const same = now.length === was.length && middle.every((each, at) => each === verdicts[head + at])
  return same ? verdicts : [...verdicts.slice(0, head), ...middle, ...verdicts.slice(verdicts.length - tail)]
}

function nameOf({ protocol, ends }: IgpAdjacency): string {
  return `${protocol} ${ends.join(' ')}`
}

/** The same list while nothing in it differs. */
function renewed<Item>(list: readonly Item[], renew: (item: Item, at: number) => Item): readonly Item[] {
  let copy: Item[] | undefined
  for (const [at, item] of list.entries()) {
    const now = renew(item, at)
    if (now === item) continue
    copy ??= list.slice()
    copy[at] = now
  }
  return copy ?? list
}

function once<Value>(make: () => Value): () => Value {
  let known: { readonly value: Value } | undefined
  return () => {
    known ??= { value: make() }
    return known.value
  }
}

function sameValues(a: readonly Answer<unknown>[], b: readonly Answer<unknown>[]): boolean {
  return a === b || (a.length === b.length && a.every(({ value }, at) => value === b[at]?.value))
}

type Use = Walk['used'][number]
type Note = (devices: readonly number[]) => void

function renewedPairs(
  before: Simulated,
  { state, pairs, findings, again }: Update,
  note: Note,
): readonly Answers['pairs'][number][] {
  const deviceOf = (id: DeviceId | undefined): readonly number[] =>
    id === undefined ? [] : [state.plane.deviceIndex.get(id) ?? -1]
  for (const { pair } of pairs.gone) for (const side of pair) note(deviceOf(side?.session.deviceId))
  if (again.size === 0 && !pairs.rebuilt) return before.answers.pairs
  return pairs.list.flatMap(({ pair, was }, at) => {
    const [old, found] = [before.answers.pairs[was], findings[at]]
    if (old !== undefined && !again.has(at)) return [old]
    if (found === undefined) return []
    const { value, reads } = pairAnswer(state, { pair, findings: found })
    const verdicts = value.map(([key, verdict], side) => {
      const known = old?.value.find(([oldKey]) => oldKey === key)
      if (known !== undefined && sameValue(known[1], verdict)) return known
      note(deviceOf(pair[side]?.session.deviceId))
      return [key, verdict] as const
    })
    return [{ value: verdicts, reads }]
  })
}

function updatedSessions(
  before: Simulated,
  { pairs, again }: Update,
  answers: Answers['pairs'],
): Reachability['bgpSessions'] {
  const was = before.reachability.bgpSessions
  if (pairs.rebuilt) {
    const now = pairVerdictsOf(answers)
    return sameValue([...was.keys()], [...now.keys()]) && [...now].every(([key, verdict]) => was.get(key) === verdict)
      ? was
      : now
  }
  const fresh = [...again]
    .flatMap((at) => answers[at]?.value ?? [])
    .filter(([key, verdict]) => was.get(key) !== verdict)
  if (fresh.length === 0) return was
  const now = new Map(was)
  for (const [key, verdict] of fresh) now.set(key, verdict)
  return now
}

/** Lists the tables anew whose own routes differ, or the routes that paths needed there. */
function updatedRoutes(
  before: Simulated,
  { state: { plane }, pairs, findings, again, stale }: Update,
  { ownRoutes, note }: { readonly ownRoutes: Answers['ownRoutes']; readonly note: Note },
): Reachability['routes'] {
  const tables = new Set<number>()
  for (const [at, { value }] of ownRoutes.entries()) if (value !== before.answers.ownRoutes[at]?.value) tables.add(at)
  // Their hops are named by what is at the other end.
  for (const { index, device } of plane.tables) if (stale.isAround(device)) tables.add(index)
  const usedBy = (found: PairFindings | undefined) => found?.sides.flatMap((side) => side?.toRemote?.used ?? []) ?? []
  const compare = (old: PairFindings | undefined, now: PairFindings | undefined): void => {
    const [was, is] = [usedBy(old), usedBy(now)]
    const same = was.length === is.length && was.every((each, index) => sameUse(each, is[index]))
    if (!same) for (const { table } of [...was, ...is]) tables.add(table)
  }
  for (const at of again) compare(before.findings[pairs.list[at]?.was ?? -1], findings[at])
  for (const { findings: found } of pairs.gone) compare(found, undefined)
  if (tables.size === 0) return before.reachability.routes
  const used = usedRoutes(findings, tables)
  let routes: Map<DeviceId, ReturnType<Reachability['routes']['get']> & object> | undefined
  for (const index of tables) {
    const table = plane.tables[index]
    const id = plane.devices[table?.device ?? -1]?.device.id
    const own = ownRoutes[index]
    if (table === undefined || id === undefined || own === undefined) continue
    const ofDevice = (routes ?? before.reachability.routes).get(id)
    const now = listRoutes(plane, own.value, used.get(index) ?? [])
    if (sameValue(ofDevice?.get(table.name), now)) continue
    note([table.device])
    routes ??= new Map(before.reachability.routes)
    routes.set(id, new Map(ofDevice).set(table.name, now))
  }
  return routes ?? before.reachability.routes
}

function sameUse(a: Use, b: Use | undefined): boolean {
  return a.table === b?.table && sameBut(a.found, b.found, ['igp', 'distance', 'assurance'])
}
