import {
  apiRooms,
  domainRooms,
  pureDependencies,
  serverFiles,
  vrpSpeakers,
  webRooms,
  workspaceArrows,
} from './arrows.mjs'

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */
/** @typedef {Record<string, readonly string[]>} Arrows */

const anyWorkspace = '^(packages/|apps/|prisma/|e2e/)'
/** Tests may use any room of their own workspace; they keep to the arrows between workspaces. */
const tests = ['\\.test\\.tsx?$', '^(packages|apps)/[^/]+/(test|bench)/', '^prisma/testing/', '^e2e/']

/** @param {string} text */
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** @param {readonly string[]} names */
const either = (names) => (names.length > 0 ? `(${names.map(literal).join('|')})` : '(?!)')

/** @param {string} name @param {string} comment @param {{ from: object, to: object }} arrow @returns {Rule} */
function forbid(name, comment, { from, to }) {
  return /** @type {Rule} */ ({ name, comment, severity: 'error', from, to })
}

const workspaceRules = Object.entries(workspaceArrows).map(([workspace, allowed]) =>
  forbid(`workspace: ${workspace}`, `${workspace} may import ${allowed.join(', ') || 'no workspace'}.`, {
    from: { path: `^${workspace}/` },
    to: { path: anyWorkspace, pathNot: `^${either([workspace, ...allowed])}/` },
  }),
)

const frontDoor = forbid('front door', 'Import a workspace by its name, never a file inside it.', {
  from: { path: '^(packages/[^/]+|apps/[^/]+|prisma|e2e)/' },
  to: {
    path: anyWorkspace,
    pathNot: [
      '^$1/',
      '^(packages/[^/]+|prisma)/src/index\\.ts$',
      '^prisma/testing/index\\.ts$',
      '^packages/vrp/test/grammar/index\\.ts$',
      '^packages/domain/test/index\\.ts$',
    ],
  },
})

const pureRules = Object.entries(pureDependencies).map(([workspace, packages]) =>
  forbid(
    `pure: ${workspace}`,
    `${workspace} is pure: beside workspaces it may import ${packages.join(', ') || 'nothing'}.`,
    {
      from: { path: `^${workspace}/src/`, pathNot: tests },
      to: { pathNot: [anyWorkspace, `(^|/)node_modules/${either(packages)}/`], couldNotResolve: false },
    },
  ),
)

/** @param {string} source @param {string} title @param {Arrows} rooms */
function roomRules(source, title, rooms) {
  const bound = Object.entries(rooms).filter(([, allowed]) => allowed.length < Object.keys(rooms).length - 1)
  return bound.map(([room, allowed]) =>
    forbid(`${title}: ${room}`, `${source}/${room} may import ${allowed.join(', ') || 'no other room'}.`, {
      from: { path: `^${source}/${room}/`, pathNot: tests },
      to: { path: `^${source}/${either(Object.keys(rooms))}/`, pathNot: `^${source}/${either([room, ...allowed])}/` },
    }),
  )
}

/** @param {string} source @param {string} title @param {Arrows} rooms */
function closedHouse(source, title, rooms) {
  const known = either(Object.keys(rooms))
  return [
    ...roomRules(source, title, rooms),
    forbid(`${title}: no upward arrow`, `The files directly in ${source} stand above the rooms.`, {
      from: { path: `^${source}/[^/]+/`, pathNot: tests },
      to: { path: `^${source}/[^/]+$` },
    }),
    forbid(`${title}: known rooms`, `A new room of ${source} needs its row in .house/boundaries/arrows.mjs first.`, {
      from: { path: `^${source}/`, pathNot: tests },
      to: { path: `^${source}/[^/]+/`, pathNot: [`^${source}/${known}/`, ...tests] },
    }),
  ]
}

const domainRules = [
  ...closedHouse('packages/domain/src', 'domain', domainRooms),
  forbid('domain: room door', 'Import a room by its index.ts, never a file inside it.', {
    from: { path: '^packages/domain/src/([^/]+)/', pathNot: tests },
    to: { path: '^packages/domain/src/[^/]+/', pathNot: ['^packages/domain/src/$1/', '/src/[^/]+/index\\.ts$'] },
  }),
  forbid('domain: no CLI words before config', `Only ${vrpSpeakers.join(', ')} may import @weft/vrp.`, {
    from: { path: '^packages/domain/src/', pathNot: [`^packages/domain/src/${either(vrpSpeakers)}/`, ...tests] },
    to: { path: '^packages/vrp/' },
  }),
]

const apiRules = [
  ...closedHouse('packages/api/src', 'api', apiRooms),
  forbid('api: ledger only in store', 'Only packages/api/src/store opens the ledger.', {
    from: { path: '^packages/api/', pathNot: ['^packages/api/src/store/', ...tests] },
    to: { path: '^prisma/' },
  }),
]

const webRules = [
  ...roomRules('apps/web/src', 'web', webRooms),
  forbid('web: shelf', 'Folders beside the rooms are used by the rooms, not the other way round.', {
    from: { path: '^apps/web/src/[^/]+/', pathNot: [`^apps/web/src/${either(Object.keys(webRooms))}/`, ...tests] },
    to: { path: `^apps/web/src/${either(Object.keys(webRooms))}/` },
  }),
  forbid('web: api types only', 'Only the server side of the web app holds values of @weft/api; use `import type`.', {
    from: { path: '^apps/web/', pathNot: [`^apps/web/src/${either(serverFiles)}`, ...tests] },
    to: { path: '^packages/api/', dependencyTypesNot: ['type-only'] },
  }),
]

const everywhere = [
  forbid('prisma client', 'The generated client and its packages are used only by prisma and packages/api/src/store.', {
    from: { pathNot: ['^prisma/', '^packages/api/src/store/'] },
    to: {
      path: ['^prisma/generated/', '^prisma/src/generated/', '(^|/)node_modules/(@prisma|prisma|pg|@electric-sql)/'],
    },
  }),
  forbid('tests stay outside', 'Code that ships does not import tests, their helpers or benches.', {
    from: { path: anyWorkspace, pathNot: tests },
    to: { path: tests },
  }),
  forbid('no cycle', 'Two modules that import each other are one module.', {
    from: { pathNot: '/generated/' },
    to: { circular: true },
  }),
  forbid('resolvable', 'The import leads nowhere: a missing file, dependency or front door.', {
    from: {},
    to: { couldNotResolve: true },
  }),
]

/** Checked by survey.mjs, because dependency-cruiser matches the resolved path and not the words of the import. */
export const climbRule = {
  name: 'climb',
  comment: 'A relative import climbs at most two levels; more means the file lives in the wrong room.',
}

/** Folders below app/ are words of a URL, not rooms, so their depth says nothing. */
export const climbsFreely = /^apps\/web\/src\/app\//

/** @type {readonly Rule[]} */
export const rules = [
  ...workspaceRules,
  frontDoor,
  ...pureRules,
  ...domainRules,
  ...apiRules,
  ...webRules,
  ...everywhere,
]
