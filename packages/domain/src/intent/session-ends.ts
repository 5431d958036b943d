import type { AsNumber, IpAddress } from '@weft/net'
import { addressOf, ipVersion } from '@weft/net'
import type { Device, DeviceId, Effective, Host, HostId, Peering, PeeringEnd, VrfId } from '../model'
import { given, mapEffective } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import { interfaceToward, ownerOf, primaryAddress } from './interface-directory'
import type { BgpSessionIntent, InterfaceIntent } from './network-intent'
import type { RecordIndex } from './record-index'

/** One end of a peering with everything looked up. */
export type SessionEnd = {
  readonly end: PeeringEnd
  /** Absent for a host, and for a device that is not there. */
  readonly deviceId?: DeviceId
  readonly hostId?: HostId
  readonly vrfId?: VrfId
  readonly asNumber?: Effective<AsNumber>
  /** The interface the session runs from. */
  readonly deviceInterface?: InterfaceIntent
  readonly address?: Effective<IpAddress>
  readonly connectInterface: BgpSessionIntent['source']['connectInterface']
}

export type EndSources = {
  readonly index: RecordIndex
  readonly directory: InterfaceDirectory
  readonly asNumbers: ReadonlyMap<DeviceId, Effective<AsNumber>>
}

type Named = {
  readonly end: PeeringEnd
  readonly deviceId?: DeviceId
  readonly host?: Host
  readonly vrfId?: VrfId
  readonly deviceInterface?: InterfaceIntent
}

/** Both ends; an end that names neither interface nor address runs from the interface toward the other one. */
export function resolveEnds(peering: Peering, sources: EndSources): readonly [SessionEnd, SessionEnd] {
  const named = [nameEnd(peering, 0, sources), nameEnd(peering, 1, sources)] as const
  const version = sessionVersion(peering, named, sources.directory)
  const addresses = [
    endAddress(named[0], version, peering, sources.directory),
    endAddress(named[1], version, peering, sources.directory),
  ] as const
  const complete = (side: 0 | 1): SessionEnd => {
    const own = named[side]
    const known = { ...own, address: addresses[side] }
    const remote = own.end.remoteAddress ?? addresses[side === 0 ? 1 : 0]?.value
    return describe(
      known.address === undefined ? withOutgoing(known, remote, sources.directory) : known,
      remote,
      sources,
    )
  }
  return [complete(0), complete(1)]
}

function nameEnd(peering: Peering, side: 0 | 1, { index, directory }: EndSources): Named {
  const end = peering.ends[side]
  const vrfId = end.vrfId ?? peering.vrfId
  if ('hostId' in end.owner) return { end, vrfId, host: index.network.hosts[end.owner.hostId] }
  const { deviceId } = end.owner
  if (index.network.devices[deviceId] === undefined) return { end, vrfId }
  const drawn = end.interfaceId === undefined ? undefined : directory.byId.get(end.interfaceId)
  const byAddress =
    end.address === undefined || drawn !== undefined ? undefined : ownerOf(directory, { deviceId, vrfId }, end.address)
  return { end, vrfId, deviceId, deviceInterface: drawn?.deviceId === deviceId ? drawn : byAddress }
}

/** What somebody wrote decides; else IPv4, unless only IPv6 routes are wanted, as far as both ends can. */
function sessionVersion(peering: Peering, named: readonly Named[], directory: InterfaceDirectory): 4 | 6 {
  const written = named.flatMap(({ end }) => [end.address, end.remoteAddress]).find((address) => address !== undefined)
  if (written !== undefined) return ipVersion(written)
  const onlyIpv6 = peering.families.length > 0 && peering.families.every((family) => family === 'ipv6-unicast')
  const [first, second]: readonly [4 | 6, 4 | 6] = onlyIpv6 ? [6, 4] : [4, 6]
  const can = (version: 4 | 6) => (each: Named) =>
    (each.deviceId !== undefined && each.deviceInterface === undefined) ||
    endAddress(each, version, peering, directory) !== undefined
  if (named.every(can(first))) return first
  return named.every(can(second)) ? second : first
}

function endAddress(
  named: Named,
  version: 4 | 6,
  peering: Peering,
  directory: InterfaceDirectory,
): Effective<IpAddress> | undefined {
  if (named.end.address !== undefined) return given(named.end.address, peering.id)
  if (named.host !== undefined) {
    const address = named.host.addresses.find((each) => ipVersion(each) === version)
    return address === undefined ? undefined : given(address, named.host.id)
  }
  const { deviceInterface } = named
  if (deviceInterface === undefined) return undefined
  if (version === 4 && deviceInterface.mlagIpv4 !== undefined)
    return asDerived(mapEffective(deviceInterface.mlagIpv4, addressOf))
  const primary = primaryAddress(directory, deviceInterface, version)
  return primary === undefined ? undefined : asDerived(primary)
}

/** For the session the address follows from the interface, even when it was given there. */
function asDerived(address: Effective<IpAddress>): Effective<IpAddress> {
  return address.from === 'given' ? { ...address, from: 'derived' } : address
}

type Known = Named & { readonly address?: Effective<IpAddress> }

function withOutgoing(known: Known, remote: IpAddress | undefined, directory: InterfaceDirectory): Known {
  const { deviceId, vrfId } = known
  if (deviceId === undefined || remote === undefined || known.deviceInterface !== undefined) return known
  const outgoing = interfaceToward(directory, { deviceId, vrfId }, remote)
  if (outgoing === undefined) return known
  const primary = primaryAddress(directory, outgoing, ipVersion(remote))
  return { ...known, deviceInterface: outgoing, address: primary === undefined ? undefined : asDerived(primary) }
}

function describe(
  known: Known,
  remote: IpAddress | undefined,
  { asNumbers, directory, index }: EndSources,
): SessionEnd {
  const { end, deviceId, host, vrfId, deviceInterface, address } = known
  const hostAs = host?.asNumber
  return {
    end,
    deviceId,
    hostId: host?.id,
    vrfId,
    asNumber:
      deviceId === undefined
        ? hostAs === undefined || host === undefined
          ? undefined
          : given(hostAs, host.id)
        : end.instance === undefined
          ? asNumbers.get(deviceId)
          : asNumberOfInstance(index.network.devices[deviceId], end.instance),
    deviceInterface,
    address,
    connectInterface: end.connectInterface ?? defaultForm(known, remote, directory),
  }
}

function asNumberOfInstance(device: Device | undefined, instance: string): Effective<AsNumber> | undefined {
  const process = device?.bgpInstances?.find(({ name }) => name === instance)
  return device === undefined || process === undefined ? undefined : given(process.asNumber, device.id)
}

/**
 * A LoopBack source is always named. An address that is not the primary one has to be written beside
 * its interface, because the interface alone would stand for the primary. A link-local peer is only
 * found when the link is named.
 */
function defaultForm(
  known: Known,
  remote: IpAddress | undefined,
  directory: InterfaceDirectory,
): SessionEnd['connectInterface'] {
  const { deviceInterface, address } = known
  if (deviceInterface === undefined || address === undefined) return 'none'
  const primary = primaryAddress(directory, deviceInterface, ipVersion(address.value))
  if (primary !== undefined && primary.value !== address.value) return 'interface-and-address'
  return deviceInterface.kind === 'loopback' || remote?.startsWith('fe80:') === true ? 'interface' : 'none'
}
