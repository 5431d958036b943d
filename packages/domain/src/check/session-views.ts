import type { BgpIntent, BgpSessionIntent, DeviceIntent, InterfaceIntent, NetworkIntent } from '../intent'
import { bgpProcesses, bgpSessions, processOf } from '../intent'
import type { Network, Peering, PeeringEnd, RecordId } from '../model'
import type { InterfaceLookup } from './interface-lookup'
import { once } from './once'

/** One side of a BGP session with what surrounds it. */
export type SessionView = {
  readonly device: DeviceIntent
  readonly session: BgpSessionIntent
  /** The BGP process it belongs to. */
  readonly process: BgpIntent
  /** The same session as the other device has it; absent when the other end is a host or missing. */
  readonly other?: BgpSessionIntent
  readonly otherDevice?: DeviceIntent
  /** The process of the other device that is meant, even where it has no such session. */
  readonly otherProcess?: BgpIntent
  /** Absent for a session an EBGP underlay derived from a link. */
  readonly peering?: Peering
  readonly end?: PeeringEnd
  readonly subject: RecordId
  /** Interface the session runs from. */
  readonly source?: InterfaceIntent
  /** How people call the other end. */
  readonly remoteName: string
}

type Design = { readonly network: Network; readonly intent: NetworkIntent; readonly interfaceById: InterfaceLookup }

/** The sessions of all devices, and of those the ones somebody looks for. */
export function sessionViews(design: Design, devices: () => readonly DeviceIntent[]) {
  const byKey = once(
    () =>
      new Map(
        devices()
          .flatMap(bgpSessions)
          .map((session) => [session.key, session] as const),
      ),
  )
  const view = viewOf(design, ({ otherKey }) => byKey().get(otherKey))
  let known: readonly SessionView[] | undefined
  const all = (): readonly SessionView[] => {
    known ??= viewed(devices(), () => true, view)
    return known
  }
  const some = (isWanted: (session: BgpSessionIntent) => boolean): readonly SessionView[] =>
    known === undefined ? viewed(devices(), isWanted, view) : known.filter(({ session }) => isWanted(session))
  return { all, some }
}

/** The sessions of some devices that are wanted, in the order of all of them. */
export function sessionsOf(
  design: Design,
  devices: readonly DeviceIntent[],
  isWanted: (session: BgpSessionIntent) => boolean,
): readonly SessionView[] {
  const view = viewOf(design, ({ otherKey, remote }) => {
    const other = remote.deviceId === undefined ? undefined : design.intent.devices.get(remote.deviceId)
    return other && bgpSessions(other).find(({ key }) => key === otherKey)
  })
  return viewed(devices, isWanted, view)
}

function viewed(
  devices: readonly DeviceIntent[],
  isWanted: (session: BgpSessionIntent) => boolean,
  view: ReturnType<typeof viewOf>,
): readonly SessionView[] {
  const found: SessionView[] = []
  for (const device of devices) {
    for (const process of bgpProcesses(device)) {
      for (const session of process.sessions) if (isWanted(session)) found.push(view({ device, process, session }))
    }
  }
  return found
}

function viewOf(
  { network, intent, interfaceById }: Design,
  otherOf: (session: BgpSessionIntent) => BgpSessionIntent | undefined,
) {
  return ({ device, process, session }: Pick<SessionView, 'device' | 'process' | 'session'>): SessionView => {
    const { remote, source } = session
    const peering = session.peeringId === undefined ? undefined : network.peerings[session.peeringId]
    const hostName = remote.hostId === undefined ? undefined : network.hosts[remote.hostId]?.name
    const otherDevice = remote.deviceId === undefined ? undefined : intent.devices.get(remote.deviceId)
    return {
      device,
      session,
      process,
      other: otherOf(session),
      otherDevice,
      otherProcess:
        otherDevice && processOf(otherDevice, { instance: peering?.ends[session.side === 0 ? 1 : 0].instance }),
      peering,
      end: peering?.ends[session.side],
      // A session without a peering comes from an underlay and one of its links.
      subject: session.peeringId ?? session.because.find((id) => id !== session.underlayId) ?? device.device.id,
      source: source.interfaceId === undefined ? undefined : interfaceById.get(source.interfaceId),
      remoteName: otherDevice?.device.name ?? hostName ?? session.remoteAddress?.value ?? '?',
    }
  }
}
