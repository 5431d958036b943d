import type { z } from 'zod'
import type { allocationNotesSchema } from './allocated'
import type { RecordKind } from './ids'
import { bmpMonitoringSchema, overlaySchema, roleDefaultsSchema } from './intent-records'
import { bridgeDomainSchema } from './overlay-records'
import { asPathFilterSchema, prefixListSchema, routePolicySchema } from './policy-records'
import type { familySchema } from './record-parts'
import type { carriedSchema, linkEndSchema } from './records'
import {
  deviceInterfaceSchema,
  deviceSchema,
  gatewaySchema,
  hostSchema,
  linkSchema,
  mlagAttachmentSchema,
  mlagPairSchema,
  stationSchema,
  vlanifLinkSchema,
} from './records'
import { requirementSchema } from './requirement-record'
import type { peeringEndSchema } from './routing-records'
import {
  bmpSessionSchema,
  peeringSchema,
  poolSchema,
  staticRouteSchema,
  underlaySchema,
  vrfSchema,
} from './routing-records'
import { waiverSchema } from './waiver-record'

type DeepReadonly<T> = T extends (infer Item)[]
  ? number extends T['length']
    ? readonly DeepReadonly<Item>[]
    : { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
  : T extends string | number | boolean | undefined | null
    ? T
    : T extends object
      ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
      : T

export type AllocationNote = DeepReadonly<NonNullable<z.output<typeof allocationNotesSchema>>[number]>
export type CarriedLines = DeepReadonly<z.output<typeof carriedSchema>>
export type Device = DeepReadonly<z.output<typeof deviceSchema>>
export type DeviceInterface = DeepReadonly<z.output<typeof deviceInterfaceSchema>>
export type LinkEnd = DeepReadonly<z.output<typeof linkEndSchema>>
export type Link = DeepReadonly<z.output<typeof linkSchema>>
export type VlanifLink = DeepReadonly<z.output<typeof vlanifLinkSchema>>
export type MlagPair = DeepReadonly<z.output<typeof mlagPairSchema>>
export type MlagAttachment = DeepReadonly<z.output<typeof mlagAttachmentSchema>>
export type Gateway = DeepReadonly<z.output<typeof gatewaySchema>>
export type Host = DeepReadonly<z.output<typeof hostSchema>>
export type Station = DeepReadonly<z.output<typeof stationSchema>>
export type Vrf = DeepReadonly<z.output<typeof vrfSchema>>
export type BridgeDomain = DeepReadonly<z.output<typeof bridgeDomainSchema>>
export type PeeringEnd = DeepReadonly<z.output<typeof peeringEndSchema>>
export type Peering = DeepReadonly<z.output<typeof peeringSchema>>
export type BmpSession = DeepReadonly<z.output<typeof bmpSessionSchema>>
export type StaticRoute = DeepReadonly<z.output<typeof staticRouteSchema>>
export type Underlay = DeepReadonly<z.output<typeof underlaySchema>>
export type Overlay = DeepReadonly<z.output<typeof overlaySchema>>
export type BmpMonitoring = DeepReadonly<z.output<typeof bmpMonitoringSchema>>
export type RoleDefaults = DeepReadonly<z.output<typeof roleDefaultsSchema>>
export type PrefixList = DeepReadonly<z.output<typeof prefixListSchema>>
export type AsPathFilter = DeepReadonly<z.output<typeof asPathFilterSchema>>
export type RoutePolicy = DeepReadonly<z.output<typeof routePolicySchema>>
export type IgpProcess = NonNullable<Device['igp']>[number]
export type Pool = DeepReadonly<z.output<typeof poolSchema>>
export type Waiver = DeepReadonly<z.output<typeof waiverSchema>>
export type Requirement = DeepReadonly<z.output<typeof requirementSchema>>
export type Family = z.output<typeof familySchema>

/** The schema of each collection of a network, in file order. */
export const collections = {
  devices: deviceSchema,
  interfaces: deviceInterfaceSchema,
  links: linkSchema,
  vlanifLinks: vlanifLinkSchema,
  mlagPairs: mlagPairSchema,
  attachments: mlagAttachmentSchema,
  gateways: gatewaySchema,
  hosts: hostSchema,
  stations: stationSchema,
  vrfs: vrfSchema,
  bridgeDomains: bridgeDomainSchema,
  peerings: peeringSchema,
  bmpSessions: bmpSessionSchema,
  staticRoutes: staticRouteSchema,
  underlays: underlaySchema,
  overlays: overlaySchema,
  bmpMonitorings: bmpMonitoringSchema,
  roleDefaults: roleDefaultsSchema,
  prefixLists: prefixListSchema,
  asPathFilters: asPathFilterSchema,
  routePolicies: routePolicySchema,
  pools: poolSchema,
  waivers: waiverSchema,
  requirements: requirementSchema,
} as const
export type CollectionName = keyof typeof collections

export const kindOfCollection: { readonly [Name in CollectionName]: RecordKind } = {
  devices: 'device',
  interfaces: 'interface',
  links: 'link',
  vlanifLinks: 'vlanif-link',
  mlagPairs: 'mlag',
  attachments: 'attachment',
  gateways: 'gateway',
  hosts: 'host',
  stations: 'station',
  vrfs: 'vrf',
  bridgeDomains: 'bridge-domain',
  peerings: 'peering',
  bmpSessions: 'bmp-session',
  staticRoutes: 'static-route',
  underlays: 'underlay',
  overlays: 'overlay',
  bmpMonitorings: 'bmp-monitoring',
  roleDefaults: 'role-defaults',
  prefixLists: 'prefix-list',
  asPathFilters: 'as-path-filter',
  routePolicies: 'route-policy',
  pools: 'pool',
  waivers: 'waiver',
  requirements: 'requirement',
}

type RecordOf<Name extends CollectionName> = DeepReadonly<z.output<(typeof collections)[Name]>>

/** Records by id. Every record repeats its id, so a record alone says who it is. */
export type Network = {
  readonly [Name in CollectionName]: { readonly [id: string]: RecordOf<Name> }
}
export type NetworkRecord = { [Name in CollectionName]: RecordOf<Name> }[CollectionName]

/** Where things are drawn, in canvas pixels. Never compiled. */
export type Layout = {
  readonly positions: { readonly [recordId: string]: { readonly x: number; readonly y: number } }
}

export type Design = { readonly network: Network; readonly layout: Layout }
