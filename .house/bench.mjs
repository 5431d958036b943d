// npm run bench: measures what the workspaces' bench/*.bench.ts files measure, beside this machine's own baselines.
import { build } from './lib/build.mjs'
import { chromium } from './lib/chromium.mjs'
import { installPackages, requireNode } from './lib/install.mjs'
import { runTool } from './lib/run.mjs'
import { main, step, Trouble } from './lib/say.mjs'

await main(async () => {
  requireNode()
  await installPackages()
  const browser = await chromium()
  if (!('path' in browser))
    throw new Trouble('The canvas cannot be measured: no Chromium or Chrome was found.', browser.remedy)
  await build()
  step('Measuring; close other programs for steady numbers')
  const { code } = await runTool('tsx', ['.house/bench/main.ts', ...process.argv.slice(2)], {
    env: { CHROMIUM_PATH: browser.path },
  })
  return code
})
