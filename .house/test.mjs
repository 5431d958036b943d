// npm test: installs what the tests need, runs every suite, and ends with one line of counts.
import { build } from './lib/build.mjs'
import { chromium } from './lib/chromium.mjs'
import { closingLine, leaveCounts, none, sum } from './lib/counts.mjs'
import { frr } from './lib/frr.mjs'
import { generate, installPackages, requireNode } from './lib/install.mjs'
import { postgres } from './lib/postgres.mjs'
import { complain, green, main, note, red, step, Trouble } from './lib/say.mjs'
import { databaseTests, journeys, unitTests } from './lib/suites.mjs'

/** @typedef {import('./lib/counts.mjs').Counts} Counts */
/** @typedef {{ name: string, counts: Counts, seconds: number }} Result */

await main(async () => {
  requireNode()
  await installPackages()
  const browser = await chromium()
  const servers = await postgres()
  const routers = await frr()
  if ('path' in browser) note(`Browser: ${browser.path}`)
  if ('path' in servers) note(`PostgreSQL: ${servers.path}`)
  else note(`No PostgreSQL server here, so its tests are skipped; to run them too, ${servers.remedy}`)
  if ('path' in routers) note(`FRR: ${routers.path}`)
  else note(`No FRR here, so labs of real routers are skipped; to run them too, ${routers.remedy}`)
  await generate()

  const results = [
    await suite('unit', unitTests),
    await suite('database', () => databaseTests('path' in servers ? { WEFT_PG_BIN: servers.path } : {})),
    await suite('journeys', () => builtJourneys(browser)),
  ]
  return report(results)
})

/** @param {{ path: string } | { remedy: string }} browser @returns {Promise<Counts>} */
async function builtJourneys(browser) {
  if (!('path' in browser))
    throw new Trouble('The browser journeys cannot run: no Chromium or Chrome was found.', browser.remedy)
  await build()
  return journeys({ CHROMIUM_PATH: browser.path })
}

/** Runs one suite; trouble in it is a failure of it and leaves the others their turn. @param {string} name @param {() => Promise<Counts>} work @returns {Promise<Result>} */
async function suite(name, work) {
  step(`Testing: ${name}`)
  const started = Date.now()
  const counts = await work().catch((error) => {
    if (!(error instanceof Trouble)) throw error
    complain(error)
    return { ...none, failed: 1 }
  })
  return { name, counts, seconds: (Date.now() - started) / 1000 }
}

/** @param {readonly Result[]} results @returns {number} exit code */
function report(results) {
  console.log('')
  for (const { name, counts, seconds } of results) {
    console.log(
      `${counts.failed === 0 ? green('✓') : red('✗')} ${name.padEnd(10)} ${closingLine(counts)} (${seconds.toFixed(1)} s)`,
    )
  }
  const total = sum(results.map((result) => result.counts))
  leaveCounts(total)
  console.log(closingLine(total))
  return total.failed === 0 ? 0 : 1
}
