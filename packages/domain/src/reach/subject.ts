import type { SessionKey } from '../intent'
import type { BmpSessionId, DeviceId, InterfaceId, MlagPairId } from '../model'

/** Something that a failure may break. A BGP session is named by the lesser of its two keys. */
export type Subject =
  | { readonly kind: 'bgp'; readonly key: SessionKey }
  | { readonly kind: 'bmp'; readonly id: BmpSessionId }
  | { readonly kind: 'ospf' | 'ospfv3' | 'isis'; readonly ends: readonly [InterfaceId, InterfaceId] }
  | { readonly kind: 'dfs-pairing' | 'dual-active-detection' | 'sync-channel'; readonly pairId: MlagPairId }
  /** Two VTEPs that share a VNI reach each other's tunnel source. */
  | { readonly kind: 'vxlan'; readonly ends: readonly [DeviceId, DeviceId] }
  /** Two devices reach each other's loopback, both ways. */
  | { readonly kind: 'loopbacks'; readonly ends: readonly [DeviceId, DeviceId] }
