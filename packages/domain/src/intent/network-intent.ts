import type {
  AsNumber,
  InterfaceName,
  IpAddress,
  Ipv4Address,
  Ipv4InterfaceAddress,
  Ipv4Prefix,
  Ipv6Address,
  Ipv6InterfaceAddress,
  Ipv6Prefix,
  MacAddress,
} from '@weft/net'
import type {
  AsPathFilter,
  AttachmentId,
  BmpSessionId,
  BridgeDomainId,
  Device,
  DeviceId,
  DeviceInterface,
  Effective,
  Family,
  GatewayId,
  HostId,
  InterfaceId,
  LinkId,
  MlagPairId,
  PeeringEnd,
  PeeringId,
  PrefixList,
  RecordId,
  RoutePolicy,
  RoutePolicyId,
  StaticRouteId,
  StationId,
  UnderlayId,
  VlanifLinkId,
  VrfId,
} from '../model'
import type {
  IsisInterfaceIntent,
  IsisProcessIntent,
  OspfInterfaceIntent,
  OspfProcessIntent,
  Ospfv3InterfaceIntent,
  Ospfv3ProcessIntent,
} from './igp-intent'
import type { BridgeDomainIntent, NveIntent } from './overlay-intent'
import type { KnownRoutes } from './routes-known'

export type Because = readonly RecordId[]

export type VlanIntent = { readonly vlan: number; readonly because: Because }

/** One interface of a device with every value it will have. No CLI words here. */
export type InterfaceIntent = {
  /** Absent for a Vlanif that only a gateway creates. */
  readonly interfaceId?: InterfaceId
  readonly deviceId: DeviceId
  readonly name: InterfaceName
  readonly kind: 'ethernet' | 'eth-trunk' | 'vlanif' | 'vbdif' | 'loopback' | 'meth' | 'nve' | 'subinterface' | 'other'
  readonly description?: string
  readonly shutdown: boolean
  /** Always `routed` for Vlanif, Vbdif, LoopBack and MEth. */
  readonly mode: 'switched' | 'routed'
  readonly vrfId?: VrfId
  /** First is primary. */
  readonly ipv4: readonly Effective<Ipv4InterfaceAddress>[]
  readonly unnumberedFrom?: InterfaceName
  readonly ipv6: readonly Effective<Ipv6InterfaceAddress>[]
  readonly ipv6LinkLocal?: Ipv6Address
  readonly mtu?: number
  readonly macAddress?: Effective<MacAddress>
  readonly mlagIpv4?: Effective<Ipv4InterfaceAddress>
  readonly arpProxy: boolean
  readonly memberOf?: InterfaceName
  /** Eth-Trunk: its ports in natural order. */
  readonly members: readonly InterfaceName[]
  readonly aggregation?: 'manual' | 'lacp-static' | 'lacp-dynamic'
  /** Effective VLANs of a switched port or trunk: own ones plus those of VLANIF links and attachments. */
  readonly switching?: {
    readonly linkType: 'access' | 'trunk' | 'hybrid' | 'dot1q-tunnel'
    readonly vlan?: number
    /** With their tag. Sorted, unique. */
    readonly allowedVlans: readonly number[]
    /** Hybrid: without a tag. Sorted, unique. */
    readonly untaggedVlans: readonly number[]
    readonly edgePort: boolean
    readonly because: Because
  }
  readonly peerLink?: {
    readonly pairId: MlagPairId
    readonly virtual: boolean
    readonly excludedVlans: readonly number[]
  }
  readonly mlagMember?: {
    readonly attachmentId: AttachmentId
    readonly pairId: MlagPairId
    readonly mlagId: Effective<number>
    readonly mode: 'dual-active' | 'active-standby'
  }
  /** Sub-interface: the frames of its port that it takes. */
  readonly encapsulation?: DeviceInterface['encapsulation']
  /** The bridge domain of a Layer 2 sub-interface or a Vbdif. */
  readonly bridgeDomain?: { readonly id: BridgeDomainId; readonly number: number }
  readonly nve?: NveIntent
  readonly anycastGateway: boolean
  readonly hostRoutes: readonly NonNullable<DeviceInterface['hostRoutes']>[number][]
  readonly gatewayId?: GatewayId
  /** Kept out of every underlay. */
  readonly outsideUnderlay: boolean
  readonly unpairedPortReserved: boolean
  readonly ospf?: OspfInterfaceIntent
  readonly ospfv3?: Ospfv3InterfaceIntent
  readonly isis?: IsisInterfaceIntent
  readonly because: Because
}

export type VrfFamilyIntent = {
  /** Absent: the VPN instance stays on the device (no family in its record), or there is no router ID to make one from. */
  readonly routeDistinguisher?: Effective<string>
  readonly importTargets: readonly string[]
  readonly exportTargets: readonly string[]
  readonly evpnImportTargets: readonly string[]
  readonly evpnExportTargets: readonly string[]
}
export type VrfIntent = {
  readonly vrfId: VrfId
  readonly name: string
  readonly ipv4?: VrfFamilyIntent
  readonly ipv6?: VrfFamilyIntent
  /** Layer 3 VNI. */
  readonly vni?: number
  readonly because: Because
}

/** One side of an M-LAG pair. */
export type DfsGroupIntent = {
  readonly pairId: MlagPairId
  readonly side: 0 | 1
  readonly otherDeviceId: DeviceId
  readonly priority?: number
  readonly password?: string
  readonly consistencyCheck?: 'strict' | 'loose'
  readonly upDelaySeconds?: number
  readonly electionPackets: readonly ('arp' | 'nd' | 'igmp' | 'dhcp' | 'mld')[]
  readonly dualActiveDetection?: {
    /** Absent: the end names neither an address nor an interface with one. */
    readonly source?: Effective<IpAddress>
    readonly sourceInterfaceId?: InterfaceId
    readonly peer?: Effective<IpAddress>
    readonly vrfName?: string
    readonly udpPort?: number
    readonly timeoutSeconds?: number
    readonly dialect?: 'v200'
  }
  readonly syncChannel?: {
    readonly source?: Effective<IpAddress>
    readonly sourceInterfaceId?: InterfaceId
    readonly peer?: Effective<IpAddress>
    readonly vrfName?: string
    readonly tcpPort: number
  }
  readonly spanningTree: {
    readonly mode: 'v-stp' | 'v-vbst' | 'root-bridge' | 'none'
    readonly stpMode: 'stp' | 'rstp' | 'mstp'
    readonly bridgeAddress?: MacAddress
  }
}

/** A session an EBGP underlay derives for IPv6 has `<link id>/ipv6/<side>`. */
export type SessionKey = `${PeeringId | LinkId | VlanifLinkId}/${0 | 1}`

/** One side of a BGP peering as its device will be configured. */
export type BgpSessionIntent = {
  readonly key: SessionKey
  /** Key of the other side's session. Its device may be absent (a host). */
  readonly otherKey: SessionKey
  /** Absent when an EBGP underlay derived the session from a link. */
  readonly peeringId?: PeeringId
  readonly underlayId?: UnderlayId
  readonly side: 0 | 1
  readonly deviceId: DeviceId
  readonly remote: { readonly deviceId?: DeviceId; readonly hostId?: HostId }
  /** The BGP process it belongs to. Absent: the base process. */
  readonly instance?: string
  readonly vrfId?: VrfId
  /** The address configured for the other end. Absent when neither end tells it. */
  readonly remoteAddress?: Effective<IpAddress>
  readonly remoteAsNumber?: Effective<AsNumber>
  readonly type: 'ibgp' | 'ebgp' | 'unknown'
  /** The interface and address the session runs from, printed or not. */
  readonly source: {
    readonly interfaceId?: InterfaceId
    readonly interfaceName?: InterfaceName
    readonly address?: Effective<IpAddress>
    /** What `connect-interface` says. */
    readonly connectInterface: 'none' | 'interface' | 'address' | 'interface-and-address'
  }
  /** Printed hop budget. Absent: the command is absent (budget 1 for EBGP). */
  readonly ebgpMaxHop?: Effective<number>
  /** Routed links on the shortest path; absent when there is none, when it leaves the drawing, and for IBGP without a TTL limit. */
  readonly hopDistance?: number
  readonly validTtlHops?: number
  readonly relyStateInterfaces: readonly { readonly interfaceId: InterfaceId; readonly name: InterfaceName }[]
  readonly families: readonly Family[]
  readonly reflectClient: boolean
  readonly nextHopLocal: boolean
  readonly nextHopInvariable: boolean
  readonly allowAsLoop?: number
  /** Of families that this end enables. */
  readonly filters?: PeeringEnd['filters']
  /** Directions in which lines that no record says may filter routes. */
  readonly unknownFilters?: readonly ('import' | 'export')[]
  readonly evpn: NonNullable<PeeringEnd['evpn']>
  readonly ignore: boolean
  /** Options that a group of the device says for the peer. */
  readonly fromGroup: readonly NonNullable<PeeringEnd['fromGroup']>[number][]
  readonly openMode?: 'listen-only' | 'connect-only'
  /** Both timers or neither. */
  readonly keepaliveSeconds?: number
  readonly holdSeconds?: number
  readonly bfd: boolean
  readonly keychain?: string
  readonly description?: string
  readonly because: Because
}

type BgpRecord = NonNullable<Device['bgp']>

export type AnnouncementIntent = {
  readonly prefix: Ipv4Prefix | Ipv6Prefix
  readonly vrfId?: VrfId
  readonly from: 'given' | 'underlay'
  readonly routePolicyId?: RoutePolicyId
  readonly because: Because
}

/** One BGP process of a device. */
export type BgpIntent = {
  /** Its name. Absent: the base process. */
  readonly instance?: string
  readonly asNumber: Effective<AsNumber>
  readonly routerId?: Effective<Ipv4Address>
  readonly sessions: readonly BgpSessionIntent[]
  readonly announcements: readonly AnnouncementIntent[]
  readonly importRoutes: NonNullable<BgpRecord['importRoutes']>
  readonly familySettings: NonNullable<BgpRecord['familySettings']>
  readonly advertiseEvpn: NonNullable<BgpRecord['advertiseEvpn']>
  readonly clusterId?: Ipv4Address
  readonly keepAllRoutes: boolean
  readonly privateFourByteAs: boolean
  /** Absent: what the families of the device need. */
  readonly vpnTargetPolicy?: boolean
  readonly because: Because
}

/** Policies and filters a device has, by name. */
export type PolicyIntent = {
  readonly prefixLists: readonly PrefixList[]
  readonly asPathFilters: readonly AsPathFilter[]
  readonly routePolicies: readonly RoutePolicy[]
}

export type BmpSessionIntent = {
  readonly bmpSessionId: BmpSessionId
  readonly stationId: StationId
  readonly address: IpAddress
  readonly alias?: string
  readonly vrfId?: VrfId
  readonly tcpPort?: Effective<number>
  /** The source set in the session view. */
  readonly source?: {
    readonly interfaceName?: InterfaceName
    readonly interfaceId?: InterfaceId
    readonly address?: IpAddress
  }
  /** Session view, else BMP view (IPv4 sessions only), else the outgoing interface decides. */
  readonly effectiveSource:
    | {
        readonly from: 'bmp-session-view' | 'bmp-view'
        readonly address?: IpAddress
        readonly interfaceId?: InterfaceId
      }
    | { readonly from: 'device-default' }
  readonly monitor: readonly {
    readonly target:
      | { readonly kind: 'public' | 'all-vpn-instance' }
      | { readonly kind: 'peer'; readonly peeringId: PeeringId; readonly address?: IpAddress }
      | { readonly kind: 'vpn-instance'; readonly vrfName: string }
    readonly family: 'ipv4-unicast' | 'ipv6-unicast'
    readonly rib: 'adj-rib-in' | 'adj-rib-out' | 'local-rib'
    readonly policy?: 'pre-policy' | 'post-policy'
  }[]
  readonly because: Because
}

export type BmpIntent = {
  readonly sourceIpv4?: Ipv4Address
  readonly statisticsTimerSeconds?: number
  readonly sessions: readonly BmpSessionIntent[]
  readonly because: Because
}

export type StaticRouteIntent = {
  readonly staticRouteId: StaticRouteId
  readonly vrfId?: VrfId
  readonly prefix: Ipv4Prefix | Ipv6Prefix
  readonly nextHop:
    | { readonly kind: 'address'; readonly address: IpAddress; readonly interfaceName?: InterfaceName }
    | { readonly kind: 'interface'; readonly interfaceName: InterfaceName }
    | { readonly kind: 'null0' }
  readonly preference?: number
  readonly description?: string
  readonly because: Because
}

export type DeviceIntent = {
  readonly device: Device
  readonly routerId?: Effective<Ipv4Address>
  /** Ascending; VLAN 1 is never listed, it always exists. */
  readonly vlans: readonly VlanIntent[]
  /** VLANs with a view of their own, ascending. */
  readonly vlanViews: NonNullable<Device['vlanViews']>
  /** Ascending by number. */
  readonly bridgeDomains: readonly BridgeDomainIntent[]
  /** In the natural order of names. */
  readonly interfaces: readonly InterfaceIntent[]
  readonly vrfs: readonly VrfIntent[]
  readonly dfsGroup?: DfsGroupIntent
  /** The base process. */
  readonly bgp?: BgpIntent
  /** Further processes, in the order of the record. */
  readonly bgpInstances: readonly BgpIntent[]
  readonly policies: PolicyIntent
  readonly bmp?: BmpIntent
  readonly ospf: readonly OspfProcessIntent[]
  readonly ospfv3: readonly Ospfv3ProcessIntent[]
  readonly isis: readonly IsisProcessIntent[]
  readonly staticRoutes: readonly StaticRouteIntent[]
  readonly bfd: boolean
  readonly evpnOverlay: boolean
  /** `false`: protocols that no record says may bring routes too. */
  readonly routesKnown: KnownRoutes
  /** `false`: it may tell its neighbours of routes that no record names. */
  readonly announcementsKnown: KnownRoutes
  /** `true`: BGP announcements may reach it, or go on from it, with labels, which are not simulated. */
  readonly labelsRoutes: boolean
  /** `false`: it may have BGP peers, or an AS number toward some, that no record names. */
  readonly peersKnown: boolean
}

/** A cable with both ends resolved; what reach and the link rules walk. */
export type CableIntent = {
  readonly linkId: LinkId
  readonly ends: readonly [CableEndIntent, CableEndIntent]
}
export type CableEndIntent =
  | {
      readonly kind: 'interface'
      readonly deviceId: DeviceId
      readonly interfaceId: InterfaceId
      readonly name: InterfaceName
      /** The Eth-Trunk the port is a member of. */
      readonly trunkId?: InterfaceId
    }
  | { readonly kind: 'host'; readonly hostId: HostId }
  | { readonly kind: 'station'; readonly stationId: StationId }
  /** The record the end names is not there. */
  | { readonly kind: 'missing' }

export type NetworkIntent = {
  readonly devices: ReadonlyMap<DeviceId, DeviceIntent>
  readonly cables: readonly CableIntent[]
  /** References to records that do not exist: the compile goes on without them and a rule reports them. */
  readonly dangling: readonly { readonly recordId: RecordId; readonly field: string; readonly missing: string }[]
}
