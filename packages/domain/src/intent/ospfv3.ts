import type { Ipv4Address } from '@weft/net'
import type { DeviceId, Effective, IgpProcess, InterfaceId, RecordId, Underlay } from '../model'
import { derived, given } from './effective'
import type { Ospfv3InterfaceIntent, Ospfv3ProcessIntent } from './igp-intent'
import { areasOf, fits, freeInterfaces, igpMembers, ownProcess } from './igp-members'
import type { InterfaceIntent } from './network-intent'
import type { IgpSources } from './ospf'

type Ospfv3Underlay = Extract<Underlay, { kind: 'ospfv3' }>

export type Ospfv3Plan = {
  readonly ofInterface: ReadonlyMap<InterfaceId, Ospfv3InterfaceIntent>
  readonly ofDevice: ReadonlyMap<DeviceId, readonly Ospfv3ProcessIntent[]>
}

/** As OSPF, over interfaces with IPv6 addresses; every interface is enabled by itself. */
export function deriveOspfv3(sources: IgpSources): Ospfv3Plan {
  const ofInterface = new Map<InterfaceId, Ospfv3InterfaceIntent>()
  const ofDevice = new Map<DeviceId, Ospfv3ProcessIntent[]>()
  for (const underlay of sources.index.underlays) {
    if (underlay.kind !== 'ospfv3') continue
    const { devices, linked } = igpMembers(underlay, sources.index, sources.links)
    for (const deviceId of devices) {
      const own = ownProcess(sources.index, deviceId, underlay.id)
      const areas = new Set<number>()
      for (const intent of freeInterfaces(sources.directory, deviceId, ofInterface)) {
        const terms = participation(underlay, intent, { sources, link: linked.get(intent.interfaceId) })
        if (terms === undefined) continue
        ofInterface.set(intent.interfaceId, terms)
        areas.add(terms.area)
      }
      const processes = ofDevice.get(deviceId) ?? []
      ofDevice.set(deviceId, processes)
      processes.push({
        underlayId: underlay.id,
        processId: underlay.processId,
        vrfId: underlay.vrfId,
        routerId: routerId(own, deviceId, sources.routerIds),
        areas: areasOf(own, areas),
        importRoutes: own?.importRoutes ?? [],
        because: [underlay.id],
      })
    }
  }
  return { ofInterface, ofDevice }
}

function routerId(
  own: IgpProcess | undefined,
  deviceId: DeviceId,
  ofDevices: IgpSources['routerIds'],
): Effective<Ipv4Address> | undefined {
  if (own?.routerId === undefined) return ofDevices.get(deviceId)
  return own.routerId === 'none' ? undefined : given(own.routerId, deviceId)
}

function participation(
  underlay: Ospfv3Underlay,
  intent: InterfaceIntent & { readonly interfaceId: InterfaceId },
  { sources, link }: { readonly sources: IgpSources; readonly link: RecordId | undefined },
): Ospfv3InterfaceIntent | undefined {
  const own = sources.index.network.interfaces[intent.interfaceId]?.ospfv3
  if (own?.enabled === false || !fits(underlay, intent, own?.underlayId)) return undefined
  if (own?.enabled !== true) {
    if (intent.ipv6.length === 0 && intent.ipv6LinkLocal === undefined) return undefined
    if (link === undefined && intent.kind !== 'loopback' && own === undefined) return undefined
  }
  return {
    processId: underlay.processId,
    underlayId: underlay.id,
    area: own?.area ?? underlay.area,
    instanceId: own?.instanceId ?? 0,
    networkType:
      intent.kind === 'loopback'
        ? { value: 'broadcast', from: 'device-default', because: [] }
        : own?.networkType === undefined
          ? derived(underlay.networkType, underlay.id)
          : given(own.networkType, intent.interfaceId),
    cost: own?.cost,
    helloSeconds: own?.helloSeconds,
    deadSeconds: own?.deadSeconds,
    silent: own?.silent ?? false,
    because: link === undefined ? [underlay.id, intent.interfaceId] : [underlay.id, link],
  }
}
