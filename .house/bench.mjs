// npm run bench: measures what the workspaces' bench/*.bench.ts files measure, beside this machine's own baselines.
import { generate, installPackages, requireNode } from './lib/install.mjs'
import { runTool } from './lib/run.mjs'
import { main, step } from './lib/say.mjs'

await main(async () => {
  requireNode()
  await installPackages()
  await generate()
  step('Measuring; close other programs for steady numbers')
  const { code } = await runTool('tsx', ['.house/bench/main.ts', ...process.argv.slice(2)])
  return code
})
