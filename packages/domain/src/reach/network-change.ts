import type { CableEndIntent, CableIntent, DeviceIntent, NetworkIntent } from '../intent'
import type { DeviceId, Network } from '../model'
import { sameValue } from '../model'
import type { DeviceChange } from './device-change'
import { deviceChange } from './device-change'
import type { IpPrefix } from './prefix-key'
import { hostPrefix } from './prefix-key'
import type { Plane } from './tables'

/** What differs between two networks, as far as what is known of the first one tells. */
export type NetworkChange = {
  readonly devices: ReadonlyMap<number, DeviceChange>
  readonly intents: ReadonlyMap<number, DeviceIntent>
  /** Prefixes that came, went or lead elsewhere somewhere. */
  readonly prefixes: readonly IpPrefix[]
  /** Hosts or stations are others. */
  readonly ends: boolean
  /** Policies and filters are others. */
  readonly policies: boolean
}

type Compared = { readonly network: Network; readonly intent: NetworkIntent }

/** @returns `everything`: more differs than devices can tell one by one */
export function networkChange(
  before: Compared & { readonly plane: Plane },
  after: Compared,
  touched: ReadonlySet<DeviceId>,
): NetworkChange | 'everything' {
  const ends = changedEnds(before.network, after.network)
  if (ends === 'everything' || before.intent.devices.size !== after.intent.devices.size) return 'everything'
  if (!sameCables(before.intent.cables, after.intent.cables)) return 'everything'
  if (!sameAttachments(before.network, after.network)) return 'everything'
  const devices = new Map<number, DeviceChange>()
  const intents = new Map<number, DeviceIntent>()
  for (const id of touched) {
    const [was, is] = [before.intent.devices.get(id), after.intent.devices.get(id)]
    const number = before.plane.deviceIndex.get(id)
    if (was === is) continue
    if (was === undefined || is === undefined || number === undefined) return 'everything'
    const change = deviceChange(was, is)
    if (change === 'everything') return 'everything'
    if (change === undefined) continue
    devices.set(number, change)
    intents.set(number, is)
  }
  if (isPluggedIn(after, [...devices.values()])) return 'everything'
  const policies = (['routePolicies', 'prefixLists', 'asPathFilters'] as const).some(
    (name) => before.network[name] !== after.network[name] && !sameValue(before.network[name], after.network[name]),
  )
  const prefixes = [...devices.values()].flatMap((change) => change.prefixes)
  return { devices, intents, prefixes: [...prefixes, ...ends.prefixes], ends: ends.differ, policies }
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

function sameCables(before: readonly CableIntent[], after: readonly CableIntent[]): boolean {
  if (before === after) return true
  if (before.length !== after.length) return false
  return before.every((each, at) => each === after[at] || sameCable(each, after[at]))
}

/** Told quickly: there are many, and nearly all are the same. */
function sameCable(a: CableIntent, b: CableIntent | undefined): boolean {
  return a.linkId === b?.linkId && sameEnd(a.ends[0], b.ends[0]) && sameEnd(a.ends[1], b.ends[1])
}

function sameEnd(a: CableEndIntent, b: CableEndIntent): boolean {
  if (a.kind !== 'interface' || b.kind !== 'interface') return sameValue(a, b)
  return a.interfaceId === b.interfaceId && a.trunkId === b.trunkId && a.name === b.name && a.deviceId === b.deviceId
}

function sameAttachments({ attachments: before }: Network, { attachments: after }: Network): boolean {
  if (before === after) return true
  const read = (records: Network['attachments']) =>
    Object.values(records).map(({ id, attached, trunks }) => ({ id, attached, trunks }))
  const [was, is] = [read(before), read(after)]
  return was.length === is.length && was.every(({ id }) => same(before[id], after[id]))
}

function same(a: Network['attachments'][string] | undefined, b: typeof a): boolean {
  return a === b || (a !== undefined && b !== undefined && sameValue([a.attached, a.trunks], [b.attached, b.trunks]))
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
