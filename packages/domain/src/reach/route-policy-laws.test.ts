import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reachOf } from '../../test/reach-of'

type Shape = { readonly spines: number; readonly leaves: number }

/** Leaves that announce their loopbacks to every spine, and an overlay between neighbouring leaves. */
function fabric({ spines, leaves }: Shape, silent?: number): string {
  const all = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
  const leafLine = (leaf: number) =>
    `leaf${leaf} CE6881H-48S6CQ as ${65000 + leaf} lo0 10.0.0.${leaf}/32 router-id 10.0.0.${leaf}${leaf === silent ? '' : ` announce 10.0.0.${leaf}/32`}`
  return [
    ...all(spines).map(
      (spine) =>
        `spine${spine} CE6881H-48S6CQ role spine as ${65100 + spine} lo0 10.0.1.${spine}/32 router-id 10.0.1.${spine}`,
    ),
    ...all(leaves).map(leafLine),
    ...all(leaves).flatMap((leaf) =>
      all(spines).flatMap((spine) => [
        `link leaf${leaf} 100GE1/0/${spine} 10.${spine}.${leaf}.0/31 -- spine${spine} 100GE1/0/${leaf} 10.${spine}.${leaf}.1/31`,
        `peering leaf${leaf} 100GE1/0/${spine} -- spine${spine} 100GE1/0/${leaf}`,
      ]),
    ),
    ...all(leaves - 1).map((leaf) => `peering leaf${leaf} lo0 -- leaf${leaf + 1} lo0 families evpn hops 5`),
  ].join('\n')
}

const verdictsOf = (text: string) =>
  [...reachOf(text).bgpSessions].map(([key, { status, assurance, forward }]) => ({
    key,
    status,
    assurance,
    path: forward?.kind === 'reachable' ? forward.path : undefined,
  }))

const shape = fc.record({ spines: fc.integer({ min: 1, max: 3 }), leaves: fc.integer({ min: 2, max: 4 }) })
const ends = fc.array(fc.record({ spine: fc.nat(2), leaf: fc.nat(3), side: fc.nat(1), direction: fc.nat(1) }), {
  maxLength: 8,
})
const filters = (chosen: typeof ends extends fc.Arbitrary<infer Ends> ? Ends : never, { spines, leaves }: Shape) =>
  chosen
    .map(({ spine, leaf, side, direction }) => {
      const peering = `leaf${(leaf % leaves) + 1}-spine${(spine % spines) + 1}`
      return `filter ${peering} ${['left', 'right'][side]} ${['import', 'export'][direction]} route-policy P`
    })
    .join('\n')

describe('laws of route policies', () => {
  test('a policy that permits everything changes no verdict and no path', () => {
    fc.assert(
      fc.property(shape, ends, (size, chosen) => {
        const plain = fabric(size)
        expect(verdictsOf(`${plain}\nroute-policy P permit 10\n${filters(chosen, size)}`)).toEqual(verdictsOf(plain))
      }),
      { numRuns: 40 },
    )
  })

  test('denying every export of a leaf is not announcing its loopback', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.nat(3), (leaves, chosen) => {
        const leaf = (chosen % leaves) + 1
        const size = { spines: 1, leaves }
        const denied = `${fabric(size)}\nroute-policy P deny 10\nfilter leaf${leaf}-spine1 left export route-policy P`
        expect(verdictsOf(denied)).toEqual(verdictsOf(fabric(size, leaf)))
      }),
      { numRuns: 20 },
    )
  })

  test('a condition nobody can evaluate makes nothing green or red that was not so both with and without it', () => {
    fc.assert(
      fc.property(shape, ends, (size, chosen) => {
        const under = (policy: string) => verdictsOf(`${fabric(size)}\n${policy}\n${filters(chosen, size)}`)
        const [open, closed] = [under('route-policy P permit 10'), under('route-policy P deny 10')]
        const unknown = under('route-policy P permit 10 other "if-match tag 1"')
        for (const [at, { key, status }] of unknown.entries()) {
          if (open[at]?.status !== closed[at]?.status) expect([key, status]).toEqual([key, 'unknown'])
          else expect([open[at]?.status, 'unknown']).toContain(status)
        }
      }),
      { numRuns: 40 },
    )
  })
})
