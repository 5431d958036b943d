import type { Allocation } from '../allocate'
import { allocate } from '../allocate'
import { runChecks } from '../check'
import { renderConfig, renderConfigs } from '../config'
import type { Change } from '../edit'
import { applyChange } from '../edit'
import { expandIntents } from '../expand'
import type { Compilation } from '../explain'
import type { HopDistance, NetworkIntent } from '../intent'
import { deriveIntent, distancesOf } from '../intent'
import type { DeviceId, Network, RecordId } from '../model'
import { computeReach } from '../reach'
import type { RecordGraph } from '../slice'
import { devicesAbout, isWide, recordGraph } from '../slice'
import type { NetworkEdit } from './expanded-edits'
import { expandedEdits } from './expanded-edits'
import { measuresHops, movesPlaces } from './hops'
import { sharesTunnels } from './shares-tunnels'
import { updateIntent } from './update-intent'

/** A compilation that follows the edits of its network. */
export type LiveCompilation = {
  readonly current: () => Compilation
  /** After a change of the network it was made of; the same as compiling the changed network. */
  readonly edit: (change: Change) => Compilation
}

/** Records that join devices. */
const joins: ReadonlySet<string> = new Set(['links', 'vlanifLinks'])

type State = { readonly compilation: Compilation; readonly graph: RecordGraph; readonly distance: HopDistance }

/**
 * Compiles a network and keeps what is needed to compile it again after an edit at the cost of what the edit
 * is about: the devices it touches are derived, checked and printed from the records around them, and everything else
 * stays, object by object. Where that cannot be told, the whole network is compiled.
 */
export function openCompilation(network: Network): LiveCompilation {
  let drawn = network
  let state = wholeState(drawn)
  return {
    current: () => state.compilation,
    edit(change) {
      const edits = change.edits.filter((edit): edit is NetworkEdit => edit.collection !== 'positions')
      drawn = applyChange({ network: drawn, layout: { positions: {} } }, change).network
      if (edits.length > 0) state = editedState(state, drawn, edits) ?? wholeState(drawn)
      return state.compilation
    },
  }
}

function wholeState(drawn: Network): State {
  const network = expandIntents(drawn)
  const allocation = allocate(network)
  const intent = deriveIntent(network, allocation)
  const reachability = computeReach(network, intent)
  const configs = renderConfigs(intent)
  const findings = runChecks({ network, allocation, intent, reachability, configs })
  const compilation = { network, allocation, intent, reachability, configs, findings }
  return { compilation, graph: recordGraph(network), distance: lazyDistance(network, intent) }
}

/** Undefined where the edits are about the whole design; the graph is then of no use any more. */
function editedState(
  { compilation, graph, distance }: State,
  drawn: Network,
  drawnEdits: readonly NetworkEdit[],
): State | undefined {
  const before = compilation
  const { network, edits } = expandedEdits(before.network, drawn, drawnEdits)
  if (edits.some(({ collection }) => isWide(collection))) return undefined
  const start = new Set<DeviceId>()
  const note = (at: Network, id: RecordId) => {
    for (const device of devicesAbout(at, graph, id)) start.add(device)
  }
  const noteAll = (at: Network) => {
    for (const edit of edits) {
      note(at, edit.id)
      if (movesHome(edit)) for (const mention of graph.mentioning(edit.id)) note(at, mention)
    }
  }
  noteAll(before.network)
  for (const edit of edits) graph.edit(edit.before, edit.after)
  noteAll(network)
  const allocation = sameAllocation(before.allocation, network)
  if (allocation === undefined) return undefined
  const most = Math.max(8, before.intent.devices.size / 8)
  const updated = updateIntent(before.intent, network, start, { graph, allocation, edits, distance, most })
  if (updated === undefined) return undefined
  const { intent } = updated
  const isMoved = edits.some(({ collection }) => joins.has(collection)) || movesPlaces(before.intent, updated)
  if (sharesTunnels(before.intent, updated)) return undefined
  // How many hops a session may need follows from all routed links.
  if (isMoved && (measuresHops(before.intent) || measuresHops(intent))) return undefined
  const configs = updateConfigs(before, intent, updated.touched)
  const reachability = computeReach(network, intent)
  const findings = runChecks({ network, allocation, intent, reachability, configs })
  return {
    compilation: { network, allocation, intent, reachability, configs, findings },
    graph,
    distance: isMoved ? lazyDistance(network, intent) : distance,
  }
}

/** Whether a record came, went, or changed its device: what mentions it finds something else there. */
function movesHome({ before, after }: NetworkEdit): boolean {
  if (before === undefined || after === undefined) return true
  return Reflect.get(before, 'deviceId') !== Reflect.get(after, 'deviceId')
}

/** Numbers nobody gave are given in the order of ids, so that an edit may move them all; mostly there are none. */
function sameAllocation(before: Allocation, network: Network): Allocation | undefined {
  const now = allocate(network)
  return before.entries.size + before.exhausted.length + now.entries.size + now.exhausted.length === 0
    ? before
    : undefined
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
