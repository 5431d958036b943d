import type { DeviceIntent } from '../intent'
import { byAddress, familyBlocks } from './bgp-families'
import { asText, inTable, printableSessions, sessionLines } from './bgp-session'
import type { Line } from './line'
import { line, lines } from './line'
import type { PolicyNames } from './policies'
import { writesRouterId } from './router-id'

/** The BGP process: peers ascending by address, one block each, then the families. */
export function bgp(device: DeviceIntent, policies: PolicyNames): readonly Line[] {
  const { bgp: intent } = device
  if (intent === undefined) return []
  const { because, asNumber, routerId } = intent
  const sessions = [...printableSessions(intent.sessions)].sort(byAddress)
  const body = lines(
    routerId !== undefined &&
      writesRouterId(device.device, 'bgp') &&
      line('bgp.router-id', `router-id ${routerId.value}`, { because, values: [routerId] }),
    intent.keepAllRoutes && line('bgp.keep-all-routes', 'keep-all-routes', intent),
    inTable(sessions, undefined).flatMap((session) => sessionLines(session, device)),
    familyBlocks({ device, bgp: intent, sessions, policies }),
  )
  return [line('bgp.process', `bgp ${asText(device, asNumber.value)}`, { because, values: [asNumber] }, body)]
}
