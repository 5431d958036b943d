import type { BgpSessionIntent, DeviceIntent, NetworkIntent } from '../intent'
import { bgpProcesses } from '../intent'
import type { DeviceId, Network } from '../model'
import type { LiveSession } from './bgp-graph'
import { carriesRoutes } from './bgp-graph'
import type { Simulated } from './compute-reach'
import { edgeFilters } from './edge-filters'
import { statusOf } from './facts'
import { rewordedAdjacencies } from './igp'
import type { IgpAdjacency } from './igp-joints'
import type { NetworkChange } from './network-change'
import { changedPlane } from './plane-change'
import type { IpPrefix } from './prefix-key'
import type { Routing, RoutingBase } from './routing'
import { changedBase, createRouting } from './routing'
import { sameBut, sameData } from './same-data'
import type { PairFindings, SessionPair } from './session-pairs'
import { examinePair } from './session-pairs'
import type { SessionSide } from './session-sides'
import type { Staleness } from './staleness'
import { staleness } from './staleness'
import type { Plane } from './tables'
import type { UpdatedPairs } from './updated-pairs'
import { updatedPairs } from './updated-pairs'
import { updatedVerdicts } from './updated-verdicts'
import { isSteady } from './verdicts'

export type Changed = { readonly network: Network; readonly intent: NetworkIntent; readonly change: NetworkChange }

/**
 * The state of a network that differs from another one in some devices, between which frames and link-state routes go
 * as before. An answer is asked again when a device it is about differs, or something it was read from.
 *
 * @returns undefined where everything has to be found out anew
 */
export function updatedState(
  before: Simulated,
  changed: Changed,
): { readonly state: Simulated; readonly changed: ReadonlySet<DeviceId> } | undefined {
  const { network, intent, change } = changed
  const { devices, policies, ends } = change
  if (devices.size === 0 && !policies && !ends) return { state: { ...before, network, intent }, changed: new Set() }
  const { segments } = before.plane
  if (!isSteady(before) || segments.overlap) return undefined
  const ground = changedGround(before, changed)
  if (ground === undefined) return undefined
  const { plane, base, adjacencies } = ground
  const moved = base !== before.base
  const stale = staleness(plane, ground.prefixes, change)
  const later = lateRouting(base)
  const routing = moved ? later.routing : before.routing
  if (moved) later.know(before.findings)

  const pairs = updatedPairs(before, plane, change)
  let bgpMoved =
    policies ||
    [...devices.values()].some(({ speaker }) => speaker) ||
    pairs.gone.some(({ findings }) => carriedBy(findings) !== undefined)
  if (moved && [...base.bgpLog.addresses].some(stale.isHit)) bgpMoved = true
  const isTunnelled = segments.layer2.domains.length > 0
  if (isTunnelled && !tunnelsStay(before, { moved, pairs, stale, change })) return undefined
  const findings: PairFindings[] = []
  const again = new Set<number>()
  for (const [at, { pair, was, isOwn }] of pairs.list.entries()) {
    const known = before.findings[was]
    const reads = before.answers.pairs[was]?.reads
    if (known !== undefined && reads !== undefined && !isOwn && !stale.of(reads)) {
      findings.push(known)
      continue
    }
    const found = examinePair(plane, routing, pair)
    // A session that needs routes of BGP and carries some itself takes part in more than the last round.
    if ((found.askedBgp || known?.askedBgp === true) && mayCarry(pair) && (moved || isOwn)) return undefined
    if (isTunnelled && isOwn && tellsOtherwise({ pair, findings: found }, { pair: before.pairs[was], findings: known }))
      return undefined
    bgpMoved ||= !sameCarried(carriedBy(known), carriedBy(found))
    again.add(at)
    findings.push(found)
  }
  const state = { plane, routing, settled: true }
  const {
    answers,
    reachability,
    changed: ids,
  } = updatedVerdicts(before, {
    state,
    pairs,
    findings,
    again,
    adjacencies,
    change,
    stale,
  })
  const tunnels = before.tunnelReads === undefined ? [] : [{ reads: before.tunnelReads }]
  const all = [
    ...tunnels,
    ...answers.pairs,
    ...answers.bmp.flat(),
    ...answers.mlag,
    ...answers.vteps,
    ...answers.ownRoutes,
  ]
  if (bgpMoved && all.some(({ reads }) => reads.bgp)) return undefined
  if (!isSteady(state)) return undefined
  if (moved || bgpMoved) later.know(findings)
  return {
    state: {
      network,
      intent,
      igp: { ...before.igp, adjacencies },
      base,
      pairs: pairs.list.map(({ pair }) => pair),
      findings,
      plane,
      routing: bgpMoved ? later.routing : routing,
      settled: true,
      answers,
      reachability,
      ...(before.tunnelReads === undefined ? {} : { tunnelReads: before.tunnelReads }),
    },
    changed: ids,
  }
}

/** Whether no tunnel can have come or gone, as long as sessions that carry EVPN routes stay what they are. */
function tunnelsStay(
  { tunnelReads }: Simulated,
  {
    moved,
    pairs,
    stale,
    change: { devices },
  }: {
    readonly moved: boolean
    readonly pairs: UpdatedPairs
    readonly stale: Staleness
    readonly change: NetworkChange
  },
): boolean {
  if (pairs.rebuilt || [...devices.values()].some(({ asks, speaker }) => asks || speaker)) return false
  // Sessions depend on tunnels, which depend on sessions.
  if (tunnelReads === undefined) return !moved && !pairs.list.some(({ isOwn }) => isOwn)
  return ![...tunnelReads.addresses].some(stale.isHit)
}

type Examined = { readonly pair: SessionPair | undefined; readonly findings: PairFindings | undefined }

/** Whether a session carries EVPN routes otherwise than before. */
function tellsOtherwise(now: Examined, before: Examined): boolean {
  const told = ({ pair, findings }: Examined) => {
    if (pair === undefined || findings === undefined) return undefined
    if (!pair.every((side) => side?.session.families.includes('evpn'))) return 'nothing'
    const { facts, shared } = findings
    const said = ({ session }: SessionSide) => {
      const { type, filters, unknownFilters, reflectClient, nextHopLocal, nextHopInvariable, allowAsLoop } = session
      return { type, filters, unknownFilters, reflectClient, nextHopLocal, nextHopInvariable, allowAsLoop }
    }
    return [statusOf([...facts.flat(), ...shared]), pair.map((side) => side && said(side))]
  }
  return !sameData(told(now), told(before))
}

/** Routing over sessions that are told later, before anybody asks for BGP. */
function lateRouting(base: RoutingBase): {
  readonly routing: Routing
  readonly know: (findings: readonly PairFindings[]) => void
} {
  let known: readonly PairFindings[] = []
  return {
    routing: createRouting(base, () => known.flatMap(({ live }) => live ?? []).filter(carriesRoutes)),
    know: (findings) => {
      known = findings
    },
  }
}

type Ground = {
  readonly plane: Plane
  readonly base: RoutingBase
  readonly adjacencies: readonly IgpAdjacency[]
  /** Addresses in these may be answered otherwise. */
  readonly prefixes: readonly IpPrefix[]
}

function changedGround(before: Simulated, { network, change }: Changed): Ground | undefined {
  const { devices, intents, prefixes, policies } = change
  const which = (holds: (each: { readonly prefixes: readonly IpPrefix[]; readonly origins: boolean }) => boolean) =>
    new Set([...devices].flatMap(([device, each]) => (holds(each) ? [device] : [])))
  const readdressed = which((each) => each.prefixes.length > 0)
  const plane = changedPlane(before.plane, network, { devices: intents, readdressed, prefixes })
  const adjacencies = plane && rewordedAdjacencies(before.igp, plane, new Set(devices.keys()))
  if (plane === undefined || adjacencies === undefined) return undefined
  const origins = which((each) => each.origins)
  if (!policies && origins.size === 0 && prefixes.length === 0)
    return { plane, base: before.base, adjacencies, prefixes: [] }
  if (policies && plane.devices.some(announcesByPolicy)) return undefined
  const filters = policies ? edgeFilters(network) : before.base.filters
  const found = changedBase({ ...before.base, filters }, plane, origins)
  return found && { plane, base: found.base, adjacencies, prefixes: [...prefixes, ...found.prefixes] }
}

/** Whether a policy decides what the device announces. */
function announcesByPolicy(device: DeviceIntent): boolean {
  return bgpProcesses(device).some(({ announcements, importRoutes }) =>
    [...announcements, ...importRoutes].some(({ routePolicyId }) => routePolicyId !== undefined),
  )
}

function mayCarry([a, b]: SessionPair): boolean {
  return [a, b].every((side) => side?.session.families.some((family) => family.endsWith('-unicast')) === true)
}

function carriedBy(found: PairFindings | undefined): LiveSession | undefined {
  return found?.live !== undefined && carriesRoutes(found.live) ? found.live : undefined
}

/** What routes do not depend on. */
const besides = [
  ...['ebgpMaxHop', 'hopDistance', 'validTtlHops', 'relyStateInterfaces', 'evpn', 'ignore', 'openMode'],
  ...['keepaliveSeconds', 'holdSeconds', 'bfd', 'keychain', 'description', 'remoteAsNumber', 'source', 'remoteAddress'],
] as const satisfies readonly (keyof BgpSessionIntent)[]

function sameCarried(a: LiveSession | undefined, b: LiveSession | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    sameData([a.tables, a.addresses], [b.tables, b.addresses]) &&
    a.sessions.every((session, side) => sameBut(session, b.sessions[side] ?? session, besides))
  )
}
