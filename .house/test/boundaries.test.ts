import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { climbRule, rules } from '../boundaries/rules.mjs'
import { survey } from '../boundaries/survey.mjs'
import { inHouse, legalModules } from './legal-house'

/** Rule that must turn red, the file planted, and the planted text. */
const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['workspace: packages/net', 'packages/net/src/bad.ts', `import '@weft/vrp'`],
  ['workspace: packages/vrp', 'packages/vrp/src/bad.ts', `import '@weft/domain'`],
  ['workspace: packages/domain', 'packages/domain/src/config/bad.ts', `import '@weft/exchange'`],
  ['workspace: packages/domain', 'packages/domain/src/bad.test.ts', `import '@weft/exchange'`],
  ['workspace: packages/exchange', 'packages/exchange/src/bad.ts', `import '@weft/vrp'`],
  ['workspace: packages/api', 'packages/api/src/store/bad.ts', `import '@weft/net'`],
  ['workspace: apps/cli', 'apps/cli/src/bad.ts', `import '@weft/vrp'`],
  ['workspace: apps/web', 'apps/web/src/editor/bad.ts', `import '@weft/vrp'`],
  ['workspace: prisma', 'prisma/src/bad.ts', `import '@weft/domain'`],
  ['workspace: e2e', 'e2e/bad.test.ts', `import '@weft/domain'`],
  ['front door', 'packages/exchange/src/bad.ts', `import '../../domain/src/model'`],
  ['front door', 'packages/domain/test/bad.ts', `import '../../net/src/inner'`],
  ['pure: packages/net', 'packages/net/src/bad.ts', `import 'node:fs'`],
  ['pure: packages/vrp', 'packages/vrp/src/bad.ts', `import 'zod'`],
  ['pure: packages/domain', 'packages/domain/src/check/bad.ts', `import 'react'`],
  [
    'pure: packages/domain',
    'packages/domain/src/check/bad.ts',
    `import type { Hash } from 'node:crypto'\nexport type H = Hash`,
  ],
  ['pure: packages/exchange', 'packages/exchange/src/bad.ts', `import 'node:zlib'`],
  [
    'domain: model',
    'packages/domain/src/model/bad.ts',
    `import type { x } from '../catalog'\nexport type X = typeof x`,
  ],
  ['domain: catalog', 'packages/domain/src/catalog/bad.ts', `import '../document'`],
  ['domain: document', 'packages/domain/src/document/bad.ts', `import '../catalog'`],
  ['domain: allocate', 'packages/domain/src/allocate/bad.ts', `import '../document'`],
  ['domain: intent', 'packages/domain/src/intent/bad.ts', `import '../edit'`],
  ['domain: edit', 'packages/domain/src/edit/bad.ts', `import '../intent'`],
  ['domain: config', 'packages/domain/src/config/bad.ts', `import '../reach'`],
  ['domain: reach', 'packages/domain/src/reach/bad.ts', `import '../config'`],
  ['domain: check', 'packages/domain/src/check/bad.ts', `import '../plan'`],
  ['domain: plan', 'packages/domain/src/plan/bad.ts', `import '../reach'`],
  ['domain: extract', 'packages/domain/src/extract/bad.ts', `import '../config'`],
  ['domain: expand', 'packages/domain/src/expand/bad.ts', `import '../intent'`],
  ['domain: slice', 'packages/domain/src/slice/bad.ts', `import '../intent'`],
  ['domain: recompile', 'packages/domain/src/recompile/bad.ts', `import '../extract'`],
  ['domain: failures', 'packages/domain/src/failures/bad.ts', `import '../check'`],
  ['domain: explain', 'packages/domain/src/explain/bad.ts', `import '../extract'`],
  ['domain: no upward arrow', 'packages/domain/src/config/bad.ts', `import '../compile'`],
  ['domain: known rooms', 'packages/domain/src/check/bad.ts', `import '../cellar'`],
  ['domain: room door', 'packages/domain/src/check/bad.ts', `import '../model/deep'`],
  ['domain: no CLI words before config', 'packages/domain/src/intent/bad.ts', `import '@weft/vrp'`],
  ['domain: no CLI words before config', 'packages/domain/src/bad.ts', `import '@weft/vrp'`],
  ['api: access', 'packages/api/src/access/bad.ts', `import '../router'`],
  ['api: store', 'packages/api/src/store/bad.ts', `import '../live'`],
  ['api: live', 'packages/api/src/live/bad.ts', `import '../store'`],
  ['api: no upward arrow', 'packages/api/src/store/bad.ts', `import '..'`],
  ['api: known rooms', 'packages/api/src/router/bad.ts', `import '../cellar'`],
  ['api: ledger only in store', 'packages/api/src/router/bad.ts', `import '@weft/prisma'`],
  ['web: panels', 'apps/web/src/panels/bad.ts', `import '../canvas/canvas'`],
  ['web: canvas', 'apps/web/src/canvas/bad.ts', `import '../panels/panel'`],
  ['web: editor', 'apps/web/src/editor/bad.ts', `import '../canvas/canvas'`],
  ['web: shelf', 'apps/web/src/ui/bad.ts', `import '../editor/editor'`],
  ['web: api types only', 'apps/web/src/editor/bad.ts', `import { router } from '@weft/api'\nexport { router }`],
  ['prisma client', 'packages/api/src/router/bad.ts', `import '@prisma/client'`],
  ['prisma client', 'apps/web/src/app/api/bad.ts', `import 'pg'`],
  ['tests stay outside', 'packages/domain/src/check/bad.ts', `import '../../test/fabric'`],
  [
    'no cycle',
    'packages/net/src/bad.ts',
    `import type { y } from './worse'\nexport const x = 1\nexport type Y = typeof y`,
  ],
  ['resolvable', 'packages/net/src/bad.ts', `import './nowhere'`],
  ['resolvable', 'packages/exchange/src/bad.ts', `import '@weft/domain/src/model/index'`],
  ['climb', 'packages/domain/src/check/a/b/bad.ts', `import '../../../model'`],
]
/** What a plant needs beside itself; harmless without the plant. */
const companions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domain: known rooms': { 'packages/domain/src/cellar/index.ts': '' },
  'api: known rooms': { 'packages/api/src/cellar/index.ts': '' },
  'no cycle': { 'packages/net/src/worse.ts': `import { x } from './bad'\nexport const y = x` },
}

const repository = fileURLToPath(new URL('../..', import.meta.url))

describe('boundaries', () => {
  test('the legal house is green and wholly seen', async () => {
    const seen = await inHouse({}, survey)
    expect(seen.violations).toEqual([])
    expect(seen.modules).toHaveLength(legalModules)
    expect(seen.arrows).toBeGreaterThanOrEqual(15)
  })

  test.each(planted)('%s is red for %s', async (rule, file, text) => {
    const seen = await inHouse({ [file]: text, ...companions[rule] }, survey)
    expect([...new Set(seen.violations.map((violation) => violation.rule))]).toEqual([rule])
    expect(seen.modules.length).toBeGreaterThan(legalModules)
  })

  test('every rule has a plant', () => {
    const names = [...rules.map((rule) => rule.name), climbRule.name]
    expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(names))
    expect(new Set(names).size).toBe(names.length)
  })

  test('every source file of this repository is seen', async () => {
    const listed = execFileSync('git', ['ls-files', '--', 'packages', 'apps', 'prisma', 'e2e'], {
      cwd: repository,
      encoding: 'utf8',
    })
    const sources = listed.split('\n').filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    const seen = await survey(repository)
    expect(seen.modules).toEqual(expect.arrayContaining(sources))
    expect(sources.length).toBeGreaterThan(100)
    expect(seen.arrows).toBeGreaterThan(50)
  })
})
