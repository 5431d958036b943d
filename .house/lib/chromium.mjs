import { existsSync } from 'node:fs'
import { installFromDebian, onPath } from './debian.mjs'
import { run } from './run.mjs'

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * A Chromium for the browser journeys: `$CHROMIUM_PATH`, one of the system's, one that Playwright has downloaded, or
 * else Debian's package, installed now.
 * @returns {Promise<{ path: string } | { remedy: string }>}
 */
export async function chromium() {
  const found = (await findChromium()) ?? ''
  if (found !== '') return { path: found }
  const answer = await installFromDebian(['chromium'])
  if (!answer.installed) {
    return { remedy: `${answer.remedy}, or set CHROMIUM_PATH to a Chromium or Chrome, then run \`npm test\` again.` }
  }
  const installed = await findChromium()
  return installed
    ? { path: installed }
    : { remedy: 'set CHROMIUM_PATH to the program that the chromium package installed.' }
}

/** @returns {Promise<string | undefined>} */
async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named && existsSync(named)) return named
  return programs.map(onPath).find((path) => path !== undefined) ?? (await playwrightBrowser())
}

/** @returns {Promise<string | undefined>} */
async function playwrightBrowser() {
  const script = `import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))`
  const { code, output } = await run(process.execPath, ['--input-type=module', '-e', script], { show: false })
  const path = output.trim()
  return code === 0 && existsSync(path) ? path : undefined
}
