import { allocate } from '../src/allocate'
import { runChecks } from '../src/check'
import { compile } from '../src/compile'
import { renderConfigs } from '../src/config'
import { newFabric } from '../src/edit'
import { expandIntents } from '../src/expand'
import { deriveIntent } from '../src/intent'
import { computeReach } from '../src/reach'

type Machine = {
  readonly seconds: (work: () => unknown) => number
  readonly ratio: (seconds: number) => number
  readonly exponent: (points: readonly { readonly size: number; readonly seconds: number }[]) => number
}

/** Leaves of the fabrics; spines and super-spines bring them to about 100, 300, 1,000 and 5,000 devices. */
const sizes = [88, 240, 850, 4250]

export const bench = {
  title: 'Compile of a `weft new` fabric',
  run({ seconds, ratio, exponent }: Machine) {
    const rows: (string | number)[][] = []
    const notes: string[] = []
    for (const underlay of ['ospf', 'ebgp'] as const) {
      const points = sizes.map((leaves) => {
        const design = newFabric({
          spines: 4,
          leaves,
          pairs: Math.floor(leaves / 4),
          servers: leaves,
          underlay,
          seed: 1,
        })
        const network = expandIntents(design.network)
        const allocation = allocate(network)
        const intent = deriveIntent(network, allocation)
        const reachability = computeReach(network, intent)
        const configs = renderConfigs(intent)
        const devices = Object.keys(network.devices).length
        const whole = seconds(() => compile(design.network))
        const isLarge = devices > 2000
        const stage = (work: () => unknown) => (isLarge ? '–' : seconds(work))
        rows.push([
          underlay,
          devices,
          Object.keys(network.links).length,
          whole,
          ratio(whole),
          stage(() => deriveIntent(network, allocate(network))),
          stage(() => computeReach(network, intent)),
          stage(() => renderConfigs(intent)),
          stage(() => runChecks({ network, allocation, intent, reachability, configs })),
        ])
        return { size: devices, seconds: whole }
      })
      notes.push(
        `${underlay}: time grows with devices to the power of ${exponent(points).toFixed(2)} (goal: at most 1.1).`,
      )
    }
    notes.push(
      'Goal: 1,000 devices in under 1 s on one core. A fabric with servers has more cables than devices; both are counted.',
    )
    const columns = [
      'underlay',
      'devices',
      'cables',
      'compile, s',
      '× arithmetic',
      'numbers and intent, s',
      'reach, s',
      'config, s',
      'checks, s',
    ]
    return { columns, rows, notes }
  },
}
