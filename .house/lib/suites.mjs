import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { playwrightCounts, vitestCounts } from './counts.mjs'
import { root } from './places.mjs'
import { runTool } from './run.mjs'

/** The vitest projects that open databases; every other project belongs to the unit suite. */
const databaseProjects = ['prisma', 'api']

const reports = join(root, 'node_modules/.cache/weft-reports')

/** Tests of plain functions, components and the house itself. */
export const unitTests = () =>
  vitest(
    'unit',
    databaseProjects.map((name) => `--project=!${name}`),
  )

/** Tests against real databases: embedded, and PostgreSQL where its programs are found. @param {Record<string, string>} env */
export const databaseTests = (env) =>
  vitest(
    'database',
    databaseProjects.map((name) => `--project=${name}`),
    env,
  )

/** @param {string} name @param {readonly string[]} selection @param {Record<string, string>} [env] */
async function vitest(name, selection, env) {
  const report = freshReport(name)
  const { code } = await runTool(
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
  const { code } = await runTool('playwright', ['test', '--reporter=list,json'], {
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
