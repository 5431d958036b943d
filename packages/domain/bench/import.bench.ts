import { allocate } from '../src/allocate'
import { configText, renderConfigs } from '../src/config'
import { newFabric } from '../src/edit'
import { importConfigs } from '../src/import-configs'
import { deriveIntent } from '../src/intent'

type Machine = {
  readonly seconds: (work: () => unknown) => number
  readonly ratio: (seconds: number) => number
  readonly exponent: (points: readonly { readonly size: number; readonly seconds: number }[]) => number
}

/** Leaves of the fabrics; spines and super-spines bring them to about 50, 100 and 200 devices. */
const sizes = [44, 88, 176]

function filesOf(leaves: number) {
  const { network } = newFabric({
    spines: 3,
    leaves,
    pairs: Math.floor(leaves / 4),
    servers: leaves,
    underlay: 'ospf',
    seed: 1,
  })
  const configs = renderConfigs(deriveIntent(network, allocate(network)))
  return [...configs].map(([id, tree]) => ({ name: `${id.slice('device:'.length)}.cfg`, text: configText(tree) }))
}

export const bench = {
  title: 'Import of the configurations of a `weft new` fabric',
  run({ seconds, ratio, exponent }: Machine) {
    const rows: (string | number)[][] = []
    const points = sizes.map((leaves) => {
      const files = filesOf(leaves)
      const whole = seconds(() => importConfigs(files))
      const lines = files.reduce((sum, { text }) => sum + text.split('\n').length, 0)
      rows.push([files.length, lines, whole, ratio(whole), Math.round(lines / whole)])
      return { size: files.length, seconds: whole }
    })
    const notes = [
      `Time grows with devices to the power of ${exponent(points).toFixed(2)}.`,
      'Goal: 200 devices in 2 s or less on one core.',
    ]
    return { columns: ['devices', 'lines', 'import, s', '× arithmetic', 'lines per second'], rows, notes }
  },
}
