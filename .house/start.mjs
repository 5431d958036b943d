// npm start: from a fresh clone to a served Weft. Needs nothing but Node.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from './lib/build.mjs'
import { installPackages, requireNode } from './lib/install.mjs'
import { addressOf, requireFreePort, whereToListen } from './lib/listening.mjs'
import { root } from './lib/places.mjs'
import { launch } from './lib/run.mjs'
import { green, main, note, step, Trouble } from './lib/say.mjs'

const patienceMs = 120_000

await main(async () => {
  requireNode()
  const { host, port, open } = whereToListen(process.argv.slice(2), process.env)
  await requireFreePort(host, port)
  await installPackages()
  await build()
  const data = prepareDataFolder()
  step(
    process.env.DATABASE_URL
      ? 'Opening the database named by DATABASE_URL'
      : `Opening the embedded database in ${data}`,
  )
  await requireFreePort(host, port)
  const server = launch(
    'npm',
    ['run', '--silent', '-w', '@weft/web', 'start', '--', '--port', String(port), '--hostname', host],
    {
      env: { DATA_DIR: data, HOST: host, PORT: String(port), ...(open ? { WEFT_OPEN_TO_NETWORK: '1' } : {}) },
    },
  )
  const ended = new Promise((done) => server.once('close', (code) => done(code ?? 1)))
  await untilItAnswers(`http://${probeHost(host)}:${port}/`, ended)
  console.log(`${green('✓')} Weft is ready: ${addressOf(host, port)}`)
  note(
    open
      ? 'Other computers can open it, and there are no accounts yet: anyone who reaches it can edit.'
      : 'Only this computer can open it. Ctrl+C stops it.',
  )
  return ended
})

/** The folder of the embedded database, made if need be. @returns {string} */
function prepareDataFolder() {
  const folder = resolve(process.env.DATA_DIR ?? join(root, '.weft-data'))
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const { message } = /** @type {Error} */ (error)
    throw new Trouble(
      `The data folder cannot be used: ${message}`,
      'name one that this user may write: DATA_DIR=~/weft-data npm start',
    )
  }
  return folder
}

/** @param {string} host */
function probeHost(host) {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

/** @param {string} url @param {Promise<unknown>} ended */
async function untilItAnswers(url, ended) {
  let over = false
  let last = 'no answer yet'
  ended.then(() => {
    over = true
  })
  for (const started = Date.now(); Date.now() - started < patienceMs; ) {
    if (over)
      throw new Trouble(
        'The server stopped before it answered.',
        'its own words are just above; after mending, run `npm start` again.',
      )
    const answer = await fetch(url).then(
      (response) => response.status,
      (/** @type {Error} */ error) => error.message,
    )
    if (typeof answer === 'number' && answer < 500) return
    last = typeof answer === 'number' ? `status ${answer}` : answer
    await new Promise((wake) => setTimeout(wake, 250))
  }
  throw new Trouble(
    `The server did not answer within ${patienceMs / 1000} seconds (${last}).`,
    'read the lines above; if the data folder may be damaged, try another one: DATA_DIR=/some/empty/folder npm start',
  )
}
