import type { Breaks } from './breaks'

/**
 * How many different sets of sessions all failures of two elements break.
 *
 * A pair breaks what its elements break, and what only both break. Sets are told apart by a 53-bit sum over their
 * members, so that millions of unions are compared without being built; what both elements break is not added twice.
 */
export function countBrokenSets(chosen: readonly number[], { alone, together }: Breaks, subjects: number): number {
  const [high, low] = [hashes(subjects, 0x27d4eb2f), hashes(subjects, 0x85ebca6b)]
  const sum = (members: readonly number[], of: Int32Array): number =>
    members.reduce((total, member) => (total + (of[member] ?? 0)) | 0, 0)
  const count = alone.length
  const extra = new Map<number, [number, number]>()
  const adjust = (a: number, b: number, [addHigh, addLow]: readonly [number, number]): void => {
    const pair = Math.min(a, b) * count + Math.max(a, b)
    const [wasHigh, wasLow] = extra.get(pair) ?? [0, 0]
    extra.set(pair, [(wasHigh + addHigh) | 0, (wasLow + addLow) | 0])
  }
  for (const { pair, subjects: broken } of together) adjust(pair[0], pair[1], [sum(broken, high), sum(broken, low)])
  const breakers = Array.from({ length: subjects }, (): number[] => [])
  for (const element of chosen) for (const subject of alone[element] ?? []) breakers[subject]?.push(element)
  for (const [subject, elements] of breakers.entries()) {
    const twice = [-(high[subject] ?? 0) | 0, -(low[subject] ?? 0) | 0] as const
    for (const [at, a] of elements.entries()) for (const b of elements.slice(at + 1)) adjust(a, b, twice)
  }
  const highOf = chosen.map((element) => sum(alone[element] ?? [], high))
  const lowOf = chosen.map((element) => sum(alone[element] ?? [], low))
  const sets = new Float64Array((chosen.length * (chosen.length - 1)) / 2)
  let next = 0
  for (const [at, a] of chosen.entries()) {
    const [highA, lowA] = [highOf[at] ?? 0, lowOf[at] ?? 0]
    for (let other = at + 1; other < chosen.length; other += 1) {
      const more = extra.size === 0 ? undefined : extra.get(a * count + (chosen[other] ?? 0))
      const top = (highA + (highOf[other] ?? 0) + (more?.[0] ?? 0)) | 0
      const bottom = (lowA + (lowOf[other] ?? 0) + (more?.[1] ?? 0)) | 0
      sets[next] = (top >>> 11) * 2 ** 32 + (bottom >>> 0)
      next += 1
    }
  }
  sets.sort()
  let different = sets.length > 0 ? 1 : 0
  for (let at = 1; at < sets.length; at += 1) if (sets[at] !== sets[at - 1]) different += 1
  return different
}

function hashes(count: number, seed: number): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => {
    let mixed = (Math.imul(at + 1, 0x9e3779b9) + seed) | 0
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
    return mixed ^ (mixed >>> 16)
  })
}
