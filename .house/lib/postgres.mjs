import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installFromDebian, onPath } from './debian.mjs'

const debianFolder = '/usr/lib/postgresql'
const oldestMajor = 15

/**
 * The folder with PostgreSQL's server programs; the tests start throw-away servers of their own from it.
 * @returns {Promise<{ path: string } | { remedy: string }>}
 */
export async function postgres() {
  const found = findPostgres()
  if (found) return { path: found }
  const answer = await installFromDebian(['postgresql'])
  if (!answer.installed) return { remedy: `${answer.remedy}, or set WEFT_PG_BIN to a folder with initdb and pg_ctl.` }
  const installed = findPostgres()
  return installed ? { path: installed } : { remedy: 'set WEFT_PG_BIN to the folder with initdb and pg_ctl.' }
}

/** @returns {string | undefined} */
function findPostgres() {
  const onPathFolder = onPath('initdb')
  const candidates = [process.env.WEFT_PG_BIN, ...debianFolders(), onPathFolder && dirname(onPathFolder)]
  return candidates.find(
    (folder) => folder && ['initdb', 'pg_ctl', 'postgres'].every((program) => existsSync(join(folder, program))),
  )
}

/** Newest first. */
function debianFolders() {
  if (!existsSync(debianFolder)) return []
  return readdirSync(debianFolder)
    .map(Number)
    .filter((major) => major >= oldestMajor)
    .sort((a, b) => b - a)
    .map((major) => join(debianFolder, String(major), 'bin'))
}
