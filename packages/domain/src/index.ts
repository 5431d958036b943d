export { compile } from './compile'
export type { Compilation } from './compilation'
export type { Allocation, AllocationEntry, AllocationKey } from './allocate'
export type { Finding, Severity } from './check'
export type { Origin } from './config'
export type { Change, Command, EndChoice, Point, RecordEdit, Refusal } from './edit'
export type {
  AnnouncementIntent,
  BgpSessionIntent,
  BmpSessionIntent,
  CableIntent,
  DeviceIntent,
  DfsGroupIntent,
  InterfaceIntent,
  NetworkIntent,
  SessionKey,
} from './intent'
export { byId, collections, idSchema, kindOfCollection, recordKinds, text } from './model'
export type {
  BmpSession,
  CollectionName,
  Design,
  Device,
  DeviceId,
  DeviceInterface,
  Effective,
  Family,
  Gateway,
  Host,
  HostId,
  InterfaceId,
  Language,
  Layout,
  Link,
  LinkEnd,
  LinkId,
  LocalText,
  MlagAttachment,
  MlagPair,
  MlagPairId,
  Network,
  NetworkRecord,
  Peering,
  PeeringEnd,
  Pool,
  RecordId,
  RecordKind,
  StaticRoute,
  Station,
  Underlay,
  VlanifLink,
  Vrf,
} from './model'
export type { Assurance, PathVerdict, ProofFact, Reachability, Route, SessionStatus, SessionVerdict } from './reach'
export { fabricProblems, newFabric, sampleDesign } from './edit'
export type { FabricOptions } from './edit'
