import type { NetworkIntent } from '../intent'
import type { DeviceId, Network } from '../model'
import { carriesRoutes } from './bgp-graph'
import { statusOf } from './facts'
import type { FailingElement, WholeState } from './failed-state'
import { failedState, inState, isSettled, wholeState } from './failed-state'
import type { Footing, Questions } from './footing'
import { footingOf, pairFooting } from './footing'
import type { Judged } from './probe-judges'
import { bmpJudges, channelJudges, loopbackJudges, pairingJudges } from './probe-judges'
import { examinePair } from './session-pairs'
import type { Subject } from './subject'
import type { Plane } from './tables'
import type { Elements } from './witness'
import { footingOfCrossing } from './witness'

/** What stands while nothing has failed, and what is left of it when something does. */
export type FailureProbe = {
  /** Everything that can fail: all devices, then all links. Failures are numbers into it. */
  readonly elements: readonly FailingElement[]
  /** What stands while nothing has failed. */
  readonly subjects: readonly Subject[]
  /** Numbers of the devices a subject ends on; it falls with each of them. */
  readonly endsOf: (subject: number) => readonly number[]
  /** What a subject stands on while nothing has failed. */
  readonly footing: (subject: number) => Footing
  /** What a subject stands on while elements are down; undefined: it is down itself. */
  readonly under: (down: readonly number[]) => (subject: number) => Footing | undefined
}

type Standing = { readonly subject: Subject; readonly ends: readonly number[]; readonly footing: Footing } & (
  | { readonly pair: number }
  | { readonly ports: readonly [number, number] }
  | { readonly judge: Judged['judge'] }
)

/** @param pairs devices whose loopbacks somebody wants to reach each other */
export function failureProbe(
  network: Network,
  intent: NetworkIntent,
  pairs: readonly (readonly [DeviceId, DeviceId])[] = [],
): FailureProbe {
  const whole = wholeState(network, intent)
  const { plane } = whole
  const ofLink = new Map(whole.elements.flatMap((each, at) => (each.kind === 'link' ? [[each.id, at] as const] : [])))
  const elements: Elements = { ofLink }
  const pairOfSession = new Map(
    whole.pairs.flatMap((pair, at) => pair.flatMap((side) => (side === undefined ? [] : [[side.session.key, at]]))),
  )
  const pairFootings = whole.pairs.map((pair, at): Footing | undefined => {
    const found = whole.findings[at]
    if (found?.live === undefined || (found.askedBgp && !isSettled(whole))) return undefined
    return found.askedBgp
      ? undefined
      : pairFooting({ whole, state: whole, elements, ofSession: () => 'anything' }, pair, found)
  })
  const inWhole: Questions = {
    whole,
    state: whole,
    elements,
    ofSession: (key) => pairFootings[pairOfSession.get(key) ?? -1] ?? 'anything',
  }
  for (const [at, pair] of whole.pairs.entries()) {
    const found = whole.findings[at]
    if (found?.live !== undefined && found.askedBgp && isSettled(whole))
      pairFootings[at] = pairFooting(inWhole, pair, found)
  }
  const standing: readonly Standing[] = [
    ...whole.pairs.flatMap((pair, at): readonly Standing[] => {
      const footing = pairFootings[at]
      if (footing === undefined) return []
      const ends = pair.flatMap((side) => plane.deviceIndex.get(side?.device.device.id ?? ('' as DeviceId)) ?? [])
      return [{ subject: { kind: 'bgp', key: pair[0].session.key }, ends, footing, pair: at }]
    }),
    ...adjacencies(whole, elements),
    ...[...bmpJudges(plane), ...pairingJudges(plane), ...channelJudges(plane), ...loopbackJudges(plane, pairs)].flatMap(
      (each) => {
        const relied = each.judge(whole)
        return relied === undefined ? [] : [{ ...each, footing: footingOf(inWhole, relied) }]
      },
    ),
  ]
  const carriersOn = new Map<number | 'anything', number[]>()
  for (const [at, footing] of pairFootings.entries()) {
    const live = whole.findings[at]?.live
    if (footing === undefined || live === undefined || !carriesRoutes(live)) continue
    for (const element of footing === 'anything' ? [footing] : footing) {
      const known = carriersOn.get(element)
      if (known === undefined) carriersOn.set(element, [at])
      else known.push(at)
    }
  }
  const under: FailureProbe['under'] = (down) => {
    const mayFall = () => [...down, 'anything' as const].flatMap((element) => carriersOn.get(element) ?? [])
    const state = failedState(whole, down, mayFall)
    const ofSession: Questions['ofSession'] = (key) => {
      const at = pairOfSession.get(key) ?? -1
      const found = state.carriers().pairs.get(at)
      const pair = whole.pairs[at]
      if (found === undefined || pair === undefined) return inWhole.ofSession(key)
      return found.live === undefined || found.askedBgp
        ? 'anything'
        : pairFooting({ ...inWhole, state, ofSession: () => 'anything' }, inState(state.plane, pair), found)
    }
    const questions: Questions = { whole, state, elements, ofSession }
    return (index) => {
      const subject = standing[index]
      if (subject === undefined || subject.ends.some((end) => down.includes(end))) return undefined
      if ('ports' in subject) return adjacencyFooting(state.plane, elements, subject.ports)
      if ('judge' in subject) {
        const relied = subject.judge(state)
        return relied === undefined ? undefined : footingOf(questions, relied)
      }
      const before = whole.pairs[subject.pair]
      if (before === undefined) return undefined
      const pair = inState(state.plane, before)
      const found = examinePair(state.plane, state.routing, pair)
      if (found.live === undefined || (found.askedBgp && !isSettled(state))) return undefined
      return pairFooting(questions, pair, found)
    }
  }
  return {
    elements: whole.elements,
    subjects: standing.map(({ subject }) => subject),
    endsOf: (index) => standing[index]?.ends ?? [],
    footing: (index) => standing[index]?.footing ?? 'anything',
    under,
  }
}

function adjacencies(whole: WholeState, elements: Elements): readonly Standing[] {
  const { plane, igp } = whole
  return igp.adjacencies.flatMap(({ protocol, ends, facts }): readonly Standing[] => {
    const [a, b] = ends.map((id) => plane.ports.byId.get(id) ?? -1)
    if (a === undefined || b === undefined || statusOf(facts) !== 'established') return []
    const footing = adjacencyFooting(plane, elements, [a, b])
    const devices = [a, b].flatMap((port) => plane.ports.list[port]?.device ?? [])
    return footing === undefined ? [] : [{ subject: { kind: protocol, ends }, ends: devices, footing, ports: [a, b] }]
  })
}

/** Neighbours stay Full while they share a segment: failures only take other routers out of it. */
function adjacencyFooting(plane: Plane, elements: Elements, [a, b]: readonly [number, number]): Footing | undefined {
  const { list, of, overlap } = plane.segments
  const meet = overlap
    ? list.some(({ members }) => members.includes(a) && members.includes(b))
    : list[of[a] ?? -1]?.members.includes(b) === true
  if (!meet) return undefined
  const into = new Set<number>()
  return footingOfCrossing(plane, elements, { crossing: { out: a, into: b }, into }) ? into : 'anything'
}
