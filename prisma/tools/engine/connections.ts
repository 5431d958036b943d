import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlQuery, SqlQueryable, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parseDatabaseUrl } from '../../src/database-url'
import { lockDirectory } from '../../src/directory-lock'
import { pglitePool } from '../../src/pglite-pool'

const CHAR_OID = 18
const TEXT_OID = 25
const EMBEDDED = 'pglite:'

/** What adapter-pg's connections really are: the parts below are not in its published types. */
type PgResult = { readonly fields?: { dataTypeID: number }[] }
type Inner = SqlQueryable & { performIO(query: SqlQuery): Promise<PgResult> }
type PgConnection = SqlDriverAdapter & Inner & { underlyingDriver(): pg.Pool; onError(error: unknown): never }

export function isEmbedded(url: string): boolean {
  return url.startsWith(EMBEDDED)
}

/** @param url absent: a throw-away database in memory, enough for comparing files */
export async function connect(url: string | undefined): Promise<SqlDriverAdapter> {
  if (url === undefined) return connectShadow()
  if (isEmbedded(url)) return connectFolder(url.slice(EMBEDDED.length))
  const { connectionString, schema } = parseDatabaseUrl(url)
  const factory = new PrismaPg({ connectionString, options: `-c search_path=${schema}` }, { schema })
  return repairConnection((await factory.connect()) as unknown as PgConnection)
}

/**
 * The shadow database, always in memory. adapter-pg's own one is dangerous: `pg` lets the connection
 * string win over the database name, so its shadow would be the real database.
 */
export async function connectShadow(): Promise<SqlDriverAdapter> {
  return over(await PGlite.create())
}

/** The engine connects several times to one folder; PGlite must be opened once. */
const folders = new Map<string, Promise<PGlite>>()

/** Called before an engine is started, because an error thrown from inside the engine loses its message. */
export async function prepare(url: string): Promise<void> {
  if (isEmbedded(url)) await openFolder(url.slice(EMBEDDED.length))
}

async function connectFolder(directory: string): Promise<SqlDriverAdapter> {
  return over(await openFolder(directory))
}

function openFolder(directory: string): Promise<PGlite> {
  const opened = folders.get(directory) ?? openLocked(directory)
  folders.set(directory, opened)
  return opened
}

async function openLocked(directory: string): Promise<PGlite> {
  mkdirSync(directory, { recursive: true })
  await lockDirectory(directory)
  return PGlite.create(directory)
}

export async function closeFolders(): Promise<void> {
  for (const opened of folders.values()) await (await opened).close()
}

async function over(database: PGlite): Promise<SqlDriverAdapter> {
  const factory = new PrismaPg(pglitePool(database))
  return repairConnection((await factory.connect()) as unknown as PgConnection)
}

/** Adapter-pg splits scripts at every `;`, which breaks functions and literals: send the script as one query. */
function repairConnection(connection: PgConnection): PgConnection {
  const start = connection.startTransaction.bind(connection)
  connection.startTransaction = async (level) => repairTypes((await start(level)) as Transaction & Inner)
  connection.executeScript = async (sql) => {
    try {
      await connection.underlyingDriver().query(sql)
    } catch (error) {
      connection.onError(error)
    }
  }
  return repairTypes(connection)
}

/**
 * Adapter-pg refuses the catalogue type `"char"`. It is read as text and reported as the Character type:
 * reported as text the engine panics on PostgreSQL 18 as soon as a table has a constraint.
 */
function repairTypes<T extends Inner>(queryable: T): T {
  const performIO = queryable.performIO.bind(queryable)
  const queryRaw = queryable.queryRaw.bind(queryable)
  let isChar: readonly boolean[] = []
  queryable.performIO = async (query) => {
    const result = await performIO(query)
    const fields = result.fields ?? []
    isChar = fields.map((field) => field.dataTypeID === CHAR_OID)
    for (const field of fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID
    return result
  }
  queryable.queryRaw = async (query): Promise<SqlResultSet> => {
    const result = await queryRaw(query)
    result.columnTypes = result.columnTypes.map((type, column) => (isChar[column] ? ColumnTypeEnum.Character : type))
    return result
  }
  return queryable
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export async function checkReachable(url: string): Promise<void> {
  if (isEmbedded(url)) return
  await withClient(parseDatabaseUrl(url).connectionString, (client) => client.query('SELECT 1'))
}

/** @returns the name of the database, made on the server of the URL */
export async function createDatabase(url: string): Promise<string> {
  const { connectionString, database } = parseDatabaseUrl(url)
  const maintenance = new URL(connectionString)
  maintenance.pathname = '/postgres'
  await withClient(maintenance.toString(), (client) =>
    client.query(`CREATE DATABASE "${database.replaceAll('"', '""')}"`),
  )
  return database
}
