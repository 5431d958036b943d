import type { IpAddress, Ipv4Prefix, Ipv6Prefix } from '@weft/net'
import type { SessionKey } from '../intent'
import type { BmpSessionId, DeviceId, InterfaceId, LinkId, LocalText, MlagPairId, RecordId, VrfId } from '../model'

/** How sure a verdict is. `unknown` is never drawn green. */
export type Assurance = 'proved' | 'simulated' | 'assumed' | 'unknown'

export type Route = {
  readonly prefix: Ipv4Prefix | Ipv6Prefix
  readonly protocol: 'direct' | 'static' | 'ospf' | 'ospfv3' | 'isis' | 'ebgp' | 'ibgp'
  /** Absent for direct and null0 routes. Several: equal-cost. */
  readonly nextHops: readonly {
    readonly deviceId?: DeviceId
    readonly address?: IpAddress
    readonly interfaceId?: InterfaceId
    readonly linkId?: LinkId
  }[]
  readonly null0: boolean
  readonly because: readonly RecordId[]
}

/** A filter that stops a prefix. */
export type RouteDenial = {
  readonly prefix: Ipv4Prefix | Ipv6Prefix
  readonly by: RecordId
  /** Absent: no node or entry lets it through. */
  readonly node?: number
  readonly deviceId: DeviceId
  /** Where the prefix would be announced, or on a session to or from a neighbour. */
  readonly on:
    | { readonly direction: 'import' | 'export'; readonly neighbourId: DeviceId }
    | { readonly direction: 'origin' }
}

/** A VXLAN tunnel that a packet takes inside a subnet. */
export type TunnelStep = { readonly vni: number; readonly from: DeviceId; readonly to: DeviceId }

/** One way between two addresses: found with its witness path, or missing with the hop where it ends. */
export type PathVerdict =
  | {
      readonly kind: 'reachable'
      readonly path: readonly DeviceId[]
      readonly onlyByDefaultRoute: boolean
      readonly assurance: Assurance
      /** Switched cables on the way make a circle: spanning tree is taken to leave one way through it. */
      readonly spanningTree?: true
      /** Tunnels on the way, in its order. */
      readonly tunnels?: readonly TunnelStep[]
    }
  | {
      readonly kind: 'unreachable'
      /** The last device that still had a route (the source itself when it has none). */
      readonly stoppedAt: DeviceId
      readonly path: readonly DeviceId[]
      readonly reason: 'no-route' | 'null0' | 'loop' | 'next-hop-unresolved' | 'interface-down'
      readonly missing: IpAddress
      readonly assurance: Assurance
      /** The filter that stops the announcement of the missing address. */
      readonly denied?: RouteDenial
    }
  /** The address belongs to nothing drawn, or the path leaves the drawing. */
  | { readonly kind: 'unknown'; readonly why: LocalText }

/** One fact of a proof: what was looked at, what was found, and where. */
export type ProofFact = {
  readonly fact:
    | 'remote-configured'
    | 'as-number'
    | 'source-owned'
    | 'source-expected'
    | 'forward-path'
    | 'return-path'
    | 'hop-budget'
    | 'family'
    | 'administratively-up'
    | 'tracked-interface'
    | 'model-support'
    | 'tcp-port'
    | 'local-address'
    | 'open-mode'
    | 'interface-up'
    | 'subnet'
    | 'area'
    | 'network-type'
    | 'timers'
    | 'silent'
    | 'router-id'
    | 'level'
    | 'instance'
    | 'mtu'
    | 'vpn-instance'
    | 'authentication'
    | 'reports'
    | 'fate-sharing'
    | 'peer-link'
    | 'master'
    | 'split-brain'
    | 'spanning-tree'
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly says: LocalText
  readonly records: readonly RecordId[]
}

export type SessionStatus = 'established' | 'down' | 'unknown'

export type SessionVerdict = {
  readonly status: SessionStatus
  readonly assurance: Assurance
  readonly proof: readonly ProofFact[]
  readonly forward?: PathVerdict
  readonly back?: PathVerdict
}

/** Whether two VTEPs that share VNIs reach each other's tunnel source; `forward` goes from the first to the second. */
export type VtepVerdict = {
  readonly devices: readonly [DeviceId, DeviceId]
  /** Ascending. */
  readonly vnis: readonly number[]
  readonly verdict: SessionVerdict
}

export type Reachability = {
  /**
   * Active routes by device and VPN instance (`''` is the public table), IPv4 before IPv6, longest prefix first.
   * Direct and static routes are complete. IGP and BGP routes are those that an announcement or a path of
   * this compilation needed, each with the next hop of its witness path: all routes of a large fabric would
   * be its square. Ask `hasRoute` for an announced prefix.
   */
  readonly routes: ReadonlyMap<DeviceId, ReadonlyMap<VrfId | '', readonly Route[]>>
  /** BGP, by session key of either side. */
  readonly bgpSessions: ReadonlyMap<SessionKey, SessionVerdict>
  readonly bmpSessions: ReadonlyMap<BmpSessionId, SessionVerdict>
  /** DFS pairing, dual-active detection and TCP channel of each pair. */
  readonly mlagChannels: ReadonlyMap<
    MlagPairId,
    {
      readonly pairing: SessionVerdict
      readonly dualActiveDetection?: SessionVerdict
      readonly syncChannel?: SessionVerdict
    }
  >
  /** Adjacencies of OSPF, OSPFv3 and IS-IS over routed links; what keeps two from being neighbours is in the proof. */
  readonly igpAdjacencies: readonly {
    readonly protocol: 'ospf' | 'ospfv3' | 'isis'
    readonly ends: readonly [InterfaceId, InterfaceId]
    readonly verdict: SessionVerdict
  }[]
  /** Pairs of VTEPs with a VNI in common: all of a VNI with few of them, a ring of one with many. */
  readonly vteps: readonly VtepVerdict[]
  /** The routing iteration settled; `false`: stopped at its bound, verdicts are unknown. */
  readonly settled: boolean
  /** BGP sessions that take turns without end, each by its first side. */
  readonly turning: readonly SessionKey[]
}
