import type {
  AsNumber,
  InterfaceName,
  IpAddress,
  IpPrefix,
  Ipv4Address,
  Ipv4InterfaceAddress,
  Ipv4Prefix,
  MacAddress,
} from '@weft/net'
import type {
  BridgeDomain,
  Device,
  DeviceInterface,
  Family,
  IgpProcess,
  MlagAttachment,
  MlagPair,
  PeeringEnd,
} from '../model'
import type { Heard, LldpNeighbor } from './read-displays'
import type { PolicyFacts } from './read-policies'

type Switching = NonNullable<DeviceInterface['switching']>

/** What an interface says of a protocol, with the process it is put into by itself. */
type InProcess<Protocol extends 'ospf' | 'ospfv3' | 'isis'> = Omit<
  NonNullable<DeviceInterface[Protocol]>,
  'underlayId'
> & { readonly processId?: number }

/** What one configuration says about an interface; other records are named as the configuration names them. */
export type InterfaceFacts = Omit<
  DeviceInterface,
  | 'id'
  | 'deviceId'
  | 'vrfId'
  | 'memberOf'
  | 'unnumberedFrom'
  | 'ipv4'
  | 'ipv6'
  | 'switching'
  | 'ospf'
  | 'ospfv3'
  | 'isis'
  | 'bridgeDomainId'
  | 'nve'
> & {
  readonly line: number
  readonly vrf?: string
  readonly memberOf?: InterfaceName
  readonly unnumberedFrom?: InterfaceName
  readonly ipv4: NonNullable<DeviceInterface['ipv4']>
  readonly ipv6: NonNullable<DeviceInterface['ipv6']>
  /** Absent: not switched, or without settings of its own. */
  readonly switching?: Omit<Switching, 'allowedVlans'> & { readonly allowedVlans: readonly number[] }
  readonly ospf?: InProcess<'ospf'>
  readonly ospfv3?: InProcess<'ospfv3'>
  readonly isis?: InProcess<'isis'>
  readonly mlagMember?: { readonly id: number; readonly mode: MlagAttachment['mode'] }
  readonly peerLink?: { readonly virtual: boolean }
  readonly excludedVlans: readonly number[]
  readonly mlagIpv4?: Ipv4InterfaceAddress
  /** Number of the bridge domain that a sub-interface is in. */
  readonly bridgeDomain?: number
  readonly nve?: NveFacts
}

/** What the NVE of a device says; VNIs are by number as there. */
export type NveFacts = {
  readonly source?: IpAddress
  readonly headEnds: ReadonlyMap<number, 'bgp' | readonly IpAddress[]>
  readonly bypass?: NonNullable<DeviceInterface['nve']>['bypass']
}

export type BridgeDomainFacts = Pick<BridgeDomain, 'number' | 'description' | 'vni' | 'boundVlan' | 'evpn'>
export type VlanViewFacts = NonNullable<Device['vlanViews']>[number]

export type VrfFamilyFacts = {
  readonly routeDistinguisher?: string
  readonly importTargets: readonly string[]
  readonly exportTargets: readonly string[]
  readonly evpnImportTargets?: readonly string[]
  readonly evpnExportTargets?: readonly string[]
}
export type VrfFacts = {
  readonly name: string
  readonly ipv4?: VrfFamilyFacts
  readonly ipv6?: VrfFamilyFacts
  readonly vni?: number
}

/** One channel of a DFS group as its side says it. */
export type ChannelFacts = {
  readonly source: IpAddress
  readonly peer?: IpAddress
  readonly vrf?: string
  readonly udpPort?: number
  readonly timeoutSeconds?: number
  readonly tcpPort?: number
  /** `source ip` of releases before `dual-active detection` existed. */
  readonly dialect?: 'v200'
}

export type DfsGroupFacts = Pick<
  MlagPair['dfs'],
  'password' | 'consistencyCheck' | 'upDelaySeconds' | 'electionPackets'
> & {
  readonly line: number
  readonly priority?: number
  readonly dualActiveDetection?: ChannelFacts
  readonly syncChannel?: ChannelFacts
}

export type SpanningTreeFacts = {
  readonly mode?: 'stp' | 'rstp' | 'mstp' | 'vbst'
  readonly vStp: boolean
  readonly bridgeAddress?: MacAddress
  readonly rootPrimary: boolean
}

/** What is said about a peer in one family. */
export type PeerFamilyFacts = {
  readonly enabled: boolean
  readonly reflectClient: boolean
  readonly nextHopLocal: boolean
  readonly nextHopInvariable: boolean
  readonly allowAsLoop?: number
  /** Names of what routes have to pass. */
  readonly importPolicy?: string
  readonly exportPolicy?: string
  readonly importPrefixList?: string
  readonly exportPrefixList?: string
  readonly importAsPathFilter?: string
  readonly exportAsPathFilter?: string
  readonly evpn?: NonNullable<PeeringEnd['evpn']>
}

/** One peer of a BGP process, its group's settings included. */
export type PeerFacts = Pick<PeeringEnd, 'validTtlHops' | 'openMode' | 'ignore'> & {
  readonly line: number
  readonly address: IpAddress
  readonly vrf?: string
  readonly asNumber: AsNumber
  readonly group?: string
  /** Names of the fields that its group says and not the peer itself. */
  readonly inherited: readonly string[]
  readonly sourceInterface?: InterfaceName
  readonly sourceAddress?: IpAddress
  readonly ebgpMaxHop?: number
  readonly relyStateInterfaces: readonly InterfaceName[]
  readonly description?: string
  readonly keepaliveSeconds?: number
  readonly holdSeconds?: number
  readonly bfd: boolean
  readonly keychain?: string
  readonly families: ReadonlyMap<Family, PeerFamilyFacts>
}

type BgpRecord = NonNullable<Device['bgp']>
/** The same, with VPN instance and policy named as the configuration names them. */
type InTable<Item> = Omit<Item, 'vrfId' | 'routePolicyId'> & { readonly vrf?: string; readonly policy?: string }

/** One BGP process. */
export type BgpFacts = {
  /** Its name. Absent: the base process. */
  readonly instance?: string
  readonly line: number
  readonly asNumber: AsNumber
  readonly routerId?: Ipv4Address
  readonly keepAllRoutes: boolean
  readonly privateFourByteAs: boolean
  readonly clusterId?: Ipv4Address
  readonly announce: readonly { readonly prefix: IpPrefix; readonly vrf?: string; readonly policy?: string }[]
  readonly importRoutes: readonly InTable<NonNullable<BgpRecord['importRoutes']>[number]>[]
  readonly familySettings: readonly InTable<NonNullable<BgpRecord['familySettings']>[number]>[]
  readonly advertiseEvpn: readonly { readonly family: 'ipv4-unicast' | 'ipv6-unicast'; readonly vrf: string }[]
  readonly vpnTargetPolicy?: boolean
  readonly peers: readonly PeerFacts[]
}

/** A process of OSPF, OSPFv3 or IS-IS. */
export type IgpFacts = Pick<
  IgpProcess,
  'networkEntity' | 'level' | 'costStyle' | 'suppressReachability' | 'areas' | 'importRoutes'
> & {
  readonly line: number
  readonly processId: number
  readonly routerId?: Ipv4Address
  readonly vrf?: string
  readonly ipv6Topology?: 'standard' | 'ipv6'
  readonly networks: readonly { readonly area: number; readonly prefix: Ipv4Prefix }[]
  readonly silentInterfaces: readonly InterfaceName[]
}

export type StaticRouteFacts = {
  readonly line: number
  readonly prefix: IpPrefix
  readonly vrf?: string
  readonly nextHop:
    | { readonly kind: 'address'; readonly address: IpAddress; readonly interfaceName?: InterfaceName }
    | { readonly kind: 'interface'; readonly interfaceName: InterfaceName }
    | { readonly kind: 'null0' }
  readonly preference?: number
  readonly description?: string
}

export type MonitorFacts = {
  readonly target:
    | { readonly kind: 'public' | 'all-vpn-instance' }
    | { readonly kind: 'peer'; readonly address: IpAddress; readonly vrf?: string }
    | { readonly kind: 'vpn-instance'; readonly vrf: string }
  readonly family: 'ipv4-unicast' | 'ipv6-unicast'
  readonly rib: 'adj-rib-in' | 'adj-rib-out' | 'local-rib'
  readonly policy?: 'pre-policy' | 'post-policy'
}

export type BmpSessionFacts = {
  readonly line: number
  readonly address: IpAddress
  readonly vrf?: string
  readonly alias?: string
  readonly tcpPort?: number
  readonly sourceInterface?: InterfaceName
  readonly sourceAddress?: IpAddress
  readonly monitor: readonly MonitorFacts[]
}

export type BmpFacts = {
  readonly sourceIpv4?: Ipv4Address
  readonly statisticsTimerSeconds?: number
  readonly sessions: readonly BmpSessionFacts[]
}

/** What one configuration says, in the words of networks; what is not in here stays with its lines. */
export type DeviceFacts = {
  readonly file: string
  readonly name: string
  /** The line of `sysname`; absent when the file has none and the name is that of the file. */
  readonly nameLine?: number
  /** The file is a whole configuration: it has a name and ends with `return` or is a dump with its heading. */
  readonly whole: boolean
  /** What the device answered about itself besides its configuration. */
  readonly model?: string
  readonly softwareVersion?: string
  readonly neighbors?: readonly Heard<LldpNeighbor>[]
  readonly asNotationPlain: boolean
  readonly bfd: boolean
  readonly evpnOverlay: boolean
  /** `router id` of the system view. */
  readonly routerId?: Ipv4Address
  readonly vlans: readonly number[]
  readonly vlanViews: readonly VlanViewFacts[]
  /** By number. */
  readonly bridgeDomains: readonly BridgeDomainFacts[]
  readonly spanningTree: SpanningTreeFacts
  /** In the order of names. */
  readonly interfaces: ReadonlyMap<InterfaceName, InterfaceFacts>
  readonly vrfs: ReadonlyMap<string, VrfFacts>
  readonly dfsGroup?: DfsGroupFacts
  readonly bgp?: BgpFacts
  readonly policies: PolicyFacts
  /** Further processes, in the order of the file. */
  readonly bgpInstances: readonly BgpFacts[]
  readonly bmp?: BmpFacts
  readonly ospf: readonly IgpFacts[]
  readonly ospfv3: readonly IgpFacts[]
  readonly isis: readonly IgpFacts[]
  readonly staticRoutes: readonly StaticRouteFacts[]
}
