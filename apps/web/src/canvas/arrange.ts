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

/** Rows from top to bottom: what the fabric talks to, super-spines, spines, leaves, what hangs on them. */
const tierOfRole: { readonly [Role in Device['role']]: number } = {
  'pe-router': 1,
  asbr: 1,
  'route-reflector': 1,
  spine: 3,
  border: 4,
  leaf: 4,
  other: 4,
}
const SUPER_SPINE_TIER = 2
const tierOfHost: { readonly [Kind in Host['kind']]: number } = { external: 0, router: 0, switch: 5, server: 6 }
const STATION_TIER = 0

export function arrangeRequest(network: Network): ArrangeRequest {
  const loopbacks = new Map<RecordId, number>()
  for (const { deviceId, name } of Object.values(network.interfaces)) {
    if (name.startsWith('LoopBack')) loopbacks.set(deviceId, (loopbacks.get(deviceId) ?? 0) + 1)
  }
  const wires = groupCables(network).map(({ nodes }) => nodes)
  const above = superSpines(network, wires)
  const devices = membersTogether(network).map(({ id, role }) => ({
    id,
    tier: above.has(id) ? SUPER_SPINE_TIER : tierOfRole[role],
    ...deviceSize(loopbacks.get(id) ?? 0),
  }))
  const hosts = Object.values(network.hosts)
    .sort(byCountedName)
    .map(({ id, kind }) => ({ id, tier: tierOfHost[kind], ...hostSize }))
  const stations = Object.values(network.stations)
    .sort(byId)
    .map(({ id }) => ({ id, tier: STATION_TIER, ...stationSize }))
  return { boxes: [...devices, ...hosts, ...stations], wires }
}

/** Spines that join spines and no leaves. */
function superSpines({ devices }: Network, wires: ArrangeRequest['wires']): ReadonlySet<RecordId> {
  const besideSpines = new Set<RecordId>()
  const besideOthers = new Set<RecordId>()
  const isSpine = (id: RecordId) => devices[id]?.role === 'spine'
  for (const [a, b] of wires) {
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      if (isSpine(here)) (isSpine(there) ? besideSpines : besideOthers).add(here)
    }
  }
  return new Set([...besideSpines].filter((id) => !besideOthers.has(id)))
}

/** Devices in the order people count, each M-LAG pair side by side where its first member stands. */
function membersTogether(network: Network): readonly Device[] {
  const partner = new Map<RecordId, RecordId>()
  for (const { members } of Object.values(network.mlagPairs)) {
    partner.set(members[0], members[1])
    partner.set(members[1], members[0])
  }
  const ordered = new Map<RecordId, Device>()
  for (const device of Object.values(network.devices).sort(byCountedName)) {
    ordered.set(device.id, device)
    const other = network.devices[partner.get(device.id) ?? '']
    if (other && !ordered.has(other.id)) ordered.set(other.id, other)
  }
  return [...ordered.values()]
}

/** `leaf-2` before `leaf-10`; the id decides between equal names. */
function byCountedName(a: Device | Host, b: Device | Host): number {
  const [x, y] = [counted(a.name), counted(b.name)]
  return x < y ? -1 : x > y ? 1 : byId(a, b)
}

function counted(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(10, '0'))
}
