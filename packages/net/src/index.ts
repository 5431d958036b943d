export type { AsNumber } from './as-number'
export { formatAsNumber, parseAsNumber } from './as-number'
export type { InterfaceKind, InterfaceName } from './interface-name'
export {
  compareInterfaceNames,
  interfaceKind,
  interfaceNumber,
  interfaceType,
  parentInterface,
  parseInterfaceName,
} from './interface-name'
export { invariant, unreachable } from './invariant'
export type { IpAddress } from './ip'
export { compareIp, ipVersion, parseIpAddress } from './ip'
export type { Ipv4Address, Ipv4Kind } from './ipv4'
export { ipv4FromNumber, ipv4Kind, ipv4ToNumber, parseIpv4Address } from './ipv4'
export type { Ipv6Address, Ipv6Kind } from './ipv6'
export { ipv6FromBigInt, ipv6Kind, ipv6ToBigInt, parseIpv6Address } from './ipv6'
export type { MacAddress } from './mac-address'
export { parseMacAddress } from './mac-address'
export { formatNumberRanges } from './number-ranges'
export type { Parsed, Problem } from './parsed'
export { ok, problem } from './parsed'
export type {
  IpInterfaceAddress,
  IpPrefix,
  Ipv4InterfaceAddress,
  Ipv4Prefix,
  Ipv6InterfaceAddress,
  Ipv6Prefix,
} from './prefix'
export {
  addressOf,
  ipv4Broadcast,
  ipv4Mask,
  ipv4Wildcard,
  networkOf,
  parseIpv4InterfaceAddress,
  parseIpv4Prefix,
  parseIpv6InterfaceAddress,
  parseIpv6Prefix,
  prefixContains,
  prefixesOverlap,
  splitPrefix,
} from './prefix'
