import type { Device, DeviceId, InterfaceId, Network } from '../model'

type Chosen = { readonly deviceIds?: readonly DeviceId[]; readonly roles?: readonly Device['role'][] }

/** The devices an intent is about that exist, in canonical order. */
export function membersOf(network: Network, { deviceIds = [], roles = [] }: Chosen): readonly DeviceId[] {
  const members = new Set(deviceIds.filter((id) => network.devices[id] !== undefined))
  if (roles.length > 0) {
    for (const { id, role } of Object.values(network.devices)) if (roles.includes(role)) members.add(id)
  }
  return [...members].sort()
}

/** LoopBacks of devices by their numbers. */
export type Loopbacks = (deviceId: DeviceId, number: number) => InterfaceId | undefined

export function loopbacksOf({ interfaces }: Network): Loopbacks {
  const byPlace = new Map<string, InterfaceId>()
  for (const { id, deviceId, name } of Object.values(interfaces)) {
    if (!name.startsWith('LoopBack')) continue
    const place = `${deviceId} ${name}`
    const other = byPlace.get(place)
    if (other === undefined || id < other) byPlace.set(place, id)
  }
  return (deviceId, number) => byPlace.get(`${deviceId} LoopBack${number}`)
}
