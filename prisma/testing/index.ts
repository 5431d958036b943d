export type { TemporaryFolders, TestDatabase } from './databases'
export { temporaryFolders, testDatabases } from './databases'
