import type { FailureProbe } from '../reach'
import { backboneOf, separations } from './separations'

/** Which subjects fall with which failures: with one element alone, and with two that each alone do not break them. */
export type Breaks = {
  /** By element; subjects ascending. */
  readonly alone: readonly (readonly number[])[]
  /** Pairs of elements, each first < second; subjects ascending, none of which falls with either element alone. */
  readonly together: readonly { readonly pair: readonly [number, number]; readonly subjects: readonly number[] }[]
  /** How far it came before the bound; absent: everything was tried. */
  readonly stoppedAt?: Progress
}

export type BreaksOptions = {
  readonly order: 1 | 2
  /** Elements that may fail. */
  readonly of: readonly number[]
  /** Subjects that somebody wants to know about; all unless given. */
  readonly subjects?: readonly number[]
  /** Stops when the probe has done so much work; never unless given. */
  readonly mostWork?: number
}

/** Failures looked at so far, of those that have to be. */
export type Progress = { readonly done: number; readonly of: number }

/**
 * Every failure of one and of two elements, without trying them all.
 *
 * A subject falls only when something it stands on fails, so that only such failures are tried; what it stands on
 * then says which second failure can matter. A pair that nobody is hit by twice breaks exactly what its elements
 * break one by one. Where nothing is known to stand on, every element is tried. Of a subject that stands as long as
 * the backbone joins its devices, only failures are tried that separate them there.
 *
 * Yields from time to time, so that a caller can show progress, do something else or stop.
 */
export function* findBreaks(probe: FailureProbe, options: BreaksOptions): Generator<Progress, Breaks> {
  const mayFail = new Set(options.of)
  const subjects = options.subjects ?? [...probe.subjects.keys()]
  const alone = probe.elements.map((): number[] => [])
  const first = new Map<number, number[]>()
  const second = new Map<number, number[]>()
  const count = probe.elements.length
  const suspectPair = (a: number, b: number, subject: number): void => {
    if (a !== b) add(second, Math.min(a, b) * count + Math.max(a, b), subject)
  }
  const backbone = backboneOf(probe)
  const loose: number[] = []
  const joined: { readonly subject: number; readonly other: number }[][] = probe.elements.map(() => [])
  for (const subject of subjects) {
    const bound = probe.boundTo(subject)
    for (const element of bound) if (mayFail.has(element)) alone[element]?.push(subject)
    const ends = probe.joins(subject)
    if (ends === undefined || backbone.part[ends[0]] !== backbone.part[ends[1]]) loose.push(subject)
    else {
      joined[ends[0]]?.push({ subject, other: ends[1] })
      joined[ends[1]]?.push({ subject, other: ends[0] })
    }
  }
  for (const subject of loose) {
    const bound = probe.boundTo(subject)
    for (const element of weakPoints(probe.footing(subject), options.of, mayFail))
      if (!bound.has(element)) add(first, element, subject)
  }
  const suspects = options.of.map(() => new Set<number>())
  const placeOf = new Map(options.of.map((element, at) => [element, at]))
  separations(backbone, joined, {
    removed: undefined,
    told: (element, subject) => {
      const place = placeOf.get(element)
      if (place === undefined || probe.boundTo(subject).has(element)) return
      suspects[place]?.add(subject)
    },
  })
  for (const [place, element] of options.of.entries())
    for (const subject of suspects[place] ?? []) add(first, element, subject)
  let done = 0
  const twice = options.order === 2 ? options.of : []
  const of = first.size + twice.length
  const { work } = probe
  const mostWork = options.mostWork ?? Number.POSITIVE_INFINITY
  const stopped = (): Breaks => {
    for (const broken of alone) broken.sort((a, b) => a - b)
    return { alone, together: [], stoppedAt: { done, of } }
  }
  for (const [element, hit] of ascending(first)) {
    if (done % 32 === 0) yield { done, of }
    const standsOn = probe.under([element])
    for (const subject of hit) {
      if (work.done > mostWork) return stopped()
      const footing = standsOn(subject)
      if (footing === undefined) alone[element]?.push(subject)
      else if (options.order === 2)
        for (const other of weakPoints(footing, options.of, mayFail)) suspectPair(element, other, subject)
    }
    done += 1
  }
  for (const element of twice) {
    if (done % 32 === 0) yield { done, of }
    work.done += probe.elements.length / 20
    if (work.done > mostWork) return stopped()
    done += 1
    separations(backbone, joined, {
      removed: element,
      told: (other, subject) => {
        if (other > element && mayFail.has(other)) suspectPair(element, other, subject)
      },
    })
  }
  for (const broken of alone) broken.sort((a, b) => a - b)
  return { alone, ...(yield* together(probe, { alone, second, done, mostWork })) }
}

function* together(
  probe: FailureProbe,
  found: {
    readonly alone: readonly (readonly number[])[]
    readonly second: ReadonlyMap<number, readonly number[]>
    readonly done: number
    readonly mostWork: number
  },
): Generator<Progress, Pick<Breaks, 'together' | 'stoppedAt'>> {
  const count = probe.elements.length
  const breaks = found.alone.map((subjects) => new Set(subjects))
  const result: { pair: readonly [number, number]; subjects: readonly number[] }[] = []
  let { done } = found
  const of = done + found.second.size
  for (const [number, hit] of ascending(found.second)) {
    if (done % 64 === 0) yield { done, of }
    const pair = [Math.floor(number / count), number % count] as const
    const open = [...new Set(hit)].filter((subject) => !pair.some((element) => breaks[element]?.has(subject) === true))
    if (probe.work.done > found.mostWork) return { together: result, stoppedAt: { done, of } }
    done += 1
    if (open.length === 0) continue
    const standsOn = probe.under(pair)
    const subjects = open.filter((subject) => standsOn(subject) === undefined).sort((a, b) => a - b)
    if (subjects.length > 0) result.push({ pair, subjects })
  }
  return { together: result }
}

function weakPoints(
  footing: ReturnType<FailureProbe['footing']>,
  all: readonly number[],
  mayFail: ReadonlySet<number>,
): readonly number[] {
  return footing === 'anything' ? all : [...footing].filter((element) => mayFail.has(element))
}

function add(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

function ascending<Value>(map: ReadonlyMap<number, Value>): readonly (readonly [number, Value])[] {
  return [...map].sort(([a], [b]) => a - b)
}
