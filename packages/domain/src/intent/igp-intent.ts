import type { InterfaceName, Ipv4Address, Ipv4Prefix } from '@weft/net'
import type { Effective, IgpProcess, RecordId, Underlay, UnderlayId, VrfId } from '../model'

type IsisUnderlay = Extract<Underlay, { kind: 'isis' }>

/** What an interface says in either version of OSPF. */
export type OspfTerms = {
  readonly processId: number
  readonly underlayId: UnderlayId
  readonly area: number
  readonly networkType: Effective<'broadcast' | 'p2p' | 'p2mp' | 'nbma'>
  readonly cost?: number
  readonly helloSeconds?: number
  readonly deadSeconds?: number
  readonly silent: boolean
  readonly because: readonly RecordId[]
}

export type OspfInterfaceIntent = OspfTerms & {
  /** By a command on the interface, not by a statement of the process. */
  readonly enabledOnInterface: boolean
  readonly checksMtu: boolean
}
export type Ospfv3InterfaceIntent = OspfTerms & { readonly instanceId: number }

export type IsisInterfaceIntent = {
  readonly processId: number
  readonly underlayId: UnderlayId
  readonly ipv4: boolean
  readonly ipv6: boolean
  readonly circuitType: Effective<'broadcast' | 'p2p'>
  /** Absent: every level of the process. */
  readonly level?: IsisUnderlay['level']
  readonly cost?: number
  readonly ipv6Cost?: number
  readonly helloSeconds?: number
  readonly holdingMultiplier?: number
  readonly silent: boolean
  readonly because: readonly RecordId[]
}

export type ImportedRoutes = NonNullable<IgpProcess['importRoutes']>[number]

type ProcessIntent = {
  readonly underlayId: UnderlayId
  readonly processId: number
  readonly vrfId?: VrfId
  readonly importRoutes: readonly ImportedRoutes[]
  readonly because: readonly RecordId[]
}

export type AreaIntent = {
  readonly area: number
  readonly type: 'normal' | 'stub' | 'nssa'
  readonly options: NonNullable<NonNullable<IgpProcess['areas']>[number]['options']>
}

export type OspfProcessIntent = ProcessIntent & {
  readonly routerId?: Effective<Ipv4Address>
  readonly suppressReachability: boolean
  /** Interfaces by area, each matched by its own `network` line. */
  readonly areas: readonly (AreaIntent & {
    readonly interfaces: readonly InterfaceName[]
    /** Absent: each interface is matched by a statement of its own. */
    readonly networks?: readonly Ipv4Prefix[]
  })[]
}

export type Ospfv3ProcessIntent = ProcessIntent & {
  /** Absent: the process does nothing. */
  readonly routerId?: Effective<Ipv4Address>
  readonly areas: readonly AreaIntent[]
}

export type IsisProcessIntent = ProcessIntent & {
  /** Absent: the process does nothing. */
  readonly networkEntity?: Effective<string>
  readonly level: IsisUnderlay['level']
  readonly costStyle: Effective<IsisUnderlay['costStyle']>
  readonly ipv6Topology?: 'standard' | 'ipv6'
}
