import type { IpAddress, Ipv4Prefix, Ipv6Prefix } from '@weft/net'
import {
  ipv4FromNumber,
  parseIpAddress,
  parseIpv4InterfaceAddress,
  parseIpv4Prefix,
  parseIpv6InterfaceAddress,
  parseIpv6Prefix,
} from '@weft/net'
import type { DeviceInterface, Gateway } from '../model'
import { must } from './fabric-draft'
import type { FabricOptions } from './fabric-plan'

/** Whether the underlay carries IPv6 alone, so that everything in the fabric has IPv6 addresses. */
export function isIpv6Fabric({ underlay }: FabricOptions): boolean {
  return underlay === 'ospfv3'
}

/** A subnet, and how the addresses in it are written. */
export type Subnet = { readonly length: number; readonly at: (host: number) => string }

/** So many addresses from a number on: of the IPv4 network, or the same ones at the end of `fd00::/96`. */
export function block(options: FabricOptions, first: number, length: number): Subnet {
  if (!isIpv6Fabric(options)) return { length, at: (host) => ipv4FromNumber(first + host) }
  const at = (host: number) => `fd00::${Math.floor(first / 0x10000).toString(16)}:${hex((first % 0x10000) + host)}`
  return { length: length + 96, at }
}

/** The /64 of a LAN, by its number. */
export function lan(site: 'fd00:0:1' | '2001:db8:0', number: number): Subnet {
  return { length: 64, at: (host) => `${site}:${hex(number)}::${host === 0 ? '' : hex(host)}` }
}

const hex = (value: number) => value.toString(16)

/** The address of an interface. */
export function ofInterface(subnet: Subnet, host: number): Pick<DeviceInterface, 'ipv4' | 'ipv6'> {
  const { ipv4, ipv6 } = ofGateway(subnet, host)
  return ipv6 === undefined ? { ipv4: ipv4 === undefined ? [] : [ipv4] } : { ipv6: [ipv6] }
}

export function ofGateway({ length, at }: Subnet, host: number): Pick<Gateway, 'ipv4' | 'ipv6'> {
  const text = `${at(host)}/${length}`
  return text.includes(':')
    ? { ipv6: must(parseIpv6InterfaceAddress, text) }
    : { ipv4: must(parseIpv4InterfaceAddress, text) }
}

export function prefixOf({ length, at }: Subnet): Ipv4Prefix | Ipv6Prefix {
  const text = `${at(0)}/${length}`
  return text.includes(':') ? must(parseIpv6Prefix, text) : must(parseIpv4Prefix, text)
}

export function hostIn({ at }: Subnet, host: number): IpAddress {
  return must(parseIpAddress, at(host))
}
