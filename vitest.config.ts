import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { databaseFolders, projectName, unitFolders } from './.house/lib/test-folders.mjs'

function project(folder: string, timeoutMs: number) {
  return {
    extends: true as const,
    test: {
      name: projectName(folder),
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
    // Labs of routers mostly wait, so one worker more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    maxConcurrency: 8,
    projects: [
      ...unitFolders.map((folder) => project(folder, 60_000)),
      ...databaseFolders.map((folder) => project(folder, 120_000)),
    ],
  },
})
