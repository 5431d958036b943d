import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { root, workspaces } from '../lib/places.mjs'
import { runTool } from '../lib/run.mjs'
import { fail, pass } from './gate.mjs'

const pure = ['packages/net', 'packages/vrp', 'packages/domain', 'packages/exchange']

/**
 * Typechecks every tsconfig of the repository, makes sure that every source file belongs to one, and that the pure
 * workspaces still see neither the DOM nor Node.
 * @type {import('./gate.mjs').Gate}
 */
export const types = {
  name: 'types',
  remedy: '`npx tsc --noEmit -p <the tsconfig named above>` repeats one of them.',
  async judge() {
    // Writes the types of routes and assets, which a build would write too.
    const routes = await runTool('next', ['typegen'], { cwd: join(root, 'apps/web'), show: false })
    if (routes.code !== 0) return fail(routes.output)
    const projects = configFiles().map(parse)
    const problems = [...impure(projects), ...uncovered(projects)]
    problems.push(...(await typecheck(projects.map((project) => project.file))))
    const files = new Set(projects.flatMap((project) => project.sources)).size
    return problems.length === 0 ? pass(`${files} files in ${projects.length} projects`) : fail(problems.join('\n'))
  },
}

/** Two compilers at a time; each needs a core and half a gigabyte. @param {readonly string[]} files @returns {Promise<readonly string[]>} */
async function typecheck(files) {
  const waiting = [...files]
  /** @type {string[]} */
  const problems = []
  async function lane() {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { code, output } = await runTool('tsc', ['--noEmit', '--incremental', 'false', '-p', file], { show: false })
      if (code !== 0) problems.push(`${file}:\n${output.trimEnd()}`)
    }
  }
  await Promise.all([lane(), lane()])
  return problems
}

/** Every tsconfig that is checked: those of the workspaces, of the tests and of the house. @returns {readonly string[]} */
function configFiles() {
  const folders = ['.', '.house', ...workspaces().map((workspace) => workspace.folder)]
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /^tsconfig(\.[\w-]+)?\.json$/.test(name) && name !== 'tsconfig.base.json')
      .map((name) => join(folder, name)),
  )
}

/** @param {string} file @returns {{ file: string, options: import('typescript').CompilerOptions, sources: readonly string[] }} */
function parse(file) {
  const { config, error } = ts.readConfigFile(join(root, file), (path) => readFileSync(path, 'utf8'))
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, dirname(join(root, file)))
  return { file, options: parsed.options, sources: parsed.fileNames.map((name) => relative(root, name)) }
}

/** @param {readonly ReturnType<typeof parse>[]} projects */
function impure(projects) {
  return pure.flatMap((folder) => {
    const project = projects.find(({ file }) => file === `${folder}/tsconfig.json`)
    if (!project) return [`${folder} has no tsconfig.json`]
    const { lib, types: typeRoots } = project.options
    const plain = lib?.join() === 'lib.es2023.d.ts' && typeRoots?.length === 0
    return plain ? [] : [`${project.file} must keep "lib": ["es2023"] and "types": []`]
  })
}

/** @param {readonly ReturnType<typeof parse>[]} projects */
function uncovered(projects) {
  const covered = new Set(projects.flatMap((project) => project.sources))
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', '*.ts', '*.tsx', '*.mts'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter((path) => path !== '' && !path.endsWith('.d.ts') && existsSync(join(root, path)) && !covered.has(path))
    .map((path) => `${path} belongs to no tsconfig, so nobody checks its types`)
}
