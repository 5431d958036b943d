import { workspaces } from '../lib/places.mjs'
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

/** Files that are generated and kept in git are what the sources generate now. @type {import('./gate.mjs').Gate} */
export const generated = {
  name: 'generated files are fresh',
  remedy: '`npm run generate:files` writes them anew; read the difference and commit it.',
  async judge() {
    const owners = workspaces().filter((workspace) => 'generate:check' in workspace.scripts)
    const stale = []
    for (const { name } of owners) {
      const { code, output } = await run('npm', ['run', '--silent', '-w', name, 'generate:check'], { show: false })
      if (code !== 0) stale.push(`${name}:\n${output.trimEnd()}`)
    }
    if (owners.length === 0) return fail('no workspace has a generate:check script, so nothing was compared')
    return stale.length === 0 ? pass(owners.map((owner) => owner.name).join(', ')) : fail(stale.join('\n'))
  },
}
