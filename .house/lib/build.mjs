import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'
import { runTool, tail } from './run.mjs'
import { step, Trouble } from './say.mjs'

/** Builds the web app; turbo answers from its cache when no source has changed. */
export async function build() {
  step('Building the web app (at once when nothing has changed)')
  const { code, output } = await runTool(
    'turbo',
    ['run', 'build', '--filter=@weft/web', '--ui=stream', '--output-logs=errors-only'],
    { show: false },
  )
  if (code === 0 && existsSync(join(root, 'apps/web/.next/BUILD_ID'))) return
  const remedy = /ENOSPC/.test(output)
    ? 'the disk is full; free some space and run the command again.'
    : 'in an unchanged clone, remove node_modules and apps/web/.next and run again; otherwise mend the error above.'
  throw new Trouble(`The build failed:\n${tail(output)}`, remedy)
}
