import type { Allocation } from '../allocate'
import { isRouter } from '../catalog'
import type { Device, DeviceId, InterfaceId, Network } from '../model'
import { deriveBgp, deriveBgpInstances, ebgpUnderlaysOf } from './bgp'
import { bgpSessions as sessionsOf } from './bgp-processes'
import { deriveBmp } from './bmp'
import { bridgeDomainIntents, placeBridgeDomains } from './bridge-domains'
import { deriveCables } from './cables'
import { deriveClusterIds } from './cluster-ids'
import { danglingReferences } from './dangling'
import { deriveDfsGroup } from './dfs-groups'
import type { HopDistance } from './hop-distance'
import { hopDistances } from './hop-distance'
import { deriveAsNumbers, deriveRouterIds } from './identities'
import { interfaceDirectory } from './interface-directory'
import { deriveInterfaces, linksByInterface } from './interfaces'
import type { IsisPlan } from './isis'
import { deriveIsis } from './isis'
import type { DeviceIntent, InterfaceIntent, NetworkIntent } from './network-intent'
import { deriveNves } from './nve'
import type { OspfPlan } from './ospf'
import { deriveOspf } from './ospf'
import type { Ospfv3Plan } from './ospfv3'
import { deriveOspfv3 } from './ospfv3'
import type { NveIntent } from './overlay-intent'
import { derivePolicies } from './policies'
import { indexRecords } from './record-index'
import { routedLinks } from './routed-links'
import { announcementsKnown, labelsRoutes, peersKnown, routesKnown } from './routes-known'
import { deriveSessions } from './sessions'
import { deriveStaticRoutes } from './static-routes'
import { deriveTrunkRoles } from './trunk-roles'
import { deriveUnderlaySessions } from './underlay-sessions'
import { deriveVlans } from './vlans'
import { deriveVrfs } from './vrfs'

/**
 * What must be true on every device, in the words of networks and not yet of any command line.
 *
 * Total: whatever a record refers to may be missing; the item is then derived without it and the
 * reference is listed in `dangling`.
 */
export function deriveIntent(network: Network, allocation: Allocation): NetworkIntent {
  return { ...derivePart(network, allocation), dangling: danglingReferences(network) }
}

/**
 * The same of a part of a network, which mentions much that is elsewhere.
 *
 * @param hopDistance how far places of the whole network are apart
 */
export function derivePart(network: Network, allocation: Allocation, hopDistance?: HopDistance): PartIntent {
  const index = indexRecords(network)
  const cables = deriveCables(index)
  const roles = deriveTrunkRoles(index, allocation)
  const placed = placeBridgeDomains(index, allocation)
  const vlans = deriveVlans(index, cables, { roles, placed })
  const attachedLinks = linksByInterface(index, cables)
  const perDevice = <T>(derive: (device: Device) => T) =>
    new Map<DeviceId, T>(index.devices.map((device) => [device.id, derive(device)]))

  const interfaceSources = { index, allocation, roles, vlans, placed, attachedLinks }
  const directory = interfaceDirectory(perDevice((device) => deriveInterfaces(device, interfaceSources)))
  const links = routedLinks(index, cables, directory)
  const asNumbers = deriveAsNumbers(index.devices, allocation)
  const routerIds = deriveRouterIds(index.devices, directory)
  const nves = deriveNves(index, directory, placed)
  const igpSources = { index, directory, links, routerIds }
  const igp: IgpPlan = { ospf: deriveOspf(igpSources), ospfv3: deriveOspfv3(igpSources), isis: deriveIsis(igpSources) }
  const drawn = deriveSessions({ index, directory, asNumbers, hopDistance: hopDistance ?? hopDistances(links) })
  const underlay = deriveUnderlaySessions({ index, directory, links, asNumbers, drawn })
  const clusterIds = deriveClusterIds(network)
  const bgpSources = { directory, asNumbers, routerIds, drawn, underlay, clusterIds }

  const devices = perDevice((device): DeviceIntent => {
    const bgp = deriveBgp(device, ebgpUnderlaysOf(index.underlaysOf.get(device.id) ?? []), bgpSources)
    const bgpInstances = deriveBgpInstances(device, bgpSources)
    const bgpSessions = sessionsOf({ bgp, bgpInstances })
    const routerId = routerIds.get(device.id)
    const bridgeDomains = bridgeDomainIntents(device, placed.get(device.id), { allocation, routerId })
    const ospf = igp.ospf.ofDevice.get(device.id) ?? []
    const ospfv3 = igp.ospfv3.ofDevice.get(device.id) ?? []
    const isis = igp.isis.ofDevice.get(device.id) ?? []
    return {
      device,
      routerId,
      vlans: vlans.ofDevice.get(device.id) ?? [],
      vlanViews: vlanViewsOf(device),
      bridgeDomains,
      interfaces: (directory.ofDevice.get(device.id) ?? []).map((intent) => withPlans(intent, igp, nves)),
      vrfs: deriveVrfs(device, { index, directory, bgpSessions, routerId }),
      dfsGroup: deriveDfsGroup(device.id, { index, directory }),
      bgp,
      bgpInstances,
      policies: derivePolicies({ bgp, bgpInstances }, network),
      bmp: deriveBmp(device, { index, allocation, directory, bgpSessions }),
      ospf,
      ospfv3,
      isis,
      staticRoutes: deriveStaticRoutes(device.id, { index, directory }),
      bfd: device.bfd === true || bgpSessions.some(({ bfd }) => bfd),
      routesKnown: routesKnown(device),
      announcementsKnown: announcementsKnown(device, [...ospf, ...ospfv3, ...isis]),
      labelsRoutes: labelsRoutes(device),
      peersKnown: peersKnown(device),
      evpnOverlay:
        device.evpnOverlay === true ||
        bridgeDomains.some(({ evpn }) => evpn !== undefined) ||
        (!isRouter(device) && bgpSessions.some(({ families }) => families.includes('evpn'))),
    }
  })
  return { devices, cables }
}

/** Devices of a part of a network, and its cables. */
export type PartIntent = Omit<NetworkIntent, 'dangling'>

type IgpPlan = { readonly ospf: OspfPlan; readonly ospfv3: Ospfv3Plan; readonly isis: IsisPlan }

function withPlans(intent: InterfaceIntent, plan: IgpPlan, nves: ReadonlyMap<InterfaceId, NveIntent>): InterfaceIntent {
  const { interfaceId } = intent
  if (interfaceId === undefined) return intent
  const ospf = plan.ospf.ofInterface.get(interfaceId)
  const ospfv3 = plan.ospfv3.ofInterface.get(interfaceId)
  const isis = plan.isis.ofInterface.get(interfaceId)
  const nve = intent.kind === 'nve' ? nves.get(interfaceId) : undefined
  const isPlain = ospf === undefined && ospfv3 === undefined && isis === undefined && nve === undefined
  return isPlain ? intent : { ...intent, ospf, ospfv3, isis, nve }
}

/** Ascending, each VLAN once. */
function vlanViewsOf({ vlanViews = [] }: Device): DeviceIntent['vlanViews'] {
  const byVlan = new Map([...vlanViews].reverse().map((view) => [view.vlan, view]))
  return [...byVlan.values()].sort((a, b) => a.vlan - b.vlan)
}
