import type { Device, MlagPair } from '../model'
import type { FabricDraft } from './fabric-draft'

/** What a generated fabric looks like. */
export type FabricOptions = {
  /** Spines of each pod, 1 to 5: a leaf keeps three of its eight 100GE ports for its M-LAG pair. */
  readonly spines: number
  /** Leaves in all, 1 to 10,000. More than 28 make pods joined by super-spines. */
  readonly leaves: number
  /** M-LAG pairs; each takes two of the leaves. */
  readonly pairs: number
  /** Servers in all, spread over pairs and single leaves. */
  readonly servers: number
  /**
   * `ospf` or `isis` with IBGP to two route reflectors, or EBGP on every routed link; `ospfv3` is as `ospf` in a fabric
   * of IPv6 alone.
   */
  readonly underlay: 'ospf' | 'ospfv3' | 'isis' | 'ebgp'
  /** Route reflectors of the IBGP overlay. Absent: 2, or as many as there are spines to be one. */
  readonly reflectors?: number
  /** BMP stations, each of which monitors every router with BGP. Absent: none. */
  readonly bmp?: number
  /** Tenants of an EVPN overlay; servers are in their bridge domains then. Absent: none. */
  readonly evpn?: number
  /** Decides in which VLAN each server is; the same seed gives the same design. */
  readonly seed: number
}

/** A fabric while it is generated. */
export type Plan = {
  readonly draft: FabricDraft
  readonly options: FabricOptions
  readonly next: { loopback: number; link: number; subnet: number; as: number }
}
/** What a server is cabled to: a pair, or a single leaf. */
export type Home = { readonly leaves: readonly [Device] | readonly [Device, Device]; readonly pair?: MlagPair }

/** Distances on the canvas. */
export const pitch = { x: 280, tier: 280, host: 110, betweenPods: 320 }

/** The last port of a leaf that takes a server; a station may have the one after it. */
export const serverPortsPerLeaf = 47

export const leavesPerPod = 28
export const superSpinesPerPlane = 4
/** More pods make groups of super-spines. */
export const podsPerSuperSpine = 32
/** How many groups before it, and how many after it, a group is cabled to. */
export const groupsEachWay = 4

export function superSpinesPerGroup({ spines }: FabricOptions): number {
  return spines * superSpinesPerPlane
}

export function superSpineCount(options: FabricOptions): number {
  const pods = Math.ceil(options.leaves / leavesPerPod)
  return superSpinesPerGroup(options) * Math.ceil(pods / podsPerSuperSpine)
}
