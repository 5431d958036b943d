import type { DeviceIntent, InterfaceIntent } from '../intent'
import type { AreaNode, Areas } from './areas'
import type { Fact } from './facts'
import type { Route } from './reachability'
import type { Edge } from './shortest-path'

export type IgpName = Extract<Route['protocol'], 'ospf' | 'ospfv3' | 'isis'>

/** An interface of a device; `up` as its line is. */
export type IgpPort = {
  readonly device: DeviceIntent
  readonly intent: InterfaceIntent
  readonly up: boolean
}

/** The areas or levels of an interface; none when its process does not work there. */
export type IgpMember = { readonly processId: number; readonly areas: readonly Omit<AreaNode, 'router'>[] }

/** What one link-state protocol adds to the machine they share. */
export type LinkStateProtocol = {
  readonly name: IgpName
  readonly versions: readonly (4 | 6)[]
  readonly preference: number
  /** Of external routes, where they are of a kind of their own. */
  readonly externalPreference?: number
  readonly runs: (intent: InterfaceIntent) => boolean
  readonly member: (port: IgpPort) => IgpMember
  readonly carries: (intent: InterfaceIntent, version: 4 | 6) => boolean
  readonly cost: (intent: InterfaceIntent, version: 4 | 6) => number
  /** Whether the subnet of an interface is announced, its host address alone, or neither. */
  readonly announces: (port: IgpPort) => 'subnet' | 'host' | 'nothing'
  /** What two interfaces on one segment need to become neighbours. @param others members besides these two */
  readonly facts: (a: IgpPort, b: IgpPort, others: number) => readonly Fact[]
  /** Areas in which two neighbours exchange routes. */
  readonly sharedAreas: (a: IgpPort, b: IgpPort) => readonly number[]
  /** Of several on one segment those with the same key become neighbours; none: the interface does not there. */
  readonly segmentKey: (port: IgpPort, area: number) => string | undefined
  readonly areas: (nodes: readonly AreaNode[], edges: readonly Edge[]) => Areas
}
