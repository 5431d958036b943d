import type { DeviceIntent, InterfaceIntent, StaticRoute } from '@weft/domain'
import { frrBgp } from './frr-bgp'
import { frrPolicies, policyNames } from './frr-policies'
import type { FrrBlock } from './frr-text'
import { frr, frrText, kept } from './frr-text'
import type { FrrDaemon } from './lab'
import type { OspfPace } from './ospf-pace'
import type { RouterNames } from './router-names'

/** Preferences of VRP where the design gives none. Source: VRP routing guide, "default preferences". */
const preference = { ospf: 10, ospfExternal: 150, static: 60 } as const

/**
 * The integrated configuration of a device. Addresses are not in it: they belong to the kernel, which has
 * them before a daemon starts.
 *
 * @source FRR 8.4 user guide, "OSPFv2", "Static Route Commands", "Administrative Distance"
 */
export function frrConfig(
  device: DeviceIntent,
  { node, names, pace }: { readonly node: string; readonly names: RouterNames; readonly pace: OspfPace },
): string {
  const policies = policyNames(device)
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
    ...device.interfaces.flatMap((intent) => interfaceBlock(intent, { device, names, pace })),
    ...ospfBlocks(device, names),
    ...frrPolicies(device, policies),
    ...frrBgp(device, names, policies),
  ])
}

export function frrDaemons(device: DeviceIntent): readonly FrrDaemon[] {
  return kept<FrrDaemon>([
    'zebra',
    device.staticRoutes.length > 0 && 'staticd',
    device.ospf.length > 0 && 'ospfd',
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
        const distance = Math.min(Math.max(route.preference ?? preference.static, 1), 254)
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

const networkTypes = {
  broadcast: 'broadcast',
  p2p: 'point-to-point',
  p2mp: 'point-to-multipoint',
  nbma: 'non-broadcast',
} as const

/** One OSPF instance runs per routing table: interfaces of a second process in it stay out. */
function interfaceBlock(
  intent: InterfaceIntent,
  { device, names, pace }: { readonly device: DeviceIntent; readonly names: RouterNames; readonly pace: OspfPace },
): readonly FrrBlock[] {
  const { ospf } = intent
  if (ospf === undefined || !runsHere(device, { processId: ospf.processId, vrfId: intent.vrfId })) return []
  const loopback = intent.kind === 'loopback'
  const hello = pace.everywhere?.hello ?? ospf.helloSeconds
  const dead = pace.everywhere?.dead ?? ospf.deadSeconds
  return [
    frr(
      ['interface', names.linux(intent.name)],
      [
        frr(['ip ospf area', ospf.area]),
        // FRR takes a point-to-point interface with a /32 for an unnumbered one and would not announce it.
        !loopback && frr(['ip ospf network', networkTypes[ospf.networkType.value]]),
        frr(['ip ospf cost', ospf.cost ?? 1]),
        // VRP compares the MTU of neighbours only with `ospf mtu-enable`.
        frr(['ip ospf mtu-ignore']),
        hello !== undefined && frr(['ip ospf hello-interval', hello]),
        dead !== undefined && frr(['ip ospf dead-interval', Math.min(dead, 65535)]),
        (ospf.silent || loopback) && frr(['ip ospf passive']),
      ],
    ),
  ]
}

function ospfBlocks(device: DeviceIntent, names: RouterNames): readonly FrrBlock[] {
  return device.ospf
    .filter((process) => runsHere(device, process))
    .map(({ vrfId, routerId }) =>
      frr(
        ['router ospf', vrfId && 'vrf', vrfId && names.vrf(vrfId)],
        [
          routerId && frr(['ospf router-id', routerId.value]),
          frr(['timers throttle spf 0 50 500']),
          frr(['timers throttle lsa all 0']),
          frr(['timers lsa min-arrival 0']),
          frr([
            'distance ospf intra-area',
            preference.ospf,
            'inter-area',
            preference.ospf,
            'external',
            preference.ospfExternal,
          ]),
        ],
      ),
    )
}

/** Whether this process is the first of its routing table, the one that FRR's instance stands for. */
export function runsHere(
  { ospf }: DeviceIntent,
  process: Pick<DeviceIntent['ospf'][number], 'processId' | 'vrfId'>,
): boolean {
  return ospf.find(({ vrfId }) => vrfId === process.vrfId)?.processId === process.processId
}
