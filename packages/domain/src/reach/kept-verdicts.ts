import { bgpSessions } from '../intent'
import type { DeviceId } from '../model'
import { sameValue } from '../model'
import type { Simulated } from './compute-reach'
import type { Reachability } from './reachability'
import type { Answers } from './verdicts'

export type Kept = { readonly reachability: Reachability; readonly changed: ReadonlySet<DeviceId> }

/** The new verdicts, with the old objects wherever they say the same, and the devices where they do not. */
export function keepEqual(before: Simulated, after: Simulated): Kept {
  const [was, is] = [before.reachability, after.reachability]
  if (was === is) return { reachability: was, changed: new Set() }
  const changed = new Set<DeviceId>()
  const note = (ids: readonly (DeviceId | undefined)[]): void => {
    for (const id of ids) if (id !== undefined) changed.add(id)
  }
  const owners = [ownersIn(before), ownersIn(after)]
  const noteOwners = (id: string): void => note(owners.flatMap((each) => each.get(id) ?? []))
  const reachability: Reachability = {
    routes: keptMap(was.routes, is.routes, (id) => note([id])),
    bgpSessions: keptMap(was.bgpSessions, is.bgpSessions, noteOwners),
    bmpSessions: keptMap(was.bmpSessions, is.bmpSessions, noteOwners),
    mlagChannels: keptMap(was.mlagChannels, is.mlagChannels, noteOwners),
    vteps: keptList(was.vteps, is.vteps, {
      keyOf: ({ devices }) => devices.join(' '),
      differs: ({ devices }) => note(devices),
    }),
    igpAdjacencies: keptList(was.igpAdjacencies, is.igpAdjacencies, {
      keyOf: ({ protocol, ends }) => `${protocol} ${ends.join(' ')}`,
      differs: ({ ends }) => ends.forEach(noteOwners),
    }),
    settled: is.settled,
    turning: is.turning.join() === was.turning.join() ? was.turning : is.turning,
  }
  return { reachability: sameOr(was, reachability), changed }
}

/** The answers with the objects that the verdicts have for them. */
export function adopted(answers: Answers, { bgpSessions, bmpSessions, ...lists }: Reachability): Answers {
  return {
    ...answers,
    pairs: answers.pairs.map(({ value, reads }) => ({
      value: value.map(([key, verdict]) => [key, bgpSessions.get(key) ?? verdict] as const),
      reads,
    })),
    bmp: answers.bmp.map((ofDevice) =>
      ofDevice.map((each) => ({ ...each, value: bmpSessions.get(each.id) ?? each.value })),
    ),
    mlag: answers.mlag.map((each) => ({ ...each, value: lists.mlagChannels.get(each.id) ?? each.value })),
    vteps: answers.vteps.map((each, at) => ({ ...each, value: lists.vteps[at] ?? each.value })),
    adjacencies: lists.igpAdjacencies,
  }
}

/** The old object where all its parts are the same objects. */
export function sameOr(was: Reachability, is: Reachability): Reachability {
  const parts = Object.keys(is) as (keyof Reachability)[]
  return parts.every((part) => is[part] === was[part]) ? was : is
}

/** The devices of sessions, pairs and interfaces that verdicts are about. */
function ownersIn({ plane }: Simulated): ReadonlyMap<string, readonly DeviceId[]> {
  const owners = new Map<string, readonly DeviceId[]>()
  for (const intent of plane.devices) {
    const { id } = intent.device
    for (const { key } of bgpSessions(intent)) owners.set(key, [id])
    for (const { bmpSessionId } of intent.bmp?.sessions ?? []) owners.set(bmpSessionId, [id])
    for (const { interfaceId } of intent.interfaces) if (interfaceId !== undefined) owners.set(interfaceId, [id])
    if (intent.dfsGroup !== undefined) owners.set(intent.dfsGroup.pairId, [id, intent.dfsGroup.otherDeviceId])
  }
  return owners
}

function keptMap<Key, Value>(
  was: ReadonlyMap<Key, Value>,
  is: ReadonlyMap<Key, Value>,
  differs: (key: Key) => void,
): ReadonlyMap<Key, Value> {
  if (was === is) return was
  const kept = new Map<Key, Value>()
  const order = was.keys()
  let same = was.size === is.size
  for (const [key, value] of is) {
    const old = was.get(key)
    const equal = old !== undefined && sameValue(old, value)
    kept.set(key, equal ? old : value)
    if (!equal) differs(key)
    same &&= equal && order.next().value === key
  }
  for (const key of was.keys()) if (!is.has(key)) differs(key)
  return same ? was : kept
}

function keptList<Item>(
  was: readonly Item[],
  is: readonly Item[],
  { keyOf, differs }: { readonly keyOf: (item: Item) => string; readonly differs: (item: Item) => void },
): readonly Item[] {
  if (was === is) return was
  const old = new Map(was.map((item) => [keyOf(item), item]))
  const seen = new Set<string>()
  const kept = is.map((item, at) => {
    const key = keyOf(item)
    seen.add(key)
    const there = was[at]
    const known = there !== undefined && keyOf(there) === key ? there : old.get(key)
    if (known !== undefined && sameValue(known, item)) return known
    differs(item)
    return item
  })
  for (const [key, item] of old) if (!seen.has(key)) differs(item)
  return kept.length === was.length && kept.every((item, at) => item === was[at]) ? was : kept
}
