import { z } from 'zod'

/** Record kinds, in the order files and listings use. */
export const recordKinds = [
  'device',
  'interface',
  'link',
  'vlanif-link',
  'mlag',
  'attachment',
  'gateway',
  'host',
  'station',
  'vrf',
  'bridge-domain',
  'peering',
  'bmp-session',
  'static-route',
  'underlay',
  'overlay',
  'bmp-monitoring',
  'role-defaults',
  'prefix-list',
  'as-path-filter',
  'route-policy',
  'pool',
  'waiver',
  'requirement',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** An id says its kind: `device:leaf-1`. The part after the colon is 1 to 64 of A-Z a-z 0-9 . _ - */
export type IdOf<K extends RecordKind> = `${K}:${string}`
export type RecordId = IdOf<RecordKind>
export type DeviceId = IdOf<'device'>
export type InterfaceId = IdOf<'interface'>
export type LinkId = IdOf<'link'>
export type VlanifLinkId = IdOf<'vlanif-link'>
export type MlagPairId = IdOf<'mlag'>
export type AttachmentId = IdOf<'attachment'>
export type GatewayId = IdOf<'gateway'>
export type HostId = IdOf<'host'>
export type StationId = IdOf<'station'>
export type VrfId = IdOf<'vrf'>
export type BridgeDomainId = IdOf<'bridge-domain'>
export type PeeringId = IdOf<'peering'>
export type BmpSessionId = IdOf<'bmp-session'>
export type StaticRouteId = IdOf<'static-route'>
export type UnderlayId = IdOf<'underlay'>
export type OverlayId = IdOf<'overlay'>
export type BmpMonitoringId = IdOf<'bmp-monitoring'>
export type RoleDefaultsId = IdOf<'role-defaults'>
export type PrefixListId = IdOf<'prefix-list'>
export type AsPathFilterId = IdOf<'as-path-filter'>
export type RoutePolicyId = IdOf<'route-policy'>
export type PoolId = IdOf<'pool'>
export type WaiverId = IdOf<'waiver'>
export type RequirementId = IdOf<'requirement'>

export function idSchema<K extends RecordKind>(kind: K): z.ZodTemplateLiteral<IdOf<K>> | z.ZodType<IdOf<K>> {
  const pattern = new RegExp(`^${kind}:[A-Za-z0-9._-]{1,64}$`)
  return z
    .string()
    .regex(
      pattern,
      `an id of the form ${kind}:name is expected (1 to 64 of A-Z a-z 0-9 . _ -)`,
    ) as unknown as z.ZodType<IdOf<K>>
}

/** Code-unit order: the one canonical order of records, the same in every locale. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
