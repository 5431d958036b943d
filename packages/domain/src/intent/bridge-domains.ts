import type { Ipv4Address } from '@weft/net'
import { interfaceKind, interfaceNumber } from '@weft/net'
import type { Allocation } from '../allocate'
import { allocatedValue } from '../allocate'
import type { BridgeDomain, BridgeDomainId, Device, DeviceId, Effective, RecordId } from '../model'
import { byId } from '../model'
import { allocated, derived, given } from './effective'
import type { BridgeDomainIntent } from './overlay-intent'
import type { RecordIndex } from './record-index'

/** A bridge domain on a device, and what brought it there. */
export type PlacedBridgeDomain = { readonly record: BridgeDomain; readonly because: readonly RecordId[] }
export type BridgeDomainPlan = ReadonlyMap<DeviceId, readonly PlacedBridgeDomain[]>

/** Which bridge domains exist where, those of a device by number. */
export function placeBridgeDomains(index: RecordIndex, allocation: Allocation): BridgeDomainPlan {
  const all = Object.values(index.network.bridgeDomains)
    .map((record) => withVni(record, allocation))
    .sort(byId)
  if (all.length === 0) return new Map()
  const first = new Map<number, BridgeDomain>()
  for (const record of all) if (!first.has(record.number)) first.set(record.number, record)
  const known = new Map(all.map((record) => [record.id, record]))
  const named = new Map<DeviceId, BridgeDomain[]>()
  for (const record of all) {
    for (const deviceId of new Set(record.deviceIds)) named.set(deviceId, [...(named.get(deviceId) ?? []), record])
  }
  return new Map(index.devices.map(({ id }) => [id, placedOn(id, { index, known, named: named.get(id) ?? [], first })]))
}

/** A VNI of the pool, where nobody gave one. */
function withVni(record: BridgeDomain, allocation: Allocation): BridgeDomain {
  const vni = record.vni ?? allocatedValue(allocation, record.id, 'vni')
  return vni === record.vni ? record : { ...record, vni: Number(vni) }
}

function placedOn(
  deviceId: DeviceId,
  sources: {
    readonly index: RecordIndex
    readonly known: ReadonlyMap<BridgeDomainId, BridgeDomain>
    readonly named: readonly BridgeDomain[]
    readonly first: ReadonlyMap<number, BridgeDomain>
  },
): readonly PlacedBridgeDomain[] {
  const { index, known: records, named, first } = sources
  const placed = new Map<BridgeDomainId, { readonly record: BridgeDomain; readonly because: RecordId[] }>()
  const place = (record: BridgeDomain | undefined, ...because: readonly RecordId[]) => {
    if (record === undefined) return
    const known = placed.get(record.id)
    if (known === undefined) placed.set(record.id, { record, because: [record.id, ...because] })
    else known.because.push(...because)
  }
  for (const record of named) place(record)
  const interfaces = index.interfacesOf.get(deviceId) ?? []
  for (const { id, bridgeDomainId } of interfaces) {
    if (bridgeDomainId !== undefined) place(records.get(bridgeDomainId), id)
  }
  for (const { id, name } of interfaces) {
    if (interfaceKind(name) !== 'vbdif') continue
    const number = interfaceNumber(name) ?? 0
    place(domainOf([...placed.values()], number)?.record ?? first.get(number), id)
  }
  return [...placed.values()].sort((a, b) => a.record.number - b.record.number || byId(a.record, b.record))
}

/** The bridge domain of a number among those of a device: what a Vbdif of that number is in. */
export function domainOf(
  placed: readonly PlacedBridgeDomain[] | undefined,
  number: number,
): PlacedBridgeDomain | undefined {
  return placed?.find(({ record }) => record.number === number)
}

export function bridgeDomainIntents(
  device: Device,
  placed: readonly PlacedBridgeDomain[] | undefined,
  { allocation, routerId }: { readonly allocation: Allocation; readonly routerId?: Effective<Ipv4Address> },
): readonly BridgeDomainIntent[] {
  return (placed ?? []).map(({ record, because }) => ({
    bridgeDomainId: record.id,
    number: record.number,
    description: record.description,
    vni: vniOf(record, allocation),
    evpn: record.evpn && { ...record.evpn, routeDistinguisher: distinguisherOf(record, device, routerId) },
    boundVlan: record.boundVlan,
    because,
  }))
}

function vniOf({ id, vni }: BridgeDomain, allocation: Allocation): Effective<number> | undefined {
  const taken = allocated(allocation, id, 'vni')
  if (taken !== undefined) return { ...taken, value: Number(taken.value) }
  return vni === undefined ? undefined : given(vni, id)
}

/** `<router id>:<number>` where nobody gave one; a number a distinguisher has no room for counts from its low bits. */
function distinguisherOf(
  { id, evpn, number }: BridgeDomain,
  device: Device,
  routerId: Effective<Ipv4Address> | undefined,
): Effective<string> | undefined {
  if (evpn?.routeDistinguisher !== undefined) return given(evpn.routeDistinguisher, id)
  const own = device.evpnDistinguishers?.find(({ bridgeDomainId }) => bridgeDomainId === id)
  if (own !== undefined) return given(own.routeDistinguisher, device.id)
  if (routerId === undefined) return undefined
  const text = `${routerId.value}:${number % 65536}`
  return { ...derived(text, id, ...routerId.because), allocation: routerId.allocation }
}
