import type { Expectations } from '@weft/exchange'
import type { Observation } from './lab-observe'

/** One prediction beside what the routers did. */
export type Comparison = {
  readonly kind: 'bgp' | 'ospf' | 'ospfv3' | 'isis' | 'bmp' | 'loopbacks'
  readonly what: string
  readonly predicted: string
  readonly observed: string
  /** `open`: nothing was predicted. */
  readonly verdict: 'agrees' | 'disagrees' | 'open'
  readonly because: readonly string[]
}

/**
 * A session is up when both its ends say so (RFC 4271, 8.2.2: each has the other's KEEPALIVE). One end alone
 * may call a dead connection established until its hold timer ends.
 */
export function compareSessions(expected: Expectations, seen: Observation): readonly Comparison[] {
  const states = new Map(
    expected.sessions.map(({ key, node, vrf, peer }) => [key, seen.sessions.get(`${node} ${vrf} ${peer}`) ?? 'absent']),
  )
  return [
    ...expected.sessions.map(({ key, otherKey, node, peer, expected: predicted, because }): Comparison => {
      const [own = 'absent', other = 'Established'] = [states.get(key), states.get(otherKey)]
      const up = own === 'Established' && other === 'Established'
      const observed = own === 'Established' && !up ? `${own}, other end ${other}` : own
      const verdict = predicted === 'unknown' ? 'open' : up === (predicted === 'established') ? 'agrees' : 'disagrees'
      return { kind: 'bgp', what: `${node} to ${peer} (${key})`, predicted, observed, verdict, because }
    }),
    ...expected.adjacencies.map(
      ({ protocol, node, linux, neighbour, title, expected: predicted, because }): Comparison => {
        const observed = seen.adjacencies.get(`${protocol} ${node} ${linux} ${neighbour}`) ?? 'absent'
        // Two routers that are neither designated nor its backup stay at 2-Way: RFC 2328, 10.4.
        const up = observed === 'Up' || observed.startsWith('Full') || /^2-?Way\/DROther$/i.test(observed)
        const verdict = predicted === 'unknown' ? 'open' : up === (predicted === 'established') ? 'agrees' : 'disagrees'
        return { kind: protocol, what: title, predicted, observed, verdict, because }
      },
    ),
    ...expected.bmp.map(({ node, station, port, title, expected: predicted, because }): Comparison => {
      const up = seen.bmp.has(`${station} ${node} ${port}`)
      const verdict = predicted === 'unknown' ? 'open' : up === (predicted === 'established') ? 'agrees' : 'disagrees'
      return { kind: 'bmp', what: title, predicted, observed: up ? 'initiated' : 'silence', verdict, because }
    }),
  ]
}

export function comparePairs(expected: Expectations, answers: readonly string[]): readonly Comparison[] {
  return expected.pairs.map(({ from, to, expected: predicted }, index) => {
    const observed = answers[index] ?? 'not asked'
    const works = observed === 'answers'
    const verdict = predicted === 'unknown' ? 'open' : works === (predicted === 'reachable') ? 'agrees' : 'disagrees'
    return { kind: 'loopbacks', what: `${from.name} and ${to.name}`, predicted, observed, verdict, because: [] }
  })
}

/** The comparisons as a table with a line of counts; what does not agree says why Weft thought so. */
export function comparisonTable(title: string, rows: readonly Comparison[]): string {
  const columns = [['', 'kind', 'what', 'predicted', 'observed'], ...rows.map(cells)]
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...columns.map((line) => line[at]?.length ?? 0)))
  const lines = columns.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const reasons = rows
    .filter(({ verdict }) => verdict !== 'agrees')
    .map(
      ({ what, because }) =>
        `  ${what}: ${because.length === 0 ? 'every fact of the proof holds' : because.join(' ')}\n`,
    )
  const count = (verdict: Comparison['verdict']): number => rows.filter((row) => row.verdict === verdict).length
  const counts = `${count('agrees')} agree, ${count('disagrees')} disagree, ${count('open')} were not predicted`
  return `${title}\n${lines.join('\n')}\n${reasons.join('')}${counts}\n`
}

function cells({ verdict, kind, what, predicted, observed }: Comparison): readonly string[] {
  return [{ agrees: 'ok', disagrees: 'DIFFERS', open: '?' }[verdict], kind, what, predicted, observed]
}
