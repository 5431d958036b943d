import { allocate } from '../src/allocate'
import { newFabric } from '../src/edit'
import { expandIntents } from '../src/expand'
import { sweepFailures } from '../src/failures'
import { deriveIntent } from '../src/intent'

type Machine = {
  readonly seconds: (work: () => unknown) => number
  readonly ratio: (seconds: number) => number
}

/** Fabrics of about 1,000 devices and 4,000 links, and of about 256 devices and 2,108 links. */
const cases = [
  { order: 1, spines: 4, leaves: 850, pairs: 0, servers: 0 },
  { order: 2, spines: 5, leaves: 208, pairs: 52, servers: 600 },
] as const

export const bench = {
  title: 'Every failure of a `weft new` fabric',
  run({ seconds, ratio }: Machine) {
    const rows: (string | number)[][] = []
    for (const { order, ...size } of cases) {
      for (const underlay of ['ospf', 'ebgp'] as const) {
        const network = expandIntents(newFabric({ ...size, underlay, seed: 1 }).network)
        const intent = deriveIntent(network, allocate(network))
        const sweep = () => {
          const steps = sweepFailures(network, intent, { order })
          for (;;) {
            const step = steps.next()
            if (step.done === true) return step.value
          }
        }
        const { tried, subjects } = sweep()
        const time = seconds(sweep)
        rows.push([
          underlay,
          Object.keys(network.devices).length,
          Object.keys(network.links).length,
          subjects.length,
          tried.one + tried.two,
          time,
          ratio(time),
        ])
      }
    }
    const columns = ['underlay', 'devices', 'links', 'sessions', 'failures', 'sweep, s', '× arithmetic']
    const notes = [
      'Verdicts of all sessions for each failure, the simulation of the whole network included. Goals on one core: all failures of one device or link of 1,000 devices and 4,000 links in 0.5 s; all failures of two of 256 devices and 2,108 links in 5 s.',
    ]
    return { columns, rows, notes }
  },
}
