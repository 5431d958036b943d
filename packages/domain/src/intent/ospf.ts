import type { Ipv4Address } from '@weft/net'
import { prefixContains, splitPrefix } from '@weft/net'
import type { Device, DeviceId, Effective, InterfaceId, RecordId, Underlay } from '../model'
import { derived, given } from './effective'
import type { OspfInterfaceIntent, OspfProcessIntent } from './igp-intent'
import { areasOf, fits, freeInterfaces, igpMembers, ownProcess } from './igp-members'
import type { InterfaceDirectory } from './interface-directory'
import { primaryAddress } from './interface-directory'
import type { InterfaceIntent } from './network-intent'
import type { RecordIndex } from './record-index'
import type { RoutedLink } from './routed-links'

type OspfUnderlay = Extract<Underlay, { kind: 'ospf' }>

export type OspfPlan = {
  readonly ofInterface: ReadonlyMap<InterfaceId, OspfInterfaceIntent>
  readonly ofDevice: ReadonlyMap<DeviceId, readonly OspfProcessIntent[]>
}

/** What every interior gateway protocol is derived from. */
export type IgpSources = {
  readonly index: RecordIndex
  readonly directory: InterfaceDirectory
  readonly links: readonly RoutedLink[]
  readonly routerIds: ReadonlyMap<DeviceId, Effective<Ipv4Address>>
}

/**
 * An OSPF underlay takes the LoopBacks of its devices, the routed interfaces on links between two of
 * them, and any other interface whose record has an OSPF part. An interface is in one process.
 */
export function deriveOspf(sources: IgpSources): OspfPlan {
  const ofInterface = new Map<InterfaceId, OspfInterfaceIntent>()
  const ofDevice = new Map<DeviceId, OspfProcessIntent[]>()
  for (const underlay of sources.index.underlays) {
    if (underlay.kind !== 'ospf') continue
    const { devices, linked } = igpMembers(underlay, sources.index, sources.links)
    for (const deviceId of devices) {
      const own = ownProcess(sources.index, deviceId, underlay.id)
      const areas = new Map<number, InterfaceIntent[]>()
      const statements = statementsOf(underlay, sources.index.network.devices[deviceId])
      for (const { area } of statements ?? []) areas.set(area, [])
      for (const intent of freeInterfaces(sources.directory, deviceId, ofInterface)) {
        const ospf = participation(underlay, intent, { sources, link: linked.get(intent.interfaceId), statements })
        if (ospf === undefined) continue
        ofInterface.set(intent.interfaceId, ospf)
        areas.set(ospf.area, [...(areas.get(ospf.area) ?? []), intent])
      }
      const processes = ofDevice.get(deviceId) ?? []
      processes.push({
        underlayId: underlay.id,
        processId: underlay.processId,
        routerId: sources.routerIds.get(deviceId),
        vrfId: underlay.vrfId,
        suppressReachability: own?.suppressReachability ?? false,
        importRoutes: own?.importRoutes ?? [],
        areas: areasOf(own, areas.keys()).map((each) => ({
          ...each,
          interfaces: areas.get(each.area)?.map(({ name }) => name) ?? [],
          networks: statements?.filter(({ area }) => area === each.area).map(({ prefix }) => prefix),
        })),
        because: [underlay.id],
      })
      ofDevice.set(deviceId, processes)
    }
  }
  return { ofInterface, ofDevice }
}

type Statement = NonNullable<Device['ospfNetworks']>[number]
type Participants = {
  readonly sources: IgpSources
  readonly link: RecordId | undefined
  readonly statements: readonly Statement[] | undefined
}

/** The `network` statements somebody gave for a device; they alone decide which interfaces take part. */
function statementsOf(underlay: OspfUnderlay, device: Device | undefined): readonly Statement[] | undefined {
  return device?.ospfNetworks?.filter(({ underlayId }) => underlayId === underlay.id)
}

/** The statement with the longest prefix around the primary address: the device takes its area. */
function matching(
  statements: readonly Statement[],
  intent: InterfaceIntent,
  { directory }: IgpSources,
): Statement | undefined {
  const primary = primaryAddress(directory, intent, 4)
  if (primary === undefined) return undefined
  return statements
    .filter(({ prefix }) => prefixContains(prefix, primary.value))
    .sort((a, b) => splitPrefix(b.prefix).length - splitPrefix(a.prefix).length)[0]
}

function participation(
  underlay: OspfUnderlay,
  intent: InterfaceIntent & { readonly interfaceId: InterfaceId },
  { sources, link, statements }: Participants,
): OspfInterfaceIntent | undefined {
  const own = sources.index.network.interfaces[intent.interfaceId]?.ospf
  if (!fits(underlay, intent, own?.underlayId)) return undefined
  if (intent.ipv4.length === 0 && intent.unnumberedFrom === undefined) return undefined
  const enabledOnInterface = own?.underlayId !== undefined
  const matched = enabledOnInterface ? undefined : statements && matching(statements, intent, sources)
  if (!enabledOnInterface && statements !== undefined && matched === undefined) return undefined
  const isWanted = statements !== undefined || link !== undefined || intent.kind === 'loopback' || own !== undefined
  if (!isWanted) return undefined
  return {
    processId: underlay.processId,
    underlayId: underlay.id,
    enabledOnInterface,
    checksMtu: own?.checkMtu ?? false,
    area: matched?.area ?? own?.area ?? underlay.area,
    networkType: networkType(underlay, intent, own?.networkType),
    cost: own?.cost,
    helloSeconds: own?.helloSeconds,
    deadSeconds: own?.deadSeconds,
    silent: own?.silent ?? false,
    because: link === undefined ? [underlay.id, ...intent.because.slice(0, 1)] : [underlay.id, link],
  }
}

/** A LoopBack keeps its own default: only links between routers take the type of the underlay. */
function networkType(
  underlay: OspfUnderlay,
  intent: InterfaceIntent,
  own: OspfInterfaceIntent['networkType']['value'] | undefined,
): OspfInterfaceIntent['networkType'] {
  if (intent.kind === 'loopback') return { value: 'broadcast', from: 'device-default', because: [] }
  if (own !== undefined) return given(own, ...intent.because.slice(0, 1))
  return derived(underlay.networkType, underlay.id)
}
