import { parseAsNumber, parseIpv4Prefix, parseIpv6Prefix } from '@weft/net'
import { parseConfig } from '@weft/vrp'
import type { AsPathFilter, PrefixList, RoutePolicy } from '../model'
import { collections } from '../model'
import type { Command } from './commands'
import { commandReader, commandsOf } from './commands'
import { accepted, numberOf } from './values'

type Node = RoutePolicy['nodes'][number]
type Clause = Node['clauses'][number]
/** A clause that names a filter as the configuration does. */
export type ClauseFacts =
  | { readonly kind: 'match-prefix' | 'match-as-path'; readonly name: string; readonly version?: PrefixList['version'] }
  | Exclude<Clause, { readonly kind: 'match-prefix' | 'match-as-path' }>
/** A clause with its line, which stays when what it names cannot be read. */
export type NodeFacts = Pick<Node, 'node' | 'action'> & {
  readonly clauses: readonly { readonly facts: ClauseFacts; readonly line: string }[]
}

/** Policies and filters by name, prefix lists by version and name; undefined: there, but not in words of the model. */
export type PolicyFacts = {
  readonly prefixLists: ReadonlyMap<string, PrefixList['entries'] | undefined>
  readonly asPathFilters: ReadonlyMap<string, AsPathFilter['entries'] | undefined>
  readonly routePolicies: ReadonlyMap<string, readonly NodeFacts[]>
}
export type PolicyDraft = {
  readonly prefixLists: Map<string, PrefixList['entries'] | undefined>
  readonly asPathFilters: Map<string, AsPathFilter['entries'] | undefined>
  readonly routePolicies: Map<string, readonly NodeFacts[]>
}

export function emptyPolicies(): PolicyDraft {
  return { prefixLists: new Map(), asPathFilters: new Map(), routePolicies: new Map() }
}

export const readPolicyLine = commandReader<PolicyDraft>({
  'ip ip-prefix * **': ({ prefixLists }, [name = '', rest = '']) =>
    addEntry(prefixLists, `ipv4 ${name}`, prefixEntry(rest, 'ipv4')),
  'ip ipv6-prefix * **': ({ prefixLists }, [name = '', rest = '']) =>
    addEntry(prefixLists, `ipv6 ${name}`, prefixEntry(rest, 'ipv6')),
  'ip as-path-filter * **': ({ asPathFilters }, [name = '', rest = '']) =>
    addEntry(asPathFilters, name, asPathEntry(rest)),
  'route-policy * * node *': ({ routePolicies }, [name = '', action = '', number = ''], { children }) => {
    const node = numberOf(number, 65535)
    if ((action !== 'permit' && action !== 'deny') || node === undefined) return
    const clauses = children.map((command) => ({ facts: clauseOf(command), line: command.text }))
    routePolicies.set(name, [...(routePolicies.get(name) ?? []), { node, action, clauses }])
  },
})

/** What lines about policies say, and the first of them that is no such line. */
export function readPolicyLines(text: string): { readonly facts: PolicyFacts; readonly unread?: string } {
  const facts = emptyPolicies()
  const unread = commandsOf(parseConfig(text)).find((command) => !readPolicyLine(facts, command))
  return unread === undefined ? { facts } : { facts, unread: unread.text }
}

function addEntry<Entry>(
  lists: Map<string, readonly Entry[] | undefined>,
  key: string,
  entry: Entry | undefined,
): void {
  const known = lists.has(key) ? lists.get(key) : []
  lists.set(key, known === undefined || entry === undefined ? undefined : [...known, entry])
}

const entryForm =
  /^(?:index (\d{1,10}) )?(permit|deny) (\S+) (\d{1,3})( match-network)?(?: greater-equal (\d{1,3}))?(?: less-equal (\d{1,3}))?$/

function prefixEntry(text: string, version: PrefixList['version']): PrefixList['entries'][number] | undefined {
  const [, index, action, address, length, network, greaterEqual, lessEqual] = entryForm.exec(text) ?? []
  const given = `${address}/${length}`
  const prefix = version === 'ipv4' ? accepted(parseIpv4Prefix(given)) : accepted(parseIpv6Prefix(given))
  const entry = {
    ...(index === undefined ? {} : { index: Number(index) }),
    action,
    prefix,
    ...(network === undefined ? {} : { matchNetwork: true }),
    ...(greaterEqual === undefined ? {} : { greaterEqual: Number(greaterEqual) }),
    ...(lessEqual === undefined ? {} : { lessEqual: Number(lessEqual) }),
  }
  return collections.prefixLists.shape.entries.safeParse([entry]).data?.[0]
}

function asPathEntry(text: string): AsPathFilter['entries'][number] | undefined {
  const [, index, action, expression] = /^(?:index (\d{1,10}) )?(permit|deny) (\S+)$/.exec(text) ?? []
  const entry = { ...(index === undefined ? {} : { index: Number(index) }), action, expression }
  return collections.asPathFilters.shape.entries.safeParse([entry]).data?.[0]
}

type ClauseDraft = { clause?: ClauseFacts }

const readClause = commandReader<ClauseDraft>({
  'if-match ip-prefix *': (draft, [name = '']) => {
    draft.clause = { kind: 'match-prefix', version: 'ipv4', name }
  },
  'if-match ipv6 address prefix-list *': (draft, [name = '']) => {
    draft.clause = { kind: 'match-prefix', version: 'ipv6', name }
  },
  'if-match as-path-filter *': (draft, [name = '']) => {
    draft.clause = { kind: 'match-as-path', name }
  },
  'apply local-preference *': (draft, [text]) => setValue(draft, 'apply-local-preference', text),
  'apply cost *': (draft, [text]) => setValue(draft, 'apply-cost', text),
  'apply preferred-value *': (draft, [text]) => setValue(draft, 'apply-preferred-value', text),
  'apply as-path **': (draft, [text = '']) => {
    const words = text.split(' ')
    const asNumbers = words.slice(0, -1).flatMap((word) => accepted(parseAsNumber(word)) ?? [])
    if (words.at(-1) === 'additive' && asNumbers.length > 0 && asNumbers.length === words.length - 1) {
      draft.clause = { kind: 'apply-as-path', asNumbers }
    }
  },
})

function setValue(
  draft: ClauseDraft,
  kind: 'apply-local-preference' | 'apply-cost' | 'apply-preferred-value',
  text = '',
): void {
  const value = numberOf(text)
  if (value !== undefined) draft.clause = { kind, value }
}

function clauseOf(command: Command): ClauseFacts {
  const draft: ClauseDraft = {}
  if (command.children.length === 0) readClause(draft, command)
  return draft.clause ?? { kind: 'other', line: command.text }
}
