import { describe, expect, it } from 'vitest'
import { textForm } from '../src/index'
import { corpusBlocks, corpusConfigs, corpusProcedures, hasCorpus, prompted, sayCorpusIsMissing } from './corpus'

sayCorpusIsMissing()

type Sample = { readonly name: string; readonly text: string }

const notReadAs = (form: ReturnType<typeof textForm>, samples: readonly Sample[]) =>
  samples.flatMap(({ name, text }) => (textForm(text) === form ? [] : [`${name}: ${textForm(text)}`]))

const typed = (blocks: ReturnType<typeof corpusBlocks>): readonly Sample[] =>
  blocks.map(({ name, typed }) => ({ name, text: typed.map(prompted).join('\n') }))

describe.skipIf(!hasCorpus)('of published texts', () => {
  it('every whole configuration is read as stored', () => {
    const samples = corpusConfigs()
    expect(samples.length).toBeGreaterThan(800)
    expect(notReadAs('stored', samples)).toEqual([])
  })

  it('what manuals print behind prompts is read as typed', () => {
    const samples = [...typed(corpusBlocks()), ...typed(corpusProcedures())]
    expect(samples.length).toBeGreaterThan(1_800)
    expect(notReadAs('typed', samples)).toEqual([])
  })
})
