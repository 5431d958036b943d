import { LedgerRefusal } from './refusal'

export type DatabaseAddress = {
  readonly connectionString: string
  /** Schema of the tables: the `schema` parameter, as Prisma's own URLs write it. */
  readonly schema: string
  readonly database: string
  /** For messages: never holds the password. */
  readonly shown: string
}

/** @throws LedgerRefusal when the text is not a PostgreSQL URL */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  if (!URL.canParse(text)) throw notUsable('it is not a URL')
  const url = new URL(text)
  if (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:')
    throw notUsable(`it begins with ${url.protocol}//`)
  const schema = url.searchParams.get('schema') ?? 'public'
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw notUsable(`the schema ${JSON.stringify(schema)} is not a plain lower-case name`)
  url.searchParams.delete('schema')
  const database = decodeURIComponent(url.pathname.slice(1))
  if (database === '') throw notUsable('it names no database')
  return {
    connectionString: url.toString(),
    schema,
    database,
    shown: `${url.hostname}:${url.port || '5432'}/${database}`,
  }
}

function notUsable(why: string): LedgerRefusal {
  return new LedgerRefusal(
    `DATABASE_URL cannot be used: ${why}.`,
    'Write it as postgresql://user:password@host:5432/database, or unset it to use the embedded database.',
  )
}
