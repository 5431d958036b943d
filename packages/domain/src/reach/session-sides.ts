import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import type { BgpSessionIntent, DeviceIntent } from '../intent'
import type { Routing } from './routing'
import type { Plane, Table } from './tables'
import type { Walk } from './walk'
import { walk } from './walk'

export type SessionSide = {
  readonly session: BgpSessionIntent
  readonly device: DeviceIntent
  /** Absent: the VPN instance does not exist on the device. */
  readonly table?: Table
}

/** Where one side's packets come from. */
export type EffectiveSource = {
  readonly address?: IpAddress
  readonly port?: number
  /** The source follows the outgoing interface, and which of its addresses is taken is not certain. */
  readonly uncertain: boolean
}

export type SideFindings = { readonly source: EffectiveSource; readonly toRemote?: Walk }

/** A side together with the other one, as the facts of its proof look at it. */
export type SideView = {
  readonly own: SessionSide
  /** Absent: the remote end is a host, or its device runs no BGP. */
  readonly other: SessionSide | undefined
  readonly found: SideFindings
  readonly otherFound: SideFindings | undefined
}

/** Sends the packets of one side to the other, and finds out where they come from. */
export function examineSide(plane: Plane, routing: Routing, { session, table }: SessionSide): SideFindings {
  const remote = session.remoteAddress?.value
  const named = session.source.connectInterface !== 'none'
  const sourcePort = session.source.interfaceName === undefined ? undefined : portNamed(plane, session)
  for (const { interfaceId } of session.relyStateInterfaces)
    routing.log.ports.add(plane.ports.byId.get(interfaceId) ?? -1)
  if (table === undefined) return { source: { uncertain: false } }
  const through = remote?.startsWith('fe80:') === true && sourcePort !== undefined ? { through: sourcePort } : {}
  const toRemote = remote === undefined ? undefined : walk(plane, routing, { from: table, to: remote, ...through })
  const source =
    named || remote === undefined ? namedSource(session, table, sourcePort) : outgoingSource(plane, session, toRemote)
  if (source.address !== undefined) routing.log.addresses.add(source.address)
  const port = source.port ?? (source.address && table.own.get(source.address))
  if (port !== undefined) routing.log.ports.add(port)
  return toRemote === undefined ? { source } : { source, toRemote }
}

function portNamed(plane: Plane, { deviceId, source }: BgpSessionIntent): number | undefined {
  const device = plane.deviceIndex.get(deviceId)
  return device === undefined || source.interfaceName === undefined
    ? undefined
    : plane.ports.byName[device]?.get(source.interfaceName)
}

/** `connect-interface` says it; an interface alone stands for its primary address. */
function namedSource({ source }: BgpSessionIntent, table: Table, port: number | undefined): EffectiveSource {
  const address = source.address?.value
  const owner = port ?? (address === undefined ? undefined : table.own.get(address))
  return {
    uncertain: false,
    ...(address === undefined ? {} : { address }),
    ...(owner === undefined ? {} : { port: owner }),
  }
}

/** Without the command the outgoing interface lends its primary address (routing.md B4.4). */
function outgoingSource(plane: Plane, session: BgpSessionIntent, toRemote: Walk | undefined): EffectiveSource {
  const remote = session.remoteAddress?.value
  const port = toRemote?.first?.port
  if (port === undefined || remote === undefined) {
    const address = session.source.address?.value
    return { uncertain: true, ...(address === undefined ? {} : { address }) }
  }
  const version = ipVersion(remote)
  const addresses = (plane.addresses[port] ?? []).filter(
    ({ address }) => ipVersion(address) === version && !address.startsWith('fe80:'),
  )
  const primary = addresses[0]
  const expected = session.source.address?.value
  if (primary === undefined) return { port, uncertain: false }
  // With several addresses on the interface the manual does not say that the primary one is taken.
  const uncertain = addresses.length > 1 && expected !== undefined && expected !== primary.address
  return { address: uncertain ? expected : primary.address, port, uncertain }
}
