import type { Ipv4Address } from '@weft/net'
import type { DeviceId, Effective, IgpProcess, InterfaceId, RecordId, Underlay } from '../model'
import { derived, given } from './effective'
import type { IsisInterfaceIntent, IsisProcessIntent } from './igp-intent'
import { fits, freeInterfaces, igpMembers, ownProcess } from './igp-members'
import type { InterfaceIntent } from './network-intent'
import type { IgpSources } from './ospf'

type IsisUnderlay = Extract<Underlay, { kind: 'isis' }>

export type IsisPlan = {
  readonly ofInterface: ReadonlyMap<InterfaceId, IsisInterfaceIntent>
  readonly ofDevice: ReadonlyMap<DeviceId, readonly IsisProcessIntent[]>
}

/** IS-IS takes the LoopBacks of its devices and the links between them, in the versions they have addresses of. */
export function deriveIsis(sources: IgpSources): IsisPlan {
  const ofInterface = new Map<InterfaceId, IsisInterfaceIntent>()
  const ofDevice = new Map<DeviceId, IsisProcessIntent[]>()
  for (const underlay of sources.index.underlays) {
    if (underlay.kind !== 'isis') continue
    const { devices, linked } = igpMembers(underlay, sources.index, sources.links)
    for (const deviceId of devices) {
      const process = processOf(underlay, deviceId, sources)
      const processes = ofDevice.get(deviceId) ?? []
      ofDevice.set(deviceId, processes)
      processes.push(process)
      for (const intent of freeInterfaces(sources.directory, deviceId, ofInterface)) {
        const link = linked.get(intent.interfaceId)
        const isis = participation(underlay, intent, { sources, link, process })
        if (isis !== undefined) ofInterface.set(intent.interfaceId, isis)
      }
    }
  }
  return { ofInterface, ofDevice }
}

function processOf(underlay: IsisUnderlay, deviceId: DeviceId, sources: IgpSources): IsisProcessIntent {
  const own = ownProcess(sources.index, deviceId, underlay.id)
  const topology = own?.ipv6Topology ?? underlay.ipv6Topology
  return {
    underlayId: underlay.id,
    processId: underlay.processId,
    vrfId: underlay.vrfId,
    networkEntity: networkEntity(underlay, own, { deviceId, routerId: sources.routerIds.get(deviceId) }),
    level: own?.level ?? underlay.level,
    costStyle: own?.costStyle === undefined ? derived(underlay.costStyle, underlay.id) : given(own.costStyle, deviceId),
    ipv6Topology: topology === 'none' ? undefined : topology,
    importRoutes: own?.importRoutes ?? [],
    because: [underlay.id],
  }
}

/** Area, system ID and the selector of the router itself. */
function networkEntity(
  { id, areaAddress }: IsisUnderlay,
  own: IgpProcess | undefined,
  { deviceId, routerId }: { readonly deviceId: DeviceId; readonly routerId: Effective<Ipv4Address> | undefined },
): Effective<string> | undefined {
  if (own?.networkEntity !== undefined)
    return own.networkEntity === 'none' ? undefined : given(own.networkEntity, deviceId)
  if (routerId === undefined) return undefined
  return {
    ...derived(`${areaAddress}.${systemIdOf(routerId.value)}.00`, id, ...routerId.because),
    allocation: routerId.allocation,
  }
}

/**
 * The twelve decimal digits of an address: 10.0.0.11 becomes 0100.0000.0011.
 *
 * @source routing.md D3, system ID from loopback (convention)
 */
function systemIdOf(address: Ipv4Address): string {
  const digits = address
    .split('.')
    .map((octet) => octet.padStart(3, '0'))
    .join('')
  return `${digits.slice(0, 4)}.${digits.slice(4, 8)}.${digits.slice(8)}`
}

type Facts = {
  readonly sources: IgpSources
  readonly link: RecordId | undefined
  readonly process: IsisProcessIntent
}

function participation(
  underlay: IsisUnderlay,
  intent: InterfaceIntent & { readonly interfaceId: InterfaceId },
  { sources, link, process }: Facts,
): IsisInterfaceIntent | undefined {
  const own = sources.index.network.interfaces[intent.interfaceId]?.isis
  if (!fits(underlay, intent, own?.underlayId)) return undefined
  const isWanted = link !== undefined || intent.kind === 'loopback' || own !== undefined
  const hasIpv4 = intent.ipv4.length > 0 || intent.unnumberedFrom !== undefined
  const hasIpv6 = process.ipv6Topology !== undefined && (intent.ipv6.length > 0 || intent.ipv6LinkLocal !== undefined)
  const ipv4 = own?.ipv4 ?? (isWanted && hasIpv4)
  const ipv6 = own?.ipv6 ?? (isWanted && hasIpv6)
  if (!ipv4 && !ipv6) return undefined
  return {
    processId: underlay.processId,
    underlayId: underlay.id,
    ipv4,
    ipv6,
    circuitType:
      intent.kind === 'loopback'
        ? { value: 'broadcast', from: 'device-default', because: [] }
        : own?.circuitType === undefined
          ? derived(underlay.circuitType, underlay.id)
          : given(own.circuitType, intent.interfaceId),
    level: own?.level,
    cost: own?.cost,
    ipv6Cost: own?.ipv6Cost,
    helloSeconds: own?.helloSeconds,
    holdingMultiplier: own?.holdingMultiplier,
    silent: own?.silent ?? false,
    because: link === undefined ? [underlay.id, intent.interfaceId] : [underlay.id, link],
  }
}
