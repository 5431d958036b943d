import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A small house in which every drawn arrow is used once, written by hand from the picture in ARCHITECTURE.md. */
const modules: Readonly<Record<string, string>> = {
  'packages/net/src/index.ts': `import 'ipaddr.js'\nimport './inner'\nexport const x = 1`,
  'packages/net/src/inner.ts': 'export const x = 1',
  'packages/vrp/src/index.ts': `import '@weft/net'\nexport const x = 1`,
  'packages/domain/src/index.ts': `export { compile } from './compile'`,
  'packages/domain/src/compile.ts': `${[
    'allocate',
    'catalog',
    'check',
    'config',
    'document',
    'edit',
    'extract',
    'intent',
    'model',
    'plan',
    'reach',
  ]
    .map((room) => `import './${room}'`)
    .join('\n')}\nexport const compile = 1`,
  'packages/domain/src/compile.test.ts': `import 'vitest'\nimport 'node:fs'\nimport '../test/fabric'\nimport './compile'`,
  'packages/domain/test/fabric.ts': `import '../src/model'\nimport '../src'`,
  'packages/domain/src/model/index.ts': `import 'zod'\nimport '@weft/net'\nexport { deep } from './deep'`,
  'packages/domain/src/model/deep.ts': 'export const deep = 1',
  'packages/domain/src/catalog/index.ts': `import '../model'`,
  'packages/domain/src/document/index.ts': `import '../model'`,
  'packages/domain/src/allocate/index.ts': `import '../catalog'\nimport '../model'`,
  'packages/domain/src/intent/index.ts': `import '../allocate'\nimport '../catalog'\nimport '../model'`,
  'packages/domain/src/edit/index.ts': `import '../allocate'\nimport '../catalog'\nimport '../document'\nimport '../model'`,
  'packages/domain/src/config/index.ts': `import '../intent'\nimport '../catalog'\nimport '../model'\nimport '@weft/vrp'`,
  'packages/domain/src/reach/index.ts': `import '../intent'\nimport '../catalog'\nimport '../model'`,
  'packages/domain/src/check/index.ts': ['config', 'reach', 'intent', 'edit', 'allocate', 'catalog', 'model']
    .map((room) => `import '../${room}'`)
    .concat(`import '@weft/vrp'`)
    .join('\n'),
  'packages/domain/src/plan/index.ts': `import '../config'\nimport '../model'\nimport '@weft/vrp'`,
  'packages/domain/src/extract/index.ts': `import '../intent'\nimport '../model'\nimport '@weft/vrp'`,
  'packages/exchange/src/index.ts': `import '@weft/domain'\nimport 'fflate'\nimport '@noble/hashes/sha2.js'\nexport const x = 1`,
  'prisma/src/index.ts': `import { PrismaClient } from '../generated/client'\nimport '@prisma/client'\nexport { PrismaClient }`,
  'prisma/generated/client.ts': `export const PrismaClient = 1`,
  'packages/api/src/index.ts': `export { router } from './router'`,
  'packages/api/src/router/index.ts': `import '../access'\nimport '../store'\nimport '../live'\nimport '@weft/exchange'\nexport const router = 1`,
  'packages/api/src/access/index.ts': `import '../store'\nimport '../live'`,
  'packages/api/src/store/index.ts': `import '@weft/prisma'\nimport '@weft/domain'`,
  'packages/api/src/live/index.ts': `import '@weft/domain'`,
  'apps/cli/src/main.ts': `import '@weft/domain'\nimport '@weft/exchange'\nimport 'node:fs'`,
  'apps/web/src/app/page.tsx': `import '../panels/panel'\nimport '../canvas/canvas'\nimport '../editor/editor'\nimport '../ui/button'`,
  'apps/web/src/app/d/[id]/page.tsx': `import '../../../panels/panel'`,
  'apps/web/src/app/api/route.ts': `import { router } from '@weft/api'\nexport { router }`,
  'apps/web/src/instrumentation.ts': `import { router } from '@weft/api'\nexport { router }`,
  'apps/web/src/panels/panel.ts': `import '../editor/editor'\nimport '../ui/button'`,
  'apps/web/src/canvas/canvas.ts': `import '../editor/editor'\nimport '../ui/button'`,
  'apps/web/src/editor/editor.ts': `import type { router } from '@weft/api'\nimport '@weft/domain'\nexport type R = typeof router`,
  'apps/web/src/ui/button.ts': `import 'react'`,
  'e2e/journey.test.ts': `import '@playwright/test'`,
}

const npmPackages = ['ipaddr.js', 'zod', 'fflate', 'react', 'vitest', 'pg', '@prisma/client', '@playwright/test']

/** The number of modules in the house when nothing is planted. */
export const legalModules = Object.keys(modules).length

/** Builds the house, with planted files added or replaced, in a folder of its own and lets `look` inspect it. */
export async function inHouse<T>(
  planted: Readonly<Record<string, string>>,
  look: (root: string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'weft-house-'))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  try {
    for (const [path, text] of Object.entries({ ...modules, ...planted })) put(path, text)
    for (const name of npmPackages) put(`node_modules/${name}/index.js`, 'export const x = 1')
    put('node_modules/@noble/hashes/sha2.js', 'export const x = 1')
    mkdirSync(join(root, 'node_modules/@weft'))
    for (const folder of [
      'packages/net',
      'packages/vrp',
      'packages/domain',
      'packages/exchange',
      'packages/api',
      'prisma',
    ]) {
      const name = folder.replace(/^.*\//, '')
      put(`${folder}/package.json`, JSON.stringify({ name: `@weft/${name}`, exports: { '.': './src/index.ts' } }))
      symlinkSync(join(root, folder), join(root, 'node_modules/@weft', name))
    }
    return await look(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}
