import type { DeviceIntent, InterfaceIntent, StaticRoute } from '@weft/domain'
import { frrBgp } from './frr-bgp'
import type { FrrPlace } from './frr-igp'
import { distanceOf, preference } from './frr-igp'
import { isisBlocks, isisInterfaceLines } from './frr-isis'
import { ospfBlocks, ospfInterfaceLines } from './frr-ospf'
import { frrPolicies, policyNames } from './frr-policies'
import type { FrrBlock } from './frr-text'
import { frr, frrText, kept } from './frr-text'
import type { IgpPace } from './igp-pace'
import type { FrrDaemon } from './lab'
import type { RouterNames } from './router-names'

/**
 * The integrated configuration of a device. Addresses are not in it: they belong to the kernel, which has
 * them before a daemon starts.
 *
 * @source FRR 8.4 user guide, "Static Route Commands", "Administrative Distance"
 */
export function frrConfig(
  device: DeviceIntent,
  { node, names, pace }: { readonly node: string; readonly names: RouterNames; readonly pace: IgpPace },
): string {
  const policies = policyNames(device)
  const place = { device, names, pace }
  return frrText([
    frr(['frr defaults traditional']),
    frr(['hostname', node]),
    frr(['ip forwarding']),
    frr(['ipv6 forwarding']),
    // That a session or next hop may not be found by a default route is a guard of FRR alone. Weft calls such
    // a session assumed.
    frr(['ip nht resolve-via-default']),
    frr(['ipv6 nht resolve-via-default']),
    ...staticBlocks(device, names),
    // A process of IS-IS is told its intervals and its costs before interfaces that follow them.
    ...isisBlocks(place),
    ...device.interfaces.flatMap((intent) => interfaceBlock(intent, place)),
    ...ospfBlocks('ospf', place),
    ...ospfBlocks('ospfv3', place),
    ...frrPolicies(device, policies),
    ...frrBgp(device, names, policies),
  ])
}

export function frrDaemons(device: DeviceIntent): readonly FrrDaemon[] {
  return kept<FrrDaemon>([
    'zebra',
    device.staticRoutes.length > 0 && 'staticd',
    device.ospf.length > 0 && 'ospfd',
    device.ospfv3.length > 0 && 'ospf6d',
    device.isis.length > 0 && 'isisd',
    device.bgp !== undefined && 'bgpd',
    device.bgp?.sessions.some(({ bfd }) => bfd) === true && 'bfdd',
  ])
}

function staticBlocks(device: DeviceIntent, names: RouterNames): readonly FrrBlock[] {
  const linesOf = (vrfId: StaticRoute['vrfId']): readonly FrrBlock[] =>
    device.staticRoutes
      .filter((route) => route.vrfId === vrfId)
      .flatMap((route) => {
        const { prefix, nextHop } = route
        const isV6 = prefix.includes(':')
        if (nextHop.kind === 'address' && nextHop.address.includes(':') !== isV6) return []
        const distance = distanceOf(device, route.preference ?? preference.static)
        return [frr([isV6 ? 'ipv6 route' : 'ip route', prefix, ...hopWords(nextHop, names), distance])]
      })
  return [
    ...linesOf(undefined),
    ...device.vrfs.flatMap(({ vrfId }) => {
      const lines = linesOf(vrfId)
      return lines.length === 0 ? [] : [frr(['vrf', names.vrf(vrfId)], lines, 'exit-vrf')]
    }),
  ]
}

function hopWords(nextHop: DeviceIntent['staticRoutes'][number]['nextHop'], names: RouterNames): readonly string[] {
  switch (nextHop.kind) {
    case 'null0':
      return ['Null0']
    case 'interface':
      return [names.linux(nextHop.interfaceName)]
    case 'address':
      return [nextHop.address, ...(nextHop.interfaceName === undefined ? [] : [names.linux(nextHop.interfaceName)])]
  }
}

/** One instance of a protocol runs per routing table: interfaces of a second process in it stay out. */
function interfaceBlock(intent: InterfaceIntent, place: FrrPlace): readonly FrrBlock[] {
  const lines = [
    ...ospfInterfaceLines(intent, 'ospf', place),
    ...ospfInterfaceLines(intent, 'ospfv3', place),
    ...isisInterfaceLines(intent, place),
  ]
  return lines.length === 0 ? [] : [frr(['interface', place.names.linux(intent.name)], lines)]
}
