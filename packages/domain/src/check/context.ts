import type { IpAddress } from '@weft/net'
import { addressOf, ipVersion } from '@weft/net'
import type { ConfigTree } from '@weft/vrp'
import type { Allocation } from '../allocate'
import type { Origin } from '../config'
import type { Loopbacks, OverlayPlan } from '../expand'
import { overlayPlan } from '../expand'
import type { BgpSessionIntent, CableIntent, DeviceIntent, InterfaceIntent, NetworkIntent, PartIntent } from '../intent'
import { cableOf } from '../intent'
import type {
  BmpSession,
  DeviceId,
  DeviceInterface,
  Gateway,
  Host,
  InterfaceId,
  MlagAttachment,
  MlagPair,
  Network,
  NetworkRecord,
  Overlay,
  Peering,
  RecordId,
  VlanifLink,
  VrfId,
} from '../model'
import { byId, recordName } from '../model'
import type { Reachability } from '../reach'
import type { AddressIndex } from './addresses'
import { indexAddresses } from './addresses'
import type { DesignIndex } from './design-index'
import type { DrawnInterface, InterfaceLookup } from './interface-lookup'
import { isDrawn, lookUpInterfaces } from './interface-lookup'
import type { Layer3Link } from './layer3-links'
import { layer3Links } from './layer3-links'
import { once, remembered } from './once'
import type { SessionView } from './session-views'
import { sessionsOf, sessionViews } from './session-views'

/** What a compilation knows before it is judged. */
export type CheckInput = {
  readonly network: Network
  readonly allocation: Allocation
  readonly intent: NetworkIntent
  readonly reachability: Reachability
  readonly configs: ReadonlyMap<DeviceId, ConfigTree<Origin>>
}

/** A part of a design. */
export type DesignPart = { readonly network: Network; readonly intent: PartIntent }

/** The records that mention one. */
export type Mentioning = (id: RecordId) => Iterable<RecordId>

/** One side of an M-LAG pair whose device exists. */
export type PairSide = { readonly pair: MlagPair; readonly side: 0 | 1; readonly device: DeviceIntent }

/**
 * What the rules walk over. A rule looks records, devices and interfaces up in the whole design, wherever it
 * meets their ids; it goes through the devices, sessions, cables and records that are judged, which are all of them or
 * those that a change touches.
 */
export type Judged = {
  /** By id. */
  readonly devices: readonly DeviceIntent[]
  /** Interfaces that have a record, with it, device by device. */
  readonly drawn: readonly { readonly item: DrawnInterface; readonly record: DeviceInterface }[]
  readonly sessions: readonly SessionView[]
  /** Some of them, where most are not looked at. */
  readonly sessionsThat: (isWanted: (session: BgpSessionIntent) => boolean) => readonly SessionView[]
  readonly cables: readonly CableIntent[]
  /** The records judged; what is not among these is not walked over, but found by its id. */
  readonly records: Network
}

/** The compilation plus indexes every rule may lean on; each is built once, when a rule first asks for it. */
export type RuleContext = CheckInput &
  Omit<Judged, 'records'> & {
    /** Of the whole design. */
    readonly index: DesignIndex
    readonly peerings: readonly Peering[]
    /** The sessions of peerings; in those of an underlay nobody set anything. */
    readonly peeredSessions: readonly SessionView[]
    readonly bmpSessions: readonly BmpSession[]
    readonly pairs: readonly MlagPair[]
    readonly pairSides: readonly PairSide[]
    readonly attachments: readonly MlagAttachment[]
    readonly gateways: readonly Gateway[]
    readonly vlanifLinks: readonly VlanifLink[]
    readonly hosts: readonly Host[]
    readonly interfaceById: InterfaceLookup
    readonly trunks: readonly DrawnInterface[]
    readonly addresses: AddressIndex
    /** By id. */
    readonly overlayPlans: readonly { readonly overlay: Overlay; readonly plan: OverlayPlan }[]
    /** Records that name something that is not there. */
    readonly dangling: ReadonlySet<RecordId>
    readonly layer3Links: readonly Layer3Link[]
    readonly cablesOf: (port: InterfaceId) => readonly CableIntent[]
    /** Ports by the Eth-Trunk they are members of. */
    readonly portsOfTrunk: (trunk: DrawnInterface) => readonly InterfaceIntent[]
    /** `leaf-1 Vlanif10`: how a finding names an interface. */
    readonly label: (item: InterfaceIntent) => string
    readonly deviceName: (deviceId: DeviceId) => string
    readonly vrfName: (vrfId: VrfId | undefined) => string
    /** The primary address of a version; of an unnumbered interface the lender's. */
    readonly primaryAddress: (item: InterfaceIntent, version: 4 | 6) => IpAddress | undefined
  }

/**
 * Judges the whole design.
 *
 * @param byAll whether all rules do; for a few of them less is worth an index
 */
export function buildContext(input: CheckInput, index: DesignIndex, byAll = true): RuleContext {
  const { network, intent } = input
  const interfaceById = lookUpInterfaces(network, intent, true)
  const cables = once(() => cablesByPort(intent.cables))
  const devices = once(() => [...intent.devices.values()].sort((a, b) => byId(a.device, b.device)))
  const drawn = once(() => devices().flatMap((device) => drawnOn(device, network)))
  const views = sessionViews({ network, intent, interfaceById }, devices)
  return contextOf(input, {
    judged: {
      get devices() {
        return devices()
      },
      get drawn() {
        return drawn()
      },
      get sessions() {
        return views.all()
      },
      sessionsThat: views.some,
      cables: intent.cables,
      records: network,
    },
    cablesOf: (port) => cables().get(port) ?? [],
    interfaceById,
    index,
    addresses: indexAddresses(intent, index, byAll),
  })
}

/**
 * Judges some devices of a design: them, and of others the interfaces and sessions they have toward these.
 *
 * @param part the design around them: the devices that meet them, and the cables and records they share
 */
export function buildPartContext(
  { whole, index }: { readonly whole: CheckInput; readonly index: DesignIndex },
  part: DesignPart,
  { isTouched, mentioning }: { readonly isTouched: (id: RecordId) => boolean; readonly mentioning: Mentioning },
): RuleContext {
  const { network, intent } = whole
  const interfaceById = lookUpInterfaces(network, intent, false)
  const around = [...part.intent.devices.keys()].sort().flatMap((id) => intent.devices.get(id) ?? [])
  const cablesOf = (port: InterfaceId): readonly CableIntent[] =>
    [...mentioning(port)].sort().flatMap((id) => cableOf(intent.cables, id) ?? [])
  const touchedPeerings = new Set<string>(Object.keys(part.network.peerings).filter((id) => isTouched(id as RecordId))) // its keys are ids
  const isConcerned = ({ deviceId, remote, peeringId }: BgpSessionIntent): boolean =>
    isTouched(deviceId) ||
    (remote.deviceId !== undefined && isTouched(remote.deviceId)) ||
    (peeringId !== undefined && touchedPeerings.has(peeringId))
  const sessions = once(() => sessionsOf({ network, intent, interfaceById }, around, isConcerned))
  // What a pair shares is said once, of the first of its members.
  const pairs = Object.values(part.network.mlagPairs).filter(({ members }) => members.some(isTouched))
  const judged = new Set(pairs.flatMap(({ members }) => members))
  const isJudged = (id: DeviceId): boolean => isTouched(id) || judged.has(id)
  const devices = around.filter(({ device }) => isJudged(device.id))
  const facing = Object.values(part.network.interfaces).filter(({ deviceId }) => !isJudged(deviceId))
  const drawn = once(() => [
    ...devices.flatMap((device) => drawnOn(device, network)),
    ...facing.flatMap((record) => {
      const item = interfaceById.get(record.id)
      return item === undefined ? [] : [{ item, record }]
    }),
  ])
  return contextOf(whole, {
    judged: {
      devices,
      get drawn() {
        return drawn()
      },
      get sessions() {
        return sessions()
      },
      sessionsThat: (isWanted) => sessions().filter(({ session }) => isWanted(session)),
      cables: part.intent.cables,
      records: part.network,
    },
    cablesOf: remembered(cablesOf),
    interfaceById,
    index,
    addresses: indexAddresses(intent, index, false),
  })
}

type Lookups = {
  readonly judged: Judged
  readonly cablesOf: RuleContext['cablesOf']
  readonly interfaceById: InterfaceLookup
  readonly index: DesignIndex
  readonly addresses: AddressIndex
}

function contextOf(input: CheckInput, { judged, cablesOf, interfaceById, index, addresses }: Lookups): RuleContext {
  const { network, intent } = input
  const { records, cables } = judged
  const deviceName = (deviceId: DeviceId) => network.devices[deviceId]?.name ?? deviceId
  const pairs = once(() => Object.values(records.mlagPairs).sort(byId))
  const pairSides = once(() => pairs().flatMap((pair) => sidesOf(pair, intent)))
  const peerings = once(() => Object.values(records.peerings).sort(byId))
  const peeredSessions = once(() => judged.sessions.filter(({ peering }) => peering !== undefined))
  const bmpSessions = once(() => Object.values(records.bmpSessions).sort(byId))
  const attachments = once(() => Object.values(records.attachments).sort(byId))
  const gateways = once(() => Object.values(records.gateways).sort(byId))
  const vlanifLinks = once(() => Object.values(records.vlanifLinks).sort(byId))
  const hosts = once(() => Object.values(records.hosts).sort(byId))
  const trunks = once(() => judged.drawn.flatMap(({ item }) => (item.kind === 'eth-trunk' ? [item] : [])))
  const overlayPlans = once(() => plansOf(input))
  const dangling = once(() => new Set(intent.dangling.map(({ recordId }) => recordId)))
  const links = once(() => layer3Links({ cables, vlanifLinks: vlanifLinks() }, interfaceById))
  return {
    ...input,
    cables,
    interfaceById,
    index,
    addresses,
    get devices() {
      return judged.devices
    },
    get sessions() {
      return judged.sessions
    },
    sessionsThat: judged.sessionsThat,
    get peerings() {
      return peerings()
    },
    get peeredSessions() {
      return peeredSessions()
    },
    get bmpSessions() {
      return bmpSessions()
    },
    get pairs() {
      return pairs()
    },
    get pairSides() {
      return pairSides()
    },
    get attachments() {
      return attachments()
    },
    get gateways() {
      return gateways()
    },
    get vlanifLinks() {
      return vlanifLinks()
    },
    get hosts() {
      return hosts()
    },
    get drawn() {
      return judged.drawn
    },
    get trunks() {
      return trunks()
    },
    get overlayPlans() {
      return overlayPlans()
    },
    get dangling() {
      return dangling()
    },
    get layer3Links() {
      return links()
    },
    cablesOf,
    portsOfTrunk: remembered((trunk) => portsOf(trunk, input)),
    label: (item) => `${deviceName(item.deviceId)} ${item.name}`,
    deviceName,
    vrfName: (vrfId) => (vrfId === undefined ? '' : (network.vrfs[vrfId]?.name ?? vrfId)),
    primaryAddress: (item, version) => primaryAddress(item, version, intent),
  }
}

function plansOf({ network, intent }: CheckInput): RuleContext['overlayPlans'] {
  // Of interfaces with one name the first has the smallest id, which is the one that counts.
  const loopbacks: Loopbacks = (id, number) =>
    intent.devices.get(id)?.interfaces.find(({ name }) => name === `LoopBack${number}`)?.interfaceId
  const overlays = Object.values(network.overlays).sort(byId)
  return overlays.map((overlay) => ({ overlay, plan: overlayPlan(network, overlay, loopbacks) }))
}

function sidesOf(pair: MlagPair, intent: NetworkIntent): readonly PairSide[] {
  return ([0, 1] as const).flatMap((side): readonly PairSide[] => {
    const device = intent.devices.get(pair.members[side])
    return device === undefined ? [] : [{ pair, side, device }]
  })
}

function drawnOn({ interfaces }: DeviceIntent, network: Network): RuleContext['drawn'] {
  const drawn: RuleContext['drawn'][number][] = []
  for (const item of interfaces) {
    const record = isDrawn(item) ? network.interfaces[item.interfaceId] : undefined
    if (record !== undefined && isDrawn(item)) drawn.push({ item, record })
  }
  return drawn
}

function portsOf(trunk: DrawnInterface, { network, intent }: CheckInput): readonly InterfaceIntent[] {
  const own = intent.devices.get(trunk.deviceId)?.interfaces ?? []
  return own.filter(
    ({ memberOf, interfaceId }) =>
      memberOf !== undefined &&
      interfaceId !== undefined &&
      network.interfaces[interfaceId]?.memberOf === trunk.interfaceId,
  )
}

function cablesByPort(cables: readonly CableIntent[]): ReadonlyMap<InterfaceId, readonly CableIntent[]> {
  const found = new Map<InterfaceId, CableIntent[]>()
  for (const cable of cables) {
    for (const end of cable.ends) {
      if (end.kind !== 'interface') continue
      const list = found.get(end.interfaceId)
      if (list === undefined) found.set(end.interfaceId, [cable])
      else list.push(cable)
    }
  }
  return found
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
