import { formatAsNumber, ipVersion, splitPrefix } from '@weft/net'
import type { DeviceIntent } from '../intent'
import type { AsPathFilter, Network, PrefixList, RecordId, RoutePolicy } from '../model'
import type { Line } from './line'
import { line } from './line'

type Clause = RoutePolicy['nodes'][number]['clauses'][number]
/** The policies and filters of a device by id: what they are called, and of which version a prefix list is. */
export type PolicyNames = ReadonlyMap<string, { readonly name: string; readonly version?: PrefixList['version'] }>

export function policyNames({ policies }: DeviceIntent): PolicyNames {
  const all = [...policies.prefixLists, ...policies.asPathFilters, ...policies.routePolicies]
  return new Map(all.map((each) => [each.id, each]))
}

/** IP prefix lists, then AS-path filters: one line per entry. */
export function filterSections({ policies }: DeviceIntent): readonly (readonly Line[])[] {
  return [
    firstOfName(policies.prefixLists, ({ version, name }) => `${version} ${name}`).flatMap(prefixListLines),
    firstOfName(policies.asPathFilters, ({ name }) => name).flatMap(asPathFilterLines),
  ]
}

/** One section for each node of each policy. */
export function routePolicySections(device: DeviceIntent, names: PolicyNames): readonly (readonly Line[])[] {
  const notation = device.device.asNotationPlain === true ? 'plain' : 'dotted'
  return firstOfName(device.policies.routePolicies, ({ name }) => name).flatMap((policy) =>
    nodeLines(policy, names, notation).map((node) => [node]),
  )
}

/** A policy or filter as a device shows it, whether or not one has it; nothing where the record is not there. */
export function policyDefinition(network: Network, id: RecordId): readonly Line[] {
  const [list, filter, policy] = [network.prefixLists[id], network.asPathFilters[id], network.routePolicies[id]]
  if (list !== undefined) return prefixListLines(list)
  if (filter !== undefined) return asPathFilterLines(filter)
  if (policy === undefined) return []
  const all = [...Object.values(network.prefixLists), ...Object.values(network.asPathFilters)]
  return nodeLines(policy, new Map(all.map((each) => [each.id, each])), 'plain')
}

function nodeLines(policy: RoutePolicy, names: PolicyNames, notation: Notation): readonly Line[] {
  return [...policy.nodes]
    .sort((a, b) => a.node - b.node)
    .map(({ node, action, clauses }) =>
      line(
        'policy.node',
        `route-policy ${policy.name} ${action} node ${node}`,
        { because: [policy.id] },
        clauses.flatMap((clause) => clauseLine(clause, { policy, names, notation }) ?? []),
      ),
    )
}

function firstOfName<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  const found = new Map<string, Item>()
  for (const item of items) if (!found.has(nameOf(item))) found.set(nameOf(item), item)
  return [...found.values()]
}

function prefixListLines({ id, name, version, entries }: PrefixList): readonly Line[] {
  return entries
    .filter(({ prefix }) => `ipv${ipVersion(prefix)}` === version)
    .map(({ index, action, prefix, matchNetwork, greaterEqual, lessEqual }) => {
      const { address, length } = splitPrefix(prefix)
      const words = [
        `ip ${version === 'ipv4' ? 'ip' : 'ipv6'}-prefix ${name}`,
        index !== undefined && `index ${index}`,
        `${action} ${address} ${length}`,
        matchNetwork === true && 'match-network',
        greaterEqual !== undefined && `greater-equal ${greaterEqual}`,
        lessEqual !== undefined && `less-equal ${lessEqual}`,
      ]
      return line('policy.prefix-list', words.filter(Boolean).join(' '), { because: [id] })
    })
}

function asPathFilterLines({ id, name, entries }: AsPathFilter): readonly Line[] {
  return entries.map(({ index, action, expression }) => {
    const words = [`ip as-path-filter ${name}`, index !== undefined && `index ${index}`, `${action} ${expression}`]
    return line('policy.as-path-filter', words.filter(Boolean).join(' '), { because: [id] })
  })
}

type Notation = 'plain' | 'dotted'
type InPolicy = { readonly policy: RoutePolicy; readonly names: PolicyNames; readonly notation: Notation }

function clauseLine(clause: Clause, { policy, names, notation }: InPolicy): Line | undefined {
  const because = { because: [policy.id] }
  switch (clause.kind) {
    case 'match-prefix': {
      const list = names.get(clause.prefixListId)
      const words = list?.version === 'ipv6' ? 'if-match ipv6 address prefix-list' : 'if-match ip-prefix'
      return list === undefined ? undefined : line('policy.match-prefix', `${words} ${list.name}`, because)
    }
    case 'match-as-path': {
      const filter = names.get(clause.asPathFilterId)
      return filter && line('policy.match-as-path', `if-match as-path-filter ${filter.name}`, because)
    }
    case 'apply-local-preference':
    case 'apply-cost':
    case 'apply-preferred-value':
      return line('policy.apply', `${clause.kind.replace('-', ' ')} ${clause.value}`, because)
    case 'apply-as-path': {
      const path = clause.asNumbers.map((asNumber) => formatAsNumber(asNumber, notation))
      return line('policy.apply-as-path', `apply as-path ${path.join(' ')} additive`, because)
    }
    case 'other':
      return line('policy.other', clause.line, because)
  }
}
