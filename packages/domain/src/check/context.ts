import type { IpAddress } from '@weft/net'
import { addressOf, ipVersion } from '@weft/net'
import type { ConfigTree } from '@weft/vrp'
import type { Allocation } from '../allocate'
import type { Origin } from '../config'
import type {
  BgpIntent,
  BgpSessionIntent,
  CableIntent,
  DeviceIntent,
  InterfaceIntent,
  NetworkIntent,
  SessionKey,
} from '../intent'
import { bgpProcesses, bgpSessions, processOf } from '../intent'
import type {
  DeviceId,
  DeviceInterface,
  InterfaceId,
  MlagPair,
  Network,
  NetworkRecord,
  Peering,
  PeeringEnd,
  RecordId,
  VrfId,
} from '../model'
import { byId, recordName } from '../model'
import type { Reachability } from '../reach'
import type { AddressIndex } from './addresses'
import { indexAddresses } from './addresses'
import type { Layer3Link } from './layer3-links'
import { layer3Links } from './layer3-links'

/** What a compilation knows before it is judged. */
export type CheckInput = {
  readonly network: Network
  readonly allocation: Allocation
  readonly intent: NetworkIntent
  readonly reachability: Reachability
  readonly configs: ReadonlyMap<DeviceId, ConfigTree<Origin>>
}

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

/** One side of an M-LAG pair whose device exists. */
export type PairSide = { readonly pair: MlagPair; readonly side: 0 | 1; readonly device: DeviceIntent }

/** An interface with a record of its own. */
export type DrawnInterface = InterfaceIntent & { readonly interfaceId: InterfaceId }

/** The compilation plus indexes every rule may lean on; built once, so that no rule scans everything per device. */
export type RuleContext = CheckInput & {
  /** By id. */
  readonly devices: readonly DeviceIntent[]
  readonly interfaceById: ReadonlyMap<InterfaceId, DrawnInterface>
  /** Interfaces that have a record, with it, device by device. */
  readonly drawn: readonly { readonly item: DrawnInterface; readonly record: DeviceInterface }[]
  readonly trunks: readonly DrawnInterface[]
  readonly addresses: AddressIndex
  readonly sessions: readonly SessionView[]
  readonly pairs: readonly MlagPair[]
  readonly pairSides: readonly PairSide[]
  /** Records that name something that is not there. */
  readonly dangling: ReadonlySet<RecordId>
  readonly layer3Links: readonly Layer3Link[]
  readonly cablesOf: ReadonlyMap<InterfaceId, readonly CableIntent[]>
  /** Ports by the Eth-Trunk they are members of. */
  readonly portsOfTrunk: ReadonlyMap<InterfaceId, readonly InterfaceIntent[]>
  /** `leaf-1 Vlanif10`: how a finding names an interface. */
  readonly label: (item: InterfaceIntent) => string
  readonly deviceName: (deviceId: DeviceId) => string
  readonly vrfName: (vrfId: VrfId | undefined) => string
  /** The primary address of a version; of an unnumbered interface the lender's. */
  readonly primaryAddress: (item: InterfaceIntent, version: 4 | 6) => IpAddress | undefined
}

export function buildContext(input: CheckInput): RuleContext {
  const { network, intent } = input
  const devices = [...intent.devices.values()].sort((a, b) => byId(a.device, b.device))
  const interfaceById = new Map<InterfaceId, DrawnInterface>()
  const portsOfTrunk = new Map<InterfaceId, InterfaceIntent[]>()
  const drawn: { readonly item: DrawnInterface; readonly record: DeviceInterface }[] = []
  for (const device of devices) {
    for (const item of device.interfaces) {
      const record = item.interfaceId === undefined ? undefined : network.interfaces[item.interfaceId]
      if (record === undefined || !isDrawn(item)) continue
      interfaceById.set(record.id, item)
      drawn.push({ item, record })
      if (item.memberOf !== undefined && record.memberOf !== undefined) push(portsOfTrunk, record.memberOf, item)
    }
  }
  const cablesOf = new Map<InterfaceId, CableIntent[]>()
  for (const cable of intent.cables) {
    for (const end of cable.ends) if (end.kind === 'interface') push(cablesOf, end.interfaceId, cable)
  }
  const pairs = Object.values(network.mlagPairs).sort(byId)
  const pairSides = pairs.flatMap((pair) =>
    ([0, 1] as const).flatMap((side): readonly PairSide[] => {
      const device = intent.devices.get(pair.members[side])
      return device === undefined ? [] : [{ pair, side, device }]
    }),
  )
  const deviceName = (deviceId: DeviceId) => network.devices[deviceId]?.name ?? deviceId
  return {
    ...input,
    devices,
    interfaceById,
    drawn,
    trunks: drawn.flatMap(({ item }) => (item.kind === 'eth-trunk' ? [item] : [])),
    portsOfTrunk,
    cablesOf,
    dangling: new Set(intent.dangling.map(({ recordId }) => recordId)),
    layer3Links: layer3Links(network, intent, interfaceById),
    pairs,
    pairSides,
    addresses: indexAddresses(intent, devices),
    sessions: viewSessions(input, devices, interfaceById),
    label: (item) => `${deviceName(item.deviceId)} ${item.name}`,
    deviceName,
    vrfName: (vrfId) => (vrfId === undefined ? '' : (network.vrfs[vrfId]?.name ?? vrfId)),
    primaryAddress: (item, version) => primaryAddress(item, version, intent),
  }
}

function isDrawn(item: InterfaceIntent): item is DrawnInterface {
  return item.interfaceId !== undefined
}

function viewSessions(
  { network, intent }: CheckInput,
  devices: readonly DeviceIntent[],
  interfaceById: ReadonlyMap<InterfaceId, InterfaceIntent>,
): readonly SessionView[] {
  const byKey = new Map<SessionKey, BgpSessionIntent>()
  for (const device of devices) for (const session of bgpSessions(device)) byKey.set(session.key, session)
  return devices.flatMap((device) =>
    bgpProcesses(device).flatMap((process) =>
      process.sessions.map((session): SessionView => {
        const { remote, source } = session
        const other = byKey.get(session.otherKey)
        const peering = session.peeringId === undefined ? undefined : network.peerings[session.peeringId]
        const hostName = remote.hostId === undefined ? undefined : network.hosts[remote.hostId]?.name
        const otherDevice = remote.deviceId === undefined ? undefined : intent.devices.get(remote.deviceId)
        return {
          device,
          session,
          process,
          other,
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
      }),
    ),
  )
}

function primaryAddress(item: InterfaceIntent, version: 4 | 6, intent: NetworkIntent): IpAddress | undefined {
  if (version === 6) return item.ipv6[0] === undefined ? item.ipv6LinkLocal : addressOf(item.ipv6[0].value)
  const { unnumberedFrom } = item
  const owner =
    unnumberedFrom === undefined
      ? item
      : intent.devices.get(item.deviceId)?.interfaces.find(({ name }) => name === unnumberedFrom)
  return owner?.ipv4[0] === undefined ? undefined : addressOf(owner.ipv4[0].value)
}

/** The record behind an id, whatever its kind. */
export function recordOf({ network }: Pick<RuleContext, 'network'>, id: string): NetworkRecord | undefined {
  for (const collection of Object.values(network)) {
    const record = collection[id]
    if (record !== undefined) return record
  }
  return undefined
}

/** The name by which people know a record. */
export function nameOf({ network }: RuleContext, id: RecordId): string {
  return recordName(network, id)
}

export function isIpv6(address: IpAddress): boolean {
  return ipVersion(address) === 6
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}
