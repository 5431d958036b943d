import type { Allocation } from '../allocate'
import type { CableIntent, HopDistance, NetworkIntent } from '../intent'
import { byPlace, danglingIn, deriveIntent } from '../intent'
import type { DeviceId, Network, NetworkRecord, RecordId } from '../model'
import { byId, sameValue } from '../model'
import type { RecordGraph } from '../slice'
import { devicesAbout, sliceAround } from '../slice'
import type { NetworkEdit } from './expanded-edits'
import { seenByOthers } from './seen-by-others'

export type UpdatedIntent = {
  readonly intent: NetworkIntent
  /** Devices that an edit was about, or whose intent differs. */
  readonly touched: ReadonlySet<DeviceId>
  /** Everything about them, and what faces them. */
  readonly part: { readonly network: Network; readonly intent: NetworkIntent }
}

type Sources = {
  readonly graph: RecordGraph
  readonly allocation: Allocation
  readonly edits: readonly NetworkEdit[]
  readonly distance: HopDistance
  /** So many devices are worth deriving by themselves. */
  readonly most: number
}

/** The intent of a network after edits, from what it was before them; undefined where too much of it differs. */
export function updateIntent(before: NetworkIntent, network: Network, start: ReadonlySet<DeviceId>, sources: Sources) {
  const { graph, allocation, edits, distance, most } = sources
  const also = edits.flatMap(({ id }) => [id, ...graph.mentioning(id)])
  const touched = new Set(start)
  for (;;) {
    if (touched.size > most) return undefined
    const part = sliceAround(network, graph, { devices: touched, also })
    const intent = deriveIntent(part, allocation, distance)
    const more = [...touched].flatMap((id) => facing(id, { before, after: intent, network, graph, part }))
    if (more.every((id) => touched.has(id))) {
      const whole = spliced(before, network, { ...sources, part: intent, touched })
      return { intent: whole, touched, part: { network: part, intent } }
    }
    for (const id of more) touched.add(id)
  }
}

/** Devices whose intent may differ because of what they see of another one. */
function facing(
  id: DeviceId,
  facts: {
    readonly before: NetworkIntent
    readonly after: NetworkIntent
    readonly network: Network
    readonly graph: RecordGraph
    readonly part: Network
  },
): readonly DeviceId[] {
  const { before, after, network, graph, part } = facts
  const seen = seenByOthers(before.devices.get(id), after.devices.get(id))
  if (seen.everything) return Object.keys(part.devices) as DeviceId[] // keys are the ids of records
  if (seen.interfaces.length === 0) return []
  const found = new Set<DeviceId>()
  const ask = (record: RecordId): void => {
    for (const device of devicesAbout(network, graph, record)) found.add(device)
  }
  for (const interfaceId of seen.interfaces) {
    const trunk = network.interfaces[interfaceId]?.memberOf
    for (const each of trunk === undefined ? [interfaceId] : [interfaceId, trunk])
      for (const mention of graph.mentioning(each)) ask(mention)
  }
  // Channels of a pair, and ends that name no interface, find theirs by address.
  for (const mention of graph.mentioning(id)) {
    const ends = network.peerings[mention]?.ends ?? []
    if (network.mlagPairs[mention] !== undefined || ends.some(({ interfaceId }) => interfaceId === undefined))
      ask(mention)
  }
  return [...found]
}

function recordOf(network: Network, id: RecordId): NetworkRecord | undefined {
  for (const records of Object.values(network)) {
    const record = records[id]
    if (record !== undefined) return record
  }
  return undefined
}

function spliced(
  before: NetworkIntent,
  network: Network,
  facts: {
    readonly part: NetworkIntent
    readonly touched: ReadonlySet<DeviceId>
    readonly graph: RecordGraph
    readonly edits: readonly NetworkEdit[]
  },
): NetworkIntent {
  const { part, touched, graph, edits } = facts
  return {
    devices: splicedDevices(before.devices, part.devices, touched),
    cables: splicedCables(before.cables, network, part.cables),
    dangling: splicedDangling(before.dangling, network, { graph, edits }),
  }
}

function splicedDevices(
  before: NetworkIntent['devices'],
  part: NetworkIntent['devices'],
  touched: ReadonlySet<DeviceId>,
): NetworkIntent['devices'] {
  const devices = new Map(before)
  let isSorted = true
  for (const id of touched) {
    const [old, now] = [before.get(id), part.get(id)]
    if (now === undefined) devices.delete(id)
    else if (old === undefined || !sameValue(old, now)) devices.set(id, now)
    if (old === undefined && now !== undefined) isSorted = false
  }
  return isSorted ? devices : new Map([...devices].sort(([a], [b]) => byId({ id: a }, { id: b })))
}

function splicedCables(
  before: readonly CableIntent[],
  network: Network,
  part: readonly CableIntent[],
): readonly CableIntent[] {
  const fresh = new Map(part.map((cable) => [cable.linkId, cable]))
  let isSame = true
  const kept = before.flatMap((cable) => {
    const now = fresh.get(cable.linkId) ?? cable
    fresh.delete(cable.linkId)
    if (now !== cable && sameValue(now, cable)) return [cable]
    const isGone = !Object.hasOwn(network.links, cable.linkId)
    if (isGone || now !== cable) isSame = false
    return isGone ? [] : [now]
  })
  if (fresh.size > 0) return [...kept, ...fresh.values()].sort((a, b) => byId({ id: a.linkId }, { id: b.linkId }))
  return isSame ? before : kept
}

function splicedDangling(
  before: NetworkIntent['dangling'],
  network: Network,
  { graph, edits }: { readonly graph: RecordGraph; readonly edits: readonly NetworkEdit[] },
): NetworkIntent['dangling'] {
  const looked = new Map<RecordId, NetworkRecord | undefined>()
  for (const { id, before: old, after } of edits) {
    looked.set(id, after)
    if (old !== undefined && after !== undefined) continue
    for (const mention of graph.mentioning(id))
      if (!looked.has(mention)) looked.set(mention, recordOf(network, mention))
  }
  const found = danglingIn(
    network,
    [...looked.values()].flatMap((record) => record ?? []),
  )
  const kept = before.filter(({ recordId }) => !looked.has(recordId))
  return found.length === 0 && kept.length === before.length ? before : [...kept, ...found].sort(byPlace)
}
