import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newFabric } from '../../src/edit'
import type { ConfigFile } from '../../src/import-configs'
import { importConfigs } from '../../src/import-configs'
import type { Network } from '../../src/model'
import { configTexts } from '../compiled-configs'
import { allFixtures } from '../fixtures'

/** The configurations of a network as files, and what a second network made of them prints. */
function importAndExport(network: Network) {
  const files: readonly ConfigFile[] = [...configTexts(network)].map(([name, text]) => ({ name: `${name}.cfg`, text }))
  const models = Object.fromEntries(Object.values(network.devices).map(({ name, model }) => [name, model]))
  const result = importConfigs(files, { models })
  expect(result.ok ? [] : result.problems).toEqual([])
  if (!result.ok) throw new Error('the import was refused')
  const again = [...configTexts(result.design.network)].map(([name, text]) => ({ name: `${name}.cfg`, text }))
  return { files, again, report: result.report }
}

/** Lines of a kind the design does carry, because no record says them. */
const carriedByDesign = new Set(['importedDesign'])

describe('extract(render(intent)) = intent', () => {
  test.each([...allFixtures()])('%s comes back byte for byte', (name, network) => {
    const { files, again, report } = importAndExport(network)
    const unsaid = report.devices.flatMap(({ lines, added }) => [
      ...lines.filter(({ verdict, printed }) => verdict === 'carried' || printed !== undefined),
      ...added,
    ])
    if (!carriedByDesign.has(name)) expect(unsaid).toEqual([])
    expect(again).toEqual(files)
  })

  test('any leaf-spine fabric comes back byte for byte, all of it modelled', () => {
    const options = fc.record({
      spines: fc.integer({ min: 1, max: 4 }),
      leaves: fc.integer({ min: 2, max: 9 }),
      pairs: fc.integer({ min: 0, max: 1 }),
      servers: fc.integer({ min: 0, max: 6 }),
      underlay: fc.constantFrom('ospf' as const, 'ebgp' as const),
      seed: fc.integer({ min: 0, max: 1000 }),
    })
    fc.assert(
      fc.property(options, (fabric) => {
        const { files, again, report } = importAndExport(newFabric(fabric).network)
        expect(again).toEqual(files)
        expect(report.totals).toMatchObject({ carried: 0, added: 0 })
      }),
      { numRuns: 25, seed: 7 },
    )
  })
})
