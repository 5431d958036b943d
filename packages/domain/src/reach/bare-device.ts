import type { DeviceIntent } from '../intent'
import { bgpProcesses, reoriginates } from '../intent'
import type { Plane } from './tables'

/** Devices that came and went, of which nobody else knows. */
export type BareDevices = { readonly came: readonly DeviceIntent[]; readonly left: readonly number[] }

/** Whether a device neither meets anybody nor tells anybody anything. */
export function isBare(device: DeviceIntent): boolean {
  const { interfaces, vrfs, staticRoutes, bridgeDomains, ospf, ospfv3, isis, announcementsKnown } = device
  const parts = [interfaces, vrfs, staticRoutes, bridgeDomains]
  const processes = bgpProcesses(device)
  return (
    parts.every((each) => each.length === 0) &&
    [...ospf, ...ospfv3, ...isis, ...processes].every(({ importRoutes }) => importRoutes.length === 0) &&
    processes.every(({ sessions, announcements }) => sessions.length + announcements.length === 0) &&
    device.dfsGroup === undefined &&
    device.bmp === undefined &&
    announcementsKnown.public &&
    announcementsKnown.vpn &&
    device.peersKnown &&
    !device.labelsRoutes &&
    !reoriginates(device)
  )
}

/** Whether a device came after others that stand behind it, so that its number says nothing about its place. */
export function isLate({ devices }: Pick<Plane, 'devices'>, number: number): boolean {
  const id = devices[number]?.device.id
  return id !== undefined && devices.slice(0, number).some(({ device }) => device.id > id)
}
