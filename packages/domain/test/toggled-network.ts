import type { z } from 'zod'
import type { Random } from '../src/edit/pseudo-random'
import type { CollectionName, Network } from '../src/model'
import { collections, recordKinds } from '../src/model'

/** Text for every kind of field; the schema of a field says which of it is a value there. */
const texts: readonly (string | number)[] = [
  'plain',
  'two words "x" #1',
  '机房-2',
  '0',
  '10.9.8.7',
  '10.9.8.7/32',
  '10.9.0.0/16',
  '10.9.8.7/24',
  '2001:db8:9::7',
  '2001:db8:9::7/64',
  '2001:db8:9::/48',
  'fe80::9',
  '00e0-fc12-3456',
  'LoopBack9',
  'Vlanif9',
  'Eth-Trunk9',
  '100GE1/0/9',
  'MEth0/0/0',
  65009,
  4_200_000_009,
]

type Toggling = { readonly choose: Random; readonly ids: ReadonlyMap<string, readonly string[]> }
type Schema = z.core.$ZodType

/**
 * The network with every optional field of every record kept, left out or given another value, as the schemas of the
 * records allow. Ids stay; references may lead anywhere or nowhere, because a design may be half drawn.
 */
export function toggledNetwork(network: Network, choose: Random): Network {
  const ids = idsByKind(network)
  const names = Object.keys(collections) as CollectionName[]
  const toggled = names.map((name) => [
    name,
    Object.fromEntries(
      Object.entries(network[name]).map(([id, record]) => [
        id,
        collections[name].parse(changed(collections[name], record, { choose, ids })),
      ]),
    ),
  ])
  return Object.fromEntries(toggled) as Network // Each record was parsed by the schema of its collection.
}

/** A record with its optional fields toggled. */
export function toggledRecord(
  network: Network,
  { collection, id, choose }: { readonly collection: CollectionName; readonly id: string; readonly choose: Random },
): object {
  const schema = collections[collection]
  return schema.parse(changed(schema, network[collection][id], { choose, ids: idsByKind(network) }))
}

function idsByKind(network: Network): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>(recordKinds.map((kind) => [kind, [`${kind}:gone`]]))
  for (const records of Object.values(network)) {
    for (const id of Object.keys(records)) {
      const [kind = ''] = id.split(':')
      ids.set(kind, [...(ids.get(kind) ?? []), id])
    }
  }
  return ids
}

/** A value as it is, with the optional fields inside it toggled. */
function changed(schema: Schema, value: unknown, toggling: Toggling): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object': {
      const fields = value as { readonly [name: string]: unknown }
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([name, field]) => {
          const now = field._zod.def.type === 'optional' ? toggledField(field, fields[name], toggling) : fields[name]
          const next = field._zod.def.type === 'optional' ? now : changed(field, now, toggling)
          return next === undefined ? [] : [[name, next]]
        }),
      )
    }
    case 'array':
      return (value as readonly unknown[]).map((item) => changed(def.element, item, toggling))
    case 'union': {
      const option = def.options.find((each) => accepts(each, value))
      return option === undefined ? value : changed(option, value, toggling)
    }
    case 'enum':
    case 'boolean':
      return toggling.choose(4) === 0 ? fresh(schema, toggling) : value
    case 'tuple':
      return (value as readonly unknown[]).map((item, at) => changed(def.items[at] ?? schema, item, toggling))
    default:
      return value
  }
}

function toggledField(schema: Schema, value: unknown, toggling: Toggling): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const inner = def.type === 'optional' ? def.innerType : schema
  switch (toggling.choose(4)) {
    case 0:
      return undefined
    case 1:
      return fresh(inner, toggling)
    default:
      return value === undefined ? undefined : changed(inner, value, toggling)
  }
}

/** Some value of a schema; undefined when the list of texts has none, which an optional field may be. */
function fresh(schema: Schema, toggling: Toggling): unknown {
  const { choose } = toggling
  const one = <T>(values: readonly T[]): T | undefined => values[choose(values.length || 1)]
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([name, field]) => {
          const value = fresh(field, toggling)
          return value === undefined ? [] : [[name, value]]
        }),
      )
    case 'optional':
      return choose(2) === 0 ? undefined : fresh(def.innerType, toggling)
    case 'nullable':
      return choose(4) === 0 ? null : fresh(def.innerType, toggling)
    case 'array':
      return Array.from({ length: accepts(schema, []) ? choose(4) : 1 + choose(3) }, () =>
        fresh(def.element, toggling),
      ).filter((item) => item !== undefined)
    case 'tuple':
      return def.items.map((item) => fresh(item, toggling))
    case 'union':
      return fresh(one(def.options) ?? schema, toggling)
    case 'enum':
      return one(Object.values(def.entries))
    case 'literal':
      return one(def.values)
    case 'boolean':
      return choose(2) === 0
    case 'number': {
      const { minValue, maxValue } = schema as z.ZodNumber
      const [least, most] = [minValue ?? 0, maxValue ?? 0]
      return one([least, most, Math.min(most, least + 1 + choose(500))])
    }
    case 'pipe':
      // Text that a parser reads, or something that may be absent from a pair.
      return def.in._zod.def.type === 'string' || def.in._zod.def.type === 'union'
        ? one(texts.filter((text) => accepts(schema, text)))
        : (fresh(def.in, toggling) ?? null)
    case 'string': {
      const kind = recordKinds.find((each) => accepts(schema, `${each}:a`) && !accepts(schema, 'a'))
      return kind === undefined ? one(texts.filter((text) => accepts(schema, text))) : one(toggling.ids.get(kind) ?? [])
    }
    default:
      throw new Error(`no value is known for a schema of type ${def.type}`)
  }
}

function accepts(schema: Schema, value: unknown): boolean {
  return (schema as z.ZodType).safeParse(value).success
}
