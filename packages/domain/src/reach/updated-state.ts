import type { BgpSessionIntent, DeviceIntent } from '../intent'
import { bgpProcesses } from '../intent'
import type { DeviceId } from '../model'
import { sameBut, sameValue } from '../model'
import type { LiveSession } from './bgp-graph'
import { carriesRoutes } from './bgp-graph'
import type { Simulated } from './compute-reach'
import type { DeviceChange } from './device-change'
import { edgeFilters } from './edge-filters'
import type { Igp } from './igp'
import { rewordedAdjacencies } from './igp'
import type { ChangedLinks, IgpChange } from './igp-change'
import type { Changed, NetworkChange } from './network-change'
import { changedPlane } from './plane-change'
import type { Routing, RoutingBase } from './routing'
import { changedBase, createRouting } from './routing'
import type { PairFindings, SessionPair } from './session-pairs'
import { examinePair } from './session-pairs'
import type { SessionSide } from './session-sides'
import type { Moved, Staleness } from './staleness'
import { staleness } from './staleness'
import type { Plane } from './tables'
import { igpNames } from './tables'
import type { UpdatedPairs } from './updated-pairs'
import { updatedPairs } from './updated-pairs'
import { updatedVerdicts } from './updated-verdicts'
import { isSteady } from './verdicts'
import { withBareDevices } from './with-bare-devices'

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
  const { devices, policies, ends, lines, bare } = change
  if (bare.came.length + bare.left.length > 0) return withBareDevices(before, changed)
  if (devices.size + lines.size === 0 && !policies && !ends)
    return { state: { ...before, network, intent }, changed: new Set() }
  const { segments } = before.plane
  if (!isSteady(before) || segments.overlap) return undefined
  const ground = changedGround(before, changed)
  if (ground === undefined) return undefined
  const { plane, base, igp } = ground
  const moved = base !== before.base
  const stale = staleness(plane, ground.moved, change)
  const later = lateRouting(base)
  const routing = moved ? later.routing : before.routing
  if (moved) later.know(before.findings)

  const pairs = updatedPairs(before, plane, change)
  let bgpMoved =
    policies ||
    [...devices.values()].some(({ speaker }) => speaker) ||
    pairs.gone.some(({ findings }) => carriedBy(findings) !== undefined)
  if (moved && stale.of({ ...base.bgpLog, bgp: false })) bgpMoved = true
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
  const state = { plane, routing, settled: true, turning: [] }
  const {
    answers,
    reachability,
    changed: ids,
  } = updatedVerdicts(before, {
    state,
    pairs,
    findings,
    again,
    adjacencies: igp.adjacencies,
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
      igp,
      base,
      pairs: pairs.list.map(({ pair }) => pair),
      findings,
      plane,
      routing: bgpMoved ? later.routing : routing,
      settled: true,
      turning: [],
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
  return !stale.of(tunnelReads)
}

type Examined = { readonly pair: SessionPair | undefined; readonly findings: PairFindings | undefined }

/** Whether a session carries EVPN routes otherwise than before. */
function tellsOtherwise(now: Examined, before: Examined): boolean {
  const told = ({ pair, findings }: Examined) => {
    if (pair === undefined || findings === undefined) return undefined
    if (!pair.every((side) => side?.session.families.includes('evpn'))) return 'nothing'
    const said = ({ session }: SessionSide) => {
      const { type, filters, unknownFilters, reflectClient, nextHopLocal, nextHopInvariable, allowAsLoop } = session
      return { type, filters, unknownFilters, reflectClient, nextHopLocal, nextHopInvariable, allowAsLoop }
    }
    return [findings.status, pair.map((side) => side && said(side))]
  }
  return !sameValue(told(now), told(before))
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
  readonly igp: Igp
  readonly moved: Moved
}

function changedGround(before: Simulated, { network, intent, change }: Changed): Ground | undefined {
  const { devices, intents, policies, lines } = change
  const readdressed = new Map([...devices].filter(([, each]) => each.prefixes.length > 0 || hasLoopBacks(each)))
  const vlans = new Set([...devices].flatMap(([device, each]) => (each.vlans ? device : [])))
  const moving = { devices: intents, readdressed, prefixes: change.prefixes, lines, vlans }
  const changed = changedPlane(before.plane, { network, intent }, moving)
  if (changed === undefined) return undefined
  const { plane, loopBacks } = changed
  const ports = new Set([...changed.moved, ...loopBacks.gone, ...loopBacks.come])
  const own = new Set([...devices].flatMap(([device, each]) => (each.own ? device : [])))
  const joined = changedIgp(before, { plane, intent, ports }, own)
  if (joined === undefined) return undefined
  const { igp, links } = joined
  const prefixes = [...change.prefixes, ...changed.prefixes]
  const moved: Moved = { prefixes, ports, links }
  if (!policies && ports.size + prefixes.length === 0 && ![...devices.values()].some((each) => each.origins))
    return { plane, base: before.base, igp, moved }
  if (policies && plane.devices.some(announcesByPolicy)) return undefined
  const stale = staleness(plane, moved, change)
  const origins = new Set([...devices].flatMap(([device, each]) => (each.origins ? [device] : [])))
  for (const port of changed.moved) origins.add(plane.ports.list[port]?.device ?? -1)
  for (const [device, reads] of before.base.originReads) if (stale.of(reads)) origins.add(device)
  const filters = policies ? edgeFilters(network) : before.base.filters
  const found = changedBase({ ...before.base, filters }, { plane, igp }, origins)
  return { plane, base: found.base, igp, moved: { ...moved, prefixes: [...prefixes, ...found.prefixes] } }
}

function changedIgp(
  before: Simulated,
  change: IgpChange,
  devices: ReadonlySet<number>,
): { readonly igp: Igp; readonly links: ChangedLinks } | undefined {
  const { plane, ports } = change
  const adjacencies = rewordedAdjacencies(before.igp, plane, { devices, besides: ports })
  if (adjacencies === undefined) return undefined
  if (ports.size === 0) return { igp: { ...before.igp, adjacencies }, links: new Set() }
  return importsIgp(plane) ? undefined : before.igp.changed(change, adjacencies)
}

function hasLoopBacks({ gone, come }: Pick<DeviceChange, 'gone' | 'come'>): boolean {
  return gone.length + come.length > 0
}

/** Whether somebody imports into BGP whatever a link-state protocol tells. */
function importsIgp({ devices }: Plane): boolean {
  const igps: readonly string[] = igpNames
  return devices.some((device) =>
    bgpProcesses(device).some(({ importRoutes }) => importRoutes.some(({ protocol }) => igps.includes(protocol))),
  )
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
    sameValue([a.tables, a.addresses], [b.tables, b.addresses]) &&
    a.sessions.every((session, side) => sameBut(session, b.sessions[side] ?? session, besides))
  )
}
