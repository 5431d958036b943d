import type { Ipv4Address } from '@weft/net'
import { prefixContains, splitPrefix } from '@weft/net'
import type { Device, DeviceId, Effective, InterfaceId, RecordId, Underlay } from '../model'
import { derived, given } from './effective'
import type { InterfaceDirectory } from './interface-directory'
import { primaryAddress } from './interface-directory'
import type { InterfaceIntent, OspfInterfaceIntent, OspfProcessIntent } from './network-intent'
import type { RecordIndex } from './record-index'
import type { RoutedLink } from './routed-links'

type OspfUnderlay = Extract<Underlay, { kind: 'ospf' }>

export type OspfPlan = {
  readonly ofInterface: ReadonlyMap<InterfaceId, OspfInterfaceIntent>
  readonly ofDevice: ReadonlyMap<DeviceId, readonly OspfProcessIntent[]>
}

type Sources = {
  readonly index: RecordIndex
  readonly directory: InterfaceDirectory
  readonly links: readonly RoutedLink[]
  readonly routerIds: ReadonlyMap<DeviceId, Effective<Ipv4Address>>
}

/**
 * An OSPF underlay takes the LoopBacks of its devices, the routed interfaces on links between two of
 * them, and any other interface whose record has an OSPF part. An interface is in one process.
 */
export function deriveOspf(sources: Sources): OspfPlan {
  const ofInterface = new Map<InterfaceId, OspfInterfaceIntent>()
  const ofDevice = new Map<DeviceId, OspfProcessIntent[]>()
  for (const underlay of sources.index.underlays) {
    if (underlay.kind !== 'ospf') continue
    const members = new Set(underlay.deviceIds.filter((id) => sources.index.network.devices[id] !== undefined))
    const linked = linkedInterfaces(members, sources.links)
    for (const deviceId of [...members].sort()) {
      const areas = new Map<number, InterfaceIntent[]>()
      const statements = statementsOf(underlay, sources.index.network.devices[deviceId])
      for (const { area } of statements ?? []) areas.set(area, [])
      for (const intent of sources.directory.ofDevice.get(deviceId) ?? []) {
        const { interfaceId } = intent
        if (interfaceId === undefined || ofInterface.has(interfaceId)) continue
        const ospf = participation(underlay, intent, { sources, link: linked.get(interfaceId), statements })
        if (ospf === undefined) continue
        ofInterface.set(interfaceId, ospf)
        areas.set(ospf.area, [...(areas.get(ospf.area) ?? []), intent])
      }
      const processes = ofDevice.get(deviceId) ?? []
      processes.push({
        underlayId: underlay.id,
        processId: underlay.processId,
        routerId: sources.routerIds.get(deviceId),
        vrfId: underlay.vrfId,
        areas: [...areas]
          .sort(([a], [b]) => a - b)
          .map(([area, interfaces]) => ({
            area,
            interfaces: interfaces.map(({ name }) => name),
            networks: statements?.filter((each) => each.area === area).map(({ prefix }) => prefix),
          })),
        because: [underlay.id],
      })
      ofDevice.set(deviceId, processes)
    }
  }
  return { ofInterface, ofDevice }
}

function linkedInterfaces(
  members: ReadonlySet<DeviceId>,
  links: readonly RoutedLink[],
): ReadonlyMap<InterfaceId, RecordId> {
  const linked = new Map<InterfaceId, RecordId>()
  for (const { linkId, ends } of links) {
    if (!ends.every(({ deviceId, outsideUnderlay }) => members.has(deviceId) && !outsideUnderlay)) continue
    for (const { interfaceId } of ends) if (interfaceId !== undefined) linked.set(interfaceId, linkId)
  }
  return linked
}

type Statement = NonNullable<Device['ospfNetworks']>[number]
type Participants = {
  readonly sources: Sources
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
  { directory }: Sources,
): Statement | undefined {
  const primary = primaryAddress(directory, intent, 4)
  if (primary === undefined) return undefined
  return statements
    .filter(({ prefix }) => prefixContains(prefix, primary.value))
    .sort((a, b) => splitPrefix(b.prefix).length - splitPrefix(a.prefix).length)[0]
}

function participation(
  underlay: OspfUnderlay,
  intent: InterfaceIntent,
  { sources, link, statements }: Participants,
): OspfInterfaceIntent | undefined {
  const own = intent.interfaceId === undefined ? undefined : sources.index.network.interfaces[intent.interfaceId]?.ospf
  if (intent.outsideUnderlay || intent.mode === 'switched' || intent.vrfId !== underlay.vrfId) return undefined
  if (intent.ipv4.length === 0 && intent.unnumberedFrom === undefined) return undefined
  const matched = statements && matching(statements, intent, sources)
  if (statements !== undefined && matched === undefined) return undefined
  const isWanted = statements !== undefined || link !== undefined || intent.kind === 'loopback' || own !== undefined
  if (!isWanted) return undefined
  return {
    processId: underlay.processId,
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
