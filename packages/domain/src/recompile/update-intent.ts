import type { Allocation } from '../allocate'
import type { NetworkEdit } from '../edit'
import type { CableIntent, HopDistance, NetworkIntent, PartIntent } from '../intent'
import { byPlace, cableOf, cablePlace, danglingIn, derivePart } from '../intent'
import type { DeviceId, Network, NetworkRecord, RecordId } from '../model'
import { byId, sameValue } from '../model'
import type { RecordGraph } from '../slice'
import { devicesAbout, namesItsInterface, recordsOf, sliceAround } from '../slice'
import { seenByOthers } from './seen-by-others'

export type UpdatedIntent = {
  readonly intent: NetworkIntent
  /** Devices that an edit was about, or whose intent differs. */
  readonly touched: ReadonlySet<DeviceId>
  /** Everything about them, and what faces them. */
  readonly part: { readonly network: Network; readonly intent: PartIntent }
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
    const intent = derivePart(part, allocation, distance)
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
    readonly after: PartIntent
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
  const find = recordsOf(network)
  const ask = (record: RecordId): void => {
    for (const device of devicesAbout(find, graph, record)) found.add(device)
  }
  for (const interfaceId of seen.interfaces) {
    const trunk = network.interfaces[interfaceId]?.memberOf
    for (const each of trunk === undefined ? [interfaceId] : [interfaceId, trunk])
      for (const mention of graph.mentioning(each)) ask(mention)
  }
  // Channels of a pair, and ends that name no interface, find theirs by address.
  for (const mention of graph.mentioning(id)) {
    const ends = network.peerings[mention]?.ends ?? []
    if (network.mlagPairs[mention] !== undefined || !ends.every((end) => namesItsInterface(network, end))) ask(mention)
  }
  return [...found]
}

function spliced(
  before: NetworkIntent,
  network: Network,
  facts: {
    readonly part: PartIntent
    readonly touched: ReadonlySet<DeviceId>
    readonly graph: RecordGraph
    readonly edits: readonly NetworkEdit[]
  },
): NetworkIntent {
  const { part, touched, graph, edits } = facts
  return {
    devices: splicedDevices(before.devices, part.devices, touched),
    cables: splicedCables(before.cables, part.cables, edits),
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

/** Cables are in the order of their links. */
function splicedCables(
  before: readonly CableIntent[],
  part: readonly CableIntent[],
  edits: readonly NetworkEdit[],
): readonly CableIntent[] {
  const gone = edits.filter(({ collection, after }) => collection === 'links' && after === undefined)
  const changed = part.filter((cable) => !sameValue(cable, cableOf(before, cable.linkId)))
  if (gone.length + changed.length === 0) return before
  const cables = before.slice()
  const isNew = (cable: CableIntent): boolean => cableOf(before, cable.linkId) === undefined
  for (const cable of changed) if (!isNew(cable)) cables[cablePlace(before, cable.linkId)] = cable
  const left = gone.length === 0 ? cables : cables.filter(({ linkId }) => gone.every(({ id }) => id !== linkId))
  const added = changed.filter(isNew)
  return added.length === 0 ? left : [...left, ...added].sort((a, b) => byId({ id: a.linkId }, { id: b.linkId }))
}

function splicedDangling(
  before: NetworkIntent['dangling'],
  network: Network,
  { graph, edits }: { readonly graph: RecordGraph; readonly edits: readonly NetworkEdit[] },
): NetworkIntent['dangling'] {
  const find = recordsOf(network)
  const looked = new Map<RecordId, NetworkRecord | undefined>()
  for (const { id, before: old, after } of edits) {
    looked.set(id, after)
    if (old !== undefined && after !== undefined) continue
    for (const mention of graph.mentioning(id)) if (!looked.has(mention)) looked.set(mention, find(mention))
  }
  const found = danglingIn(
    network,
    [...looked.values()].flatMap((record) => record ?? []),
  )
  const kept = before.filter(({ recordId }) => !looked.has(recordId))
  return found.length === 0 && kept.length === before.length ? before : [...kept, ...found].sort(byPlace)
}
