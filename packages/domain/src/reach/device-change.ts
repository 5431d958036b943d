import type { InterfaceName } from '@weft/net'
import type { BgpIntent, DeviceIntent, InterfaceIntent, SessionKey } from '../intent'
import { bgpProcesses, bgpSessions, reoriginates } from '../intent'
import { sameBut, sameValue } from '../model'
import type { IpPrefix } from './prefix-key'
import { hostPrefix } from './prefix-key'
import { viewsWithoutStp } from './stp-ports'
import { addressesOfInterface } from './tables'

/** What another intent of a device means for what was found out about the network. */
export type DeviceChange = {
  /** What the proofs of others show of it, or what others ask of it on the way, is another. */
  readonly seen: boolean
  /** Prefixes that came, went or lead elsewhere in its tables. */
  readonly prefixes: readonly IpPrefix[]
  /** What it tells BGP neighbours may be another. */
  readonly speaker: boolean
  /** What it brings into BGP may be another. */
  readonly origins: boolean
  /** Sessions came or went. */
  readonly sessions: boolean
  /** LoopBacks that went and that came, one of another kind than before being both. */
  readonly gone: readonly InterfaceIntent[]
  readonly come: readonly InterfaceIntent[]
  /** Somebody else's questions are asked in other VPN instances. */
  readonly asks: boolean
  /** Interfaces that were shut or opened, switch other VLANs, or speak an interior gateway protocol otherwise. */
  readonly lines: readonly InterfaceName[]
  /** It has other VLANs. */
  readonly vlans: boolean
  /** Sessions that came, or whose terms are others. */
  readonly renewed: ReadonlySet<SessionKey>
  /** More differs than lines, VLANs and sessions. */
  readonly own: boolean
}

/** Fields that nothing here reads. Whatever is not named in this file makes everything be found out anew. */
const unreadOfInterface = ['description', 'arpProxy', 'macAddress', 'aggregation', 'hostRoutes'] as const
const unreadOfProcess = ['familySettings', 'keepAllRoutes', 'privateFourByteAs', 'because'] as const
/** Fields of the record that the intent says in its own words, or that nothing reads. */
const readOfRecord = ['id', 'name', 'model', 'forwardingMode', 'carried'] as const

/** @returns undefined: nothing that is read; `everything`: what follows from it cannot be told from the device alone */
export function deviceChange(before: DeviceIntent, after: DeviceIntent): DeviceChange | 'everything' | undefined {
  const same = sameBut(before, after, [
    ...(['device', 'vlans', 'vlanViews', 'interfaces', 'vrfs', 'dfsGroup', 'bgp', 'bgpInstances'] as const),
    ...(['policies', 'bmp', 'staticRoutes', 'bfd', 'evpnOverlay', 'ospf'] as const),
  ])
  if (!sameValue(viewsWithoutStp(before), viewsWithoutStp(after))) return 'everything'
  if (!same || !sameShape(before, after) || !sameValue(ospfOf(before), ospfOf(after))) return 'everything'
  const interfaces = changedInterfaces(before, after)
  if (interfaces === 'everything') return 'everything'
  const { gone, come, addresses, lines, quiet: quietInterfaces } = interfaces
  const statics = changedStatics(before, after)
  if (statics.length > 0 && [before, after].some(hasStrayRoute)) return 'everything'
  const imports = [...before.ospf, ...before.ospfv3, ...before.isis].some(({ importRoutes }) => importRoutes.length > 0)
  const prefixes = [...addresses, ...statics]
  const vlans = !sameValue(vlansOf(before), vlansOf(after))
  if (imports && prefixes.length + lines.length > 0) return 'everything'
  const processes = changedProcesses(before, after)
  if (processes === 'everything') return 'everything'
  const seen =
    before.device.name !== after.device.name ||
    before.evpnOverlay !== after.evpnOverlay ||
    (before.bgp === undefined) !== (after.bgp === undefined) ||
    !sameValue(namesOf(before), namesOf(after))
  const quiet =
    !seen &&
    prefixes.length === 0 &&
    quietInterfaces &&
    readOfRecord.every((field) => sameValue(before.device[field], after.device[field])) &&
    sameValue(before.dfsGroup, after.dfsGroup) &&
    sameValue(before.bmp, after.bmp) &&
    sameValue(bgpProcesses(before).map(withoutSessions), bgpProcesses(after).map(withoutSessions))
  const renewed = renewedSessions(before, after)
  if (quiet && lines.length + renewed.size === 0 && !vlans && !processes.sessions) return undefined
  return {
    ...{ seen, prefixes, gone, come, ...processes, lines, vlans, renewed, own: !quiet },
    origins: processes.origins || prefixes.length > 0,
    asks: !sameValue(askedTables(before), askedTables(after)),
  }
}

/** OSPF processes without what only their statements name. */
function ospfOf({ ospf }: DeviceIntent) {
  return ospf.map(({ because: _unread, areas, ...process }) => ({
    ...process,
    areas: areas.map(({ area, type, options }) => ({ area, type, options })),
  }))
}

type ChangedInterfaces = Pick<DeviceChange, 'gone' | 'come'> & {
  readonly addresses: readonly IpPrefix[]
  readonly lines: readonly InterfaceName[]
  /** Nothing that is read differs but lines. */
  readonly quiet: boolean
}

function changedInterfaces(before: DeviceIntent, after: DeviceIntent): ChangedInterfaces | 'everything' {
  const now = new Map(after.interfaces.map((each) => [each.name, each]))
  // Two interfaces with one name cannot be told apart.
  if (now.size < after.interfaces.length) return 'everything'
  const gone: InterfaceIntent[] = []
  const come: InterfaceIntent[] = []
  const addresses: IpPrefix[] = []
  const lines: InterfaceName[] = []
  const lenders = new Set([...before.interfaces, ...after.interfaces].map(({ unnumberedFrom }) => unnumberedFrom))
  let quiet = true
  if (new Set(before.interfaces.map(({ name }) => name)).size < before.interfaces.length) return 'everything'
  for (const was of before.interfaces) {
    const is = now.get(was.name)
    now.delete(was.name)
    if (is === was) continue
    const [old, found] = [addressesOfInterface(was), is === undefined ? [] : addressesOfInterface(is)]
    const readdressed = !sameValue(old, found)
    const respeaks = readdressed && [was, is].some((each) => each !== undefined && speaks(each))
    if (is !== undefined && sameLine(was, is) && !respeaks) {
      // Only adjacencies name the records an interface comes from.
      quiet &&= sameBut(was, is, speaks(was) ? unreadOfInterface : [...unreadOfInterface, 'because'])
      if (!readdressed) continue
    } else if (is !== undefined && isLine(was) && samePlace(was, is)) {
      lines.push(was.name)
      quiet &&= sameBut(was, is, [...unreadOfInterface, ...lineFields, 'because'])
      if (!readdressed) continue
    } else {
      if (!isLoopBack(was) || (is !== undefined && !isLoopBack(is))) return 'everything'
      gone.push(was)
      if (is !== undefined) come.push(is)
    }
    if (lenders.has(was.name)) return 'everything'
    quiet = false
    for (const { address, network } of [...old, ...found]) addresses.push(hostPrefix(address), network)
  }
  for (const is of now.values()) {
    if (!isLoopBack(is) || lenders.has(is.name)) return 'everything'
    quiet = false
    come.push(is)
    for (const { address, network } of addressesOfInterface(is)) addresses.push(hostPrefix(address), network)
  }
  return { gone, come, addresses, lines, quiet }
}

function speaks({ ospf, ospfv3, isis }: InterfaceIntent): boolean {
  return ospf !== undefined || ospfv3 !== undefined || isis !== undefined
}

/** An interface that no frame ever reaches. */
function isLoopBack({ kind, ...rest }: InterfaceIntent): boolean {
  const { memberOf, unnumberedFrom, switching, peerLink, encapsulation, bridgeDomain, nve, mlagMember } = rest
  const other = [memberOf, unnumberedFrom, switching, peerLink, encapsulation, bridgeDomain, nve, mlagMember]
  return kind === 'loopback' && other.every((each) => each === undefined) && !rest.name.includes('.')
}

function askedTables({ vrfs, bmp, dfsGroup }: DeviceIntent) {
  const channels = [dfsGroup?.dualActiveDetection, dfsGroup?.syncChannel].map((channel) => channel?.vrfName)
  return [vrfs.map(({ vrfId, name }) => [vrfId, name]), bmp?.sessions.map(({ vrfId }) => vrfId), channels]
}

function namesOf({ vrfs }: DeviceIntent) {
  return vrfs.map(({ vrfId, name }) => [vrfId, name])
}

function vlansOf({ vlans }: DeviceIntent) {
  return vlans.map(({ vlan }) => vlan)
}

/** What decides which interfaces, tables and processes there are, and who meets whom. */
function sameShape(before: DeviceIntent, after: DeviceIntent): boolean {
  const group = ({ dfsGroup }: DeviceIntent) =>
    dfsGroup === undefined ? undefined : [dfsGroup.pairId, dfsGroup.side, dfsGroup.otherDeviceId]
  return (
    sameValue(
      before.vrfs.map(({ vrfId }) => vrfId),
      after.vrfs.map(({ vrfId }) => vrfId),
    ) &&
    sameValue(group(before), group(after)) &&
    reoriginates(before) === reoriginates(after) &&
    (before.announcementsKnown.public && before.announcementsKnown.vpn
      ? true
      : (before.bgp === undefined) === (after.bgp === undefined) &&
        before.bgpInstances.length === after.bgpInstances.length)
  )
}

/** What makes a line go up or down, or decides what goes over it. */
const lineFields = ['shutdown', 'switching', 'mlagMember', 'ospf', 'ospfv3', 'isis'] as const
/** Its addresses, and what only proofs show of it. */
const unreadOfLine = [
  ...unreadOfInterface,
  ...(['ipv4', 'ipv6', 'ipv6LinkLocal', 'mlagIpv4', 'mtu', 'unpairedPortReserved', 'because'] as const),
]

/** An interface that frames may get to: all but LoopBacks, and those that tunnels start at. */
function isLine({ kind }: InterfaceIntent): boolean {
  return kind !== 'loopback' && kind !== 'nve'
}

/** The same interface in the same place. */
function samePlace(a: InterfaceIntent, b: InterfaceIntent): boolean {
  return sameBut(a, b, [...unreadOfLine, ...lineFields])
}

function sameLine(a: InterfaceIntent, b: InterfaceIntent): boolean {
  return sameBut(a, b, unreadOfLine)
}

function changedStatics(before: DeviceIntent, after: DeviceIntent): readonly IpPrefix[] {
  if (before.staticRoutes === after.staticRoutes) return []
  const [was, is] = [staticsByPrefix(before), staticsByPrefix(after)]
  return [...new Set([...was.keys(), ...is.keys()])].filter((prefix) => !sameValue(was.get(prefix), is.get(prefix)))
}

/** A route in a VPN instance that does not exist brings a table of its own. */
function hasStrayRoute({ vrfs, staticRoutes }: DeviceIntent): boolean {
  return staticRoutes.some(({ vrfId }) => vrfId !== undefined && !vrfs.some((vrf) => vrf.vrfId === vrfId))
}

function staticsByPrefix({ staticRoutes }: DeviceIntent): ReadonlyMap<IpPrefix, readonly object[]> {
  const found = new Map<IpPrefix, object[]>()
  for (const { description: _unread, because: _neither, ...route } of staticRoutes)
    found.set(route.prefix, [...(found.get(route.prefix) ?? []), route])
  return found
}

function changedProcesses(
  before: DeviceIntent,
  after: DeviceIntent,
): Pick<DeviceChange, 'speaker' | 'sessions' | 'origins'> | 'everything' {
  const [was, is] = [processesByName(before), processesByName(after)]
  const change = { speaker: was.size !== is.size, sessions: false, origins: was.size !== is.size }
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [a, b] = [was.get(name), is.get(name)]
    if (a === undefined || b === undefined) {
      const only = a ?? b
      if (only !== undefined && only.importRoutes.length > 0) return 'everything'
      change.sessions ||= only !== undefined && only.sessions.length > 0
      continue
    }
    if (a === b) continue
    const said = ['sessions', 'announcements', 'asNumber', 'routerId', 'clusterId'] as const
    if (!sameBut(a, b, [...unreadOfProcess, ...said])) return 'everything'
    change.speaker ||= !said.slice(2).every((field) => sameValue(a[field], b[field]))
    change.origins ||= !sameValue(a.announcements, b.announcements)
    change.sessions ||= !sameValue(keysOf(a), keysOf(b))
  }
  return change
}

function processesByName(device: DeviceIntent): ReadonlyMap<string | undefined, BgpIntent> {
  return new Map(bgpProcesses(device).map((each) => [each.instance, each]))
}

function withoutSessions({ sessions: _, ...process }: BgpIntent) {
  return process
}

function renewedSessions(before: DeviceIntent, after: DeviceIntent): ReadonlySet<SessionKey> {
  if (before.bgp === after.bgp && before.bgpInstances === after.bgpInstances) return new Set()
  const known = new Map(bgpSessions(before).map((session) => [session.key, session]))
  return new Set(
    bgpSessions(after).flatMap((session) => (sameValue(session, known.get(session.key)) ? [] : [session.key])),
  )
}

/** Which sessions there are, with whom, and in which tables. */
function keysOf({ sessions }: BgpIntent) {
  return sessions.map(({ key, otherKey, vrfId }) => [key, otherKey, vrfId])
}
