import type { NetworkIntent } from '../intent'
import { bgpSessions } from '../intent'
import type { Network } from '../model'
import { carriesRoutes } from './bgp-graph'
import { evpnLearning } from './evpn-routes'
import type { Failure } from './failure'
import type { Igp } from './igp'
import { buildIgp } from './igp'
import { tunnelsBetween } from './meshes'
import type { Reads } from './reads'
import { answer, noReads } from './reads'
import type { RoutingBase } from './routing'
import { createRouting, routingBase } from './routing'
import { buildSegments } from './segments'
import type { SessionPair } from './session-pairs'
import { sessionPairs } from './session-pairs'
import type { Simulation } from './settle-sessions'
import { settle } from './settle-sessions'
import type { Plane, TableName } from './tables'
import { buildPlane, igpNames, withTunnels } from './tables'
import type { Tunnels } from './tunnels'
import { noTunnels, tunnelsFrom } from './tunnels'
import { judgeIn } from './verdicts'
import { underlayOf } from './vtep-underlay'

export type Settled = Simulation & {
  readonly plane: Plane
  readonly igp: Igp
  readonly base: RoutingBase
  readonly pairs: readonly SessionPair[]
}

export type SettledNetwork = Settled & {
  /** The same network without tunnels; everybody who asks for sessions gets the same answers there. */
  readonly bare?: Settled
  /** What the tunnels come from besides EVPN sessions; absent: sessions come from tunnels too. */
  readonly tunnelReads?: Reads
}

/** Tunnels that carry the routes of tunnels that carry them: deeper than any design, small enough to stop early. */
const mostRounds = 8

/**
 * The network once its sessions and its tunnels have settled. Tunnels need routes to their sources and EVPN sessions,
 * and the segments they make carry sessions and routes again: rounds follow each other until the tunnels stay the
 * same, the first one without any. Tunnels that still come and go at the bound are open: nobody knows what they carry.
 *
 * @param asked VPN instances that somebody asks about besides the sessions of the network
 * @source routing.md D6
 */
export function settleNetwork(
  network: Network,
  intent: NetworkIntent,
  failure: Failure,
  asked: readonly TableName[] = [],
): SettledNetwork {
  const first = settled(buildPlane(network, intent, failure), intent)
  const all = everyTunnel(first.plane)
  if (all.meshes.length === 0) return { ...first, bare: first, tunnelReads: noReads }
  if (!carriesAnything(first.plane, all, asked)) {
    const { value: tunnels, reads } = answer(first.routing, () => tunnelsIn(first))
    return { ...reused(first, withTunnels(first.plane, tunnels)), bare: first, tunnelReads: reads }
  }
  let now = first
  let tunnels = noTunnels
  for (let round = 1; ; round += 1) {
    const found = tunnelsIn(now)
    if (signature(found) === signature(tunnels)) return now
    const turns = round > mostRounds
    tunnels = turns ? opened(tunnels, found) : found
    now = settled(withTunnels(first.plane, tunnels), intent)
    if (turns) return { ...now, settled: false }
  }
}

function settled(plane: Plane, intent: NetworkIntent): Settled {
  const igp = buildIgp(plane, intent)
  const base = routingBase(plane, igp)
  const pairs = sessionPairs(plane)
  return { plane, igp, base, pairs, ...settle(plane, base, { pairs, steady: [] }) }
}

/** What was found out without tunnels, where they change nothing of it. */
function reused(first: Settled, plane: Plane): Settled {
  const base = routingBase(plane, first.igp)
  const live = first.findings.flatMap((found) => found.live ?? []).filter(carriesRoutes)
  return { ...first, plane, base, routing: createRouting(base, () => live) }
}

function tunnelsIn(state: Settled): Tunnels {
  const { plane, routing, pairs, findings } = state
  return tunnelsBetween(plane, evpnLearning(plane, pairs, findings), underlayOf(plane, routing, judgeIn(state)))
}

function signature({ meshes }: Tunnels): string {
  return meshes.map(({ vni, domains, open }) => `${vni} ${domains.join()} ${open}`).join('\n')
}

/** Those of both rounds, none of which is sure. */
function opened(before: Tunnels, after: Tunnels): Tunnels {
  return tunnelsFrom([...before.meshes, ...after.meshes].map((mesh) => ({ ...mesh, open: true })))
}

/** As if all bridge domains of a VNI were joined. */
function everyTunnel({ segments: { layer2 } }: Plane): Tunnels {
  const domains = new Map<number, number[]>()
  for (const [number, { vni }] of layer2.domains.entries())
    if (vni !== undefined) domains.set(vni, [...(domains.get(vni) ?? []), number])
  return tunnelsFrom([...domains].flatMap(([vni, of]) => (of.length < 2 ? [] : [{ vni, domains: of, open: false }])))
}

/** Whether tunnels may join segments in a routing table that sessions, protocols or tunnels ask. */
function carriesAnything(
  { tables, tableOfPort, devices, ports }: Plane,
  tunnels: Tunnels,
  asked: readonly TableName[],
): boolean {
  const over = new Set<TableName>()
  for (const { tunnelled, members } of buildSegments(ports, tunnels).list) {
    for (const member of tunnelled ? members : []) over.add(tables[tableOfPort[member] ?? -1]?.name ?? '')
  }
  if (over.size === 0) return false
  if (over.has('') || asked.some((name) => over.has(name))) return true
  const isOver = (name: TableName | undefined): boolean => over.has(name ?? '')
  return (
    devices.some(
      (device) =>
        bgpSessions(device).some(({ vrfId }) => isOver(vrfId)) ||
        device.bmp?.sessions.some(({ vrfId }) => isOver(vrfId)) === true ||
        channelTables(device).some(isOver),
    ) || ports.list.some(({ intent }) => isOver(intent.vrfId) && igpNames.some((igp) => intent[igp] !== undefined))
  )
}

function channelTables({ dfsGroup, vrfs }: Plane['devices'][number]): readonly TableName[] {
  return [dfsGroup?.dualActiveDetection, dfsGroup?.syncChannel].flatMap((channel) =>
    channel === undefined ? [] : [vrfs.find(({ name }) => name === channel.vrfName)?.vrfId ?? ('' as const)],
  )
}
