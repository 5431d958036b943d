import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, workspaces } from '../lib/places.mjs'
import { run } from '../lib/run.mjs'
import { fail, pass } from './gate.mjs'

/** The migrations, applied in order, make exactly the schema. @type {import('./gate.mjs').Gate} */
export const migrations = {
  name: 'migrations make the schema',
  remedy: 'write the migration that is missing: CONTRIBUTING.md, "Changing the ledger".',
  async judge() {
    const { code, output } = await run('npm', ['run', '--silent', '-w', '@weft/prisma', 'gate'], { show: false })
    return code === 0 ? pass('no difference') : fail(output)
  },
}

/**
 * Files that are generated and kept in git are what the sources generate now. Each workspace with such files writes them
 * with its script `generate:files`; the gate runs it and looks for files that changed by it.
 * @type {import('./gate.mjs').Gate}
 */
export const generated = {
  name: 'generated files are fresh',
  remedy: 'the gate has just written them anew: read the difference and commit it.',
  async judge() {
    const owners = workspaces().filter((workspace) => 'generate:files' in workspace.scripts)
    const problems = []
    for (const { folder, name } of owners) {
      const before = contents(folder)
      const { code, output } = await run('npm', ['run', '--silent', '-w', name, 'generate:files'], { show: false })
      const after = contents(folder)
      if (code !== 0) problems.push(`${name}:\n${output.trimEnd()}`)
      for (const path of new Set([...before.keys(), ...after.keys()])) {
        if (before.get(path) !== after.get(path)) problems.push(`${path} was not what ${name} generates`)
      }
    }
    if (owners.length === 0) return fail('no workspace has a generate:files script, so nothing was compared')
    return problems.length === 0 ? pass(owners.map((owner) => owner.name).join(', ')) : fail(problems.join('\n'))
  },
}

/** Path → content of the files in docs/ and in a workspace. @param {string} folder @returns {ReadonlyMap<string, string>} */
function contents(folder) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', 'docs', folder], {
    cwd: root,
    encoding: 'utf8',
  })
  const paths = listed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)))
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'latin1')]))
}
