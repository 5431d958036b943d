import { describe, expect, it } from 'vitest'
import { formatConfig, parseConfig, parseTyped, printParsed, toConfigTree, walkConfig } from '../src/index'
import { corpusConfigs, hasCorpus, sayCorpusIsMissing } from './corpus'
import { mutate, pseudoRandom } from './mutate'
import { nesting } from './nesting'

sayCorpusIsMissing()

/** `WEFT_FUZZ_RUNS=100000` for a long run. */
const runs = Number(process.env.WEFT_FUZZ_RUNS ?? 2_000)

describe.skipIf(!hasCorpus)('damaged configurations', () => {
  it(
    `lose no line and never make the parser throw (${runs} of them)`,
    () => {
      const configs = corpusConfigs()
      const random = pseudoRandom(1)
      for (let run = 0; run < runs; run += 1) {
        const { name, text } = configs[run % configs.length] ?? { name: '', text: '' }
        const damaged = mutate(text, random)
        const config = parseConfig(damaged)
        if (printParsed(config) !== damaged) expect.fail(`run ${run}, ${name}: the text is not given back`)
        let last = 0
        walkConfig(config.nodes, ({ number }) => {
          if (number !== last + 1) expect.fail(`run ${run}, ${name}: line ${number} follows line ${last}`)
          last = number
        })
        if (last !== config.lines) expect.fail(`run ${run}, ${name}: ${config.lines} lines, ${last} in the tree`)
        parseTyped(damaged)
        const laidOut = formatConfig(config)
        const again = parseConfig(laidOut)
        if (JSON.stringify(nesting(toConfigTree(again))) !== JSON.stringify(nesting(toConfigTree(config))))
          expect.fail(`run ${run}, ${name}: laying out changes the nesting`)
        if (formatConfig(again) !== laidOut) expect.fail(`run ${run}, ${name}: laying out twice changes the text`)
      }
    },
    30_000 + runs * 10,
  )
})
