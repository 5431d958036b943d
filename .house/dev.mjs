// npm run dev: the web app with hot reload, over the same data folder as npm start.
import { join, resolve } from 'node:path'
import { generate, installPackages, requireNode } from './lib/install.mjs'
import { requireFreePort, whereToListen } from './lib/listening.mjs'
import { bin, root } from './lib/places.mjs'
import { run } from './lib/run.mjs'
import { main, step } from './lib/say.mjs'

await main(async () => {
  requireNode()
  const { host, port, open } = whereToListen(process.argv.slice(2), process.env)
  await requireFreePort(host, port)
  await installPackages()
  await generate()
  const data = resolve(process.env.DATA_DIR ?? join(root, '.weft-data'))
  step('Starting the development server')
  const { code } = await run(bin('next'), ['dev', '--port', String(port), '--hostname', host], {
    cwd: join(root, 'apps/web'),
    env: { DATA_DIR: data, HOST: host, PORT: String(port), ...(open ? { WEFT_OPEN_TO_NETWORK: '1' } : {}) },
  })
  return code
})
