export type { AllocatedField } from './allocated'
export type {
  AllocationNote,
  AsPathFilter,
  BmpMonitoring,
  BmpSession,
  BridgeDomain,
  CarriedLines,
  CollectionName,
  Design,
  Device,
  DeviceInterface,
  Family,
  Gateway,
  Host,
  IgpProcess,
  Layout,
  Link,
  LinkEnd,
  MlagAttachment,
  MlagPair,
  Network,
  NetworkRecord,
  Overlay,
  Peering,
  PeeringEnd,
  Pool,
  PrefixList,
  Requirement,
  RoleDefaults,
  RoutePolicy,
  StaticRoute,
  Station,
  Underlay,
  VlanifLink,
  Vrf,
  Waiver,
} from './design'
export { collections, kindOfCollection } from './design'
export type { Effective } from './effective'
export type {
  AsPathFilterId,
  AttachmentId,
  BmpMonitoringId,
  BmpSessionId,
  BridgeDomainId,
  DeviceId,
  GatewayId,
  HostId,
  IdOf,
  InterfaceId,
  LinkId,
  MlagPairId,
  OverlayId,
  PeeringId,
  PoolId,
  PrefixListId,
  RecordId,
  RecordKind,
  RequirementId,
  RoutePolicyId,
  StaticRouteId,
  StationId,
  UnderlayId,
  VlanifLinkId,
  VrfId,
} from './ids'
export { byId, idSchema, recordKinds } from './ids'
export { recordName } from './record-name'
export type { Reference } from './references'
export { referenceFields, referencesOf, withMappedIds } from './references'
export { requirementText } from './requirement-text'
export { sameBut, sameValue } from './same-value'
export type { Language, LocalText } from './text'
export { text } from './text'
export { lineText } from './values'
