import type { Ipv4Address } from '@weft/net'
import { ipv4FromNumber } from '@weft/net'
import { isRouter, portsOf } from '../catalog'
import type { Device, InterfaceId, Network, NetworkRecord, RoleDefaults } from '../model'
import { byId, text } from '../model'
import type { Command, Refusal } from './command'
import type { Draft } from './draft'
import { missing, refusal } from './refusal'
import { addRecord } from './set-record'
import { unusedName } from './unused-name'

type Of<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>

const namePrefix: { readonly [Role in Device['role']]: string } = {
  spine: 'spine',
  leaf: 'leaf',
  border: 'border',
  'route-reflector': 'rr',
  'pe-router': 'pe',
  asbr: 'asbr',
  other: 'switch',
}

/** A box whose every port takes 100GE or more is bought as a spine; the person may say otherwise. */
const spineSpeedGbps = 100

function usualRole(model: string): Device['role'] {
  if (isRouter({ model, role: 'other' })) return 'pe-router'
  const ports = portsOf({ model })
  return ports.length > 0 && ports.every(({ speedGbps }) => speedGbps >= spineSpeedGbps) ? 'spine' : 'leaf'
}

/** A device with what its role has from the start. */
export function addDevice(draft: Draft, { id, name, at, ...chosen }: Of<'device.add'>): Refusal | undefined {
  const all = Object.values(draft.network.roleDefaults).sort(byId)
  const role = chosen.role ?? roleOfModel(all, chosen.model)
  const defaults = all.find((each) => each.role === role)
  const model = chosen.model ?? defaults?.model
  if (role === undefined || model === undefined) return noModel()
  const { asNumber, loopbacks = [] } = defaults ?? {}
  const device: Device = {
    id,
    name: name ?? unusedName(draft.network, namePrefix[role]),
    model,
    role,
    ...(asNumber === undefined ? {} : { asNumber }),
  }
  const refused = addRecord(draft, device, at)
  if (refused !== undefined) return refused
  for (const number of new Set(loopbacks)) {
    const loopback = { id: unusedInterfaceId(draft, id, number), deviceId: id, name: `LoopBack${number}` }
    // `addRecord` reads the name with the schema before anything is kept.
    const refusedLoopback = addRecord(draft, loopback as NetworkRecord)
    if (refusedLoopback !== undefined) return refusedLoopback
  }
  return undefined
}

/** The role that has the model by default, else the usual one. */
function roleOfModel(all: readonly RoleDefaults[], model: string | undefined): Device['role'] | undefined {
  if (model === undefined) return undefined
  return all.find((each) => each.model === model)?.role ?? usualRole(model)
}

function unusedInterfaceId(draft: Draft, deviceId: Device['id'], number: number): InterfaceId {
  const stem = `interface:${deviceId.slice('device:'.length).slice(0, 40)}.LoopBack${number}` as const
  let id: InterfaceId = stem
  for (let count = 2; draft.has(id); count += 1) id = `${stem}-${count}`
  return id
}

function noModel(): Refusal {
  return refusal(
    text('no model is said for the device', '未指定设备型号'),
    text('Choose a model, or give the role one by default.', '请选择型号，或为该角色设置默认型号。'),
  )
}

export function addHost(draft: Draft, { id, hostKind, name, at }: Of<'host.add'>): Refusal | undefined {
  return addRecord(draft, { id, name: name ?? unusedName(draft.network, hostKind), kind: hostKind, addresses: [] }, at)
}

export function addStation(draft: Draft, { id, address, name, at }: Of<'station.add'>): Refusal | undefined {
  const record = {
    id,
    name: name ?? unusedName(draft.network, 'bmp'),
    address: address ?? placeholderAddress(draft.network),
  }
  // `addRecord` reads the address with the schema before anything is kept.
  return addRecord(draft, record as NetworkRecord, at)
}

/**
 * A station has an address, but a person who drops one on the canvas has not said which. 192.0.2.0/24
 * is for documentation (RFC 5737): it reads as a place to fill in, and no real network uses it.
 */
const firstPlaceholder = 0xc0000201
const placeholders = 254

function placeholderAddress(network: Network): Ipv4Address {
  const taken = new Set<string>(Object.values(network.stations).map(({ address }) => address))
  for (let offset = 0; offset < placeholders; offset += 1) {
    const address = ipv4FromNumber(firstPlaceholder + offset)
    if (!taken.has(address)) return address
  }
  return ipv4FromNumber(firstPlaceholder)
}

export function addLoopback(draft: Draft, { id, deviceId }: Of<'loopback.add'>): Refusal | undefined {
  if (!draft.has(deviceId)) return missing(deviceId)
  const names = draft.interfaceNames(deviceId)
  let number = 0
  while (names.has(`LoopBack${number}`)) number += 1
  // `addRecord` reads the name with the schema before anything is kept.
  return addRecord(draft, { id, deviceId, name: `LoopBack${number}` } as NetworkRecord)
}
