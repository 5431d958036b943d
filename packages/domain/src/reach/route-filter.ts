import { prefixContains, splitPrefix } from '@weft/net'
import type { AsPathFilter, Network, PrefixList, RecordId, RoutePolicy } from '../model'
import type { IpPrefix } from './prefix-key'

/** What policies know and set of a route; absent values are the defaults. */
export type Rank = {
  readonly preferredValue?: number
  readonly localPreference?: number
  readonly med?: number
}
export type FilteredRoute = { readonly prefix: IpPrefix; readonly asPath: readonly number[]; readonly rank?: Rank }

export type Outcome =
  | { readonly verdict: 'permit'; readonly route: FilteredRoute }
  /** `node` absent: no node or entry matched. */
  | { readonly verdict: 'deny'; readonly by: RecordId; readonly node?: number }
  | { readonly verdict: 'unknown' }
export type RouteFilter = (route: FilteredRoute) => Outcome

type Match = 'yes' | 'no' | 'unknown'
type Test = (route: FilteredRoute) => Match
type PolicyNode = RoutePolicy['nodes'][number]

const unknown: Outcome = { verdict: 'unknown' }
export const unknownFilter: RouteFilter = () => unknown

/** Clauses that change nothing the simulation looks at. */
const harmless =
  /^(?:description|apply (?:tag|community|large-community|extcommunity|comm-filter|dampening|qos-local-id|mpls-label)) /

/** All of them have to permit a route; each sees what the one before made of it. */
export function allOf(filters: readonly RouteFilter[]): RouteFilter {
  return (route) => {
    let current = route
    let doubted = false
    for (const filter of filters) {
      const outcome = filter(current)
      if (outcome.verdict === 'deny') return outcome
      if (outcome.verdict === 'permit') current = outcome.route
      else doubted = true
    }
    return doubted ? unknown : { verdict: 'permit', route: current }
  }
}

/** The first entry that a route matches decides; a route that matches none is denied. */
export function prefixListFilter(list: PrefixList): RouteFilter {
  return testFilter(list.id, prefixListTest(list))
}

export function asPathFilter(filter: AsPathFilter): RouteFilter {
  return testFilter(filter.id, asPathTest(filter))
}

function testFilter(by: RecordId, test: Test): RouteFilter {
  return (route) => {
    const match = test(route)
    if (match === 'unknown') return unknown
    return match === 'yes' ? { verdict: 'permit', route } : { verdict: 'deny', by }
  }
}

/** A list that is named and not defined lets through what nobody documents. */
function prefixListTest({ version, entries }: PrefixList): Test {
  const ordered = inOrder(entries).map((entry) => ({ ...entry, ...splitPrefix(entry.prefix) }))
  return ({ prefix }) => {
    const { length } = splitPrefix(prefix)
    // What an IPv4 condition does to an IPv6 route depends on a setting whose default is not documented.
    if (ordered.length === 0 || prefix.includes(':') !== (version === 'ipv6')) return 'unknown'
    for (const entry of ordered) {
      // 0.0.0.0 with a length means any network of that length, or not, depending on `match-network`.
      if (entry.matchNetwork === true || (entry.length > 0 && /^(?:0\.0\.0\.0|::)$/.test(entry.address)))
        return 'unknown'
      const longest = version === 'ipv4' ? 32 : 128
      const least = entry.greaterEqual ?? entry.length
      const most = entry.lessEqual ?? (entry.greaterEqual === undefined ? entry.length : longest)
      if (length < least || length > most || !prefixContains(entry.prefix, prefix)) continue
      return entry.action === 'permit' ? 'yes' : 'no'
    }
    return 'no'
  }
}

/** Entries by index; one without has ten more than the one before. */
function inOrder<Entry extends { readonly index?: number }>(entries: readonly Entry[]): readonly Entry[] {
  let last = 0
  return entries
    .map((entry) => {
      last = entry.index ?? last + 10
      return { entry, index: last }
    })
    .sort((a, b) => a.index - b.index)
    .map(({ entry }) => entry)
}

/** `_` stands for the ends of the path and everything that separates its numbers. */
function asPathTest({ entries }: AsPathFilter): Test {
  const ordered = inOrder(entries).map(({ action, expression }) => ({ action, pattern: patternOf(expression) }))
  return ({ asPath }) => {
    // Above 65535 the text of a number depends on the notation that was in use when the filter was entered.
    if (ordered.length === 0 || asPath.some((asNumber) => asNumber > 65535)) return 'unknown'
    const path = asPath.join(' ')
    for (const { action, pattern } of ordered) {
      if (pattern === undefined) return 'unknown'
      if (pattern.test(path)) return action === 'permit' ? 'yes' : 'no'
    }
    return 'no'
  }
}

function patternOf(expression: string): RegExp | undefined {
  try {
    return new RegExp(expression.replaceAll('_', '(?:^|$|[ ,(){}])'))
  } catch {
    // An expression that is none decides nothing; a rule says so.
    return undefined
  }
}

/**
 * Nodes in ascending order. A node matches when all its conditions do; the first that matches decides, and a route
 * that no node matches is denied.
 */
export function routePolicyFilter(policy: RoutePolicy, network: Network): RouteFilter {
  if (policy.nodes.length === 0) return unknownFilter
  const nodes = [...policy.nodes].sort((a, b) => a.node - b.node).map((node) => nodeFilter(policy.id, node, network))
  const run = (route: FilteredRoute, from: number): Outcome => {
    for (let at = from; at < nodes.length; at += 1) {
      const node = nodes[at]
      if (node === undefined) break
      const match = node.matches(route)
      if (match === 'no') continue
      const outcome = node.outcome(route)
      if (match === 'yes') return outcome
      // It may match or not: sure only where both ways deny.
      const otherwise = run(route, at + 1)
      return outcome.verdict === 'deny' && otherwise.verdict === 'deny' ? otherwise : unknown
    }
    return { verdict: 'deny', by: policy.id }
  }
  return (route) => run(route, 0)
}

type NodeFilter = { readonly matches: Test; readonly outcome: RouteFilter }

function nodeFilter(by: RecordId, { node, action, clauses }: PolicyNode, network: Network): NodeFilter {
  const tests = clauses.flatMap((clause) => conditionOf(clause, network) ?? [])
  // How several AS-path conditions of one node go together is not documented.
  if (clauses.filter(({ kind }) => kind === 'match-as-path').length > 1) tests.push(() => 'unknown')
  const matches: Test = (route) => {
    let sure = true
    for (const test of tests) {
      const match = test(route)
      if (match === 'no') return 'no'
      sure &&= match === 'yes'
    }
    return sure ? 'yes' : 'unknown'
  }
  if (action === 'deny') return { matches, outcome: () => ({ verdict: 'deny', by, node }) }
  const open = clauses.some(({ kind, ...clause }) => kind === 'other' && 'line' in clause && changesMore(clause.line))
  return { matches, outcome: open ? unknownFilter : (route) => ({ verdict: 'permit', route: applied(route, clauses) }) }
}

function conditionOf(clause: PolicyNode['clauses'][number], network: Network): Test | undefined {
  switch (clause.kind) {
    case 'match-prefix': {
      const list = network.prefixLists[clause.prefixListId]
      return list === undefined ? () => 'unknown' : prefixListTest(list)
    }
    case 'match-as-path': {
      const filter = network.asPathFilters[clause.asPathFilterId]
      return filter === undefined ? () => 'unknown' : asPathTest(filter)
    }
    case 'other':
      return clause.line.startsWith('if-match ') ? () => 'unknown' : undefined
    default:
      return undefined
  }
}

function changesMore(line: string): boolean {
  return !line.startsWith('if-match ') && !harmless.test(line)
}

function applied(route: FilteredRoute, clauses: PolicyNode['clauses']): FilteredRoute {
  let { asPath, rank } = route
  for (const clause of clauses) {
    if (clause.kind === 'apply-local-preference') rank = { ...rank, localPreference: clause.value }
    if (clause.kind === 'apply-cost') rank = { ...rank, med: clause.value }
    if (clause.kind === 'apply-preferred-value') rank = { ...rank, preferredValue: clause.value }
    if (clause.kind === 'apply-as-path') asPath = [...clause.asNumbers, ...asPath]
  }
  return { prefix: route.prefix, asPath, ...(rank === undefined ? {} : { rank }) }
}

/** Whether the policy sets what the choice of the best route looks at. */
export function setsRank({ nodes }: RoutePolicy): boolean {
  return nodes.some(({ clauses }) => clauses.some(({ kind }) => kind.startsWith('apply-')))
}
