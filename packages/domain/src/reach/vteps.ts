import type { IpAddress } from '@weft/net'
import type { BridgeDomainIntent, HeadEndIntent, NveIntent } from '../intent'
import type { BridgeDomainId, DeviceId, InterfaceId } from '../model'
import type { Plane, Table } from './tables'
import { tableOf } from './tables'

/** The VTEP of a device: its NVE that is not shut down and has a source. */
export type Vtep = {
  /** Number of the device. */
  readonly device: number
  readonly deviceId: DeviceId
  readonly name: string
  readonly nveId: InterfaceId
  readonly source: IpAddress
  readonly table: Table
  readonly headEnds: readonly HeadEndIntent[]
  readonly bypass?: NveIntent['bypass']
}

/** A VTEP with a VNI, and the bridge domain the VNI is on it. */
export type VniMember = {
  readonly vtep: Vtep
  readonly headEnd: HeadEndIntent
  readonly domain: BridgeDomainIntent
}

export function vtepsOf(plane: Plane): readonly Vtep[] {
  return [...plane.devices.entries()].flatMap(([index, { device, interfaces, bridgeDomains }]) => {
    const table = bridgeDomains.length === 0 ? undefined : tableOf(plane, index, '')
    return table === undefined
      ? []
      : interfaces.flatMap(({ nve, interfaceId, shutdown }): readonly Vtep[] => {
          if (nve?.source === undefined || interfaceId === undefined || shutdown) return []
          const { headEnds, bypass, source } = nve
          const own = { device: index, deviceId: device.id, name: device.name, nveId: interfaceId, table }
          return [{ ...own, source: source.value, headEnds, ...(bypass === undefined ? {} : { bypass }) }]
        })
  })
}

/** Who has which VNI, ascending by device. */
export function membersByVni(plane: Plane, vteps: readonly Vtep[]): ReadonlyMap<number, readonly VniMember[]> {
  const found = new Map<number, VniMember[]>()
  for (const vtep of vteps) {
    const domains = new Map<BridgeDomainId, BridgeDomainIntent>()
    for (const domain of plane.devices[vtep.device]?.bridgeDomains ?? []) domains.set(domain.bridgeDomainId, domain)
    for (const headEnd of vtep.headEnds) {
      const domain = domains.get(headEnd.bridgeDomainId)
      const members = found.get(headEnd.vni) ?? []
      found.set(headEnd.vni, members)
      // A VNI is on a device once; a rule tells where it is twice.
      if (domain !== undefined && members.at(-1)?.vtep !== vtep) members.push({ vtep, headEnd, domain })
    }
  }
  return found
}

/** The members of an M-LAG pair are one VTEP where they have one tunnel source. */
export function areOneVtep(plane: Plane, a: Vtep, b: Vtep): boolean {
  return a.source === b.source && plane.devices[a.device]?.dfsGroup?.otherDeviceId === b.deviceId
}
