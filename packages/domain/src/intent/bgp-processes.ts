import type { BgpIntent, BgpSessionIntent, DeviceIntent } from './network-intent'

type Processes = Pick<DeviceIntent, 'bgp' | 'bgpInstances'>

/** The BGP processes of a device, the base process first. */
export function bgpProcesses({ bgp, bgpInstances }: Processes): readonly BgpIntent[] {
  return bgp === undefined ? bgpInstances : [bgp, ...bgpInstances]
}

/** The sessions of all its processes. */
export function bgpSessions(device: Processes): readonly BgpSessionIntent[] {
  if (device.bgpInstances.length === 0) return device.bgp?.sessions ?? []
  return bgpProcesses(device).flatMap(({ sessions }) => sessions)
}

/** The process a session of the device belongs to; absent when no record of the device names it. */
export function processOf(
  { bgp, bgpInstances }: Processes,
  { instance }: Pick<BgpSessionIntent, 'instance'>,
): BgpIntent | undefined {
  return instance === undefined ? bgp : bgpInstances.find((process) => process.instance === instance)
}

/** Whether the device makes EVPN routes anew between two overlays: the routes of one side do not reach the other. */
export function reoriginates(device: Processes): boolean {
  return bgpSessions(device).some(
    ({ evpn }) => evpn.importReoriginate === true || evpn.advertiseReoriginated !== undefined,
  )
}
