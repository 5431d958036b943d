import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bin, root } from '../lib/places.mjs'

/** The rule that must turn red, where the text stands, and the text. */
const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['lint/suspicious/noExplicitAny', 'packages/api/src/any.ts', 'export const x = (y: any) => String(y)\n'],
  ['lint/performance/noReExportAll', 'packages/api/src/star.ts', `export * from './any'\n`],
  [
    'lint/style/useImportType',
    'packages/api/src/inline.ts',
    `import { type A, b } from './any'\n\nexport const a: A = b\n`,
  ],
  ['lint/style/noDefaultExport', 'packages/api/src/default.ts', 'export default 1\n'],
  [
    'lint/style/useConsistentTypeDefinitions',
    'packages/api/src/shape.ts',
    'export interface Shape {\n  readonly a: number\n}\n',
  ],
  ['lint/style/noEnum', 'packages/api/src/enum.ts', 'export enum Colour {\n  Red = 1,\n}\n'],
  [
    'lint/style/noNonNullAssertion',
    'packages/api/src/sure.ts',
    'export const sure = (a: readonly number[]) => a[0]!.toFixed()\n',
  ],
  ['lint/style/useFilenamingConvention', 'packages/api/src/camelCase.ts', 'export const x = 1\n'],
  [
    'lint/style/noExcessiveLinesPerFile',
    'packages/api/src/long.ts',
    'export const x = 1\n// a line\n'.padEnd(4600, '// a line\n'),
  ],
  [
    'lint/nursery/noFloatingPromises',
    'packages/api/src/floating.ts',
    'const later = async () => 1\nexport const go = () => {\n  later()\n}\n',
  ],
  [
    'lint/suspicious/noEmptyBlockStatements',
    'packages/api/src/swallow.ts',
    'export function f(g: () => void) {\n  try {\n    g()\n  } catch {}\n}\n',
  ],
  [
    'lint/suspicious/noSkippedTests',
    'packages/api/src/skip.test.ts',
    `import { test } from 'vitest'\n\ntest.skip('never', () => undefined)\n`,
  ],
  [
    'lint/suspicious/noFocusedTests',
    'packages/api/src/only.test.ts',
    `import { test } from 'vitest'\n\ntest.only('alone', () => undefined)\n`,
  ],
  ['format', 'packages/api/src/format.ts', 'export const x = "double";\n'],
  ['lint/style/noRestrictedGlobals', 'packages/net/src/clock.ts', 'export const now = () => Date.now()\n'],
  ['plugin', 'packages/net/src/dice.ts', 'export const dice = () => Math.random()\n'],
  [
    'plugin',
    'packages/domain/src/check/locale.ts',
    'export const order = (a: string, b: string) => a.localeCompare(b)\n',
  ],
]
const allowed: readonly (readonly [file: string, text: string])[] = [
  ['apps/web/src/app/designs/page.tsx', 'export default function Page() {\n  return null\n}\n'],
  ['packages/api/src/clock.ts', 'export const now = () => Date.now()\n'],
  ['packages/net/src/clock.test.ts', 'export const now = () => Date.now()\n'],
]

type Diagnostic = { readonly category: string; readonly location: { readonly path: string } }

const folder = mkdtempSync(join(tmpdir(), 'weft-style-'))
let found: readonly string[]

beforeAll(() => {
  cpSync(join(root, '.house/lint'), join(folder, '.house/lint'), { recursive: true })
  const {
    vcs: _outsideGit,
    $schema: _elsewhere,
    ...config
  } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config))
  for (const [file, text] of [...planted.map(([, file, text]) => [file, text] as const), ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const report = join(folder, 'report.json')
  const outcome = () =>
    execFileSync(
      bin('biome'),
      ['check', '--reporter=json', `--reporter-file=${report}`, '--max-diagnostics=none', 'packages', 'apps'],
      { cwd: folder, stdio: 'pipe' },
    )
  expect(outcome).toThrow()
  const { diagnostics } = JSON.parse(readFileSync(report, 'utf8')) as { readonly diagnostics: readonly Diagnostic[] }
  found = diagnostics.map(({ category, location }) => `${category} ${location.path}`)
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(planted)('%s is red in %s', (rule, file) => {
  expect(found).toContain(`${rule} ${file}`)
})

test.each(allowed)('%s is green', (file) => {
  expect(found.filter((line) => line.endsWith(` ${file}`))).toEqual([])
})
