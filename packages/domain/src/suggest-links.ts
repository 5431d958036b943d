import { allocate } from './allocate'
import type { Command } from './edit'
import { applyCommand } from './edit'
import { expandIntents } from './expand'
import type { Progress, Sweep } from './failures'
import { findBreaks, subjectKey } from './failures'
import type { NetworkIntent } from './intent'
import { deriveIntent } from './intent'
import type { LinkChoice } from './link-choices'
import { linkChoices } from './link-choices'
import type { InterfaceId, LinkId, LocalText, Network } from './model'
import { recordName, text } from './model'
import type { FailingElement, FailureProbe } from './reach'
import { failureProbe } from './reach'

/** A link that leaves a failure without consequences for others, with nothing lost elsewhere; carried out to know. */
export type LinkSuggestion = {
  readonly label: LocalText
  readonly command: Command
  /** Failures of one, or of two, that break nobody else's sessions once the link is there. */
  readonly mends: readonly (readonly FailingElement['id'][])[]
}

/** Links tried for one failure, and for all of them: each is a simulation of the whole network. */
const mostTries = 5
const mostTriesInAll = 60

/** What a failure breaks, in keys of subjects; `mendable` without what ends on what failed. */
type Weakness = { readonly failure: readonly FailingElement['id'][]; readonly mendable: ReadonlySet<string> }

/**
 * Links that would do away with single points of failure, and with the cuts of two where the sweep looked for them;
 * those that mend most come first. Each was drawn in a copy of the network, and every single failure tried again:
 * nothing that was up is down, and no failure breaks what it did not break before.
 *
 * Yields from time to time, so that a caller can show progress, do something else or stop.
 */
export function* suggestLinks(
  network: Network,
  intent: NetworkIntent,
  sweep: Sweep,
): Generator<Progress, readonly LinkSuggestion[]> {
  const weaknesses = weaknessesOf(failureProbe(network, intent), sweep)
  const before = new Map(
    sweep.classes.flatMap(({ failures, breaks }) => {
      const keys = new Set(breaks.flatMap((at) => keyAt(sweep, at)))
      return failures.flatMap((failure) => failure.flatMap((at) => [[sweep.elements[at]?.id ?? '', keys] as const]))
    }),
  )
  const choices = linkChoices(network, intent)
  const mended = new Set<Weakness>()
  const found: (LinkSuggestion & { readonly weight: number })[] = []
  let next = 1
  let tries = 0
  for (const [done, weakness] of weaknesses.entries()) {
    yield { done, of: weaknesses.length }
    if (mended.has(weakness)) continue
    for (const choice of choices(weakness.failure, mostTries)) {
      if (tries >= mostTriesInAll) return ranked(found)
      tries += 1
      while (isTaken(network, next)) next += 1
      const command = drawn(choice, next)
      const after = withLink(network, command)
      const mends = after === undefined ? [] : mendedIn(after, { sweep, before, weaknesses })
      yield { done, of: weaknesses.length }
      if (!mends.includes(weakness)) continue
      next += 1
      for (const each of mends) mended.add(each)
      found.push({
        label: labelOf(network, choice),
        command,
        mends: mends.map(({ failure }) => failure),
        weight: mends.reduce((sum, { mendable }) => sum + mendable.size, 0),
      })
      break
    }
  }
  return ranked(found)
}

function ranked(found: readonly (LinkSuggestion & { readonly weight: number })[]): readonly LinkSuggestion[] {
  return [...found]
    .sort((a, b) => b.mends.length - a.mends.length || b.weight - a.weight)
    .map(({ label, command, mends }) => ({ label, command, mends }))
}

function weaknessesOf(probe: FailureProbe, sweep: Sweep): readonly Weakness[] {
  const breaksOf = new Map(
    sweep.classes.flatMap(({ failures, breaks }) => failures.map(([at]) => [at, breaks] as const)),
  )
  const idsOf = (failure: readonly number[]) => failure.flatMap((at) => sweep.elements[at]?.id ?? [])
  const points = sweep.singlePoints.map(({ element }): Weakness => {
    const others = (breaksOf.get(element) ?? []).filter((subject) => !probe.boundTo(subject).has(element))
    return { failure: idsOf([element]), mendable: new Set(others.flatMap((at) => keyAt(sweep, at))) }
  })
  const cuts = sweep.cuts.flatMap(({ failures, breaks }) =>
    failures.map((failure): Weakness => {
      const keys = breaks.flatMap((at) => keyAt(sweep, at))
      return { failure: idsOf(failure), mendable: new Set(keys) }
    }),
  )
  return [...points, ...cuts]
}

function keyAt({ subjects }: Sweep, at: number): readonly string[] {
  const subject = subjects[at]
  return subject === undefined ? [] : [subjectKey(subject)]
}

/** What is mended in a network with one link more; nothing where anything is worse than before. */
function mendedIn(
  network: Network,
  {
    sweep,
    before,
    weaknesses,
  }: {
    readonly sweep: Sweep
    readonly before: ReadonlyMap<string, ReadonlySet<string>>
    readonly weaknesses: readonly Weakness[]
  },
): readonly Weakness[] {
  const expanded = expandIntents(network)
  const intent = deriveIntent(expanded, allocate(expanded))
  const probe = failureProbe(expanded, intent)
  const keys = probe.subjects.map(subjectKey)
  const numbers = new Map(keys.map((key, at) => [key, at]))
  const known = sweep.subjects.flatMap((subject) => numbers.get(subjectKey(subject)) ?? [])
  if (known.length < sweep.subjects.length) return []
  const { alone } = lastOf(findBreaks(probe, { order: 1, of: [...probe.elements.keys()], subjects: known }))
  const elements = new Map(probe.elements.map(({ id }, at) => [id, at]))
  const isWorse = probe.elements.some(({ id }, at) =>
    (alone[at] ?? []).some((subject) => before.get(id)?.has(keys[subject] ?? '') !== true),
  )
  if (isWorse) return []
  return weaknesses.filter(({ failure, mendable }) => {
    const down = failure.flatMap((id) => elements.get(id) ?? [])
    const standsOn = probe.under(down)
    return [...mendable].every((key) => {
      const subject = numbers.get(key)
      return subject !== undefined && standsOn(subject) !== undefined
    })
  })
}

function withLink(network: Network, command: Command): Network | undefined {
  const result = applyCommand({ network, layout: { positions: {} } }, command)
  return 'refused' in result ? undefined : result.design.network
}

type Ids = { readonly link: LinkId; readonly ends: readonly [InterfaceId, InterfaceId] }

function idsOf(number: number): Ids {
  return { link: `link:added-${number}`, ends: [`interface:added-${number}-a`, `interface:added-${number}-b`] }
}

function isTaken({ links, interfaces }: Network, number: number): boolean {
  const { link, ends } = idsOf(number)
  return link in links || ends.some((id) => id in interfaces)
}

function drawn([from, to]: LinkChoice, number: number): Command {
  const { link, ends } = idsOf(number)
  return {
    kind: 'link.draw',
    id: link,
    from: { kind: 'device', deviceId: from },
    to: { kind: 'device', deviceId: to },
    newInterfaceIds: ends,
    mode: 'routed',
  }
}

function labelOf(network: Network, choice: LinkChoice): LocalText {
  const [a, b] = choice.map((id) => recordName(network, id))
  return text(`Add a link between ${a} and ${b}`, `在 ${a} 与 ${b} 之间增加链路`)
}

function lastOf<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
