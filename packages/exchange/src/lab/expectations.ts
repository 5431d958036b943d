import type {
  Compilation,
  DeviceId,
  DeviceIntent,
  Network,
  PathVerdict,
  SessionKey,
  SessionStatus,
  SessionVerdict,
} from '@weft/domain'
import { byId, tracePaths } from '@weft/domain'
import type { ExpectedAdjacency } from './expected-adjacencies'
import { expectedAdjacencies } from './expected-adjacencies'
import type { ConfiguredSession } from './frr-bgp'
import { configuredSessions } from './frr-bgp'
import { configuredBmp } from './frr-bmp'
import type { Lab, LabNodes, LinuxName } from './lab'

export type ExpectedSession = {
  readonly key: SessionKey
  readonly otherKey: SessionKey
  readonly node: string
  /** `default` for the public table, as FRR calls it. */
  readonly vrf: LinuxName
  readonly peer: string
  readonly expected: SessionStatus
  /** Facts that do not hold, for people. */
  readonly because: readonly string[]
}

/** A round trip between two LoopBacks. */
export type ExpectedPair = {
  readonly from: { readonly node: string; readonly address: string; readonly name: string }
  readonly to: { readonly node: string; readonly address: string; readonly name: string }
  readonly expected: 'reachable' | 'unreachable' | 'unknown'
}

/** A BMP session as its station sees it. */
export type ExpectedBmp = {
  readonly node: string
  readonly station: string
  readonly port: number
  readonly title: string
  readonly expected: SessionStatus
  readonly because: readonly string[]
}

/** What the compilation says will be seen in its lab. */
export type Expectations = {
  readonly bmp: readonly ExpectedBmp[]
  readonly sessions: readonly ExpectedSession[]
  readonly adjacencies: readonly ExpectedAdjacency[]
  readonly pairs: readonly ExpectedPair[]
}

export function expectationsOf(network: Network, compilation: Compilation, lab: Lab): Expectations {
  const nodes = new Map(lab.nodes.flatMap((node) => (node.kind === 'router' ? [[node.recordId, node] as const] : [])))
  return {
    sessions: expectedSessions(compilation, { lab, nodes }),
    adjacencies: expectedAdjacencies(compilation, { lab, nodes }),
    bmp: expectedBmp(network, compilation, lab),
    pairs: expectedPairs(network, compilation, { lab, nodes }),
  }
}

/** Of stations that are in the lab: one without a cable has no place there. */
function expectedBmp(network: Network, { intent, reachability }: Compilation, { nodes }: Lab): readonly ExpectedBmp[] {
  const named = new Map(nodes.map(({ recordId, name }) => [recordId, name]))
  return [...intent.devices.values()].flatMap((device) =>
    configuredBmp(device).flatMap(({ bmpSessionId, stationId, tcpPort }): readonly ExpectedBmp[] => {
      const [node, station] = [named.get(device.device.id), named.get(stationId)]
      const verdict = reachability.bmpSessions.get(bmpSessionId)
      if (node === undefined || station === undefined || verdict === undefined) return []
      const title = `${device.device.name} to ${network.stations[stationId]?.name ?? stationId} (${bmpSessionId})`
      const because = verdict.proof.filter(({ holds }) => holds !== 'yes').map(({ says }) => says.en)
      return [{ node, station, port: tcpPort.value, title, expected: verdict.status, because }]
    }),
  )
}

const otherRoutes = 'the interior routing of this lab is not the one of the design'

/** Whether FRR's routes may be others than those of the design; the list of losses says why. */
function routesDiffer({ losses }: Lab): boolean {
  return losses.some(({ changesRoutes }) => changesRoutes)
}

function expectedSessions({ intent, reachability }: Compilation, { lab, nodes }: LabNodes): readonly ExpectedSession[] {
  const inFurtherProcesses = new Set(
    [...intent.devices.values()].flatMap(({ bgpInstances }) =>
      bgpInstances.flatMap(({ sessions }) => sessions.map(({ key }) => key)),
    ),
  )
  return [...intent.devices.values()].flatMap((device) =>
    configuredSessions(device).flatMap((session): readonly ExpectedSession[] => {
      const node = nodes.get(device.device.id)
      const verdict = reachability.bgpSessions.get(session.key)
      if (node === undefined || verdict === undefined) return []
      const { vrfId } = session
      const vrf = vrfId === undefined ? 'default' : node.vrfs.get(vrfId)
      const doubts = verdict.proof.filter(({ holds }) => holds !== 'yes').map(({ says }) => says.en)
      const isDirect = device.interfaces.some(
        ({ name, kind }) => name === session.source.interfaceName && kind !== 'loopback',
      )
      const missing =
        vrf === undefined
          ? 'this lab has no VPN instances'
          : inFurtherProcesses.has(session.otherKey)
            ? 'the other end is in a further BGP process, which FRR does not have here'
            : !isDirect && routesDiffer(lab)
              ? otherRoutes
              : notInLab(session, device, verdict)
      return [
        {
          key: session.key,
          otherKey: session.otherKey,
          node: node.name,
          vrf: vrf ?? 'absent',
          peer: session.remoteAddress.value,
          expected: missing === undefined ? verdict.status : 'unknown',
          because: missing === undefined ? doubts : [missing],
        },
      ]
    }),
  )
}

/** Why a verdict says nothing about FRR; the list of losses names the same things. */
function notInLab(session: ConfiguredSession, device: DeviceIntent, { proof }: SessionVerdict): string | undefined {
  const sharing = device.bgp?.sessions.filter(
    ({ vrfId, remoteAddress }) => vrfId === session.vrfId && remoteAddress?.value === session.remoteAddress.value,
  )
  if (sharing !== undefined && sharing.length > 1) return 'several sessions of the design are this one peer'
  if (session.remoteAddress.value.startsWith('fe80:')) return 'FRR does not find a link-local peer by its address'
  const broken = proof.filter(({ holds }) => holds === 'no').map(({ fact }) => fact)
  const onlyOnVrp = broken.every(
    (fact) =>
      fact === 'tracked-interface' ||
      fact === 'authentication' ||
      (fact === 'router-id' && session.type === 'ebgp') ||
      (fact === 'open-mode' && session.openMode === 'connect-only'),
  )
  return broken.length > 0 && onlyOnVrp ? 'what keeps it down does not exist in FRR' : undefined
}

/** Every two LoopBacks of the public tables in each version of IP, both ways: an answer needs the way there and the way back. */
function expectedPairs(network: Network, { intent }: Compilation, { lab, nodes }: LabNodes): readonly ExpectedPair[] {
  const loopbacks = [...intent.devices.values()]
    .sort((a, b) => byId(a.device, b.device))
    .flatMap(({ device, interfaces }) =>
      interfaces
        .filter(({ kind, vrfId, shutdown }) => kind === 'loopback' && vrfId === undefined && !shutdown)
        .flatMap(({ name, ipv4, ipv6 }) =>
          [...ipv4.slice(0, 1), ...ipv6.slice(0, 1)].map(({ value }) => ({
            device,
            name,
            address: value.split('/')[0] ?? '',
          })),
        ),
    )
  const pairs = loopbacks.flatMap((a, index) =>
    loopbacks
      .slice(index + 1)
      .filter((b) => a.device.id !== b.device.id && a.address.includes(':') === b.address.includes(':'))
      .map((b) => [a, b] as const),
  )
  const owners = new Map<string, number>()
  for (const { address } of loopbacks) owners.set(address, (owners.get(address) ?? 0) + 1)
  const isShared = ({ address }: { readonly address: string }): boolean => (owners.get(address) ?? 0) > 1
  const ask = (from: { device: { id: string } }, to: { address: string }) => ({
    from: from.device.id as DeviceId,
    to: to.address as Parameters<typeof tracePaths>[2][number]['to'],
  })
  const verdicts = tracePaths(
    network,
    intent,
    pairs.flatMap(([a, b]) => [ask(a, b), ask(b, a)]),
  )
  return pairs.flatMap(([a, b], index): readonly ExpectedPair[] => {
    const [from, to] = [nodes.get(a.device.id), nodes.get(b.device.id)]
    if (from === undefined || to === undefined) return []
    return [
      {
        from: { node: from.name, address: a.address, name: `${a.device.name} ${a.name}` },
        to: { node: to.name, address: b.address, name: `${b.device.name} ${b.name}` },
        // Of an address that several devices have, nobody knows who answers.
        expected:
          routesDiffer(lab) || isShared(a) || isShared(b)
            ? 'unknown'
            : roundTrip(verdicts[2 * index], verdicts[2 * index + 1]),
      },
    ]
  })
}

function roundTrip(there: PathVerdict | undefined, back: PathVerdict | undefined): ExpectedPair['expected'] {
  if (there?.kind === 'unreachable' || back?.kind === 'unreachable') return 'unreachable'
  return there?.kind === 'reachable' && back?.kind === 'reachable' ? 'reachable' : 'unknown'
}
