import { describe, expect, it } from 'vitest'
import { compile } from '../src/compile'
import { applyChange, newFabric } from '../src/edit'
import { pseudoRandom } from '../src/edit/pseudo-random'
import type { Link, NetworkRecord } from '../src/model'
import { sameValue, text } from '../src/model'
import { openCompilation } from '../src/recompile'
import { networkFromText } from './fabric-text'
import { allFixtures } from './fixtures'
import { randomChange } from './random-changes'
import { topologyEdit } from './topology-edits'

/** Edits of each of three sequences. */
const runs = Number(process.env.WEFT_EDIT_RUNS ?? 20)
const drawn = newFabric({
  spines: 2,
  leaves: 12,
  pairs: 3,
  servers: 6,
  underlay: 'ospf',
  seed: 3,
  reflectors: 2,
}).network
const designs = [...allFixtures(), ['newFabric, as drawn', drawn] as const]

describe('an edit is followed to the same compilation', () => {
  it.each(designs)('%s', (_, network) => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const random = pseudoRandom(seed)
      const live = openCompilation(network)
      const gone: NetworkRecord[] = []
      const pulled: Link[] = []
      let design = { network, layout: { positions: {} } }
      for (let run = 0; run < runs; run += 1) {
        const edit = run % 3 === 2 ? topologyEdit(design.network, random, pulled) : undefined
        const change =
          edit === undefined
            ? randomChange(design.network, random, gone)
            : { label: text('edit', 'edit'), edits: [edit] }
        design = applyChange(design, change)
        const followed = live.edit(change)
        const whole = compile(design.network)
        const what = `seed ${seed}, edit ${run}: ${JSON.stringify(change.edits)}`
        if (sameValue(followed, whole)) continue
        for (const part of ['intent', 'configs', 'reachability', 'findings', 'allocation', 'network'] as const)
          expect(followed[part], `${part} after ${what}`).toEqual(whole[part])
        expect(followed).toBe(whole)
      }
    }
  })
})

it('a session is measured anew when the link under it is routed no more', () => {
  const network = networkFromText(`
    a CE6881H as 65001
    b CE6881H as 65002
    link a 10GE1/0/1 10.0.0.0/31 -- b 10GE1/0/1 10.0.0.1/31
    peering a 10GE1/0/1 -- b 10GE1/0/1`)
  const before = network.interfaces['interface:a.10GE1-0-1']
  if (before === undefined) throw new Error('no interface')
  const { mode: _, ...after } = before
  const change = { label: text('', ''), edits: [{ collection: 'interfaces', id: before.id, before, after }] } as const
  const design = applyChange({ network, layout: { positions: {} } }, change)
  expect(openCompilation(network).edit(change)).toEqual(compile(design.network))
})

it('what is kept stays as it was while edits go on', () => {
  const live = openCompilation(drawn)
  const [network, compilation] = [live.network(), live.current()]
  const before = structuredClone([network, compilation.network])
  live.keep()
  const gone: NetworkRecord[] = []
  const random = pseudoRandom(7)
  for (let run = 0; run < 20; run += 1) live.edit(randomChange(live.network(), random, gone))
  expect([network, compilation.network]).toEqual(before)
})
