import type { Device, Host, Layout, Network, RecordId } from '@weft/domain'
import { byId } from '@weft/domain'
import { groupCables } from './cable-groups'
import type { Size } from './node-size'
import { deviceSize, hostSize, stationSize } from './node-size'

/** What the layout worker gets: boxes in tiers, and which of them are wired. */
export type ArrangeRequest = {
  readonly boxes: readonly (Size & { readonly id: RecordId; readonly tier: number })[]
  readonly wires: readonly (readonly [RecordId, RecordId])[]
}
export type ArrangeAnswer =
  | { readonly kind: 'arranged'; readonly positions: Layout['positions'] }
  | { readonly kind: 'failed'; readonly message: string }

/** Rows from top to bottom: what the fabric talks to, its spines, its leaves, what hangs on them. */
const tierOfRole: { readonly [Role in Device['role']]: number } = {
  'pe-router': 1,
  'route-reflector': 1,
  spine: 2,
  border: 3,
  leaf: 3,
  other: 3,
}
const tierOfHost: { readonly [Kind in Host['kind']]: number } = { external: 0, router: 0, switch: 4, server: 5 }
const STATION_TIER = 0

export function arrangeRequest(network: Network): ArrangeRequest {
  const loopbacks = new Map<RecordId, number>()
  for (const { deviceId, name } of Object.values(network.interfaces)) {
    if (name.startsWith('LoopBack')) loopbacks.set(deviceId, (loopbacks.get(deviceId) ?? 0) + 1)
  }
  const devices = membersTogether(network).map(({ id, role }) => ({
    id,
    tier: tierOfRole[role],
    ...deviceSize(loopbacks.get(id) ?? 0),
  }))
  const hosts = Object.values(network.hosts)
    .sort(byId)
    .map(({ id, kind }) => ({ id, tier: tierOfHost[kind], ...hostSize }))
  const stations = Object.values(network.stations)
    .sort(byId)
    .map(({ id }) => ({ id, tier: STATION_TIER, ...stationSize }))
  return { boxes: [...devices, ...hosts, ...stations], wires: groupCables(network).map(({ nodes }) => nodes) }
}

/** Devices in id order, each M-LAG pair side by side where its first member stands. */
function membersTogether(network: Network): readonly Device[] {
  const partner = new Map<RecordId, RecordId>()
  for (const { members } of Object.values(network.mlagPairs)) {
    partner.set(members[0], members[1])
    partner.set(members[1], members[0])
  }
  const ordered = new Map<RecordId, Device>()
  for (const device of Object.values(network.devices).sort(byId)) {
    ordered.set(device.id, device)
    const other = network.devices[partner.get(device.id) ?? '']
    if (other && !ordered.has(other.id)) ordered.set(other.id, other)
  }
  return [...ordered.values()]
}
