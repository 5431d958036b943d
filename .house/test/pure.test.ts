import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '../lib/places.mjs'

const workspaces = ['packages/net', 'packages/vrp', 'packages/domain', 'packages/exchange']
/** Text planted in a file of the workspace, and the word that the compiler must not know. */
const impurities: readonly (readonly [text: string, unknown: string])[] = [
  ['window.alert(1)', 'window'],
  ['document.title', 'document'],
  ['console.log(1)', 'console'],
  ['setTimeout(() => undefined, 1)', 'setTimeout'],
  ['fetch("/")', 'fetch'],
  ['process.env.HOME', 'process'],
  ['Buffer.from("a")', 'Buffer'],
  ['crypto.randomUUID()', 'crypto'],
  ['structuredClone({})', 'structuredClone'],
  ['performance.now()', 'performance'],
]

/** The messages about a file that stands in the real workspace, but only in the compiler's eyes. */
function judge(workspace: string, texts: readonly string[]) {
  const file = join(root, workspace, 'tsconfig.json')
  const { config } = ts.readConfigFile(file, (path) => readFileSync(path, 'utf8'))
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file))
  const planted = join(root, workspace, 'src/planted-by-a-test.ts')
  const text = texts.map((line, i) => `export const planted${i} = () => { ${line} }`).join('\n')
  const host = ts.createCompilerHost(parsed.options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (path) => path === planted || fileExists(path)
  host.getSourceFile = (path, ...rest) =>
    path === planted ? ts.createSourceFile(path, text, rest[0]) : getSourceFile(path, ...rest)
  const program = ts.createProgram([...parsed.fileNames, planted], parsed.options, host)
  const source = program.getSourceFile(planted)
  return {
    files: program.getSourceFiles().filter((seen) => seen.fileName.startsWith(join(root, workspace))).length,
    messages: program
      .getSemanticDiagnostics(source)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
  }
}

describe.each(workspaces)('%s knows no world outside', (workspace) => {
  let found: ReturnType<typeof judge>
  beforeAll(() => {
    found = judge(workspace, [...impurities.map(([text]) => text), 'import("node:fs")', '[1].toSorted()'])
  })

  test.each(impurities)('%s does not compile', (_text, unknown) => {
    expect(found.messages.filter((message) => message.includes(`'${unknown}'`))).toHaveLength(1)
  })

  test('node:fs does not compile', () => {
    expect(found.messages.filter((message) => message.includes(`'node:fs'`))).toHaveLength(1)
  })

  test('and the compiler says nothing else about the language of 2023, having seen the workspace', () => {
    expect(found.messages).toHaveLength(impurities.length + 1)
    expect(found.files).toBeGreaterThan(4)
  })
})
