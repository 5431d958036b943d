/** Folders of pure functions: no test of theirs can disturb another, so they share what is imported. */
export const pureFolders = ['packages/net', 'packages/vrp', 'packages/domain', 'packages/exchange']

/** Folders whose tests need neither a database nor a browser. */
export const unitFolders = ['.house', ...pureFolders, 'apps/cli', 'apps/web']

/** Folders whose tests open databases. */
export const databaseFolders = ['prisma', 'packages/api']

/** What vitest calls the tests of a folder. @param {string} folder */
export const projectName = (folder) => folder.replace(/^.*\/|^\./, '')
