import type { NetworkIntent } from '../intent'
import type { DeviceId, LinkId, Network, Requirement } from '../model'
import { byId } from '../model'
import type { FailureProbe, Reachability, SessionStatus } from '../reach'
import { failureProbe, loopbackAddress, questionCost, tracePaths } from '../reach'
import { findBreaks } from './breaks'
import type { Demanded } from './requirement-subjects'
import { demandedBy } from './requirement-subjects'
import { subjectKey } from './subject-key'
import { whileDown } from './while-down'

export type RequirementVerdict = { readonly requirement: Requirement } & (
  | { readonly verdict: 'kept' }
  /** Nothing it is about is there. */
  | { readonly verdict: 'empty' }
  | {
      readonly verdict: 'broken'
      /** The fewest things that break it when they fail together: none where it is broken already. */
      readonly failed: readonly (DeviceId | LinkId)[]
      /** Names of what falls with them. */
      readonly falls: readonly string[]
    }
  /** Nothing is known to break it, but not everything is known; `about` has names. */
  | { readonly verdict: 'unknown'; readonly why: 'not-simulated'; readonly about: readonly string[] }
  /** Nothing that was tried breaks it; more would take too long. Of failures at least so many had to be tried. */
  | {
      readonly verdict: 'unknown'
      readonly why: 'too-much'
      readonly tried: 'ways' | 'failures'
      readonly done: number
      readonly of: number
    }
)

type Compiled = { readonly network: Network; readonly intent: NetworkIntent; readonly reachability: Reachability }

/** Microseconds for all requirements of a design, as the probe counts them: two thirds at most for ways while nothing has failed. */
const mostWork = 1_200_000

/**
 * Whether each requirement is kept, in the order of their ids. All lean on one simulation; what somebody demands is
 * up when that simulation says so, and falls when it is not known to be up any more.
 */
export function judgeRequirements(compiled: Compiled): readonly RequirementVerdict[] {
  const followed = new Map<string, Demanded>()
  const mostWays = (mostWork * 2) / 3 / questionCost(compiled.intent)
  const demands = Object.values(compiled.network.requirements)
    .sort(byId)
    .map((requirement) => {
      const demanded = demandedBy(compiled, requirement)
      const more = requirement.subject.kind === 'loopbacks' ? demanded.filter(({ key }) => !followed.has(key)) : []
      const tooMany = followed.size + more.length > mostWays
      if (!tooMany) for (const way of more) followed.set(way.key, way)
      return { requirement, demanded, tooMany: tooMany && more.length > 0 }
    })
  const ways = [...followed.values()]
  const mayFail = demands.some(
    ({ requirement: { survives, whileDown }, tooMany }) => !tooMany && (survives.failures > 0 || whileDown),
  )
  const failures = ways.length > 0 || mayFail ? failureJudge(compiled, ways) : undefined
  const lost = waysLost(compiled, failures === undefined ? [] : ways.filter(({ key }) => !failures.stands(key)))
  return demands.map(({ requirement, demanded, tooMany }): RequirementVerdict => {
    if (demanded.length === 0) return { requirement, verdict: 'empty' }
    if (tooMany)
      return { requirement, verdict: 'unknown', why: 'too-much', tried: 'ways', done: 0, of: demanded.length }
    const named = (wanted: SessionStatus) =>
      demanded.filter(({ key, status }) => (status ?? lost.get(key) ?? 'established') === wanted)
    const down = named('down')
    if (down.length > 0) return { requirement, verdict: 'broken', failed: [], falls: down.map(({ name }) => name) }
    const found = failures?.judge(requirement, named('established'))
    if (found !== undefined) return { requirement, ...found }
    const unknown = named('unknown').map(({ name }) => name)
    if (unknown.length === 0) return { requirement, verdict: 'kept' }
    return { requirement, verdict: 'unknown', why: 'not-simulated', about: unknown }
  })
}

/** Why ways do not stand, though nothing has failed: nothing leads there, or nobody knows. */
function waysLost({ network, intent }: Compiled, ways: readonly Demanded[]): ReadonlyMap<string, SessionStatus> {
  const addressOf = (id: DeviceId) => {
    const device = intent.devices.get(id)
    return device && loopbackAddress(device)
  }
  const queries = ways.flatMap(({ key, ends: [a, b] }) => {
    const [first, second] = [a && addressOf(a), b && addressOf(b)]
    if (a === undefined || b === undefined || first === undefined || second === undefined) return []
    return [
      { key, query: { from: a, to: second } },
      { key, query: { from: b, to: first } },
    ]
  })
  const status = new Map<string, SessionStatus>(ways.map(({ key }) => [key, 'down']))
  if (queries.length === 0) return status
  const verdicts = tracePaths(
    network,
    intent,
    queries.map(({ query }) => query),
  )
  const stopped = new Set(queries.flatMap(({ key }, at) => (verdicts[at]?.kind === 'unreachable' ? key : [])))
  for (const [at, { key }] of queries.entries())
    if (verdicts[at]?.kind === 'unknown' && !stopped.has(key)) status.set(key, 'unknown')
  return status
}

type Found = Pick<Extract<RequirementVerdict, { verdict: 'broken' }>, 'verdict' | 'failed' | 'falls'>
type TooMuch = Omit<Extract<RequirementVerdict, { why: 'too-much' }>, 'requirement'>

/** Looks for failures that break a requirement, on one simulation for all of them. */
function failureJudge({ network, intent }: Compiled, ways: readonly Demanded[]) {
  const paths = new Map(
    ways.flatMap(({ key, ends: [a, b] }) => (a === undefined || b === undefined ? [] : [[key, [a, b] as const]])),
  )
  const probe = failureProbe(network, intent, [...paths.values()])
  const subjectOf = new Map(probe.subjects.map((subject, at) => [subjectKey(subject), at]))
  const elementOf = new Map<string, number>(probe.elements.map(({ id }, at) => [id, at]))
  const judge = (requirement: Requirement, standing: readonly Demanded[]): Found | TooMuch | undefined => {
    const { survives, whileDown: always } = requirement
    const fixed = [...(always?.deviceIds ?? []), ...(always?.linkIds ?? [])].flatMap((id) => elementOf.get(id) ?? [])
    const counted = new Map(
      standing.flatMap((demanded) => {
        const subject = subjectOf.get(demanded.key)
        const own = new Set(demanded.ends.flatMap((id) => elementOf.get(id) ?? []))
        return subject === undefined || fixed.some((element) => own.has(element))
          ? []
          : [[subject, { ...demanded, own }] as const]
      }),
    )
    const broken = (elements: readonly number[], subjects: readonly number[]): Found => ({
      verdict: 'broken',
      failed: elements.flatMap((element) => probe.elements[element]?.id ?? []).sort(),
      falls: subjects.flatMap((subject) => counted.get(subject)?.name ?? []),
    })
    const lasting = whileDown(probe, fixed)
    if (fixed.length > 0) {
      const standsOn = lasting.under([])
      const gone = [...counted.keys()].filter((subject) => standsOn(subject) === undefined)
      if (gone.length > 0) return broken([], gone)
    }
    if (survives.failures === 0) return undefined
    const of = probe.elements.flatMap(({ kind }, at) =>
      (survives.of === 'both' || survives.of === `${kind}s`) && !fixed.includes(at) ? [at] : [],
    )
    const subjects = [...counted.keys()]
    const { alone, together, stoppedAt } = toTheEnd(
      findBreaks(lasting, { order: survives.failures, of, subjects, mostWork }),
    )
    const singles = of.map((element) => ({
      elements: [element],
      subjects: (alone[element] ?? []).filter((subject) => counted.get(subject)?.own.has(element) === false),
    }))
    const worst =
      worstOf(probe, singles) ??
      worstOf(
        probe,
        together.map(({ pair, subjects: hit }) => ({ elements: pair, subjects: hit })),
      )
    if (worst !== undefined) return broken(worst.elements, worst.subjects)
    return stoppedAt && { verdict: 'unknown', why: 'too-much', tried: 'failures', ...stoppedAt }
  }
  return { stands: (key: string) => subjectOf.has(key), judge }
}

function toTheEnd<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

type Hit = { readonly elements: readonly number[]; readonly subjects: readonly number[] }

/** The failure that breaks most; of equals the first by id. */
function worstOf({ elements }: FailureProbe, hits: readonly Hit[]): Hit | undefined {
  const nameOf = (hit: Hit): string => hit.elements.map((element) => elements[element]?.id ?? '').join(' ')
  return hits.reduce<Hit | undefined>((worst, hit) => {
    if (hit.subjects.length <= (worst?.subjects.length ?? 0)) {
      if (hit.subjects.length === 0 || worst === undefined || hit.subjects.length < worst.subjects.length) return worst
      return nameOf(hit) < nameOf(worst) ? hit : worst
    }
    return hit
  }, undefined)
}
