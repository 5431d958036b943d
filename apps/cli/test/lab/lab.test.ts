import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Design } from '@weft/domain'
import { emptyDesign } from '@weft/domain'
import { allFixtures, networkFromText } from '@weft/domain/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { comparisonTable } from '../../src/lab-compare'
import { readFailure } from '../../src/lab-failures'
import { missingForLab } from '../../src/lab-machine'
import { runLab } from '../../src/lab-run'
import { labDesigns } from './designs'

const missing = missingForLab()
if (missing.length > 0) console.warn(`SKIPPED: Weft is not compared with real routers here: ${missing.join('; ')}`)

const counts = { agrees: 0, disagrees: 0, open: 0 }
const namespaces = (): string => execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' })

describe.skipIf(missing.length > 0)('FRR does what Weft predicts', () => {
  it.concurrent.each(labDesigns)('$name', async ({ text, down, failure }) => {
    const network = networkFromText(text)
    const design: Design = { ...emptyDesign(), network }
    const failures = failure === undefined ? undefined : readFailure(failure, network)
    const signal = new AbortController().signal
    const { phases } = await runLab(design, { failures, keep: false, signal })
    for (const { title, rows, settled } of phases) {
      for (const { verdict } of rows) counts[verdict] += 1
      const differing = rows.filter(({ verdict }) => verdict === 'disagrees')
      expect(differing, comparisonTable(title, rows)).toEqual([])
      expect(settled, title).toBe(true)
    }
    const predicted = phases[0]?.rows.filter(({ kind }) => kind === 'bgp') ?? []
    expect(predicted.filter((row) => row.predicted === 'down')).toHaveLength(down)
    expect(phases).toHaveLength(failure === undefined ? 1 : 2)
  })

  // What the derivations are tested with: the pages of the manual, the goldens, the generated fabrics.
  it.concurrent.each([...allFixtures()])('%s', async (_, network) => {
    const signal = new AbortController().signal
    const { phases } = await runLab({ ...emptyDesign(), network }, { failures: undefined, keep: false, signal })
    const rows = phases.flatMap((phase) => phase.rows)
    for (const { verdict } of rows) counts[verdict] += 1
    const differing = rows.filter(({ verdict }) => verdict === 'disagrees')
    expect(differing, comparisonTable('As designed', rows)).toEqual([])
  })

  it('and a lab that is interrupted leaves nothing behind', async () => {
    const network = networkFromText(labDesigns[0]?.text ?? '')
    const interrupted = new AbortController()
    let folder = ''
    const started = (place: string): void => {
      folder = place
      interrupted.abort(new Error('enough'))
    }
    const design = { ...emptyDesign(), network }
    await expect(
      runLab(design, { failures: undefined, keep: false, signal: interrupted.signal, started }),
    ).rejects.toThrow('enough')
    expect(folder).not.toBe('')
    expect(existsSync(folder)).toBe(false)
    expect(namespaces()).not.toContain(folder.slice(-6))
  })

  afterAll(() => {
    console.log(`Predictions: ${counts.agrees} agree, ${counts.disagrees} disagree, ${counts.open} open`)
  })
})
