import type { BgpIntent, DeviceIntent, InterfaceIntent } from '../intent'
import { reoriginates } from '../intent'
import type { IpPrefix } from './prefix-key'
import { hostPrefix } from './prefix-key'
import { sameBut, sameData } from './same-data'
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
  /** Somebody else's questions are asked in other VPN instances. */
  readonly asks: boolean
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
    ...(['policies', 'bmp', 'staticRoutes', 'bfd', 'evpnOverlay'] as const),
  ])
  if (!same || !sameShape(before, after)) return 'everything'
  const addresses = changedAddresses(before, after)
  if (addresses === 'everything') return 'everything'
  const statics = changedStatics(before, after)
  if (statics.length > 0 && [before, after].some(hasStrayRoute)) return 'everything'
  const imports = [...before.ospf, ...before.ospfv3, ...before.isis].some(({ importRoutes }) => importRoutes.length > 0)
  const prefixes = [...addresses, ...statics]
  if (imports && prefixes.length > 0) return 'everything'
  const processes = changedProcesses(before, after)
  if (processes === 'everything') return 'everything'
  const seen =
    before.device.name !== after.device.name ||
    before.evpnOverlay !== after.evpnOverlay ||
    (before.bgp === undefined) !== (after.bgp === undefined) ||
    !sameData(namesOf(before), namesOf(after))
  const quiet =
    !seen &&
    prefixes.length === 0 &&
    readOfRecord.every((field) => sameData(before.device[field], after.device[field])) &&
    before.interfaces.every((each, at) => sameInterface(each, after.interfaces[at])) &&
    sameData(before.dfsGroup, after.dfsGroup) &&
    sameData(before.bmp, after.bmp) &&
    sameData([before.bgp, ...before.bgpInstances], [after.bgp, ...after.bgpInstances])
  return quiet
    ? undefined
    : {
        seen,
        prefixes,
        ...processes,
        origins: processes.origins || prefixes.length > 0,
        asks: !sameData(askedTables(before), askedTables(after)),
      }
}

function sameInterface(a: InterfaceIntent, b: InterfaceIntent | undefined): boolean {
  return b !== undefined && sameBut(a, b, unreadOfInterface)
}

function askedTables({ vrfs, bmp, dfsGroup }: DeviceIntent) {
  const channels = [dfsGroup?.dualActiveDetection, dfsGroup?.syncChannel].map((channel) => channel?.vrfName)
  return [vrfs.map(({ vrfId, name }) => [vrfId, name]), bmp?.sessions.map(({ vrfId }) => vrfId), channels]
}

function namesOf({ vrfs }: DeviceIntent) {
  return vrfs.map(({ vrfId, name }) => [vrfId, name])
}

/** What decides which interfaces, tables and processes there are, and who meets whom. */
function sameShape(before: DeviceIntent, after: DeviceIntent): boolean {
  const group = ({ dfsGroup }: DeviceIntent) =>
    dfsGroup === undefined ? undefined : [dfsGroup.pairId, dfsGroup.side, dfsGroup.otherDeviceId]
  return (
    sameData(
      before.vlans.map(({ vlan }) => vlan),
      after.vlans.map(({ vlan }) => vlan),
    ) &&
    sameData(
      before.vrfs.map(({ vrfId }) => vrfId),
      after.vrfs.map(({ vrfId }) => vrfId),
    ) &&
    sameData(group(before), group(after)) &&
    reoriginates(before) === reoriginates(after) &&
    (before.announcementsKnown.public && before.announcementsKnown.vpn
      ? true
      : (before.bgp === undefined) === (after.bgp === undefined) &&
        before.bgpInstances.length === after.bgpInstances.length) &&
    before.interfaces.length === after.interfaces.length &&
    before.interfaces.every((each, at) => sameLine(each, after.interfaces[at]))
  )
}

/** The same interface in the same place, but for its addresses and what only proofs show of it. */
function sameLine(a: InterfaceIntent, b: InterfaceIntent | undefined): boolean {
  if (b === undefined) return false
  const besides = ['ipv4', 'ipv6', 'ipv6LinkLocal', 'mlagIpv4', 'mtu', 'unpairedPortReserved', 'because'] as const
  return sameBut(a, b, [...unreadOfInterface, ...besides])
}

function changedAddresses(before: DeviceIntent, after: DeviceIntent): readonly IpPrefix[] | 'everything' {
  const found: IpPrefix[] = []
  for (const [at, was] of before.interfaces.entries()) {
    const is = after.interfaces[at]
    if (is === undefined || is === was) continue
    const addresses = [addressesOfInterface(was), addressesOfInterface(is)] as const
    if (sameData(...addresses)) continue
    const speaks = was.ospf !== undefined || was.ospfv3 !== undefined || was.isis !== undefined
    if (speaks || before.interfaces.some(({ unnumberedFrom }) => unnumberedFrom === was.name)) return 'everything'
    for (const { address, network } of addresses.flat()) found.push(hostPrefix(address), network)
  }
  return found
}

function changedStatics(before: DeviceIntent, after: DeviceIntent): readonly IpPrefix[] {
  if (before.staticRoutes === after.staticRoutes) return []
  const [was, is] = [staticsByPrefix(before), staticsByPrefix(after)]
  return [...new Set([...was.keys(), ...is.keys()])].filter((prefix) => !sameData(was.get(prefix), is.get(prefix)))
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
  const [was, is] = [processesOf(before), processesOf(after)]
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
    change.speaker ||= !said.slice(2).every((field) => sameData(a[field], b[field]))
    change.origins ||= !sameData(a.announcements, b.announcements)
    change.sessions ||= !sameData(keysOf(a), keysOf(b))
  }
  return change
}

function processesOf({ bgp, bgpInstances }: DeviceIntent): ReadonlyMap<string | undefined, BgpIntent> {
  return new Map([...(bgp === undefined ? [] : [bgp]), ...bgpInstances].map((each) => [each.instance, each]))
}

/** Which sessions there are, with whom, and in which tables. */
function keysOf({ sessions }: BgpIntent) {
  return sessions.map(({ key, otherKey, vrfId }) => [key, otherKey, vrfId])
}
