import type { InterfaceName, IpAddress } from '@weft/net'
import { interfaceKind, ipv4ToNumber, parseIpv6Address, parseIpv6InterfaceAddress, parseMacAddress } from '@weft/net'
import type { Command } from './commands'
import { commandReader } from './commands'
import type { InterfaceFacts, NveFacts } from './device-facts'
import { readRanges } from './normal-form'
import { bridgeDomainNumber } from './read-bridge-domain'
import { accepted, interfaceNameOf, ipOf, ipv4Of, ipv4WithMask, numberOf } from './values'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
type Igp = 'ospf' | 'ospfv3' | 'isis'
type NveDraft = Mutable<Omit<NveFacts, 'headEnds'>> & { readonly headEnds: Map<number, 'bgp' | readonly IpAddress[]> }
type Draft = Mutable<
  Omit<InterfaceFacts, 'switching' | 'ipv4' | 'ipv6' | 'excludedVlans' | 'nve' | 'hostRoutes' | Igp>
> & {
  [Protocol in Igp]: Mutable<NonNullable<InterfaceFacts[Protocol]>>
} & {
  readonly nve: NveDraft
  readonly hostRoutes: NonNullable<InterfaceFacts['hostRoutes']>[number][]
  ipv4: InterfaceFacts['ipv4'][number][]
  ipv6: InterfaceFacts['ipv6'][number][]
  excludedVlans: number[]
  linkType: string
  accessVlan: number | undefined
  nativeVlan: number | undefined
  /** VLAN 1 passes a trunk until it is taken off. */
  allowed: Set<number>
  /** Of a hybrid port. */
  tagged: Set<number>
  untagged: Set<number>
  edgePort: boolean
}

/** One `interface` view; a repeated view goes on where the first one ended. */
export function readInterface(name: InterfaceName, views: readonly Command[]): InterfaceFacts {
  const draft: Draft = {
    name,
    line: views[0]?.line ?? 0,
    ipv4: [],
    ipv6: [],
    ospf: {},
    ospfv3: {},
    isis: {},
    excludedVlans: [],
    linkType: 'access',
    accessVlan: undefined,
    nativeVlan: undefined,
    allowed: new Set([1]),
    tagged: new Set(),
    untagged: new Set(),
    nve: { headEnds: new Map() },
    hostRoutes: [],
    edgePort: false,
  }
  for (const { children } of views) for (const command of children) readLine(draft, command)
  const {
    linkType,
    accessVlan,
    nativeVlan,
    allowed,
    tagged,
    untagged,
    edgePort,
    ospf,
    ospfv3,
    isis,
    nve,
    hostRoutes,
    ...facts
  } = draft
  const kind = interfaceKind(name)
  const switching = switchingOf({ linkType, accessVlan, nativeVlan, allowed, tagged, untagged, edgePort })
  const isLayer2 = kind === 'subinterface' && views.some(({ words }) => words[3] === 'l2')
  return {
    ...facts,
    ...(isLayer2 ? { mode: 'switched' as const } : {}),
    ...(kind === 'nve' ? { nve } : {}),
    ...(hostRoutes.length === 0 ? {} : { hostRoutes }),
    ...(Object.keys(ospf).length === 0 ? {} : { ospf }),
    ...(Object.keys(ospfv3).length === 0 ? {} : { ospfv3 }),
    ...(Object.keys(isis).length === 0 ? {} : { isis }),
    ...(kind === 'eth-trunk' ? { aggregation: facts.aggregation ?? 'manual' } : {}),
    ...(switching === undefined ? {} : { switching }),
  }
}

const readLine = commandReader<Draft>({
  'undo portswitch': (draft) => {
    draft.mode = 'routed'
  },
  portswitch: (draft) => {
    draft.mode = 'switched'
  },
  'description **': (draft, _, { text }) => {
    // The blanks inside a description belong to it, so it is read from the line and not from its words.
    draft.description = text.slice('description'.length).trim()
  },
  shutdown: (draft) => {
    draft.shutdown = true
  },
  'mtu *': (draft, [mtu = '']) => set(draft, 'mtu', numberOf(mtu, 65535)),
  'ip binding vpn-instance *': (draft, [vrf]) => set(draft, 'vrf', vrf),
  'ip address * *': (draft, [address = '', mask = '']) => {
    const primary = ipv4WithMask(address, mask)
    if (primary !== undefined) draft.ipv4.unshift(primary)
  },
  'ip address * * sub': (draft, [address = '', mask = '']) => {
    const secondary = ipv4WithMask(address, mask)
    if (secondary !== undefined) draft.ipv4.push(secondary)
  },
  'ip address unnumbered interface *': (draft, [name = '']) => set(draft, 'unnumberedFrom', interfaceNameOf(name)),
  'ipv6 address * link-local': (draft, [address = '']) =>
    set(draft, 'ipv6LinkLocal', accepted(parseIpv6Address(address))),
  'ipv6 address *': (draft, [address = '']) => {
    const value = accepted(parseIpv6InterfaceAddress(address))
    if (value !== undefined) draft.ipv6.push(value)
  },
  'mac-address *': (draft, [address = '']) => set(draft, 'macAddress', accepted(parseMacAddress(address))),
  'm-lag ip address * *': (draft, [address = '', mask = '']) => set(draft, 'mlagIpv4', ipv4WithMask(address, mask)),
  'arp proxy enable': (draft) => {
    draft.arpProxy = true
  },
  'eth-trunk *': (draft, [number = '']) => set(draft, 'memberOf', interfaceNameOf(`Eth-Trunk${number}`)),
  'mode lacp-static': (draft) => {
    draft.aggregation = 'lacp-static'
  },
  'mode lacp-dynamic': (draft) => {
    draft.aggregation = 'lacp-dynamic'
  },
  'port link-type *': (draft, [type = '']) => {
    draft.linkType = type
  },
  'port default vlan *': (draft, [vlan = '']) => {
    draft.accessVlan = numberOf(vlan, 4094)
  },
  'port trunk pvid vlan *': (draft, [vlan = '']) => {
    draft.nativeVlan = numberOf(vlan, 4094)
  },
  'port trunk allow-pass vlan **': (draft, [items = '']) => {
    for (const vlan of readRanges(items.split(' ')) ?? []) draft.allowed.add(vlan)
  },
  'undo port trunk allow-pass vlan **': (draft, [items = '']) => {
    for (const vlan of readRanges(items.split(' ')) ?? []) draft.allowed.delete(vlan)
  },
  'port hybrid pvid vlan *': (draft, [vlan = '']) => {
    draft.nativeVlan = numberOf(vlan, 4094)
  },
  'port hybrid tagged vlan **': ({ tagged }, [items = '']) => {
    for (const vlan of readRanges(items.split(' ')) ?? []) tagged.add(vlan)
  },
  'port hybrid untagged vlan **': ({ untagged }, [items = '']) => {
    for (const vlan of readRanges(items.split(' ')) ?? []) untagged.add(vlan)
  },
  'encapsulation dot1q-termination': (draft) => {
    draft.encapsulation = { kind: 'dot1q' }
  },
  'dot1q termination vid *': (draft, [text = '']) => {
    const vlan = vlanOf(text)
    if (draft.encapsulation !== undefined && vlan !== undefined) draft.encapsulation = { kind: 'dot1q', vlan }
  },
  'encapsulation dot1q': (draft) => {
    draft.encapsulation = { kind: 'dot1q' }
  },
  'encapsulation dot1q vid *': (draft, [text = '']) => {
    const vlan = vlanOf(text)
    if (vlan !== undefined) draft.encapsulation = { kind: 'dot1q', vlan }
  },
  'encapsulation default': (draft) => {
    draft.encapsulation = { kind: 'default' }
  },
  'encapsulation untag': (draft) => {
    draft.encapsulation = { kind: 'untag' }
  },
  'bridge-domain *': (draft, [text = '']) => set(draft, 'bridgeDomain', bridgeDomainNumber(text)),
  'vxlan anycast-gateway enable': (draft) => {
    draft.anycastGateway = true
  },
  'arp broadcast-detect enable': ({ hostRoutes }) => hostRoutes.push('arp-broadcast-detect'),
  'arp collect host enable': ({ hostRoutes }) => hostRoutes.push('arp-collect'),
  'arp direct-route enable': ({ hostRoutes }) => hostRoutes.push('arp-direct-route'),
  'ipv6 nd collect host enable': ({ hostRoutes }) => hostRoutes.push('nd-collect'),
  'source *': ({ nve }, [address = '']) => set(nve, 'source', ipOf(address)),
  'vni * head-end peer-list protocol bgp': ({ nve }, [vni = '']) => nve.headEnds.set(Number(vni), 'bgp'),
  'vni * head-end peer-list **': ({ nve }, [vni = '', items = '']) => {
    const peers = items.split(' ').map(ipOf)
    const known = nve.headEnds.get(Number(vni)) ?? []
    if (known === 'bgp' || !peers.every((peer) => peer !== undefined)) return
    nve.headEnds.set(Number(vni), [...known, ...peers])
  },
  'pip-source * peer * bypass': ({ nve }, [source = '', peer = '']) => {
    const ends = { source: ipv4Of(source), peer: ipv4Of(peer) }
    if (ends.source !== undefined && ends.peer !== undefined) nve.bypass = { source: ends.source, peer: ends.peer }
  },
  'stp edged-port enable': (draft) => {
    draft.edgePort = true
  },
  'peer-link 1': (draft) => {
    draft.peerLink = { virtual: false }
  },
  'peer-link 1 virtual-link': (draft) => {
    draft.peerLink = { virtual: true }
  },
  'port vlan exclude **': (draft, [items = '']) => {
    draft.excludedVlans.push(...(readRanges(items.split(' ')) ?? []))
  },
  'dfs-group 1 m-lag *': (draft, [id = '']) => {
    const number = numberOf(id, 65535)
    if (number !== undefined) draft.mlagMember = { id: number, mode: 'dual-active' }
  },
  'dfs-group 1 m-lag * active-standby': (draft, [id = '']) => {
    const number = numberOf(id, 65535)
    if (number !== undefined) draft.mlagMember = { id: number, mode: 'active-standby' }
  },
  'm-lag unpaired-port reserved': (draft) => {
    draft.unpairedPortReserved = true
  },
  'ospf enable * area *': ({ ospf }, [process = '', area = '']) => {
    set(ospf, 'processId', numberOf(process))
    set(ospf, 'area', areaOf(area))
  },
  'ospf cost *': ({ ospf }, [cost = '']) => set(ospf, 'cost', numberOf(cost, 65535)),
  'ospf network-type *': ({ ospf }, [type = '']) => set(ospf, 'networkType', networkTypeOf(type)),
  'ospf timer hello *': ({ ospf }, [seconds = '']) => set(ospf, 'helloSeconds', numberOf(seconds, 65535)),
  'ospf timer dead *': ({ ospf }, [seconds = '']) => set(ospf, 'deadSeconds', numberOf(seconds, 235926000)),
  'ospf mtu-enable': ({ ospf }) => {
    ospf.checkMtu = true
  },
  'ospfv3 * area *': ({ ospfv3 }, [process = '', area = '']) => {
    set(ospfv3, 'processId', numberOf(process))
    set(ospfv3, 'area', areaOf(area))
  },
  'ospfv3 * area * instance *': ({ ospfv3 }, [process = '', area = '', instance = '']) => {
    set(ospfv3, 'processId', numberOf(process))
    set(ospfv3, 'area', areaOf(area))
    set(ospfv3, 'instanceId', numberOf(instance, 255))
  },
  'ospfv3 cost *': ({ ospfv3 }, [cost = '']) => set(ospfv3, 'cost', numberOf(cost, 65535)),
  'ospfv3 cost * instance *': ({ ospfv3 }, [cost = '']) => set(ospfv3, 'cost', numberOf(cost, 65535)),
  'ospfv3 network-type *': ({ ospfv3 }, [type = '']) => set(ospfv3, 'networkType', networkTypeOf(type)),
  'ospfv3 network-type * instance *': ({ ospfv3 }, [type = '']) => set(ospfv3, 'networkType', networkTypeOf(type)),
  'ospfv3 timer hello *': ({ ospfv3 }, [seconds = '']) => set(ospfv3, 'helloSeconds', numberOf(seconds, 65535)),
  'ospfv3 timer hello * instance *': ({ ospfv3 }, [seconds = '']) =>
    set(ospfv3, 'helloSeconds', numberOf(seconds, 65535)),
  'ospfv3 timer dead *': ({ ospfv3 }, [seconds = '']) => set(ospfv3, 'deadSeconds', numberOf(seconds, 235926000)),
  'ospfv3 timer dead * instance *': ({ ospfv3 }, [seconds = '']) =>
    set(ospfv3, 'deadSeconds', numberOf(seconds, 235926000)),
  'isis enable *': ({ isis }, [process = '']) => {
    set(isis, 'processId', numberOf(process))
    isis.ipv4 = true
  },
  'isis ipv6 enable *': ({ isis }, [process = '']) => {
    set(isis, 'processId', numberOf(process))
    isis.ipv6 = true
  },
  'isis circuit-type p2p': ({ isis }) => {
    isis.circuitType = 'p2p'
  },
  'isis circuit-level *': ({ isis }, [level]) => {
    if (level === 'level-1' || level === 'level-1-2' || level === 'level-2') isis.level = level
  },
  'isis cost *': ({ isis }, [cost = '']) => set(isis, 'cost', numberOf(cost, 16777214)),
  'isis ipv6 cost *': ({ isis }, [cost = '']) => set(isis, 'ipv6Cost', numberOf(cost, 16777214)),
  'isis timer hello *': ({ isis }, [seconds = '']) => set(isis, 'helloSeconds', numberOf(seconds, 255)),
  'isis timer holding-multiplier *': ({ isis }, [count = '']) => set(isis, 'holdingMultiplier', numberOf(count, 1000)),
  'isis silent': ({ isis }) => {
    isis.silent = true
  },
})

function areaOf(text: string): number | undefined {
  const area = ipv4Of(text)
  return area === undefined ? undefined : ipv4ToNumber(area)
}

function networkTypeOf(type: string): NonNullable<InterfaceFacts['ospf']>['networkType'] {
  return type === 'broadcast' || type === 'p2p' || type === 'p2mp' || type === 'nbma' ? type : undefined
}

function set<D, Key extends keyof D>(draft: D, key: Key, value: D[Key] | undefined): void {
  if (value !== undefined) draft[key] = value
}

function vlanOf(text: string): number | undefined {
  const vlan = numberOf(text, 4094)
  return vlan === 0 ? undefined : vlan
}

/** Nothing for a port without settings of its own. */
function switchingOf({
  linkType,
  accessVlan,
  nativeVlan,
  allowed,
  tagged,
  untagged,
  edgePort,
}: Pick<
  Draft,
  'linkType' | 'accessVlan' | 'nativeVlan' | 'allowed' | 'tagged' | 'untagged' | 'edgePort'
>): InterfaceFacts['switching'] {
  const edge = edgePort ? { edgePort } : {}
  if (linkType === 'trunk') {
    const vlan = nativeVlan === undefined ? {} : { vlan: nativeVlan }
    return { linkType, ...vlan, allowedVlans: ascending(allowed), ...edge }
  }
  if (linkType === 'hybrid') {
    const vlan = nativeVlan === undefined ? {} : { vlan: nativeVlan }
    return { linkType, ...vlan, allowedVlans: ascending(tagged), untaggedVlans: ascending(untagged), ...edge }
  }
  if (linkType === 'dot1q-tunnel') {
    return { linkType, ...(accessVlan === undefined ? {} : { vlan: accessVlan }), allowedVlans: [], ...edge }
  }
  if (linkType !== 'access' || (accessVlan === undefined && !edgePort)) return undefined
  return { linkType, ...(accessVlan === undefined ? {} : { vlan: accessVlan }), allowedVlans: [], ...edge }
}

function ascending(vlans: ReadonlySet<number>): readonly number[] {
  return [...vlans].sort((a, b) => a - b)
}
