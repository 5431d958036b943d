import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { survey } from '../boundaries/survey.mjs'
import { root } from '../lib/places.mjs'
import { runTool } from '../lib/run.mjs'
import { fail, pass } from './gate.mjs'

/** Fewer imports between workspaces than this means that the resolver follows nothing and the gate sees nothing. */
const fewestArrows = 50

/** Every arrow of the house, and as a second opinion turbo's check for undeclared dependencies. @type {import('./gate.mjs').Gate} */
export const boundaries = {
  name: 'boundaries',
  remedy:
    'move the code to the room it belongs to; the arrows stand in .house/boundaries/arrows.mjs and ARCHITECTURE.md.',
  async judge() {
    const { modules, arrows, violations } = await survey(root)
    const seen = new Set(modules)
    const problems = [
      ...sources()
        .filter((path) => !seen.has(path))
        .map((path) => `${path} was not seen by the boundary check`),
      ...(arrows < fewestArrows
        ? [`only ${arrows} imports between workspaces were seen, expected at least ${fewestArrows}`]
        : []),
      ...violations.map(({ rule, from, to, comment }) => `${from} → ${to}\n  ${rule}. ${comment}`),
    ]
    const turbo = await runTool('turbo', ['boundaries', '--no-color'], { show: false })
    if (turbo.code !== 0) problems.push(turbo.output.trimEnd())
    return problems.length === 0
      ? pass(`${modules.length} modules, ${arrows} imports between workspaces`)
      : fail(problems.join('\n'))
  },
}

/** The source files that must have been seen. @returns {readonly string[]} */
function sources() {
  const folders = ['packages', 'apps', 'prisma', 'e2e']
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...folders], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed.split('\n').filter((path) => /\.(ts|tsx|mjs)$/.test(path) && existsSync(join(root, path)))
}
