import type { DeviceIntent } from '../intent'
import { bgpSessions } from '../intent'
import type { Line } from './line'
import { line, lines } from './line'
import { writesRouterId } from './router-id'

/** The name, which always comes first. */
export function sysname({ device }: DeviceIntent): readonly Line[] {
  return [line('system.sysname', `sysname ${device.name}`, { because: [device.id] })]
}

export function asNotation({ device }: DeviceIntent): readonly Line[] {
  return lines(
    device.asNotationPlain === true && line('system.as-notation', 'as-notation plain', { because: [device.id] }),
  )
}

/** The router ID of the system, for every protocol that has none of its own; printed where OSPF runs. */
export function systemRouterId({ device, routerId, ospf }: DeviceIntent): readonly Line[] {
  const isUsed = ospf.length > 0 || device.routerIdIn !== undefined
  if (routerId === undefined || !isUsed || !writesRouterId(device, 'system')) return []
  return [line('system.router-id', `router id ${routerId.value}`, { because: [device.id], values: [routerId] })]
}

/** The global switch that `peer … bfd enable` needs. */
export function globalBfd(intent: DeviceIntent): readonly Line[] {
  const { device, bfd } = intent
  const because = bgpSessions(intent)
    .filter((session) => session.bfd)
    .flatMap((session) => session.because)
  return lines(
    bfd && line('system.bfd', 'bfd', { because: because.length === 0 ? [device.id] : [...new Set(because)] }),
  )
}

/** The device refuses the EVPN family, and VPN instances for it, before this line. */
export function evpnOverlay(intent: DeviceIntent): readonly Line[] {
  const { device, evpnOverlay: wanted } = intent
  const sessions = bgpSessions(intent).filter(({ families }) => families.includes('evpn'))
  const because = [...new Set(sessions.flatMap((session) => session.because))]
  return lines(
    wanted &&
      line('system.evpn-overlay', 'evpn-overlay enable', { because: because.length === 0 ? [device.id] : because }),
  )
}
