import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string} tool */
export const bin = (tool) => join(root, 'node_modules/.bin', tool)

/** No tool of the house reports to its maker, or advertises its next version. */
export const quietTools = {
  CHECKPOINT_DISABLE: '1',
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  npm_config_update_notifier: 'false',
}

/** @typedef {{ folder: string, name: string, scripts: Readonly<Record<string, string>> }} Workspace */

/** Every workspace of the repository. @returns {readonly Workspace[]} */
export function workspaces() {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  )
  return [...folders, 'prisma', 'e2e']
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const { name, scripts } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      return { folder, name, scripts: scripts ?? {} }
    })
}
