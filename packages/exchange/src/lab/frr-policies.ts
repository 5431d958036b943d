import type { BgpSessionIntent, DeviceIntent, Family, PrefixList, RoutePolicy } from '@weft/domain'
import type { FrrBlock } from './frr-text'
import { frr, kept } from './frr-text'

/** What policies and filters are called in FRR, by id: their own names may have signs that FRR has not. */
export type PolicyNames = ReadonlyMap<string, string>
type Clause = RoutePolicy['nodes'][number]['clauses'][number]
type Filters = NonNullable<NonNullable<BgpSessionIntent['filters']>['ipv4-unicast']>

export function policyNames({ policies }: DeviceIntent): PolicyNames {
  const named = (word: string, items: readonly { readonly id: string }[]) =>
    items.map(({ id }, at) => [id, `${word}-${at + 1}`] as const)
  return new Map([
    ...named('prefixes', policies.prefixLists),
    ...named('paths', policies.asPathFilters),
    ...named('policy', policies.routePolicies),
  ])
}

/**
 * Prefix lists, AS-path lists and route maps of a device. A preferred value of VRP is the weight of FRR: both are the
 * first step of the choice and stay with the receiver.
 *
 * @source FRR 8.4 user guide, "IP Prefix List", "AS Path Access Lists", "Route Maps"
 */
export function frrPolicies({ policies }: DeviceIntent, names: PolicyNames): readonly FrrBlock[] {
  return [
    ...policies.prefixLists.flatMap((list) => list.entries.flatMap((entry) => prefixLine(list, entry, names) ?? [])),
    ...policies.asPathFilters.flatMap(({ id, entries }) =>
      entries.map(({ action, expression }) => frr(['bgp as-path access-list', names.get(id), action, expression])),
    ),
    ...policies.routePolicies.flatMap(({ id, nodes }) =>
      nodes.map(({ node, action, clauses }) =>
        // FRR counts from 1.
        frr(
          ['route-map', names.get(id), action, node + 1],
          kept(clauses.map((clause) => clauseLine(clause, names, policies.prefixLists))),
        ),
      ),
    ),
  ]
}

function prefixLine(
  { id, version }: PrefixList,
  { index, action, prefix, greaterEqual, lessEqual }: PrefixList['entries'][number],
  names: PolicyNames,
): FrrBlock | undefined {
  if (prefix.includes(':') !== (version === 'ipv6')) return undefined
  const length = Number(prefix.slice(prefix.indexOf('/') + 1))
  const most = lessEqual ?? (greaterEqual === undefined ? undefined : version === 'ipv4' ? 32 : 128)
  return frr([
    version === 'ipv4' ? 'ip prefix-list' : 'ipv6 prefix-list',
    names.get(id),
    index !== undefined && 'seq',
    index,
    action,
    prefix,
    greaterEqual !== undefined && greaterEqual > length && 'ge',
    greaterEqual !== undefined && greaterEqual > length && greaterEqual,
    most !== undefined && most > length && 'le',
    most !== undefined && most > length && most,
  ])
}

/** What VRP has and FRR has not is left out; the losses say so. */
function clauseLine(clause: Clause, names: PolicyNames, lists: readonly PrefixList[]): FrrBlock | undefined {
  switch (clause.kind) {
    case 'match-prefix': {
      const version = lists.find(({ id }) => id === clause.prefixListId)?.version
      const name = names.get(clause.prefixListId)
      return name === undefined
        ? undefined
        : frr([version === 'ipv6' ? 'match ipv6 address prefix-list' : 'match ip address prefix-list', name])
    }
    case 'match-as-path': {
      const name = names.get(clause.asPathFilterId)
      return name === undefined ? undefined : frr(['match as-path', name])
    }
    case 'apply-local-preference':
      return frr(['set local-preference', clause.value])
    case 'apply-cost':
      return frr(['set metric', clause.value])
    case 'apply-preferred-value':
      return frr(['set weight', clause.value])
    case 'apply-as-path':
      return frr(['set as-path prepend', ...clause.asNumbers])
    case 'other':
      return undefined
  }
}

/** What routes of a family have to pass at a peer. */
export function peerFilters(
  { filters, remoteAddress }: BgpSessionIntent,
  family: Family,
  names: PolicyNames,
): readonly FrrBlock[] {
  const ids: Filters = filters?.[family] ?? {}
  const peer = `neighbor ${remoteAddress?.value}`
  const line = (word: string, id: string | undefined, direction: 'in' | 'out') => {
    const name = id === undefined ? undefined : names.get(id)
    return name !== undefined && frr([peer, word, name, direction])
  }
  return kept([
    line('prefix-list', ids.importPrefixListId, 'in'),
    line('prefix-list', ids.exportPrefixListId, 'out'),
    line('filter-list', ids.importAsPathFilterId, 'in'),
    line('filter-list', ids.exportAsPathFilterId, 'out'),
    line('route-map', ids.importPolicyId, 'in'),
    line('route-map', ids.exportPolicyId, 'out'),
  ])
}

/** The words behind a `network` or `redistribute` whose routes have to pass a policy. */
export function throughPolicy(id: string | undefined, names: PolicyNames): string | undefined {
  const name = id === undefined ? undefined : names.get(id)
  return name === undefined ? undefined : `route-map ${name}`
}
