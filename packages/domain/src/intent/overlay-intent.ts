import type { IpAddress, Ipv4Address } from '@weft/net'
import type { BridgeDomainId, Effective, InterfaceId, RecordId } from '../model'

/** A bridge domain as one device has it. */
export type BridgeDomainIntent = {
  readonly bridgeDomainId: BridgeDomainId
  readonly number: number
  readonly description?: string
  readonly vni?: Effective<number>
  readonly evpn?: {
    /** Absent: nobody gave one, and there is no router ID to make one from. */
    readonly routeDistinguisher?: Effective<string>
    readonly importTargets: readonly string[]
    readonly exportTargets: readonly string[]
  }
  readonly boundVlan?: number
  readonly because: readonly RecordId[]
}

/** Where broadcast traffic of a VNI goes: to whom EVPN says, or to these addresses. */
export type HeadEndIntent = {
  readonly bridgeDomainId: BridgeDomainId
  readonly vni: number
  readonly peers: 'bgp' | readonly IpAddress[]
  readonly because: readonly RecordId[]
}

/** The tunnel source of a device and the VNIs it sends and receives. */
export type NveIntent = {
  /** Absent: neither an address is given nor an interface with one. */
  readonly source?: Effective<IpAddress>
  /** The interface whose address is the source, named or found by the address. */
  readonly sourceInterfaceId?: InterfaceId
  /** Ascending by VNI. */
  readonly headEnds: readonly HeadEndIntent[]
  readonly bypass?: { readonly source: Ipv4Address; readonly peer?: Ipv4Address }
}
