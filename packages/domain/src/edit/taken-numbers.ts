import type { IpAddress, IpInterfaceAddress, IpPrefix } from '@weft/net'
import { addressOf, networkOf, splitPrefix } from '@weft/net'
import { collectionOf } from '../document'
import type {
  Device,
  DeviceInterface,
  Gateway,
  Host,
  MlagAttachment,
  MlagPair,
  Network,
  NetworkRecord,
  Peering,
  VlanifLink,
} from '../model'

/** Numbers that identify something in a network, so that a copy of it needs others. */
export type TakenNumbers = {
  readonly addresses: ReadonlySet<string>
  readonly networks: ReadonlySet<string>
  /** AS numbers of one device or host; a number that several share is a common one, and the copy shares it too. */
  readonly asNumbers: ReadonlySet<number>
  readonly mlagIds: ReadonlySet<string>
  readonly macs: ReadonlySet<string>
}

export function takenNumbers(network: Network): TakenNumbers {
  const addresses = new Set<string>()
  const networks = new Set<string>()
  const macs = new Set<string>()
  const add = (address: IpInterfaceAddress) => {
    addresses.add(addressOf(address))
    networks.add(networkOf(address))
  }
  for (const { ipv4, ipv6, macAddress } of Object.values(network.interfaces)) {
    ipv4?.forEach(add)
    ipv6?.forEach(add)
    if (macAddress !== undefined) macs.add(macAddress)
  }
  for (const { ipv4, ipv6, mlagIpv4 } of Object.values(network.gateways)) {
    for (const address of [ipv4, ipv6, ...(mlagIpv4 ?? [])]) if (address !== undefined) add(address)
  }
  for (const device of Object.values(network.devices)) {
    for (const holder of [device, device.bgp, ...(device.bgpInstances ?? [])])
      if (holder?.routerId !== undefined) addresses.add(holder.routerId)
  }
  for (const host of Object.values(network.hosts)) for (const address of host.addresses) addresses.add(address)
  for (const { address } of Object.values(network.stations)) addresses.add(address)
  for (const { ipv4Subnet, ipv6Subnet } of Object.values(network.vlanifLinks)) {
    for (const subnet of [ipv4Subnet, ipv6Subnet]) if (subnet !== undefined) networks.add(subnet)
  }
  const mlagIds = Object.values(network.attachments).map(({ pairId, mlagId }) => `${pairId} ${mlagId}`)
  return { addresses, networks, macs, asNumbers: singleAsNumbers(network), mlagIds: new Set(mlagIds) }
}

function singleAsNumbers(network: Network): ReadonlySet<number> {
  const holders = new Map<number, number>()
  for (const { asNumber } of [...Object.values(network.devices), ...Object.values(network.hosts)]) {
    if (asNumber !== undefined) holders.set(asNumber, (holders.get(asNumber) ?? 0) + 1)
  }
  return new Set([...holders].filter(([, count]) => count === 1).map(([asNumber]) => asNumber))
}

/** The record without numbers something else has; fields that become empty are absent, so that they are allocated. */
export function withoutTakenNumbers(record: NetworkRecord, taken: TakenNumbers): NetworkRecord {
  switch (collectionOf(record.id)) {
    // The id of a record says which record it is.
    case 'devices':
      return freshDevice(record as Device, taken)
    case 'interfaces':
      return freshInterface(record as DeviceInterface, taken)
    case 'hosts':
      return freshHost(record as Host, taken)
    case 'vlanifLinks':
      return freshVlanifLink(record as VlanifLink, taken)
    case 'gateways':
      return freshGateway(record as Gateway, taken)
    case 'mlagPairs':
      return freshPair(record as MlagPair, taken)
    case 'attachments':
      return freshAttachment(record as MlagAttachment, taken)
    case 'peerings':
      return freshPeering(record as Peering, taken)
    default:
      return record
  }
}

function freshDevice({ asNumber, routerId, bgp, bgpInstances, bmp, ...rest }: Device, taken: TakenNumbers): Device {
  const { sourceIpv4, ...otherBmp } = bmp ?? {}
  return {
    ...rest,
    ...(asNumber === undefined || taken.asNumbers.has(asNumber) ? {} : { asNumber }),
    ...freeAddress('routerId', routerId, taken),
    ...(bgp === undefined ? {} : { bgp: freshProcess(bgp, taken) }),
    // The AS number of a further process is shared on purpose: an overlay is one AS.
    ...(bgpInstances === undefined
      ? {}
      : { bgpInstances: bgpInstances.map((process) => freshProcess(process, taken)) }),
    ...(bmp === undefined ? {} : { bmp: { ...otherBmp, ...freeAddress('sourceIpv4', sourceIpv4, taken) } }),
  }
}

function freshProcess<Process extends NonNullable<Device['bgp']>>(process: Process, taken: TakenNumbers): Process {
  const { announce, routerId, ...rest } = process
  const announced = announce?.filter(({ prefix }) => !isOwnPrefix(prefix, taken))
  // Only optional fields are left out.
  return {
    ...rest,
    ...freeAddress('routerId', routerId, taken),
    ...(announced === undefined ? {} : { announce: announced }),
  } as Process
}

/** A device announces the networks of its own interfaces; the copy has other ones. */
function isOwnPrefix(prefix: IpPrefix, { addresses, networks }: TakenNumbers): boolean {
  return networks.has(prefix) || addresses.has(splitPrefix(prefix as never).address)
}

function freshInterface({ ipv4, ipv6, macAddress, ...rest }: DeviceInterface, taken: TakenNumbers): DeviceInterface {
  const freeIpv4 = ipv4?.filter((address) => !taken.addresses.has(addressOf(address)))
  const freeIpv6 = ipv6?.filter((address) => !taken.addresses.has(addressOf(address)))
  return {
    ...rest,
    ...(freeIpv4 === undefined || freeIpv4.length < (ipv4?.length ?? 0) ? {} : { ipv4: freeIpv4 }),
    ...(freeIpv6 === undefined || freeIpv6.length < (ipv6?.length ?? 0) ? {} : { ipv6: freeIpv6 }),
    ...(macAddress === undefined || taken.macs.has(macAddress) ? {} : { macAddress }),
  }
}

function freshHost({ asNumber, addresses, ...rest }: Host, taken: TakenNumbers): Host {
  return {
    ...rest,
    addresses: addresses.filter((address) => !taken.addresses.has(address)),
    ...(asNumber === undefined || taken.asNumbers.has(asNumber) ? {} : { asNumber }),
  }
}

function freshVlanifLink({ ipv4Subnet, ipv6Subnet, ...rest }: VlanifLink, { networks }: TakenNumbers): VlanifLink {
  return {
    ...rest,
    ...(ipv4Subnet === undefined || networks.has(ipv4Subnet) ? {} : { ipv4Subnet }),
    ...(ipv6Subnet === undefined || networks.has(ipv6Subnet) ? {} : { ipv6Subnet }),
  }
}

function freshGateway({ ipv4, ipv6, mlagIpv4, ...rest }: Gateway, { addresses }: TakenNumbers): Gateway {
  const isFree = (address: IpInterfaceAddress) => !addresses.has(addressOf(address))
  return {
    ...rest,
    ...(ipv4 !== undefined && isFree(ipv4) ? { ipv4 } : {}),
    ...(ipv6 !== undefined && isFree(ipv6) ? { ipv6 } : {}),
    ...(mlagIpv4?.every(isFree) === true ? { mlagIpv4 } : {}),
  }
}

function freshPair(pair: MlagPair, taken: TakenNumbers): MlagPair {
  const { dualActiveDetection: detection, syncChannel } = pair
  return {
    ...pair,
    ...(detection === undefined
      ? {}
      : { dualActiveDetection: { ...detection, ends: freshEnds(detection.ends, taken) } }),
    ...(syncChannel === undefined ? {} : { syncChannel: { ...syncChannel, ends: freshEnds(syncChannel.ends, taken) } }),
  }
}

type ChannelEnds = NonNullable<MlagPair['syncChannel']>['ends']

function freshEnds([a, b]: ChannelEnds, taken: TakenNumbers): ChannelEnds {
  const fresh = ({ address, ...rest }: ChannelEnds[number]) => ({ ...rest, ...freeAddress('address', address, taken) })
  return [fresh(a), fresh(b)]
}

function freshAttachment({ mlagId, ...rest }: MlagAttachment, { mlagIds }: TakenNumbers): MlagAttachment {
  return mlagId === undefined || mlagIds.has(`${rest.pairId} ${mlagId}`) ? rest : { ...rest, mlagId }
}

/** Addresses in a peering are those of its ends, which are copies with other addresses. */
function freshPeering(peering: Peering, taken: TakenNumbers): Peering {
  const fresh = ({ address, remoteAddress, ...rest }: Peering['ends'][number]) => ({
    ...rest,
    ...freeAddress('address', address, taken),
    ...freeAddress('remoteAddress', remoteAddress, taken),
  })
  return { ...peering, ends: [fresh(peering.ends[0]), fresh(peering.ends[1])] }
}

function freeAddress<Field extends string, Address extends IpAddress>(
  field: Field,
  address: Address | undefined,
  { addresses }: TakenNumbers,
): { readonly [Key in Field]?: Address } {
  // One key, named by the argument.
  return (address === undefined || addresses.has(address) ? {} : { [field]: address }) as {
    readonly [Key in Field]?: Address
  }
}
