import type { DeviceIntent, NetworkIntent } from '../intent'
import type { DeviceId, Network } from '../model'
import { byId } from '../model'
import type { Failure, PathVerdict, Reachability, SessionVerdict, Subject } from '../reach'
import { computeReach, loopbackAddress, tracePaths } from '../reach'
import type { MlagOutcome } from './mlag-outcome'
import { mlagOutcomes } from './mlag-outcome'
import type { Noticed } from './noticed'
import { noticedBy, sessionSides } from './noticed'
import { subjectKey } from './subject-key'

export type ChangedSession = {
  readonly session: Exclude<Subject, { kind: 'loopbacks' }>
  readonly before: SessionVerdict
  /** Absent: routers that are left see each other in another way. */
  readonly after?: SessionVerdict
  /** Of a BGP session that goes down. */
  readonly noticed?: Noticed
}

/** One way between two loopbacks whose answer changes. */
export type ChangedPath = {
  readonly from: DeviceId
  readonly to: DeviceId
  readonly before: PathVerdict
  readonly after: PathVerdict
}

/** Plain data, but for the sets of the failure. */
export type WhatIf = {
  readonly failure: Failure
  /** Sessions whose status is another one, with the proof of both. */
  readonly sessions: readonly ChangedSession[]
  /** Sessions that keep their status. */
  readonly unchanged: number
  readonly loopbacks: {
    readonly changed: readonly ChangedPath[]
    /** Ways that were followed; all of them unless the network has very many. */
    readonly asked: number
    readonly all: number
    /** Devices between whose loopbacks ways were followed, those next to the failure first. */
    readonly between: readonly DeviceId[]
  }
  readonly mlagPairs: readonly MlagOutcome[]
}

/** All ways between so many loopbacks are followed; of more loopbacks, those between the nearest to the failure. */
const mostLoopbacks = 150

/** Verdicts before and after something fails, where they differ. */
export function whatIf(
  network: Network,
  { intent, reachability: before }: { readonly intent: NetworkIntent; readonly reachability: Reachability },
  failure: Failure,
): WhatIf {
  const after = computeReach(network, intent, failure)
  const later = new Map(sessionsOf(after).map(([session, verdict]) => [subjectKey(session), verdict]))
  const sidesOf = sessionSides(intent)
  const sessions: ChangedSession[] = []
  let unchanged = 0
  for (const [session, verdict] of sessionsOf(before)) {
    if (session.kind === 'bgp' && sidesOf(session.key)[1]?.key !== undefined && otherIsLess(sidesOf(session.key)))
      continue
    const now = later.get(subjectKey(session))
    if (now?.status === verdict.status) {
      unchanged += 1
      continue
    }
    const falls = session.kind === 'bgp' && verdict.status === 'established'
    sessions.push({
      session,
      before: verdict,
      ...(now === undefined ? {} : { after: now }),
      ...(falls ? { noticed: noticedBy(intent, failure, sidesOf(session.key)) } : {}),
    })
  }
  return {
    failure,
    sessions,
    unchanged,
    loopbacks: changedPaths(network, intent, failure),
    mlagPairs: mlagOutcomes(intent, failure, { before, after }),
  }
}

function otherIsLess([own, other]: ReturnType<ReturnType<typeof sessionSides>>): boolean {
  return own !== undefined && other !== undefined && other.key < own.key
}

type Session = ChangedSession['session']

function sessionsOf(reachability: Reachability): readonly (readonly [Session, SessionVerdict])[] {
  const { bgpSessions, bmpSessions, igpAdjacencies, mlagChannels, vteps } = reachability
  return [
    ...[...bgpSessions].map(([key, verdict]) => [{ kind: 'bgp', key }, verdict] as const),
    ...[...bmpSessions].map(([id, verdict]) => [{ kind: 'bmp', id }, verdict] as const),
    ...igpAdjacencies.map(({ protocol, ends, verdict }) => [{ kind: protocol, ends }, verdict] as const),
    ...vteps.map(({ devices: ends, verdict }) => [{ kind: 'vxlan', ends }, verdict] as const),
    ...[...mlagChannels].flatMap(([pairId, { pairing, dualActiveDetection, syncChannel }]) =>
      [
        [{ kind: 'dfs-pairing', pairId }, pairing] as const,
        [{ kind: 'dual-active-detection', pairId }, dualActiveDetection] as const,
        [{ kind: 'sync-channel', pairId }, syncChannel] as const,
      ].flatMap(([session, verdict]) => (verdict === undefined ? [] : [[session, verdict] as const])),
    ),
  ]
}

function changedPaths(network: Network, intent: NetworkIntent, failure: Failure): WhatIf['loopbacks'] {
  const hopsFrom = hopsToFailure(network, intent, failure)
  const hops = ({ device: { id } }: DeviceIntent): number => hopsFrom.get(id) ?? Number.MAX_SAFE_INTEGER
  const ends = [...intent.devices.values()]
    .sort((a, b) => hops(a) - hops(b) || byId(a.device, b.device))
    .flatMap((device) => {
      const address = loopbackAddress(device)
      return address === undefined ? [] : [{ id: device.device.id, address }]
    })
  const followed = ends.slice(0, mostLoopbacks)
  const ways = followed.flatMap((from) => followed.flatMap((to) => (from === to ? [] : [{ from, to }])))
  const queries = ways.map(({ from, to }) => ({ from: from.id, to: to.address }))
  const before = tracePaths(network, intent, queries)
  const after = tracePaths(network, intent, queries, failure)
  const changed = ways.flatMap(({ from, to }, at): readonly ChangedPath[] => {
    const [was, now] = [before[at], after[at]]
    if (was === undefined || now === undefined || was.kind === now.kind) return []
    return [{ from: from.id, to: to.id, before: was, after: now }]
  })
  return {
    changed,
    asked: ways.length,
    all: ends.length * (ends.length - 1),
    between: followed.map(({ id }) => id),
  }
}

/** Cables between each device and the nearest thing that failed; devices that none leads to are absent. */
function hopsToFailure(network: Network, intent: NetworkIntent, failure: Failure): ReadonlyMap<DeviceId, number> {
  const around = new Map<DeviceId, DeviceId[]>()
  const hops = new Map<DeviceId, number>([...failure.devices].map((id) => [id, 0]))
  for (const id of failure.interfaces) {
    const device = network.interfaces[id]?.deviceId
    if (device !== undefined) hops.set(device, 0)
  }
  for (const { linkId, ends } of intent.cables) {
    const devices = ends.flatMap((end) => (end.kind === 'interface' ? [end.deviceId] : []))
    for (const device of devices) {
      if (failure.links.has(linkId)) hops.set(device, 0)
      const known = around.get(device)
      if (known === undefined) around.set(device, [...devices])
      else known.push(...devices)
    }
  }
  for (const [device, distance] of hops)
    for (const next of around.get(device) ?? []) if (!hops.has(next)) hops.set(next, distance + 1)
  return hops
}
