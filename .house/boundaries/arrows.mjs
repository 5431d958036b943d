/**
 * The house as tables: who may import whom. ARCHITECTURE.md draws the same picture; rules.mjs turns it into checks.
 * A new arrow is a decision about the house: it belongs in a pull request of its own.
 */

/** Workspace → workspaces it may import. @type {Record<string, readonly string[]>} */
export const workspaceArrows = {
  'packages/net': [],
  'packages/vrp': ['packages/net'],
  'packages/domain': ['packages/net', 'packages/vrp'],
  'packages/exchange': ['packages/domain'],
  'packages/api': ['packages/domain', 'packages/exchange', 'prisma'],
  'apps/cli': ['packages/domain', 'packages/exchange'],
  'apps/web': ['packages/api', 'packages/domain', 'packages/exchange'],
  prisma: [],
  e2e: [],
}

/** Pure workspace → the npm packages it may import. @type {Record<string, readonly string[]>} */
export const pureDependencies = {
  'packages/net': ['ipaddr.js'],
  'packages/vrp': [],
  'packages/domain': ['zod'],
  'packages/exchange': ['@noble/hashes', 'fflate'],
}

const derived = ['allocate', 'catalog', 'model']

/** Room of packages/domain/src → rooms below it. @type {Record<string, readonly string[]>} */
export const domainRooms = {
  model: [],
  catalog: ['model'],
  document: ['model'],
  allocate: ['catalog', 'model'],
  expand: ['model'],
  slice: ['document', 'model'],
  intent: derived,
  edit: [...derived, 'document', 'expand'],
  config: ['intent', ...derived],
  reach: ['intent', ...derived],
  failures: ['reach', 'intent', ...derived],
  check: ['failures', 'config', 'reach', 'intent', 'edit', 'expand', ...derived],
  recompile: ['explain', 'slice', 'check', 'config', 'reach', 'intent', 'edit', 'expand', ...derived],
  explain: ['check', 'config', 'reach', 'intent', 'edit', ...derived],
  plan: ['config', 'intent', ...derived],
  extract: ['intent', ...derived],
}

/** The rooms of packages/domain/src that may speak VRP. */
export const vrpSpeakers = ['config', 'check', 'plan', 'extract']

/** Room of packages/api/src → rooms it may import. @type {Record<string, readonly string[]>} */
export const apiRooms = {
  router: ['access', 'store', 'live'],
  access: ['store', 'live'],
  store: [],
  live: [],
}

/** Room of apps/web/src → rooms it may import; every other folder there is a shelf that all may use. @type {Record<string, readonly string[]>} */
export const webRooms = {
  app: ['panels', 'canvas', 'editor'],
  panels: ['editor'],
  canvas: ['editor'],
  editor: [],
}

/** Files of apps/web/src that run on the server and may therefore hold values of the api package. */
export const serverFiles = ['app/api/', 'instrumentation']
