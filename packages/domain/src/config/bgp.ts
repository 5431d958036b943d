import type { BgpIntent, DeviceIntent } from '../intent'
import { bgpProcesses } from '../intent'
import { byAddress, familyBlocks } from './bgp-families'
import { asText, inTable, printableSessions, sessionLines } from './bgp-session'
import type { Line } from './line'
import { line, lines } from './line'
import type { PolicyNames } from './policies'
import { writesRouterId } from './router-id'

/** The BGP processes, each a section of its own: the base process, then the further ones. */
export function bgpSections(device: DeviceIntent, policies: PolicyNames): readonly (readonly Line[])[] {
  return bgpProcesses(device).map((process) => [bgpProcess(device, process, policies)])
}

/** One process: peers ascending by address, one block each, then the families. */
function bgpProcess(device: DeviceIntent, process: BgpIntent, policies: PolicyNames): Line {
  const { because, asNumber, routerId, instance } = process
  const sessions = [...printableSessions(process.sessions)].sort(byAddress)
  const body = lines(
    routerId !== undefined &&
      saysRouterId(device, process) &&
      line('bgp.router-id', `router-id ${routerId.value}`, { because, values: [routerId] }),
    process.privateFourByteAs && line('bgp.private-4-byte-as', 'private-4-byte-as enable', process),
    process.keepAllRoutes && line('bgp.keep-all-routes', 'keep-all-routes', process),
    inTable(sessions, undefined).flatMap((session) => sessionLines(session, device)),
    familyBlocks({ device, bgp: process, sessions, policies }),
  )
  const header = `bgp ${asText(device, asNumber.value)}`
  const reason = { because, values: [asNumber] }
  return instance === undefined
    ? line('bgp.process', header, reason, body)
    : line('bgp.instance', `${header} instance ${instance}`, reason, body)
}

/** A further process of an imported device says its router ID only where its record has one. */
function saysRouterId({ device }: DeviceIntent, { instance, routerId }: BgpIntent): boolean {
  if (instance === undefined) return writesRouterId(device, 'bgp')
  return (
    device.routerIdIn === undefined ||
    device.bgpInstances?.some((record) => record.name === instance && record.routerId === routerId?.value) === true
  )
}
