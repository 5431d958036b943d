import type { CableEndIntent, CableIntent, DeviceIntent, NetworkIntent } from '../intent'
import type { DeviceId, InterfaceId, MlagAttachment, Network } from '../model'
import { sameValue } from '../model'
import type { BareDevices } from './bare-device'
import { isBare, isLate } from './bare-device'
import type { DeviceChange } from './device-change'
import { deviceChange } from './device-change'
import type { IpPrefix } from './prefix-key'
import { hostPrefix } from './prefix-key'
import type { Plane } from './tables'

/** What differs between two networks, as far as what is known of the first one tells. */
export type NetworkChange = {
  readonly devices: ReadonlyMap<number, DeviceChange>
  readonly intents: ReadonlyMap<number, DeviceIntent>
  /** Ports that were shut, opened, configured otherwise or plugged in elsewhere. */
  readonly lines: ReadonlySet<number>
  /** Prefixes that came, went or lead elsewhere somewhere. */
  readonly prefixes: readonly IpPrefix[]
  /** Hosts or stations are others. */
  readonly ends: boolean
  /** Policies and filters are others. */
  readonly policies: boolean
  /** Nothing else differs where some came or went. */
  readonly bare: BareDevices
}

export type Changed = Compared & { readonly change: NetworkChange }

type Compared = { readonly network: Network; readonly intent: NetworkIntent }

/** @returns `everything`: more differs than devices can tell one by one */
export function networkChange(
  before: Compared & { readonly plane: Plane },
  after: Compared,
  touched: ReadonlySet<DeviceId>,
): NetworkChange | 'everything' {
  const ends = changedEnds(before.network, after.network)
  if (ends === 'everything') return 'everything'
  const plugged = [
    ...changedCables(before.intent.cables, after.intent.cables),
    ...changedAttachments(before.network, after.network),
  ]
  const lines = new Set(plugged.flatMap((id) => before.plane.ports.byId.get(id) ?? []))
  const devices = new Map<number, DeviceChange>()
  const intents = new Map<number, DeviceIntent>()
  const bare = { came: [] as DeviceIntent[], left: [] as number[] }
  for (const id of touched) {
    const [was, is] = [before.intent.devices.get(id), after.intent.devices.get(id)]
    const number = before.plane.deviceIndex.get(id)
    if (was === is) continue
    if (was === undefined || is === undefined || number === undefined) {
      if (![was, is].every((each) => each === undefined || isBare(each))) return 'everything'
      if (is !== undefined) bare.came.push(is)
      if (number !== undefined) bare.left.push(number)
      continue
    }
    const change = deviceChange(was, is)
    if (change === 'everything') return 'everything'
    if (change === undefined) continue
    if (isLate(before.plane, number) && isPlaced(change, [was, is])) return 'everything'
    for (const name of change.lines) lines.add(before.plane.ports.byName[number]?.get(name) ?? -1)
    devices.set(number, change)
    intents.set(number, is)
  }
  if (isPluggedIn(after, [...devices.values()])) return 'everything'
  const policies = (['routePolicies', 'prefixLists', 'asPathFilters'] as const).some(
    (name) => before.network[name] !== after.network[name] && !sameValue(before.network[name], after.network[name]),
  )
  const prefixes = [...devices.values()].flatMap((change) => change.prefixes)
  const change = {
    devices,
    intents,
    lines,
    prefixes: [...prefixes, ...ends.prefixes],
    ends: ends.differ,
    policies,
    bare,
  }
  const { came, left } = bare
  if (before.intent.devices.size + came.length - left.length !== after.intent.devices.size) return 'everything'
  const isAlone = devices.size + lines.size === 0 && !policies && !ends.differ
  return came.length + left.length === 0 || isAlone ? change : 'everything'
}

/** Whether what differs stands among what other devices have, in the order of devices. */
function isPlaced(
  { gone, come, lines, vlans, origins, speaker, sessions }: DeviceChange,
  either: readonly DeviceIntent[],
): boolean {
  const counts = gone.length + come.length + lines.length
  return counts > 0 || vlans || origins || speaker || sessions || either.some(({ bmp }) => bmp !== undefined)
}

/** Nobody plugs a cable into a LoopBack, but a record may say so. */
function isPluggedIn({ network, intent }: Compared, devices: readonly DeviceChange[]): boolean {
  const loopBacks = new Set(
    devices.flatMap(({ gone, come }) => [...gone, ...come].map(({ interfaceId }) => interfaceId)),
  )
  if (loopBacks.size === 0) return false
  return (
    intent.cables.some(({ ends }) => ends.some((end) => end.kind === 'interface' && loopBacks.has(end.interfaceId))) ||
    Object.values(network.attachments).some(({ attached, trunks }) =>
      [...trunks, 'interfaceId' in attached ? attached.interfaceId : undefined].some(
        (id) => id !== undefined && loopBacks.has(id ?? undefined),
      ),
    )
  )
}

/** Interfaces at cables that came, went or were plugged in elsewhere; cables are in the order of their links. */
function changedCables(before: readonly CableIntent[], after: readonly CableIntent[]): readonly InterfaceId[] {
  if (before === after) return []
  const found: CableIntent[] = []
  for (let [old, now] = [0, 0]; old < before.length || now < after.length; ) {
    const [was, is] = [before[old], after[now]]
    if (was !== is && (was === undefined || is === undefined || !sameCable(was, is))) {
      if (was !== undefined && (is === undefined || was.linkId <= is.linkId)) found.push(was)
      if (is !== undefined && (was === undefined || is.linkId <= was.linkId)) found.push(is)
    }
    const order =
      was === undefined ? 1 : is === undefined ? -1 : was.linkId < is.linkId ? -1 : was.linkId > is.linkId ? 1 : 0
    if (order <= 0) old += 1
    if (order >= 0) now += 1
  }
  return found.flatMap(({ ends }) => ends.flatMap((end) => (end.kind === 'interface' ? end.interfaceId : [])))
}

/** Told quickly: there are many, and nearly all are the same. */
function sameCable(a: CableIntent, b: CableIntent | undefined): boolean {
  return a.linkId === b?.linkId && sameEnd(a.ends[0], b.ends[0]) && sameEnd(a.ends[1], b.ends[1])
}

function sameEnd(a: CableEndIntent, b: CableEndIntent): boolean {
  if (a.kind !== 'interface' || b.kind !== 'interface') return sameValue(a, b)
  return a.interfaceId === b.interfaceId && a.trunkId === b.trunkId && a.name === b.name && a.deviceId === b.deviceId
}

/** Interfaces of attachments that came, went or are attached elsewhere. */
function changedAttachments({ attachments: before }: Network, { attachments: after }: Network): readonly InterfaceId[] {
  if (before === after) return []
  const found = new Set<MlagAttachment>()
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    for (const each of Object.values(one)) if (!sameAttachment(each, other[each.id])) found.add(each)
  return [...found].flatMap(({ attached, trunks }) =>
    [...trunks, 'interfaceId' in attached ? attached.interfaceId : undefined].flatMap((id) => id ?? []),
  )
}

function sameAttachment(a: MlagAttachment, b: MlagAttachment | undefined): boolean {
  return a === b || (b !== undefined && sameValue([a.attached, a.trunks], [b.attached, b.trunks]))
}

/** Hosts and stations answer to their addresses; which of them are routers decides who else may speak a protocol. */
function changedEnds(
  before: Network,
  after: Network,
): { readonly prefixes: readonly IpPrefix[]; readonly differ: boolean } | 'everything' {
  const prefixes: IpPrefix[] = []
  let differ = false
  if (before.hosts !== after.hosts) {
    for (const id of new Set([...Object.keys(before.hosts), ...Object.keys(after.hosts)])) {
      const [was, is] = [before.hosts[id], after.hosts[id]]
      if (was === is) continue
      if (was?.kind !== is?.kind) return 'everything'
      differ = true
      for (const address of [...(was?.addresses ?? []), ...(is?.addresses ?? [])]) prefixes.push(hostPrefix(address))
    }
  }
  if (before.stations !== after.stations) {
    for (const id of new Set([...Object.keys(before.stations), ...Object.keys(after.stations)])) {
      const [was, is] = [before.stations[id], after.stations[id]]
      if (was === is) continue
      differ = true
      for (const each of [was, is]) if (each?.address !== undefined) prefixes.push(hostPrefix(each.address))
    }
  }
  return { prefixes, differ }
}
