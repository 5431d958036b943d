import { runTool } from '../lib/run.mjs'
import { fail, pass } from './gate.mjs'

/** Format and lint in one pass over every file. @type {import('./gate.mjs').Gate} */
export const style = {
  name: 'format and lint',
  remedy: '`npm run format` mends what can be mended by itself; the rest is explained above.',
  async judge() {
    const { code, output } = await runTool(
      'biome',
      ['check', '--error-on-warnings', '--max-diagnostics=50', '--colors=off'],
      { show: false },
    )
    const files = /Checked (\d+) files/.exec(output)?.[1]
    return code === 0 ? pass(`${files} files`) : fail(output)
  },
}
