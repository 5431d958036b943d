import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { configText } from '../src/config'
import { deriveConfigs } from '../src/derive-configs'
import { newFabric } from '../src/edit'
import { importConfigs } from '../src/import-configs'

type Machine = {
  readonly seconds: (work: () => unknown) => number
  readonly ratio: (seconds: number) => number
  readonly exponent: (points: readonly { readonly size: number; readonly seconds: number }[]) => number
}

/** Leaves of the fabrics; spines and super-spines bring them to about 50, 200 and 1,000 devices. */
const sizes = [44, 168, 850]

function filesOf(leaves: number) {
  const { network } = newFabric({
    spines: 3,
    leaves,
    pairs: Math.floor(leaves / 4),
    servers: leaves,
    underlay: 'ospf',
    seed: 1,
  })
  const { configs } = deriveConfigs(network)
  return [...configs].map(([id, tree]) => ({ name: `${id.slice('device:'.length)}.cfg`, text: configText(tree) }))
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Bytes of the heap that what a function gives back holds. */
function heldBytes(make: () => unknown): number {
  const used = () => {
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  const before = used()
  const held = [make()]
  const bytes = used() - before
  // Held until it is measured.
  held.length = 0
  return bytes
}

export const bench = {
  title: 'Import of the configurations of a `weft new` fabric',
  run({ seconds, ratio, exponent }: Machine) {
    const rows: (string | number)[][] = []
    const points = sizes.map((leaves) => {
      const files = filesOf(leaves)
      const whole = seconds(() => importConfigs(files))
      const lines = files.reduce((sum, { text }) => sum + text.split('\n').length, 0)
      const bytes = heldBytes(() => importConfigs(files))
      const kilobytes = bytes / 1024 / files.length
      rows.push([files.length, lines, whole, ratio(whole), Math.round(lines / whole), Math.round(kilobytes)])
      return { size: files.length, seconds: whole, bytes }
    })
    const memory = points.map(({ size, bytes }) => ({ size, seconds: bytes }))
    const notes = [
      `Time grows with devices to the power of ${exponent(points).toFixed(2)}, the memory that design and report hold to the power of ${exponent(memory).toFixed(2)}.`,
      'Goal: 200 devices in 2 s or less on one core; memory linear.',
    ]
    const columns = ['devices', 'lines', 'import, s', '× arithmetic', 'lines per second', 'heap per device, KB']
    return { columns, rows, notes }
  },
}
