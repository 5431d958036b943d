import type { Ipv4Address } from '@weft/net'
import type { Device, Effective, RecordId, Vrf, VrfId } from '../model'
import { vrfsOfChannels } from './dfs-groups'
import { derived, given } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import type { BgpSessionIntent, InterfaceIntent, VrfFamilyIntent, VrfIntent } from './network-intent'
import type { RecordIndex } from './record-index'

type Sources = {
  readonly index: RecordIndex
  readonly directory: InterfaceDirectory
  readonly bgpSessions: readonly BgpSessionIntent[]
  readonly routerId: Effective<Ipv4Address> | undefined
}

/** VPN instances of a device, by name: each exists where something is bound to it or runs in it. */
export function deriveVrfs(device: Device, sources: Sources): readonly VrfIntent[] {
  const used = usedVrfs(device, sources)
  const interfaces = sources.directory.ofDevice.get(device.id) ?? []
  return [...used]
    .flatMap(([vrfId, because]) => {
      const vrf = sources.index.network.vrfs[vrfId]
      return vrf === undefined
        ? []
        : [vrfIntent(vrf, { because: [...because], interfaces, routerId: sources.routerId, device })]
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.vrfId < b.vrfId ? -1 : 1))
}

function usedVrfs(
  device: Device,
  { index, directory, bgpSessions }: Sources,
): ReadonlyMap<VrfId, ReadonlySet<RecordId>> {
  const used = new Map<VrfId, Set<RecordId>>()
  const use = (vrfId: VrfId | undefined, ...because: readonly RecordId[]) => {
    if (vrfId === undefined) return
    const known = used.get(vrfId) ?? new Set()
    for (const id of because) known.add(id)
    used.set(vrfId, known)
  }
  for (const { vrfId, because } of directory.ofDevice.get(device.id) ?? []) use(vrfId, ...because)
  for (const { vrfId, because } of bgpSessions) use(vrfId, ...because)
  for (const process of [device.bgp, ...(device.bgpInstances ?? [])]) {
    for (const { vrfId } of process?.announce ?? []) use(vrfId, device.id)
    for (const { vrfId } of process?.importRoutes ?? []) use(vrfId, device.id)
    for (const { vrfId } of process?.advertiseEvpn ?? []) use(vrfId, device.id)
    for (const { vrfId } of process?.familySettings ?? []) use(vrfId, device.id)
  }
  for (const { vrfId, id } of index.staticRoutesOf.get(device.id) ?? []) use(vrfId, id)
  for (const session of index.bmpSessionsOf.get(device.id) ?? []) {
    use(session.vrfId, session.id)
    for (const { target } of session.monitor) if (target.kind === 'vpn-instance') use(target.vrfId, session.id)
  }
  for (const underlay of index.underlaysOf.get(device.id) ?? [])
    if (underlay.kind !== 'ebgp') use(underlay.vrfId, underlay.id)
  const pair = index.pairOf.get(device.id)?.pair
  if (pair !== undefined) for (const vrfId of vrfsOfChannels(pair, device.id, directory)) use(vrfId, pair.id)
  return used
}

type Facts = {
  readonly because: readonly RecordId[]
  readonly interfaces: readonly InterfaceIntent[]
  readonly routerId: Effective<Ipv4Address> | undefined
  readonly device: Device
}

/** A record without a family stays on the device: it gets the families its interfaces need, without a distinguisher. */
function vrfIntent(vrf: Vrf, facts: Facts): VrfIntent {
  const base = { vrfId: vrf.id, name: vrf.name, vni: vrf.vni, because: [vrf.id, ...facts.because] }
  if (vrf.ipv4 !== undefined || vrf.ipv6 !== undefined) {
    return { ...base, ipv4: family(vrf, 4, facts), ipv6: family(vrf, 6, facts) }
  }
  const local: VrfFamilyIntent = { importTargets: [], exportTargets: [], evpnImportTargets: [], evpnExportTargets: [] }
  const bound = facts.interfaces.filter(({ vrfId }) => vrfId === vrf.id)
  const usesIpv6 = bound.some(({ ipv6, ipv6LinkLocal }) => ipv6.length > 0 || ipv6LinkLocal !== undefined)
  const usesIpv4 = !usesIpv6 || bound.some(({ ipv4 }) => ipv4.length > 0)
  return { ...base, ipv4: usesIpv4 ? local : undefined, ipv6: usesIpv6 ? local : undefined }
}

function family(vrf: Vrf, version: 4 | 6, { device, routerId }: Facts): VrfFamilyIntent | undefined {
  const record = version === 4 ? vrf.ipv4 : vrf.ipv6
  if (record === undefined) return undefined
  const { routeDistinguisher, importTargets, exportTargets, evpnImportTargets = [], evpnExportTargets = [] } = record
  const ofDevice = device.routeDistinguishers?.find(({ vrfId }) => vrfId === vrf.id)?.[`ipv${version}`]
  return {
    routeDistinguisher:
      routeDistinguisher !== undefined
        ? given(routeDistinguisher, vrf.id)
        : ofDevice !== undefined
          ? given(ofDevice, device.id)
          : defaultDistinguisher(vrf, version, routerId),
    importTargets,
    exportTargets,
    evpnImportTargets,
    evpnExportTargets,
  }
}

/** `<router id>:<number>`: the number comes from the id of the VPN instance, odd for IPv4 and even for IPv6. */
function defaultDistinguisher(vrf: Vrf, version: 4 | 6, routerId: Facts['routerId']): Effective<string> | undefined {
  if (routerId === undefined) return undefined
  const number = 2 * (hash(vrf.id) % 32767) + (version === 4 ? 1 : 2)
  return { ...derived(`${routerId.value}:${number}`, vrf.id, ...routerId.because), allocation: routerId.allocation }
}

/** FNV-1a, so that a number depends on nothing but the id: adding a VPN instance renumbers no other. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}
