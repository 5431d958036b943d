import type { AsNumber, Ipv4Address } from '@weft/net'
import { networkOf } from '@weft/net'
import type { Device, DeviceId, Effective, Underlay } from '../model'
import { withCarriedFilters } from './carried-filters'
import { given } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import type { AnnouncementIntent, BgpIntent, BgpSessionIntent } from './network-intent'

type Sources = {
  readonly directory: InterfaceDirectory
  readonly asNumbers: ReadonlyMap<DeviceId, Effective<AsNumber>>
  readonly routerIds: ReadonlyMap<DeviceId, Effective<Ipv4Address>>
  readonly drawn: ReadonlyMap<DeviceId, readonly BgpSessionIntent[]>
  readonly underlay: ReadonlyMap<DeviceId, readonly BgpSessionIntent[]>
}

type EbgpUnderlay = Extract<Underlay, { kind: 'ebgp' }>

/** The EBGP ones among the underlays a device is in. */
export function ebgpUnderlaysOf(underlays: readonly Underlay[]): readonly EbgpUnderlay[] {
  return underlays.filter((underlay) => underlay.kind === 'ebgp')
}

/** The BGP process of a device: there is one when it has sessions, BGP settings or a place in an EBGP underlay. */
export function deriveBgp(
  device: Device,
  memberOf: readonly EbgpUnderlay[],
  { directory, asNumbers, routerIds, drawn, underlay }: Sources,
): BgpIntent | undefined {
  const asNumber = asNumbers.get(device.id)
  const known = [...(drawn.get(device.id) ?? []), ...(underlay.get(device.id) ?? [])]
  const speaks = known.length > 0 || device.bgp !== undefined || memberOf.length > 0
  if (asNumber === undefined || !speaks) return undefined
  return {
    asNumber,
    routerId: device.bgp?.routerId === undefined ? routerIds.get(device.id) : given(device.bgp.routerId, device.id),
    sessions: withCarriedFilters(device, known),
    announcements: announcements(device, memberOf, directory),
    importRoutes: device.bgp?.importRoutes ?? [],
    advertiseEvpn: device.bgp?.advertiseEvpn ?? [],
    clusterId: device.bgp?.clusterId,
    keepAllRoutes: device.bgp?.keepAllRoutes ?? false,
    vpnTargetPolicy: device.bgp?.vpnTargetPolicy,
    because: [device.id, ...memberOf.map(({ id }) => id)],
  }
}

/** Given prefixes, then the LoopBacks an EBGP underlay makes known; each prefix of a table once. */
function announcements(
  device: Device,
  memberOf: readonly EbgpUnderlay[],
  directory: InterfaceDirectory,
): readonly AnnouncementIntent[] {
  const found = new Map<string, AnnouncementIntent>()
  const add = (announcement: AnnouncementIntent) => {
    const key = `${announcement.vrfId ?? ''} ${announcement.prefix}`
    if (!found.has(key)) found.set(key, announcement)
  }
  for (const announced of device.bgp?.announce ?? []) add({ ...announced, from: 'given', because: [device.id] })
  for (const underlay of memberOf) {
    for (const loopback of directory.ofDevice.get(device.id) ?? []) {
      if (loopback.kind !== 'loopback' || loopback.vrfId !== undefined || loopback.outsideUnderlay) continue
      const addresses = underlay.ipv6 === true ? [...loopback.ipv4, ...loopback.ipv6] : loopback.ipv4
      for (const { value, because } of addresses)
        add({ prefix: networkOf(value), from: 'underlay', because: [underlay.id, ...because] })
    }
  }
  return [...found.values()]
}
