import type { BgpSessionIntent, DeviceIntent, NetworkIntent, SessionKey } from '../intent'
import { bgpSessions as sessionsOf } from '../intent'
import type { BmpSessionId, DeviceId, InterfaceId, MlagPairId } from '../model'
import { byId } from '../model'
import type { SessionVerdict } from '../reach'
import type { Compilation } from './compilation'

/** Which session is meant. A BGP session has a key on each side; the lesser one names both. */
export type SessionRef =
  | { readonly kind: 'bgp'; readonly key: SessionKey }
  | { readonly kind: 'bmp'; readonly id: BmpSessionId }
  | { readonly kind: 'ospf' | 'ospfv3' | 'isis'; readonly ends: readonly [InterfaceId, InterfaceId] }
  | { readonly kind: 'dfs-pairing' | 'dual-active-detection' | 'sync-channel'; readonly pairId: MlagPairId }
  /** The tunnel between two VTEPs that share a VNI. */
  | { readonly kind: 'vxlan'; readonly ends: readonly [DeviceId, DeviceId] }

export type SessionEntry = {
  readonly session: SessionRef
  /** What people type: `leaf-1:10.0.0.2`, `leaf-1:100GE1/0/1--spine-1:100GE1/0/1`, `leaf-1--leaf-2`. */
  readonly name: string
  /** Other names of the same session; `leaf-1--spine-1` may stand for several. */
  readonly aliases: readonly string[]
  /** The devices it is configured on. */
  readonly devices: readonly DeviceId[]
  readonly verdict: SessionVerdict
}

/** Every session of a compilation: BGP, BMP, IGP adjacencies, the channels of M-LAG pairs, then VXLAN tunnels. */
export function listSessions({ intent, reachability }: Compilation): readonly SessionEntry[] {
  const devices = [...intent.devices.values()].sort((a, b) => byId(a.device, b.device))
  return [
    ...bgpEntries(devices, reachability),
    ...bmpEntries(devices, reachability),
    ...igpEntries(intent, reachability),
    ...mlagEntries(devices, reachability),
    ...vxlanEntries(intent, reachability),
  ]
}

/** The sessions a name may stand for; a kind before it (`bmp:leaf-1:192.0.2.9`) leaves only those of that kind. */
export function sessionsNamed(sessions: readonly SessionEntry[], typed: string): readonly SessionEntry[] {
  const called = sessions.filter(({ session, name }) => typed === name || typed === `${session.kind}:${name}`)
  if (called.length > 0) return called
  return sessions.filter(({ session, aliases }) =>
    aliases.some((alias) => typed === alias || typed === `${session.kind}:${alias}`),
  )
}

/** One text for each session, the same before and after a change. */
export function sessionId(session: SessionRef): string {
  switch (session.kind) {
    case 'bgp':
      // Without the side: where one end is not configured, the other one alone names the session.
      return session.key.slice(0, -2)
    case 'bmp':
      return session.id
    case 'ospf':
    case 'ospfv3':
    case 'isis':
    case 'vxlan':
      return `${session.kind} ${session.ends.join(' ')}`
    case 'dfs-pairing':
    case 'dual-active-detection':
    case 'sync-channel':
      return `${session.kind} ${session.pairId}`
  }
}

export function sameSession(one: SessionRef, other: SessionRef): boolean {
  return sessionId(one) === sessionId(other)
}

type Reachability = Compilation['reachability']

function bgpEntries(devices: readonly DeviceIntent[], { bgpSessions }: Reachability): readonly SessionEntry[] {
  const sides = new Map<SessionKey, { readonly device: DeviceIntent; readonly session: BgpSessionIntent }>()
  for (const device of devices) for (const session of sessionsOf(device)) sides.set(session.key, { device, session })
  return [...sides].flatMap(([key, own]): readonly SessionEntry[] => {
    const other = sides.get(own.session.otherKey)
    const verdict = bgpSessions.get(key)
    if (verdict === undefined || (other !== undefined && own.session.otherKey < key)) return []
    const names = [own, ...(other === undefined ? [] : [other])].flatMap(({ device, session }) => {
      const address = session.remoteAddress?.value
      return address === undefined ? [] : [`${device.device.name}:${address}${atVrf(device, session)}`]
    })
    const [one, two] = [own.device.device.name, other?.device.device.name ?? '?']
    const [name = `${one}--${two}`, ...aliases] = names
    return [
      {
        session: { kind: 'bgp', key },
        name,
        aliases: [...aliases, `${one}--${two}`, `${two}--${one}`],
        devices: [own.session.deviceId, ...(other === undefined ? [] : [other.session.deviceId])],
        verdict,
      },
    ]
  })
}

function atVrf(device: DeviceIntent, { vrfId }: { readonly vrfId?: BgpSessionIntent['vrfId'] }): string {
  if (vrfId === undefined) return ''
  return `@${device.vrfs.find((vrf) => vrf.vrfId === vrfId)?.name ?? vrfId}`
}

function bmpEntries(devices: readonly DeviceIntent[], { bmpSessions }: Reachability): readonly SessionEntry[] {
  return devices.flatMap((device) =>
    (device.bmp?.sessions ?? []).flatMap((session): readonly SessionEntry[] => {
      const { bmpSessionId: id, address, alias } = session
      const verdict = bmpSessions.get(id)
      if (verdict === undefined) return []
      const name = `${device.device.name}:${address}${alias === undefined ? '' : `#${alias}`}${atVrf(device, session)}`
      return [{ session: { kind: 'bmp', id }, name, aliases: [], devices: [device.device.id], verdict }]
    }),
  )
}

function igpEntries(intent: NetworkIntent, { igpAdjacencies }: Reachability): readonly SessionEntry[] {
  if (igpAdjacencies.length === 0) return []
  const places = new Map<InterfaceId, { readonly device: string; readonly id: DeviceId; readonly name: string }>()
  for (const { device, interfaces } of intent.devices.values()) {
    for (const { interfaceId, name } of interfaces) {
      if (interfaceId !== undefined) places.set(interfaceId, { device: device.name, id: device.id, name })
    }
  }
  return igpAdjacencies.flatMap(({ protocol, ends, verdict }): readonly SessionEntry[] => {
    const [a, b] = [places.get(ends[0]), places.get(ends[1])]
    if (a === undefined || b === undefined) return []
    const [one, two] = [`${a.device}:${a.name}`, `${b.device}:${b.name}`]
    const aliases = [`${two}--${one}`, one, two, `${a.device}--${b.device}`, `${b.device}--${a.device}`]
    return [{ session: { kind: protocol, ends }, name: `${one}--${two}`, aliases, devices: [a.id, b.id], verdict }]
  })
}

function mlagEntries(devices: readonly DeviceIntent[], { mlagChannels }: Reachability): readonly SessionEntry[] {
  const members = new Map<MlagPairId, DeviceIntent[]>()
  for (const device of devices) {
    const { dfsGroup } = device
    if (dfsGroup === undefined) continue
    const both = members.get(dfsGroup.pairId) ?? []
    both[dfsGroup.side] = device
    members.set(dfsGroup.pairId, both)
  }
  return [...members].flatMap(([pairId, both]): readonly SessionEntry[] => {
    const channels = mlagChannels.get(pairId)
    const names = both.map(({ device }) => device.name)
    const common = {
      name: names.join('--'),
      aliases: [names.toReversed().join('--')],
      devices: both.map(({ device }) => device.id),
    }
    const entry = (
      kind: 'dfs-pairing' | 'dual-active-detection' | 'sync-channel',
      verdict: SessionVerdict | undefined,
    ) => (verdict === undefined ? [] : [{ session: { kind, pairId }, ...common, verdict }])
    return [
      ...entry('dfs-pairing', channels?.pairing),
      ...entry('dual-active-detection', channels?.dualActiveDetection),
      ...entry('sync-channel', channels?.syncChannel),
    ]
  })
}

function vxlanEntries({ devices }: NetworkIntent, { vteps }: Reachability): readonly SessionEntry[] {
  return vteps.map(({ devices: ends, verdict }) => {
    const [one, two] = ends.map((id) => devices.get(id)?.device.name ?? id)
    return {
      session: { kind: 'vxlan', ends },
      name: `${one}--${two}`,
      aliases: [`${two}--${one}`],
      devices: ends,
      verdict,
    }
  })
}
