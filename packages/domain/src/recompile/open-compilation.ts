import type { Allocation } from '../allocate'
import { allocate } from '../allocate'
import type { DesignIndex } from '../check'
import { designIndex, recheck, runChecks } from '../check'
import { renderConfig, renderConfigs } from '../config'
import type { Change, NetworkEdit } from '../edit'
import type { Compilation } from '../explain'
import type { HopDistance, NetworkIntent } from '../intent'
import { deriveIntent, distancesOf } from '../intent'
import type { DeviceId, Network, RecordId } from '../model'
import type { ReachSimulation } from '../reach'
import { simulateReach, updateReach } from '../reach'
import type { FindRecord, RecordGraph } from '../slice'
import { devicesAbout, isWide, recordGraph, recordsOf } from '../slice'
import { measuresHops, movesPlaces } from './hops'
import { copied, editNetworks, ownNetworks } from './own-networks'
import { sharesTunnels } from './shares-tunnels'
import { updateIntent } from './update-intent'

/** A compilation that follows the edits of its network. */
export type LiveCompilation = {
  /** The network as people drew it, as it is now. The next edit changes it, and that of the compilation, in place. */
  readonly network: () => Network
  /** What was handed out so far is looked at for longer than until the next edit, which then leaves it alone. */
  readonly keep: () => void
  readonly current: () => Compilation
  /** After a change of the network it was made of; the same as compiling the changed network. */
  readonly edit: (change: Change) => Compilation
}

/** Records that join devices. */
const joins: ReadonlySet<string> = new Set(['links', 'vlanifLinks'])

type State = {
  readonly compilation: Compilation
  readonly graph: RecordGraph
  readonly simulation: ReachSimulation
  readonly distance: HopDistance
  readonly index: DesignIndex
}

/**
 * Compiles a network and keeps what is needed to compile it again after an edit at the cost of what the edit
 * is about: the devices it touches are derived, checked and printed from the records around them, and everything else
 * stays, object by object. Where that cannot be told, the whole network is compiled.
 */
export function openCompilation(network: Network): LiveCompilation {
  let networks = ownNetworks(network)
  let state = wholeState(networks.expanded)
  let isKept = false
  return {
    keep() {
      isKept = true
    },
    network: () => networks.drawn,
    current: () => state.compilation,
    edit(change) {
      const drawnEdits = change.edits.filter((edit): edit is NetworkEdit => edit.collection !== 'positions')
      if (drawnEdits.length === 0) return state.compilation
      const { edits, ...after } = editNetworks(isKept ? copied(networks) : networks, drawnEdits)
      isKept = false
      networks = after
      state = editedState(state, after.expanded, edits) ?? wholeState(after.expanded)
      return state.compilation
    },
  }
}

function wholeState(network: Network): State {
  const allocation = allocate(network)
  const intent = deriveIntent(network, allocation)
  const simulation = simulateReach(network, intent)
  const { reachability } = simulation
  const configs = renderConfigs(intent)
  const index = designIndex(intent)
  const findings = runChecks({ network, allocation, intent, reachability, configs }, index)
  const compilation = { network, allocation, intent, reachability, configs, findings }
  return { compilation, graph: recordGraph(network), simulation, distance: lazyDistance(network, intent), index }
}

/** Undefined where the edits are about the whole design; the graph is then of no use any more. */
function editedState(
  { compilation: before, graph, simulation: earlier, distance, index }: State,
  network: Network,
  edits: readonly NetworkEdit[],
): State | undefined {
  if (edits.some(({ collection }) => isWide(collection))) return undefined
  for (const edit of edits) graph.edit(edit.before, edit.after)
  const start = devicesOfEdits(network, graph, edits)
  // Numbers nobody gave are given in the order of ids, so that an edit may move them all; mostly there are none.
  const { allocation } = before
  if (isAsked(allocation)) return undefined
  const most = Math.max(8, before.intent.devices.size / 8)
  let measures = false
  const measured: HopDistance = (from, to) => {
    measures = true
    return distance(from, to)
  }
  const sources = { graph, allocation, edits, distance: measured, most }
  const updated = updateIntent(before.intent, network, start, sources)
  if (updated === undefined || isAsked(allocate(updated.part.network))) return undefined
  const { intent } = updated
  const isMoved = edits.some(({ collection }) => joins.has(collection)) || movesPlaces(before.intent, updated)
  if (sharesTunnels(before.intent, updated)) return undefined
  // How many hops a session may need follows from all routed links.
  if (isMoved && (measures || measuresHops(before.intent))) return undefined
  const configs = updateConfigs(before, intent, updated.touched)
  const { simulation } = updateReach(earlier, network, intent, updated.touched)
  const whole = { network, allocation, intent, reachability: simulation.reachability, configs }
  const findings = recheck(before, {
    whole,
    touched: updated.touched,
    part: updated.part,
    edits,
    index,
    mentioning: graph.mentioning,
  })
  return {
    compilation: { ...whole, findings },
    graph,
    simulation,
    distance: isMoved ? lazyDistance(network, intent) : distance,
    index,
  }
}

/** Devices that what was edited is about, as it was and as it is. */
function devicesOfEdits(network: Network, graph: RecordGraph, edits: readonly NetworkEdit[]): ReadonlySet<DeviceId> {
  const now = recordsOf(network)
  const earlier = new Map(edits.map(({ id, before }) => [id, before]))
  const then: FindRecord = (id) => (earlier.has(id as RecordId) ? earlier.get(id as RecordId) : now(id))
  const found = new Set<DeviceId>()
  for (const edit of edits) {
    for (const id of [edit.id, ...(movesHome(edit) ? graph.mentioning(edit.id) : [])]) {
      for (const find of [then, now]) for (const device of devicesAbout(find, graph, id)) found.add(device)
    }
  }
  return found
}

/** Whether a record came, went, or changed its device: what mentions it finds something else there. */
function movesHome({ before, after }: NetworkEdit): boolean {
  if (before === undefined || after === undefined) return true
  return Reflect.get(before, 'deviceId') !== Reflect.get(after, 'deviceId')
}

function isAsked({ entries, exhausted }: Allocation): boolean {
  return entries.size + exhausted.length > 0
}

function updateConfigs(
  before: Compilation,
  intent: NetworkIntent,
  touched: ReadonlySet<DeviceId>,
): Compilation['configs'] {
  const configs = new Map(before.configs)
  let isSorted = true
  for (const id of touched) {
    const device = intent.devices.get(id)
    if (device === undefined) configs.delete(id)
    else if (device !== before.intent.devices.get(id)) {
      isSorted = isSorted && configs.has(id)
      configs.set(id, renderConfig(device))
    }
  }
  return isSorted
    ? configs
    : new Map(
        [...intent.devices.keys()].flatMap((id) => {
          const config = configs.get(id)
          return config === undefined ? [] : [[id, config] as const]
        }),
      )
}

function lazyDistance(network: Network, intent: NetworkIntent): HopDistance {
  let known: HopDistance | undefined
  return (from, to) => {
    known ??= distancesOf(network, intent)
    return known(from, to)
  }
}
