import type { NetworkIntent } from '../intent'
import type { Network } from '../model'
import type { FailingElement, FailureProbe, Subject } from '../reach'
import { failureProbe } from '../reach'
import type { Breaks, Progress } from './breaks'
import { findBreaks } from './breaks'
import { countBrokenSets } from './broken-sets'

export type SweepOptions = {
  /** One failure at a time, or also every two. */
  readonly order: 1 | 2
  /** What may fail; devices and links unless given. */
  readonly of?: readonly FailingElement['kind'][]
}

/** Failures that break exactly the same. Numbers are places in `elements` and `subjects` of the sweep. */
export type FailureClass = {
  readonly failures: readonly (readonly number[])[]
  readonly breaks: readonly number[]
}

export type SinglePoint = {
  readonly element: number
  /** Sessions that end on the failed device or run over the failed link alone: nothing could keep them up. */
  readonly own: number
  /** Sessions that only pass through it. */
  readonly others: number
}

/** Plain data: what every failure of one, and of two, would break. */
export type Sweep = {
  readonly order: 1 | 2
  readonly elements: readonly FailingElement[]
  /** Sessions that are up while nothing has failed. */
  readonly subjects: readonly Subject[]
  readonly tried: { readonly one: number; readonly two: number }
  /** Failures that break no session. */
  readonly harmless: { readonly one: number; readonly two: number }
  /** Different sets of broken sessions, the empty one included. */
  readonly outcomes: { readonly one: number; readonly two: number }
  /** Failures of one element that break something, worst first. */
  readonly classes: readonly FailureClass[]
  /** Minimal cuts of two: pairs that break what neither element breaks alone; `breaks` is that. Worst first. */
  readonly cuts: readonly FailureClass[]
  /** Elements that break sessions that only pass through them, worst first. */
  readonly singlePoints: readonly SinglePoint[]
}

/**
 * Every failure of one device or link, and of two: exhaustive, and equal to computing each from scratch.
 *
 * Yields its progress from time to time; whoever iterates may stop.
 */
export function* sweepFailures(
  network: Network,
  intent: NetworkIntent,
  { order, of = ['device', 'link'] }: SweepOptions,
): Generator<Progress, Sweep> {
  const probe = failureProbe(network, intent)
  const chosen = probe.elements.flatMap(({ kind }, at) => (of.includes(kind) ? [at] : []))
  const breaks = yield* findBreaks(probe, { order, of: chosen })
  return summary(probe, { order, chosen, breaks })
}

function summary(
  { elements, subjects, boundTo }: FailureProbe,
  { order, chosen, breaks }: { readonly order: 1 | 2; readonly chosen: readonly number[]; readonly breaks: Breaks },
): Sweep {
  const { alone, together } = breaks
  const count = chosen.length
  const two = order === 2 ? pairsOf(count) : 0
  const harmless = chosen.filter((element) => alone[element]?.length === 0)
  const bothHarmless = pairsOf(harmless.length)
  const quiet = together.filter(({ pair }) => pair.every((element) => alone[element]?.length === 0)).length
  const classes = grouped(
    chosen.flatMap((element) => {
      const broken = alone[element] ?? []
      return broken.length === 0 ? [] : [{ failure: [element], breaks: broken }]
    }),
  )
  const points = chosen.map((element): SinglePoint => {
    const broken = alone[element] ?? []
    const own = broken.filter((subject) => boundTo(subject).has(element)).length
    return { element, own, others: broken.length - own }
  })
  return {
    order,
    elements,
    subjects,
    tried: { one: count, two },
    harmless: { one: harmless.length, two: order === 2 ? bothHarmless - quiet : 0 },
    outcomes: {
      one: classes.length + (harmless.length > 0 ? 1 : 0),
      two: order === 2 ? countBrokenSets(chosen, breaks, subjects.length) : 0,
    },
    classes,
    cuts: grouped(together.map(({ pair, subjects: broken }) => ({ failure: pair, breaks: broken }))),
    singlePoints: points
      .filter(({ others }) => others > 0)
      .sort((a, b) => b.others - a.others || b.own - a.own || a.element - b.element),
  }
}

function pairsOf(count: number): number {
  return count < 2 ? 0 : (count * (count - 1)) / 2
}

function grouped(
  failures: readonly { readonly failure: readonly number[]; readonly breaks: readonly number[] }[],
): readonly FailureClass[] {
  const classes = new Map<string, { readonly failures: (readonly number[])[]; readonly breaks: readonly number[] }>()
  for (const { failure, breaks } of failures) {
    const key = breaks.join()
    const known = classes.get(key)
    if (known === undefined) classes.set(key, { failures: [failure], breaks })
    else known.failures.push(failure)
  }
  return [...classes.values()].sort((a, b) => b.breaks.length - a.breaks.length)
}
