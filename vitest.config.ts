import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { databaseFolders, projectName, pureFolders, unitFolders } from './.house/lib/test-folders.mjs'

/** Long enough for the slowest test on a busy machine; what takes longer hangs. */
const patienceMs = 300_000

export default defineConfig({
  test: {
    pool: 'forks',
    // Labs of routers mostly wait, so one worker more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    maxConcurrency: 8,
    projects: [...unitFolders, ...databaseFolders].map((folder) => ({
      extends: true,
      test: {
        name: projectName(folder),
        root: folder,
        include: ['{src,test}/**/*.test.{ts,tsx}'],
        isolate: !pureFolders.includes(folder),
        testTimeout: patienceMs,
        hookTimeout: patienceMs,
      },
    })),
  },
})
