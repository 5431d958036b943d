import type { FailureProbe } from '../reach'

/** Which subjects fall with which failures: with one element alone, and with two that each alone do not break them. */
export type Breaks = {
  /** By element; subjects ascending. */
  readonly alone: readonly (readonly number[])[]
  /** Pairs of elements, each first < second; subjects ascending, none of which falls with either element alone. */
  readonly together: readonly { readonly pair: readonly [number, number]; readonly subjects: readonly number[] }[]
}

export type BreaksOptions = {
  readonly order: 1 | 2
  /** Elements that may fail. */
  readonly of: readonly number[]
  /** Subjects that somebody wants to know about; all unless given. */
  readonly subjects?: readonly number[]
}

/** Failures looked at so far, of those that have to be. */
export type Progress = { readonly done: number; readonly of: number }

/**
 * Every failure of one and of two elements, without trying them all.
 *
 * A subject falls only when something it stands on fails, so that only such failures are tried; what it stands on
 * then says which second failure can matter. A pair that nobody is hit by twice breaks exactly what its elements
 * break one by one. Where nothing is known to stand on, every element is tried.
 *
 * Yields from time to time, so that a caller can show progress, do something else or stop.
 */
export function* findBreaks(probe: FailureProbe, options: BreaksOptions): Generator<Progress, Breaks> {
  const mayFail = new Set(options.of)
  const subjects = options.subjects ?? [...probe.subjects.keys()]
  const first = new Map<number, number[]>()
  for (const subject of subjects) {
    for (const element of weakPoints(probe.footing(subject), options.of, mayFail)) add(first, element, subject)
  }
  const alone = probe.elements.map((): number[] => [])
  const second = new Map<number, number[]>()
  const count = probe.elements.length
  let done = 0
  for (const [element, hit] of ascending(first)) {
    yield { done, of: first.size }
    done += 1
    const standsOn = probe.under([element])
    for (const subject of hit) {
      const footing = standsOn(subject)
      if (footing === undefined) alone[element]?.push(subject)
      else if (options.order === 2) {
        for (const other of weakPoints(footing, options.of, mayFail)) {
          if (other === element) continue
          const pair = Math.min(element, other) * count + Math.max(element, other)
          const known = second.get(pair)
          if (known === undefined) second.set(pair, [subject])
          else if (known[known.length - 1] !== subject) known.push(subject)
        }
      }
    }
  }
  return { alone, together: yield* together(probe, { alone, second, done }) }
}

function* together(
  probe: FailureProbe,
  found: {
    readonly alone: readonly (readonly number[])[]
    readonly second: ReadonlyMap<number, readonly number[]>
    readonly done: number
  },
): Generator<Progress, Breaks['together']> {
  const count = probe.elements.length
  const breaks = found.alone.map((subjects) => new Set(subjects))
  const result: { pair: readonly [number, number]; subjects: readonly number[] }[] = []
  let { done } = found
  const of = done + found.second.size
  for (const [number, hit] of ascending(found.second)) {
    if (done % 64 === 0) yield { done, of }
    done += 1
    const pair = [Math.floor(number / count), number % count] as const
    const open = [...new Set(hit)].filter((subject) => !pair.some((element) => breaks[element]?.has(subject) === true))
    if (open.length === 0) continue
    const standsOn = probe.under(pair)
    const subjects = open.filter((subject) => standsOn(subject) === undefined).sort((a, b) => a - b)
    if (subjects.length > 0) result.push({ pair, subjects })
  }
  return result
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
