import { runTool } from '../lib/run.mjs'
import { fail, pass } from './gate.mjs'

/** Files, exports and dependencies that nothing uses, and dependencies that nobody declared. @type {import('./gate.mjs').Gate} */
export const unused = {
  name: 'unused code and dependencies',
  remedy: 'remove it, or use it; knip.json names the entry points.',
  async judge() {
    const { code, output } = await runTool('knip', ['--no-progress', '--no-config-hints'], { show: false })
    return code === 0 ? pass('nothing unused') : fail(output)
  },
}
