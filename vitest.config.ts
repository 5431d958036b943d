import { defineConfig } from 'vitest/config'

/** Suites that open databases need time for PGlite to boot and may not share a process. */
const databaseSuites = ['prisma', 'packages/api']
const plainSuites = [
  '.house',
  'packages/net',
  'packages/vrp',
  'packages/domain',
  'packages/exchange',
  'apps/cli',
  'apps/web',
]

function suite(folder: string, timeoutMs: number) {
  return {
    extends: true as const,
    test: {
      name: folder.replace(/^.*\/|^\./, ''),
      root: folder,
      include: ['{src,test}/**/*.test.{ts,tsx}'],
      testTimeout: timeoutMs,
      hookTimeout: timeoutMs,
    },
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      ...plainSuites.map((folder) => suite(folder, 30_000)),
      ...databaseSuites.map((folder) => suite(folder, 120_000)),
    ],
  },
})
