/**
 * What a bench is given: a clock, and this machine's own speed to compare with. Seconds differ between machines;
 * ratios to the baselines of the same run travel better.
 */
export type Machine = {
  readonly baselines: readonly Baseline[]
  /** Median wall-clock seconds of several runs, after one run to warm up. */
  readonly seconds: (work: () => unknown) => number
  /** How many times the arithmetic baseline fits into so many seconds. */
  readonly ratio: (seconds: number) => number
  /** Slope through the points in logarithmic scales: 1 is linear growth, 2 is quadratic. */
  readonly exponent: (points: readonly { readonly size: number; readonly seconds: number }[]) => number
}

export type Baseline = { readonly name: string; readonly seconds: number }

const runs = 5

export function measureMachine(): Machine {
  const arithmetic = median(arithmeticLoop)
  const text = tenMegabytesOfJson()
  const numbers = Float64Array.from({ length: 1_000_000 }, pseudoRandom(1))
  return {
    baselines: [
      { name: 'arithmetic: 50 million integer steps', seconds: arithmetic },
      { name: 'JSON.parse of 10 MB', seconds: median(() => JSON.parse(text)) },
      { name: 'sort of 1 million numbers', seconds: median(() => [...numbers].sort((a, b) => a - b)) },
    ],
    seconds: median,
    ratio: (seconds) => seconds / arithmetic,
    exponent,
  }
}

function median(work: () => unknown): number {
  work()
  const seconds = Array.from({ length: runs }, () => {
    const started = process.hrtime.bigint()
    work()
    return Number(process.hrtime.bigint() - started) / 1e9
  }).sort((a, b) => a - b)
  return seconds[Math.floor(runs / 2)] ?? Number.NaN
}

export function exponent(points: readonly { readonly size: number; readonly seconds: number }[]): number {
  const logs = points.map(({ size, seconds }) => ({ x: Math.log(size), y: Math.log(seconds) }))
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length
  const covariance = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0)
  return covariance / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
}

function arithmeticLoop(): number {
  let state = 1
  for (let i = 0; i < 50_000_000; i += 1) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
  return state
}

/** The same numbers on every machine. */
function pseudoRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function tenMegabytesOfJson(): string {
  const next = pseudoRandom(2)
  const record = (_: unknown, i: number) => ({ id: `device:${i}`, name: `leaf${i}`, weight: next(), tags: ['a', 'b'] })
  const one = JSON.stringify(Array.from({ length: 1000 }, record))
  return `[${Array.from({ length: Math.ceil(10_000_000 / one.length) }, () => one).join(',')}]`
}
