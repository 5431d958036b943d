import type { DeviceIntent, InterfaceIntent } from '@weft/domain'
import type { FrrPlace } from './frr-igp'
import { distanceOf, preference, redistributions, runsHere } from './frr-igp'
import type { FrrBlock } from './frr-text'
import { frr, kept } from './frr-text'

type Version = 'ospf' | 'ospfv3'

const networkTypes = {
  broadcast: 'broadcast',
  p2p: 'point-to-point',
  p2mp: 'point-to-multipoint',
  nbma: 'non-broadcast',
} as const

/** What an interface says in a version of OSPF. @source FRR 8.4 user guide, "OSPFv2", "OSPFv3" */
export function ospfInterfaceLines(
  intent: InterfaceIntent,
  version: Version,
  { device, pace }: FrrPlace,
): readonly FrrBlock[] {
  const terms = intent[version]
  if (terms === undefined || !runsHere(device, version, { processId: terms.processId, vrfId: intent.vrfId })) return []
  const [command, loopback] = [version === 'ospf' ? 'ip ospf' : 'ipv6 ospf6', intent.kind === 'loopback']
  const hello = pace.everywhere?.hello ?? terms.helloSeconds
  const dead = pace.everywhere?.dead ?? terms.deadSeconds
  const hasType = version === 'ospf' || terms.networkType.value === 'p2p' || terms.networkType.value === 'broadcast'
  return kept([
    frr([command, 'area', terms.area]),
    // FRR takes a point-to-point interface with a /32 for an unnumbered one and would not announce it.
    !loopback && hasType && frr([command, 'network', networkTypes[terms.networkType.value]]),
    frr([command, 'cost', terms.cost ?? 1]),
    // VRP compares the MTU of neighbours only with `ospf mtu-enable`.
    frr([command, 'mtu-ignore']),
    intent.ospfv3 !== undefined &&
      version === 'ospfv3' &&
      intent.ospfv3.instanceId !== 0 &&
      frr([command, 'instance-id', intent.ospfv3.instanceId]),
    hello !== undefined && frr([command, 'hello-interval', hello]),
    dead !== undefined && frr([command, 'dead-interval', Math.min(dead, 65535)]),
    (terms.silent || loopback) && frr([command, 'passive']),
  ])
}

/** The instances of a version; an OSPFv3 process without a router ID does nothing, so it is not there. */
export function ospfBlocks(version: Version, { device, names }: FrrPlace): readonly FrrBlock[] {
  const processes: readonly (DeviceIntent['ospf'][number] | DeviceIntent['ospfv3'][number])[] = device[version]
  const [command, router] = version === 'ospf' ? ['ospf', 'router ospf'] : ['ospf6', 'router ospf6']
  return processes
    .filter((process) => runsHere(device, version, process))
    .filter(({ routerId }) => version === 'ospf' || routerId !== undefined)
    .map(({ vrfId, routerId, areas, importRoutes }) =>
      frr(
        [router, vrfId && 'vrf', vrfId && names.vrf(vrfId)],
        [
          routerId && frr([command, 'router-id', routerId.value]),
          frr(['timers throttle spf 0 50 500']),
          version === 'ospf' && frr(['timers throttle lsa all 0']),
          frr(['timers lsa min-arrival 0']),
          frr([
            'distance',
            command,
            'intra-area',
            preference.ospf,
            'inter-area',
            preference.ospf,
            'external',
            distanceOf(device, preference.ospfExternal),
          ]),
          ...areas
            .filter(({ type }) => type !== 'normal')
            .map(({ area, type, options }) =>
              frr(['area', area, type, options.includes('no-summary') && 'no-summary']),
            ),
          ...redistributions(importRoutes, version, (word, { cost, type }) =>
            frr(['redistribute', word, 'metric', cost ?? 1, 'metric-type', type ?? 2]),
          ),
        ],
      ),
    )
}
