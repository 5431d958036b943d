import { describe, expect, test } from 'vitest'
import { parseDesignText, serializeDesign } from '../../src/document'
import { importConfigs } from '../../src/import-configs'
import { configTexts } from '../compiled-configs'
import { examplesOf, hasCorpus, sayCorpusIsMissing } from './corpus-examples'
import { viewLines } from './view-lines'

sayCorpusIsMissing()

/** An example prints one device twice, before and after a change. */
const contradictory = new Set(['mvrrp6'])
const examples = [...examplesOf('ce6800'), ...examplesOf('ce12800-clos-a'), ...examplesOf('ne40e')]

test.skipIf(!hasCorpus)('the corpus is there', () => {
  expect(examples.flatMap(({ files }) => files).length).toBeGreaterThanOrEqual(373 + 13 + 245)
})

describe.skipIf(!hasCorpus)('what was imported is exported again', () => {
  test.each(examples.filter(({ name }) => !contradictory.has(name)))('$name', ({ files }) => {
    const result = importConfigs(files)
    expect(result.ok ? [] : result.problems).toEqual([])
    if (!result.ok) return
    // Through a file and back, as people keep it.
    const reading = parseDesignText(serializeDesign(result.design))
    expect(reading.ok ? [] : reading.problems).toEqual([])
    if (!reading.ok) return
    const exported = configTexts(reading.design.network)
    for (const { name, file, lines, added } of result.report.devices) {
      const given = viewLines(files.find((each) => each.name === file)?.text ?? '')
      const printed = new Set(viewLines(exported.get(name) ?? ''))
      expect(given.filter((line) => !printed.has(line))).toEqual([])
      const known = new Set(given)
      // Nothing comes in that the report does not list.
      expect([...printed].filter((line) => !known.has(line)).length).toBeLessThanOrEqual(piecesIn(added))
      expect(lines.length).toBeGreaterThan(0)
    }
  })
})

describe.skipIf(!hasCorpus)('the order of the files does not matter', () => {
  test.each(examplesOf('ce6800').filter(({ name }) => !contradictory.has(name)))('$name', ({ files }) => {
    expect(importConfigs([...files].reverse())).toEqual(importConfigs(files))
  })
})

test.skipIf(!hasCorpus)('one device twice is refused with file and line', () => {
  const [example] = examples.filter(({ name }) => contradictory.has(name))
  const result = importConfigs(example?.files ?? [])
  expect(result).toMatchObject({ ok: false, problems: [{ file: 'mvrrp6/DeviceA.cfg', line: 2 }] })
})

function piecesIn(added: readonly { readonly text: string }[]): number {
  return added.flatMap(({ text }) => viewLines(text)).length
}
