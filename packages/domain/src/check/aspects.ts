import type { NetworkEdit } from '../edit'
import type { DeviceIntent, InterfaceIntent } from '../intent'
import type { CollectionName, DeviceId, NetworkRecord } from '../model'
import { sameValue } from '../model'
import type { Reachability, SessionVerdict, VtepVerdict } from '../reach'
import type { CheckInput } from './context'

/** What a rule may read of the whole design. */
export type Aspect =
  /** Names of devices and interfaces. */
  | 'names'
  /** Roles and models of devices. */
  | 'roles'
  /** LoopBacks that devices have. */
  | 'loopbacks'
  /** Addresses of interfaces, and the VPN instances they are in. */
  | 'addresses'
  /** BGP processes with their sessions, AS numbers and router IDs. */
  | 'bgp'
  /** BMP sessions. */
  | 'bmp'
  /** Processes and interfaces of OSPF, OSPFv3 and IS-IS. */
  | 'igp'
  /** Cables, VLANIF links, Eth-Trunks and the layer of interfaces. */
  | 'cables'
  /** VLANs of devices and ports. */
  | 'switching'
  /** Interfaces that are shut down. */
  | 'shutdown'
  /** M-LAG pairs with their attachments and gateways. */
  | 'pairs'
  /** Bridge domains and NVE interfaces. */
  | 'vxlan'
  /** Policies and filters that devices have. */
  | 'policies'
  /** Records that belong to no device: VPN instances, pools, underlays, overlays, policies, hosts and the like. */
  | 'definitions'
  /** Numbers that records have and that the allocation gives. */
  | 'numbers'
  /** Verdicts about sessions, however they are worded. */
  | 'verdicts'
  /** Which interfaces are on one link in an interior gateway protocol, whether or not they agree. */
  | 'adjacencies'
  /** Routing tables. */
  | 'routes'
  /** References to records that are not there. */
  | 'dangling'
  /** What of an imported configuration is kept as it was read. */
  | 'carried'
  /** Anything of a device, descriptions excepted. */
  | 'settings'

type DeviceAspect = Exclude<Aspect, 'definitions' | 'numbers' | 'verdicts' | 'adjacencies' | 'routes' | 'dangling'>
type Held = DeviceIntent | undefined

/** Parts of the interfaces that have some. */
function ofInterfaces(
  held: Held,
  partOf: (item: InterfaceIntent) => unknown,
  hasPart: (item: InterfaceIntent) => unknown,
): readonly unknown[] {
  return held?.interfaces.flatMap((item) => (hasPart(item) ? [[item.interfaceId, item.name, partOf(item)]] : [])) ?? []
}

const always = (): boolean => true
const isLoopback = ({ kind }: InterfaceIntent): boolean => kind === 'loopback'

/** What of a device makes up an aspect; a device that is not there has none of it. */
const partsOf: { readonly [A in DeviceAspect]: (held: Held) => unknown } = {
  names: (held) => [held?.device.name, ofInterfaces(held, ({ gatewayId }) => gatewayId, always)],
  roles: (held) => [held?.device.role, held?.device.model],
  loopbacks: (held) => ofInterfaces(held, ({ vrfId }) => vrfId, isLoopback),
  addresses: (held) =>
    ofInterfaces(
      held,
      (item) => [
        item.vrfId,
        item.ipv4,
        item.ipv6,
        item.ipv6LinkLocal,
        item.mlagIpv4,
        item.unnumberedFrom,
        item.anycastGateway,
      ],
      (item) => item.ipv4.length + item.ipv6.length > 0 || item.ipv6LinkLocal || item.mlagIpv4 || item.unnumberedFrom,
    ),
  bgp: (held) => [
    held?.bgp,
    held?.bgpInstances ?? [],
    held?.routerId,
    held?.device.asNumber,
    held?.device.routerId,
    held?.device.bgp,
    held?.device.bgpInstances ?? [],
    held?.peersKnown,
  ],
  bmp: (held) => [held?.bmp, held?.device.bmp],
  igp: (held) => [
    held?.ospf ?? [],
    held?.ospfv3 ?? [],
    held?.isis ?? [],
    ofInterfaces(
      held,
      ({ ospf, ospfv3, isis, outsideUnderlay }) => [ospf, ospfv3, isis, outsideUnderlay],
      ({ ospf, ospfv3, isis, outsideUnderlay }) => ospf || ospfv3 || isis || outsideUnderlay,
    ),
  ],
  cables: (held) =>
    ofInterfaces(
      held,
      ({ kind, mode, memberOf, members, aggregation }) => [kind, mode, memberOf, members, aggregation],
      (item) => !isLoopback(item),
    ),
  switching: (held) => [
    held?.vlans ?? [],
    ofInterfaces(
      held,
      ({ switching, peerLink }) => [switching, peerLink],
      ({ switching, peerLink }) => switching || peerLink,
    ),
  ],
  shutdown: (held) =>
    ofInterfaces(
      held,
      ({ shutdown }) => shutdown,
      ({ shutdown }) => shutdown,
    ),
  pairs: (held) => [
    held?.dfsGroup,
    ofInterfaces(
      held,
      ({ mlagMember, peerLink }) => [mlagMember, peerLink],
      ({ mlagMember, peerLink }) => mlagMember || peerLink,
    ),
  ],
  vxlan: (held) => [
    held?.bridgeDomains ?? [],
    held?.vrfs ?? [],
    ofInterfaces(
      held,
      ({ nve, bridgeDomain }) => [nve, bridgeDomain],
      ({ nve, bridgeDomain }) => nve || bridgeDomain,
    ),
  ],
  policies: (held) => held?.policies ?? { prefixLists: [], asPathFilters: [], routePolicies: [] },
  carried: (held) => [held?.device.carried, held?.device.partlyKnown],
  settings: (held) => held,
}

/** What a change of a record may change, beside what it changes of devices. */
const aspectsOf: { readonly [Name in CollectionName]: readonly Aspect[] } = {
  devices: ['settings'],
  interfaces: ['settings'],
  links: ['cables'],
  vlanifLinks: ['cables', 'numbers'],
  mlagPairs: ['pairs', 'numbers'],
  attachments: ['pairs', 'numbers'],
  gateways: ['pairs', 'numbers'],
  hosts: ['definitions', 'numbers'],
  stations: ['definitions', 'numbers'],
  vrfs: ['definitions', 'numbers'],
  bridgeDomains: ['definitions', 'numbers'],
  peerings: ['bgp', 'numbers'],
  bmpSessions: ['bmp', 'numbers'],
  staticRoutes: ['settings', 'numbers'],
  underlays: ['definitions', 'numbers'],
  overlays: ['definitions', 'numbers'],
  bmpMonitorings: ['definitions', 'numbers'],
  roleDefaults: ['definitions'],
  prefixLists: ['definitions'],
  asPathFilters: ['definitions'],
  routePolicies: ['definitions'],
  pools: ['definitions', 'numbers'],
  // The rule that reads waivers always runs.
  waivers: [],
  requirements: ['definitions'],
}

/** For rules that may read anything. */
export const everything: readonly Aspect[] = [
  // The keys of a table whose keys are the aspects of devices.
  ...(Object.keys(partsOf) as DeviceAspect[]),
  'definitions',
  'numbers',
  'verdicts',
  'adjacencies',
  'routes',
  'dangling',
]

export type Compiled = Omit<CheckInput, 'network' | 'configs'>

/**
 * What an edit changed of the whole design. When in doubt an aspect changed.
 *
 * @param touched devices whose intents or records may differ; all others are the same
 */
export function aspectsChanged(
  before: Compiled,
  after: Compiled,
  { touched, edits }: { readonly touched: Iterable<DeviceId>; readonly edits: readonly NetworkEdit[] },
): ReadonlySet<Aspect> {
  const changed = new Set<Aspect>(edits.flatMap(({ collection }) => aspectsOf[collection]))
  const note = (aspect: Aspect, hasChanged: () => boolean): void => {
    if (!changed.has(aspect) && hasChanged()) changed.add(aspect)
  }
  for (const id of touched) {
    const [old, now] = [before.intent.devices.get(id), after.intent.devices.get(id)]
    for (const aspect of old === now ? [] : (Object.keys(partsOf) as DeviceAspect[]))
      note(aspect, () => !sameValue(partsOf[aspect](old), partsOf[aspect](now)))
  }
  note('numbers', () => before.allocation !== after.allocation || edits.some(isNumbering))
  note('cables', () => before.intent.cables !== after.intent.cables)
  note('dangling', () => !sameValue(before.intent.dangling, after.intent.dangling))
  note('routes', () => !sameEntries(before.reachability.routes, after.reachability.routes))
  note('verdicts', () => !sameVerdicts(before.reachability, after.reachability))
  note('adjacencies', () => !sameMeetings(before.reachability, after.reachability))
  return changed
}

/** Whether a device or interface may have other numbers: anything but what surely is none differs. */
function isNumbering({ collection, before, after }: NetworkEdit): boolean {
  if (collection !== 'devices' && collection !== 'interfaces') return false
  const none = { description: '', shutdown: false, mtu: 0, ...(collection === 'devices' ? { name: '' } : {}) }
  const numbers = (record: NetworkRecord | undefined): object => ({ ...record, ...none })
  return !sameValue(numbers(before), numbers(after))
}

/** Verdicts and routes that hold as before stay the same objects. */
function sameEntries<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): boolean {
  if (before === after) return true
  if (before.size !== after.size) return false
  for (const [key, value] of after) {
    const known = before.get(key)
    if (known !== value && (known === undefined || !isSame(known, value))) return false
  }
  return true
}

function sameVerdicts(before: Reachability, after: Reachability): boolean {
  return (
    before.settled === after.settled &&
    sameValue(before.turning, after.turning) &&
    sameEntries(before.bgpSessions, after.bgpSessions, sameVerdict) &&
    sameEntries(before.bmpSessions, after.bmpSessions, sameVerdict) &&
    sameEntries(before.mlagChannels, after.mlagChannels, sameChannels) &&
    sameItems(before.vteps, after.vteps, (a, b) => sameValue(bare(a), bare(b)) && sameVerdict(a.verdict, b.verdict)) &&
    sameItems(
      before.igpAdjacencies,
      after.igpAdjacencies,
      (a, b) => sameMeeting(a, b) && sameVerdict(a.verdict, b.verdict),
    )
  )
}

/** The words of a proof tell nothing that a rule reads, but for those that one repeats. */
function sameVerdict(a: SessionVerdict, b: SessionVerdict): boolean {
  const found = ({ proof, ...rest }: SessionVerdict) => [
    rest,
    proof.map(({ says, ...fact }) => (fact.fact === 'fate-sharing' ? { says, ...fact } : fact)),
  ]
  return a === b || sameValue(found(a), found(b))
}

type Channels = Reachability['mlagChannels'] extends ReadonlyMap<unknown, infer Value> ? Value : never

function sameChannels(a: Channels, b: Channels): boolean {
  return (['pairing', 'dualActiveDetection', 'syncChannel'] as const).every((name) => {
    const [old, now] = [a[name], b[name]]
    return old === now || (old !== undefined && now !== undefined && sameVerdict(old, now))
  })
}

type Adjacency = Reachability['igpAdjacencies'][number]

function sameMeetings(before: Reachability, after: Reachability): boolean {
  return sameItems(before.igpAdjacencies, after.igpAdjacencies, sameMeeting)
}

function sameMeeting(a: Adjacency, b: Adjacency): boolean {
  return a.protocol === b.protocol && sameValue(a.ends, b.ends)
}

function bare({ verdict: _, ...rest }: VtepVerdict): object {
  return rest
}

function sameItems<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): boolean {
  return (
    before === after ||
    (before.length === after.length &&
      after.every((item, at) => {
        const known = before[at]
        return known === item || (known !== undefined && isSame(known, item))
      }))
  )
}
