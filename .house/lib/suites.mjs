import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { playwrightCounts, vitestCounts } from './counts.mjs'
import { root } from './places.mjs'
import { runTool } from './run.mjs'
import { complain, Trouble } from './say.mjs'
import { databaseFolders, projectName, unitFolders } from './test-folders.mjs'

const patienceMinutes = 20
const reports = join(root, 'node_modules/.cache/weft-reports')

/** Tests of plain functions, components and the house itself. */
export const unitTests = () => vitest('unit', unitFolders)

/** Tests against real databases: embedded, and PostgreSQL where its programs are found. @param {Record<string, string>} env */
export const databaseTests = (env) => vitest('database', databaseFolders, env)

/** @param {string} name @param {readonly string[]} folders @param {Record<string, string>} [env] */
async function vitest(name, folders, env) {
  const report = freshReport(name)
  const selection = folders.map((folder) => `--project=${projectName(folder)}`)
  const { code } = await patiently(
    'vitest',
    ['run', ...selection, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { env },
  )
  return vitestCounts(report, code)
}

/** What people do, in a real browser. @param {Record<string, string>} env */
export async function journeys(env) {
  const report = freshReport('journeys')
  const folder = join(root, 'e2e')
  if (!existsSync(join(folder, 'playwright.config.ts'))) return playwrightCounts(report, 1)
  const { code } = await patiently('playwright', ['test', '--reporter=list,json'], {
    cwd: folder,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  return playwrightCounts(report, code)
}

/** @param {string} name */
function freshReport(name) {
  mkdirSync(reports, { recursive: true })
  const file = join(reports, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** A suite that hangs is stopped and counts as failed. @param {string} tool @param {readonly string[]} args @param {import('./run.mjs').RunOptions} options */
async function patiently(tool, args, options) {
  const outcome = await runTool(tool, args, { ...options, minutes: patienceMinutes })
  if (outcome.late) {
    complain(
      new Trouble(
        `${tool} was stopped after ${patienceMinutes} minutes.`,
        'the test that was running last is the one that hangs.',
      ),
    )
  }
  return outcome
}
