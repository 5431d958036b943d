import { ipVersion } from '@weft/net'
import type { NetworkIntent, SessionKey } from '../intent'
import type { DeviceId, Network } from '../model'
import { carriesRoutes } from './bgp-graph'
import type { BackboneLink } from './bound'
import { backboneLinks, boundToPair, boundToPorts, boundToWalks, joinedBySession, joinedByWalks } from './bound'
import { ebgpFabric } from './ebgp-fabric'
import { statusOf } from './facts'
import type { FailedState, FailingElement, WholeState } from './failed-state'
import { failedState, isSettled, wholeState } from './failed-state'
import type { Footing, Questions } from './footing'
import { footingOf, pairFooting } from './footing'
import { bmpJudges, channelJudges, loopbackJudges, pairingJudges, vtepJudges } from './probe-judges'
import { examinePair, inTables } from './session-pairs'
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
  /** Elements a subject ends on: the devices, and the only cable of an interface it runs from. It falls with each. */
  readonly boundTo: (subject: number) => ReadonlySet<number>
  /**
   * Devices between which a subject stands as long as the backbone joins them, while nothing it is bound to fails;
   * undefined where more than that counts.
   */
  readonly joins: (subject: number) => readonly [number, number] | undefined
  /** Cables over which two routers exchange routes of the interior protocol, whatever else fails. */
  readonly backbone: readonly BackboneLink[]
  /** What a subject stands on while nothing has failed. */
  readonly footing: (subject: number) => Footing
  /** What a subject stands on while elements are down; undefined: it is down itself. */
  readonly under: (down: readonly number[]) => (subject: number) => Footing | undefined
  readonly work: Work
}

/** What was done so far, in microseconds of a slow core as counted: whoever has little time stops in between. */
export type Work = { done: number }

type Standing = {
  readonly subject: Subject
  readonly bound: ReadonlySet<number>
  readonly joins?: readonly [number, number]
  readonly footing: () => Footing
  readonly under: (down: ReadonlySet<number>, ask: () => Asked) => Footing | undefined
}

type Asked = Questions & { readonly state: FailedState }

/** @param paths devices whose loopbacks somebody wants to reach each other */
export function failureProbe(
  network: Network,
  intent: NetworkIntent,
  paths: readonly (readonly [DeviceId, DeviceId])[] = [],
): FailureProbe {
  const whole = wholeState(network, intent)
  const { plane } = whole
  const ofLink = new Map(whole.elements.flatMap((each, at) => (each.kind === 'link' ? [[each.id, at] as const] : [])))
  const elements: Elements = { ofLink }
  const inWhole: Questions = { whole, state: whole, elements, ofSession: (key) => footingOfPair(pairOf(key)) }
  const footings: Footing[] = []
  const footingOfPair = (at: number): Footing => {
    const [pair, found] = [whole.pairs[at], whole.findings[at]]
    footings[at] ??= pair === undefined || found === undefined ? 'anything' : pairFooting(inWhole, pair, found)
    return footings[at]
  }
  const pairNumbers = new Map(
    whole.pairs.flatMap((pair, at) => pair.flatMap((side) => (side === undefined ? [] : [[side.session.key, at]]))),
  )
  const pairOf = (key: SessionKey): number => pairNumbers.get(key) ?? -1
  const work: Work = { done: 0 }
  const price = pricesOf(whole, intent)
  const fabric = paths.length === 0 ? undefined : ebgpFabric(whole, elements)
  const overIgp = backboneLinks(whole, elements)
  const overEbgp = overIgp.length === 0 && fabric !== undefined && fabric.backbone.length > 0
  const standing: readonly Standing[] = [
    ...sessions(whole, elements, footingOfPair),
    ...adjacencies(whole, elements),
    ...[
      ...bmpJudges(plane),
      ...pairingJudges(plane),
      ...channelJudges(plane),
      ...vtepJudges(plane),
      ...loopbackJudges(plane, paths),
    ].flatMap(({ subject, ends, judge, loopbacks }): readonly Standing[] => {
      const [a = -1, b = -1] = ends
      const way = loopbacks && fabric?.wayBetween([a, b], loopbacks)
      const told = way?.(new Set())
      if (way !== undefined && told !== undefined) {
        if (told === 'falls') return []
        const joins =
          overEbgp && loopbacks?.every((address) => ipVersion(address) === 4) ? { joins: [a, b] as const } : {}
        const under: Standing['under'] = (down, ask) => {
          const now = way(down)
          if (now !== undefined) return now === 'falls' ? undefined : now
          const questions = ask()
          const relied = judge(questions.state)
          return relied && footingOf(questions, relied)
        }
        return [{ subject, bound: new Set(ends), ...joins, footing: () => told, under }]
      }
      work.done += questionCost(intent)
      const relied = judge(whole)
      if (relied === undefined) return []
      const under: Standing['under'] = (_, ask) => {
        const questions = ask()
        const now = judge(questions.state)
        return now === undefined ? undefined : footingOf(questions, now)
      }
      const joins = subject.kind === 'loopbacks' ? joinedByWalks(whole, ends, relied) : undefined
      return [
        {
          subject,
          bound: boundToWalks(plane, elements, { ends, relied }),
          ...(joins === undefined ? {} : { joins }),
          footing: () => footingOf(inWhole, relied),
          under,
        },
      ]
    }),
  ]
  const carriersOn = carriersByElement(whole, footingOfPair)
  const under: FailureProbe['under'] = (down) => {
    let known: Asked | undefined
    const ask = (): Asked => {
      if (known === undefined) work.done += price.failure
      work.done += price.question
      known ??= asked(down)
      return known
    }
    const failed = new Set(down)
    return (index) => {
      const subject = standing[index]
      return subject === undefined || down.some((element) => subject.bound.has(element))
        ? undefined
        : subject.under(failed, ask)
    }
  }
  const asked = (down: readonly number[]): Asked => {
    const state = failedState(whole, down, () => carriersOn(down))
    const ofSession: Questions['ofSession'] = (key) => {
      const found = state.carriers().pairs.get(pairOf(key))
      const pair = whole.pairs[pairOf(key)]
      if (found === undefined || pair === undefined) return footingOfPair(pairOf(key))
      return found.live === undefined || found.askedBgp
        ? 'anything'
        : pairFooting({ ...inWhole, state }, inTables(state.plane, pair), found)
    }
    return { whole, state, elements, ofSession }
  }
  return {
    elements: whole.elements,
    subjects: standing.map(({ subject }) => subject),
    boundTo: (index) => standing[index]?.bound ?? new Set(),
    joins: (index) => standing[index]?.joins,
    backbone: overEbgp ? fabric.backbone : overIgp,
    work,
    footing: (index) => standing[index]?.footing() ?? 'anything',
    under,
  }
}

/** The price of one question: a walk looks at some cables around each device it comes through. */
export function questionCost({ devices, cables }: NetworkIntent): number {
  return 90 + (devices.size + cables.length) / 100
}

/** Where BGP carries routes, each failure builds its sessions anew and a question looks at many of them; tunnels and shared cables are built from the start. */
function pricesOf({ findings, plane, tunnelled, elements }: WholeState, intent: NetworkIntent) {
  const carriers = findings.filter(({ live }) => live !== undefined && carriesRoutes(live)).length
  const anew = tunnelled || plane.segments.overlap ? elements.length * 100 : elements.length / 4
  return { failure: 20 + anew + carriers * 10, question: questionCost(intent) + carriers }
}

function sessions(whole: WholeState, elements: Elements, footingOfPair: (at: number) => Footing): readonly Standing[] {
  const { plane } = whole
  return whole.pairs.flatMap((before, at): readonly Standing[] => {
    const found = whole.findings[at]
    if (found?.live === undefined || (found.askedBgp && !isSettled(whole))) return []
    const joins = joinedBySession(whole, before, found)
    return [
      {
        subject: { kind: 'bgp', key: before[0].session.key },
        bound: boundToPair(plane, elements, before),
        ...(joins === undefined ? {} : { joins }),
        footing: () => footingOfPair(at),
        under: (_, ask) => {
          const questions = ask()
          const { state } = questions
          const pair = inTables(state.plane, before)
          const now = examinePair(state.plane, state.routing, pair)
          if (now.live === undefined || (now.askedBgp && !isSettled(state))) return undefined
          return pairFooting(questions, pair, now)
        },
      },
    ]
  })
}

/** Sessions that carry routes and may fall with some elements; found out when somebody first asks for BGP routes. */
function carriersByElement(
  { findings }: WholeState,
  footingOfPair: (at: number) => Footing,
): (down: readonly number[]) => readonly number[] {
  let carriers: Map<number | 'anything', number[]> | undefined
  const find = (): Map<number | 'anything', number[]> => {
    const found = new Map<number | 'anything', number[]>()
    for (const [at, { live }] of findings.entries()) {
      if (live === undefined || !carriesRoutes(live)) continue
      const footing = footingOfPair(at)
      for (const element of footing === 'anything' ? [footing] : footing) {
        const known = found.get(element)
        if (known === undefined) found.set(element, [at])
        else known.push(at)
      }
    }
    return found
  }
  return (down) => {
    carriers ??= find()
    return [...down, 'anything' as const].flatMap((element) => carriers?.get(element) ?? [])
  }
}

function adjacencies({ plane, igp, tunnelled }: WholeState, elements: Elements): readonly Standing[] {
  const footingIn = (now: Plane, ports: readonly [number, number]): Footing | undefined => {
    const footing = adjacencyFooting(now, elements, ports)
    return footing === undefined || !tunnelled ? footing : 'anything'
  }
  return igp.adjacencies.flatMap(({ protocol, ends, facts }): readonly Standing[] => {
    const ports = [plane.ports.byId.get(ends[0]) ?? -1, plane.ports.byId.get(ends[1]) ?? -1] as const
    const footing = statusOf(facts) === 'established' ? footingIn(plane, ports) : undefined
    if (footing === undefined) return []
    return [
      {
        subject: { kind: protocol, ends },
        bound: boundToPorts(plane, elements, ports),
        footing: () => footing,
        under: (_, ask) => footingIn(ask().state.plane, ports),
      },
    ]
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
