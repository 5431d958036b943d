import type { DeviceIntent, NetworkIntent } from '../intent'
import { bgpSessions } from '../intent'
import type { DeviceId, Network, Requirement } from '../model'
import { byId } from '../model'
import type { Reachability, SessionStatus } from '../reach'
import { subjectKey } from './subject-key'

/** A session or way that a requirement is about. */
export type Demanded = {
  /** As `subjectKey` says it. */
  readonly key: string
  /** `BGP leaf-1 – spine-1`: how people call it. */
  readonly name: string
  /** Devices it ends on. */
  readonly ends: readonly DeviceId[]
  /** While nothing has failed; of a way, nobody has asked yet. */
  readonly status?: SessionStatus
}

type Compiled = { readonly network: Network; readonly intent: NetworkIntent; readonly reachability: Reachability }
type Subject = Requirement['subject']
type Selection = Extract<Subject, { readonly kind: 'sessions' }>['of']

/** Everything a requirement is about, by key; empty where its selection matches nothing. */
export function demandedBy(compiled: Compiled, { subject }: Requirement): readonly Demanded[] {
  const found = subject.kind === 'loopbacks' ? ways(compiled, subject) : sessions(compiled, subject)
  const byKey = new Map([...found].map((each) => [each.key, each]))
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

function* ways({ intent }: Compiled, subject: Extract<Subject, { kind: 'loopbacks' }>): Generator<Demanded> {
  const to = chosen(intent, subject.to)
  for (const { device: one } of chosen(intent, subject.from)) {
    for (const { device: other } of to) {
      if (one.id === other.id) continue
      const [a, b] = one.id < other.id ? [one, other] : [other, one]
      const ends = [a.id, b.id] as const
      yield { key: subjectKey({ kind: 'loopbacks', ends }), name: `${a.name} ↔ ${b.name}`, ends }
    }
  }
}

function* sessions(compiled: Compiled, subject: Extract<Subject, { kind: 'sessions' }>): Generator<Demanded> {
  const devices = chosen(compiled.intent, subject.of)
  const wanted = new Set(subject.protocols)
  for (const device of devices) {
    if (wanted.has('bgp')) yield* bgpOf(compiled, device)
    if (wanted.has('bmp')) yield* bmpOf(compiled, device)
  }
  if (wanted.has('igp')) yield* igpOf(compiled, new Set(devices.map(({ device }) => device.id)))
}

function* bgpOf({ network, reachability }: Compiled, device: DeviceIntent): Generator<Demanded> {
  for (const { key, otherKey, remote, remoteAddress } of bgpSessions(device)) {
    const other = remote.deviceId === undefined ? undefined : network.devices[remote.deviceId]
    const far = other?.name ?? network.hosts[remote.hostId ?? '']?.name ?? remoteAddress?.value ?? '?'
    const isFirst = !reachability.bgpSessions.has(otherKey) || key < otherKey
    const status = reachability.bgpSessions.get(key)?.status
    yield {
      key: subjectKey({ kind: 'bgp', key: isFirst ? key : otherKey }),
      name: `BGP ${[device.device.name, far].sort().join(' – ')}`,
      ends: [device.device.id, ...(other === undefined ? [] : [other.id])],
      ...(status === undefined ? {} : { status }),
    }
  }
}

function* bmpOf({ network, reachability }: Compiled, { device, bmp }: DeviceIntent): Generator<Demanded> {
  for (const { bmpSessionId: id } of bmp?.sessions ?? []) {
    const status = reachability.bmpSessions.get(id)?.status
    const station = network.stations[network.bmpSessions[id]?.stationId ?? '']?.name ?? '?'
    yield {
      key: subjectKey({ kind: 'bmp', id }),
      name: `BMP ${device.name} → ${station}`,
      ends: [device.id],
      ...(status === undefined ? {} : { status }),
    }
  }
}

const igpNames = { ospf: 'OSPF', ospfv3: 'OSPFv3', isis: 'IS-IS' } as const

function* igpOf({ network, reachability }: Compiled, devices: ReadonlySet<DeviceId>): Generator<Demanded> {
  for (const { protocol, ends: interfaces, verdict } of reachability.igpAdjacencies) {
    const ends = interfaces.flatMap((id) => network.interfaces[id]?.deviceId ?? [])
    if (!ends.some((id) => devices.has(id))) continue
    const names = ends.map((id) => network.devices[id]?.name ?? '?')
    yield {
      key: subjectKey({ kind: protocol, ends: interfaces }),
      name: `${igpNames[protocol]} ${names.join(' – ')}`,
      ends,
      status: verdict.status,
    }
  }
}

function chosen({ devices }: NetworkIntent, selection: Selection): readonly DeviceIntent[] {
  const matching =
    'deviceIds' in selection
      ? [...new Set(selection.deviceIds)].flatMap((id) => devices.get(id) ?? [])
      : [...devices.values()].filter(({ device }) => !('role' in selection) || device.role === selection.role)
  return matching.sort((a, b) => byId(a.device, b.device))
}
