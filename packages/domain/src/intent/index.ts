export { deriveIntent } from './derive-intent'
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
  OspfInterfaceIntent,
  OspfProcessIntent,
  PolicyIntent,
  SessionKey,
  StaticRouteIntent,
  VlanIntent,
  VrfFamilyIntent,
  VrfIntent,
} from './network-intent'
export type { BridgeDomainIntent, HeadEndIntent, NveIntent } from './overlay-intent'
