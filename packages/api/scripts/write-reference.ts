import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { appRouter } from '../src/router'

/** Run with `npx tsx packages/api/scripts/write-reference.ts` after a change of the procedures. */
const says: { readonly [procedure: string]: string } = {
  'designs.list':
    'Designs whose name contains the query, newest edit first, at most 500. With `archived`, the archived ones.',
  'designs.create': 'Makes a design: empty, the sample fabric, or the document given. Answers its id.',
  'designs.importDocument':
    'Makes a design from the text of a design file: the whole file, or nothing. Answers its id.',
  'designs.open': 'The document of a design and the sequence of its newest change.',
  'designs.rename': 'Gives a design another name.',
  'designs.duplicate': 'Makes a design that begins with the present document of another. Answers its id.',
  'designs.archive': 'Takes a design off the list. Nothing is deleted.',
  'designs.restore': 'Puts an archived design back on the list.',
  'designs.saveThumbnail': 'Keeps the small picture of a design: shapes only, no script, style, image or link.',
  'changes.append':
    'Adds changes to the log of a design, in order. Answers when they are committed. A change sent twice under one `clientChangeId` is kept once.',
  'changes.since': 'The changes written after a sequence.',
  'changes.givenNumbers': 'For every number that a pool gave: the change that first had it, its author and its time.',
}

type Procedure = {
  readonly _def: {
    readonly type: 'query' | 'mutation'
    readonly meta: { readonly access: string }
    readonly inputs: readonly { readonly schema: z.ZodType }[]
  }
}
type JsonSchema = {
  readonly type?: string
  readonly properties?: { readonly [name: string]: JsonSchema }
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly minItems?: number
  readonly maxItems?: number
}

const callers: { readonly [access: string]: string } = {
  'local-owner': 'whoever the address filter lets in: programs on this computer, or the addresses opened with a flag',
}

function page(): string {
  const procedures = Object.entries(appRouter._def.procedures as unknown as { readonly [path: string]: Procedure })
  const unknown = Object.keys(says).filter((path) => !procedures.some(([each]) => each === path))
  if (unknown.length > 0) throw new Error(`described but not there: ${unknown.join(', ')}`)
  return `${[
    '# API',
    'The browser talks to the server through these procedures, and so may a script. They are [tRPC](https://trpc.io) procedures under ' +
      '`/api/trpc`, with superjson as the transformer: `GET /api/trpc/<name>?input=…` for a query, `POST /api/trpc/<name>` for a mutation.',
    'A document has the shape of [design.schema.json](design.schema.json). A refusal names the path of the value, what is wrong and what to do, ' +
      'in `error.data.refusal`; nothing is then stored. Every procedure states who may call it; the address filter stands before all of them.',
    ...procedures.sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, procedure]) => section(path, procedure)),
  ].join('\n\n')}\n`
}

function section(path: string, { _def }: Procedure): string {
  const sentence = says[path]
  const caller = callers[_def.meta.access]
  if (!sentence || !caller)
    throw new Error(`${path} or its access ${_def.meta.access} has no sentence in ${import.meta.url}`)
  const schema = z.toJSONSchema(_def.inputs[0]?.schema ?? z.strictObject({}), { io: 'input' }) as JsonSchema
  return [
    `## \`${path}\``,
    `${_def.type === 'query' ? 'Query' : 'Mutation'}. ${sentence}`,
    `May be called by ${caller}.`,
    ['| field | value | needed |', '| --- | --- | --- |', ...fields(schema)].join('\n'),
  ].join('\n\n')
}

function fields({ properties = {}, required = [] }: JsonSchema, inside = ''): readonly string[] {
  return Object.entries(properties).flatMap(([name, schema]) => [
    `| \`${inside}${name}\` | ${wordsFor(schema)} | ${required.includes(name) ? 'yes' : 'no'} |`,
    ...(schema.items ? fields(schema.items, `${inside}${name}[].`) : []),
  ])
}

function wordsFor({ type, minLength, maxLength, minimum, minItems, maxItems }: JsonSchema): string {
  switch (type) {
    case 'string':
      return maxLength === undefined ? 'text' : `text, ${minLength ?? 0} to ${maxLength} characters`
    case 'integer':
      return `integer from ${minimum ?? 'any'}`
    case 'boolean':
      return '`true` or `false`'
    case 'array':
      return `list, ${minItems ?? 0} to ${maxItems ?? 'any number of'} items`
    default:
      return 'a document or change, checked by the model'
  }
}

const file = fileURLToPath(new URL('../../../docs/api.md', import.meta.url))
writeFileSync(file, page())
process.stdout.write(`${file} written\n`)
