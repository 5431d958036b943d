import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDesignText, serializeDesign } from '../../src/document'
import type { ConfigFile } from '../../src/import-configs'
import { importConfigs } from '../../src/import-configs'
import { configTexts } from '../compiled-configs'
import { allFixtures } from '../fixtures'
import { examplesOf, sayCorpusIsMissing } from './corpus-examples'
import { viewLines } from './view-lines'

sayCorpusIsMissing()

/** Lines to make files of: our own configurations, and the corpus where it is there. */
const texts: readonly string[] = [
  ...[...allFixtures().values()].flatMap((network) => [...configTexts(network).values()]),
  ...examplesOf('ce6800').flatMap(({ files }) => files.map(({ text }) => text)),
]
const strangeWords = [
  '4294967296',
  '0',
  '-1',
  '""',
  '"a b"',
  'ü'.repeat(300),
  'x'.repeat(5000),
  '::',
  '1.2.3.4/33',
  '%^%#',
]

/** A configuration with a few lines taken out, doubled, moved, cut off or given strange words. */
const damaged: fc.Arbitrary<string> = fc
  .tuple(
    fc.nat(texts.length - 1),
    fc.array(fc.tuple(fc.nat(5), fc.nat(400), fc.nat(400), fc.constantFrom(...strangeWords)), { maxLength: 8 }),
  )
  .map(([which, edits]) => {
    const lines = (texts[which] ?? '').split('\n')
    for (const [kind, at, other, word] of edits) {
      const place = at % lines.length
      const line = lines[place] ?? ''
      if (kind === 0) lines.splice(place, 1)
      else if (kind === 1) lines.splice(other % lines.length, 0, line)
      else if (kind === 2) lines[place] = line.slice(0, other % (line.length + 1))
      else if (kind === 3) lines[place] = `${' '.repeat(other % 5)}${line.trim()}`
      else if (kind === 4) lines[place] = line.replace(/\S+\s*$/, word)
      else lines[place] = `${line} ${word}`
    }
    return lines.join('\n')
  })

const lastPart = (line: string) => line.slice(line.lastIndexOf(' > '))

describe('damaged files', () => {
  test('are imported without a throw, into a file that can be read again, and no line is lost', () => {
    fc.assert(
      fc.property(fc.array(damaged, { minLength: 1, maxLength: 3 }), (bodies) => {
        const files = bodies.map((text, index): ConfigFile => ({ name: `${index}.cfg`, text }))
        const result = importConfigs(files)
        if (!result.ok) return
        const reading = parseDesignText(serializeDesign(result.design))
        expect(reading.ok ? [] : reading.problems).toEqual([])
        if (!reading.ok) return
        const exported = configTexts(reading.design.network)
        for (const { name, file } of result.report.devices) {
          const printed = new Set(viewLines(exported.get(name) ?? '').map(lastPart))
          // A stray line, such as one after `return`, may be read into another view when it is read again.
          const given = viewLines(files.find((each) => each.name === file)?.text ?? '').map(lastPart)
          const lost = given.filter((line) => !printed.has(line))
          expect(lost).toEqual([])
        }
      }),
      { numRuns: 600, seed: 5 },
    )
  })
})
