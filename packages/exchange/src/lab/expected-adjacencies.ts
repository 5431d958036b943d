import type { Compilation, DeviceIntent, InterfaceIntent, SessionStatus, SessionVerdict } from '@weft/domain'
import type { IgpName } from './frr-igp'
import { frrEntity } from './frr-isis'
import type { LabNodes, LinuxName } from './lab'

export type ExpectedAdjacency = {
  readonly protocol: IgpName
  readonly node: string
  readonly linux: LinuxName
  /** As FRR lists it: by its address in OSPF, its router ID in OSPFv3, its system ID in IS-IS. */
  readonly neighbour: string
  readonly title: string
  readonly expected: SessionStatus
  readonly because: readonly string[]
}

type End = { readonly device: DeviceIntent; readonly intent: InterfaceIntent }

/** The neighbours of interior gateway protocols, each as both its ends see the other. */
export function expectedAdjacencies(
  { intent, reachability }: Compilation,
  { lab, nodes }: LabNodes,
): readonly ExpectedAdjacency[] {
  const interfaces = new Map(
    [...intent.devices.values()].flatMap((device) =>
      device.interfaces.map((each) => [each.interfaceId, { device, intent: each }] as const),
    ),
  )
  const lost = lab.losses.filter(({ changesRoutes }) => changesRoutes).map(({ records }) => new Set<string>(records))
  const isLost = ({ device, intent }: End, protocol: IgpName): boolean => {
    const [own, process] = [intent.interfaceId ?? '', intent[protocol]?.underlayId ?? '']
    return lost.some((records) => records.has(own) || (records.has(device.device.id) && records.has(process)))
  }
  return reachability.igpAdjacencies.flatMap(({ protocol, ends, verdict }) =>
    [ends, [ends[1], ends[0]] as const].flatMap(([own, other]): readonly ExpectedAdjacency[] => {
      const [here, there] = [interfaces.get(own), interfaces.get(other)]
      const node = nodes.get(here?.device.device.id)
      if (here === undefined || there === undefined || node === undefined) return []
      const linux = node.interfaces.find(({ interfaceId }) => interfaceId === own)?.linux ?? 'absent'
      const neighbour = neighbourOf(there, protocol)
      if (protocol === 'ospf' && neighbour === undefined) return []
      const title = `${here.device.device.name} ${here.intent.name} with ${there.device.device.name}`
      const { vrfId } = here.intent
      const missing =
        vrfId !== undefined && !node.vrfs.has(vrfId)
          ? 'this lab has no VPN instances'
          : [here, there].some((end) => isLost(end, protocol))
            ? 'FRR does not run the protocol here as the design says'
            : notCompared(verdict, protocol, [here, there])
      const because = verdict.proof.filter(({ holds }) => holds !== 'yes').map(({ says }) => says.en)
      return [
        {
          protocol,
          node: node.name,
          linux,
          neighbour: neighbour ?? 'nobody',
          title,
          expected: missing === undefined ? verdict.status : 'unknown',
          because: missing === undefined ? because : [missing],
        },
      ]
    }),
  )
}

function neighbourOf({ device, intent }: End, protocol: IgpName): string | undefined {
  const ownProcess = ({ underlayId }: { readonly underlayId: string }): boolean =>
    underlayId === intent[protocol]?.underlayId
  switch (protocol) {
    case 'ospf':
      return intent.ipv4[0]?.value.split('/')[0]
    case 'ospfv3':
      return device.ospfv3.find(ownProcess)?.routerId?.value
    case 'isis':
      return frrEntity(device.isis.find(ownProcess)?.networkEntity?.value ?? '')
        ?.split('.')
        .slice(-4, -1)
        .join('.')
  }
}

/**
 * Why a broken fact says nothing about FRR. VRP's manual has no adjacency between different network types; FRR,
 * with RFC 2328 (10.5 does not compare them), lets OSPF neighbours become Full and then finds no route through
 * them. IS-IS compares no subnets (ISO 10589), and the third router on a p2p segment may be heard or not.
 */
function notCompared(
  { proof }: SessionVerdict,
  protocol: IgpName,
  [here, there]: readonly [End, End],
): string | undefined {
  const broken = new Set(proof.filter(({ holds }) => holds === 'no').map(({ fact }) => fact))
  const only = broken.size === 1 ? [...broken][0] : undefined
  if (protocol === 'isis') {
    if (only === 'subnet') return 'FRR does not compare subnets in IS-IS'
    const sameType = here.intent.isis?.circuitType.value === there.intent.isis?.circuitType.value
    return only === 'network-type' && sameType ? 'FRR does not count the routers of a segment' : undefined
  }
  return only === 'network-type' ? 'FRR does not compare network types' : undefined
}
