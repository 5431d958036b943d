import type { AsNumber, Ipv4Address } from '@weft/net'
import { networkOf } from '@weft/net'
import type { Device, DeviceId, Effective, Underlay } from '../model'
import { withCarriedFilters } from './carried-filters'
import type { ClusterIds } from './cluster-ids'
import { clusterIdOf } from './cluster-ids'
import { given } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import type { AnnouncementIntent, BgpIntent, BgpSessionIntent } from './network-intent'

type Sources = {
  readonly directory: InterfaceDirectory
  readonly asNumbers: ReadonlyMap<DeviceId, Effective<AsNumber>>
  readonly routerIds: ReadonlyMap<DeviceId, Effective<Ipv4Address>>
  readonly drawn: ReadonlyMap<DeviceId, readonly BgpSessionIntent[]>
  readonly underlay: ReadonlyMap<DeviceId, readonly BgpSessionIntent[]>
  readonly clusterIds: ClusterIds
}

type EbgpUnderlay = Extract<Underlay, { kind: 'ebgp' }>

/** The EBGP ones among the underlays a device is in. */
export function ebgpUnderlaysOf(underlays: readonly Underlay[]): readonly EbgpUnderlay[] {
  return underlays.filter((underlay) => underlay.kind === 'ebgp')
}

type BgpRecord = Omit<NonNullable<Device['bgp']>, 'keepAllRoutes'> & { readonly name?: string }

/** The base BGP process: there is one when it has sessions, BGP settings or a place in an EBGP underlay. */
export function deriveBgp(device: Device, memberOf: readonly EbgpUnderlay[], sources: Sources): BgpIntent | undefined {
  const { directory, asNumbers, drawn, underlay } = sources
  const asNumber = asNumbers.get(device.id)
  const own = (drawn.get(device.id) ?? []).filter(({ instance }) => instance === undefined)
  const known = [...own, ...(underlay.get(device.id) ?? [])]
  const speaks = known.length > 0 || device.bgp !== undefined || memberOf.length > 0
  if (asNumber === undefined || !speaks) return undefined
  return {
    asNumber,
    sessions: withCarriedFilters(device, known),
    announcements: announcements(device, device.bgp, { memberOf, directory }),
    ...settings(device, device.bgp ?? {}, sources),
    keepAllRoutes: device.bgp?.keepAllRoutes ?? false,
    because: [
      device.id,
      ...memberOf.map(({ id }) => id),
      ...clusterIdOf(device, device.bgp ?? {}, sources.clusterIds).because,
    ],
  }
}

const noInstances: readonly BgpIntent[] = []

/** The processes beside the base one; of two with one name the first counts. */
export function deriveBgpInstances(device: Device, sources: Sources): readonly BgpIntent[] {
  const { bgpInstances } = device
  if (bgpInstances === undefined) return noInstances
  const drawn = sources.drawn.get(device.id) ?? []
  return bgpInstances
    .filter(({ name }, at) => bgpInstances.findIndex((other) => other.name === name) === at)
    .map((record) => ({
      instance: record.name,
      asNumber: given(record.asNumber, device.id),
      sessions: withCarriedFilters(
        device,
        drawn.filter(({ instance }) => instance === record.name),
      ),
      announcements: announcements(device, record, { memberOf: [], directory: sources.directory }),
      ...settings(device, record, sources),
      keepAllRoutes: false,
      because: [device.id, ...clusterIdOf(device, record, sources.clusterIds).because],
    }))
}

function settings(device: Device, record: BgpRecord, { routerIds, clusterIds }: Sources) {
  return {
    routerId: record.routerId === undefined ? routerIds.get(device.id) : given(record.routerId, device.id),
    importRoutes: record.importRoutes ?? [],
    advertiseEvpn: record.advertiseEvpn ?? [],
    familySettings: record.familySettings ?? [],
    clusterId: clusterIdOf(device, record, clusterIds).value,
    privateFourByteAs: record.privateFourByteAs ?? false,
    vpnTargetPolicy: record.vpnTargetPolicy,
  }
}

/** Given prefixes, then the LoopBacks an EBGP underlay makes known; each prefix of a table once. */
function announcements(
  device: Device,
  record: BgpRecord | undefined,
  { memberOf, directory }: { readonly memberOf: readonly EbgpUnderlay[]; readonly directory: InterfaceDirectory },
): readonly AnnouncementIntent[] {
  const found = new Map<string, AnnouncementIntent>()
  const add = (announcement: AnnouncementIntent) => {
    const key = `${announcement.vrfId ?? ''} ${announcement.prefix}`
    if (!found.has(key)) found.set(key, announcement)
  }
  for (const announced of record?.announce ?? []) add({ ...announced, from: 'given', because: [device.id] })
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
