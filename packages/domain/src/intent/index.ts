export { bgpProcesses, bgpSessions, processOf, reoriginates } from './bgp-processes'
export { cableOf, cablePlace } from './cables'
export { byPlace, danglingIn } from './dangling'
export type { PartIntent } from './derive-intent'
export { deriveIntent, derivePart } from './derive-intent'
export { distancesOf } from './distances-of'
export type { HopDistance } from './hop-distance'
export type {
  AreaIntent,
  ImportedRoutes,
  IsisInterfaceIntent,
  IsisProcessIntent,
  OspfInterfaceIntent,
  OspfProcessIntent,
  OspfTerms,
  Ospfv3InterfaceIntent,
  Ospfv3ProcessIntent,
} from './igp-intent'
export type {
  AnnouncementIntent,
  Because,
  BgpIntent,
  BgpSessionIntent,
  BmpIntent,
  BmpSessionIntent,
  CableEndIntent,
  CableIntent,
  DeviceIntent,
  DfsGroupIntent,
  InterfaceIntent,
  NetworkIntent,
  PolicyIntent,
  SessionKey,
  StaticRouteIntent,
  VlanIntent,
  VrfFamilyIntent,
  VrfIntent,
} from './network-intent'
export type { BridgeDomainIntent, HeadEndIntent, NveIntent } from './overlay-intent'
