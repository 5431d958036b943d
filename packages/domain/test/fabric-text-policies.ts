import type { Draft, DraftRecord } from './fabric-text-draft'
import { addRecord } from './fabric-text-draft'
import type { OptionHandler, Words } from './fabric-text-words'
import { list, readOptions } from './fabric-text-words'

type Line = (draft: Draft, words: Words) => void

function named(draft: Draft, collection: 'prefixLists' | 'asPathFilters' | 'routePolicies', name: string): DraftRecord {
  const known = [...draft.records[collection].values()].find((record) => record.name === name)
  if (known !== undefined) return known
  const record = addRecord(draft, collection, name)
  return Object.assign(record, { name, [collection === 'routePolicies' ? 'nodes' : 'entries']: [] })
}

/** `prefix-list LO permit 10.0.0.0/24 ge 32 le 32`; one entry per line, and none without an action: named, not defined. */
const prefixListLine: Line = (draft, words) => {
  const record = named(draft, 'prefixLists', words.next('name'))
  record.version ??= 'ipv4'
  if (words.peek() === undefined) return
  const entry: Record<string, unknown> = { action: words.next('permit or deny'), prefix: words.next('prefix') }
  record.version = String(entry.prefix).includes(':') ? 'ipv6' : 'ipv4'
  readOptions(
    words,
    {
      ge: (options) => (entry.greaterEqual = Number(options.next('length'))),
      le: (options) => (entry.lessEqual = Number(options.next('length'))),
    },
    entry,
  )
  record.entries = [...(record.entries as unknown[]), entry]
}

/** `as-path-filter SHORT permit ^65001$` */
const asPathFilterLine: Line = (draft, words) => {
  const record = named(draft, 'asPathFilters', words.next('name'))
  if (words.peek() === undefined) return
  const entry = { action: words.next('permit or deny'), expression: words.next('expression') }
  record.entries = [...(record.entries as unknown[]), entry]
}

/** `route-policy OUT permit 10 [prefixes LO] [as-path SHORT] [local-preference 200] [prepend 65001] [other "if-match tag 3"]` */
const routePolicyLine: Line = (draft, words) => {
  const record = named(draft, 'routePolicies', words.next('name'))
  if (words.peek() === undefined) return
  const clauses: unknown[] = []
  const node = { action: words.next('permit or deny'), node: Number(words.next('node')), clauses }
  const apply =
    (kind: string): OptionHandler =>
    (options) =>
      clauses.push({ kind, value: Number(options.next('value')) })
  readOptions(
    words,
    {
      prefixes: (options) =>
        clauses.push({ kind: 'match-prefix', prefixListId: `prefix-list:${options.next('prefix list')}` }),
      'as-path': (options) =>
        clauses.push({ kind: 'match-as-path', asPathFilterId: `as-path-filter:${options.next('filter')}` }),
      'local-preference': apply('apply-local-preference'),
      cost: apply('apply-cost'),
      'preferred-value': apply('apply-preferred-value'),
      prepend: (options) =>
        clauses.push({ kind: 'apply-as-path', asNumbers: list(options.next('AS numbers')).map(Number) }),
      other: (options) => clauses.push({ kind: 'other', line: options.next('line') }),
    },
    {},
  )
  record.nodes = [...(record.nodes as unknown[]), node]
}

/** `filter leaf1-spine1 left export route-policy OUT [ipv6-unicast]`: on an end of a peering above. */
const filterLine: Line = (draft, words) => {
  const name = words.next('peering')
  const peering = draft.records.peerings.get(`peering:${name}`)
  if (peering === undefined) throw new Error(`no peering ${name} above this line`)
  const end = (peering.ends as Record<string, unknown>[])[words.next('left or right') === 'left' ? 0 : 1]
  if (end === undefined) throw new Error('left or right is expected')
  const direction = words.next('import or export')
  const kind = words.next('route-policy, prefix-list or as-path-filter')
  const field = { 'route-policy': 'PolicyId', 'prefix-list': 'PrefixListId', 'as-path-filter': 'AsPathFilterId' }[kind]
  const id = `${kind}:${words.next('name')}`
  const family = words.peek() === undefined ? 'ipv4-unicast' : words.next('family')
  const filters = (end.filters ?? {}) as Record<string, object>
  end.filters = { ...filters, [family]: { ...filters[family], [`${direction}${field}`]: id } }
}

export const policyLines: { readonly [word: string]: Line } = {
  'prefix-list': prefixListLine,
  'as-path-filter': asPathFilterLine,
  'route-policy': routePolicyLine,
  filter: filterLine,
}
