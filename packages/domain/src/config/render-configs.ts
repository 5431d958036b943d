import type { ConfigTree } from '@weft/vrp'
import type { DeviceIntent, NetworkIntent } from '../intent'
import type { DeviceId } from '../model'
import { bgpSections } from './bgp'
import { bmp } from './bmp'
import { bridgeDomain } from './bridge-domains'
import { withCarried } from './carried'
import { dfsGroup } from './dfs-group'
import { interfaceSection } from './interfaces'
import { isisProcess } from './isis'
import { origin } from './line'
import type { Origin } from './origin'
import { ospfProcess } from './ospf'
import { ospfv3Process } from './ospfv3'
import { filterSections, policyNames, routePolicySections } from './policies'
import { staticRoutes } from './static-routes'
import { asNotation, evpnOverlay, globalBfd, sysname, systemRouterId } from './system'
import { spanningTree, vlanBatch, vlanViews } from './vlans'
import { vpnInstance } from './vpn-instances'
import { vrfNames } from './vrf-names'

/** Each device, its configuration as a tree, every line with its origin. */
export type DeviceConfigs = ReadonlyMap<DeviceId, ConfigTree<Origin>>

/** The configuration of every device, as the device itself would show it. */
export function renderConfigs(intent: NetworkIntent): DeviceConfigs {
  return new Map([...intent.devices].map(([deviceId, device]) => [deviceId, renderConfig(device)]))
}

/** The configuration of one device. Sections in the order measured over printed configurations (`sectionOrder` of `@weft/vrp`). */
export function renderConfig(device: DeviceIntent): ConfigTree<Origin> {
  const names = vrfNames(device)
  const policies = policyNames(device)
  return {
    frame: origin('frame', { because: [device.device.id] }),
    sections: withCarried(
      device.device,
      [
        sysname(device),
        asNotation(device),
        systemRouterId(device),
        dfsGroup(device),
        globalBfd(device),
        vlanBatch(device),
        spanningTree(device),
        evpnOverlay(device),
        ...device.vrfs.map((vrf) => [vpnInstance(vrf)]),
        ...vlanViews(device).map((view) => [view]),
        ...device.bridgeDomains.map((domain) => [bridgeDomain(domain)]),
        ...device.isis.flatMap((process) => isisProcess(process, device, names) ?? []).map((section) => [section]),
        ...device.ospfv3.flatMap((process) => ospfv3Process(process, device, names) ?? []).map((section) => [section]),
        ...device.interfaces.map((intent) => [interfaceSection(intent, device, names)]),
        ...bgpSections(device, policies),
        bmp(device, names),
        ...device.ospf.map((process) => ospfProcess(process, device, names) ?? []).map((section) => [section].flat()),
        ...filterSections(device),
        ...routePolicySections(device, policies),
        staticRoutes(device, 4, names),
        staticRoutes(device, 6, names),
      ].filter((section) => section.length > 0),
    ),
  }
}
