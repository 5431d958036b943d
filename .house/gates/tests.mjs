import { closingLine } from '../lib/counts.mjs'
import { unitTests } from '../lib/suites.mjs'
import { fail, pass } from './gate.mjs'

/** The tests that need neither a database nor a browser. @type {import('./gate.mjs').Gate} */
export const tests = {
  name: 'unit tests',
  remedy: '`npx vitest run <part of a file name>` repeats some of them; `npm test` runs every suite.',
  async judge() {
    const counts = await unitTests()
    return counts.failed === 0 ? pass(closingLine(counts)) : fail(closingLine(counts))
  },
}
