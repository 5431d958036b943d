import type { RoutePolicy } from '../model'
import { collections } from '../model'
import type { DeviceFacts } from './device-facts'
import type { DevicePolicies } from './device-policies'
import type { DraftNetwork } from './draft-network'
import type { NodeFacts } from './read-policies'

type Collection = 'prefixLists' | 'asPathFilters' | 'routePolicies'

/**
 * Records for what is asked for: devices where a name stands for the same content share one. A name that a device uses
 * and does not define has a record without content.
 */
export function joinPolicies(draft: DraftNetwork): (facts: DeviceFacts) => DevicePolicies {
  const known = new Map<string, string>()
  const idOf = <Id extends string>(collection: Collection, name: string, content: object, make: () => Id): Id => {
    const key = JSON.stringify([collection, name, content])
    // Ids of one collection are made by that collection's callers only.
    const id = (known.get(key) as Id | undefined) ?? make()
    if (!known.has(key)) {
      known.set(key, id)
      draft.records[collection][id] = { id, name, ...content } as never
    }
    return id
  }
  return ({ policies: { prefixLists, asPathFilters, routePolicies } }) => {
    const prefixList: DevicePolicies['prefixList'] = (name, version) => {
      if (name === undefined || !collections.prefixLists.shape.name.safeParse(name).success) return undefined
      const key = `${version} ${name}`
      const entries = prefixLists.has(key) ? prefixLists.get(key) : []
      if (entries === undefined) return undefined
      return idOf('prefixLists', name, { version, entries }, () => draft.makeId('prefix-list', name))
    }
    const asPathFilter: DevicePolicies['asPathFilter'] = (name) => {
      if (name === undefined || !collections.asPathFilters.shape.name.safeParse(name).success) return undefined
      const entries = asPathFilters.has(name) ? asPathFilters.get(name) : []
      if (entries === undefined) return undefined
      return idOf('asPathFilters', name, { entries }, () => draft.makeId('as-path-filter', name))
    }
    const clausesOf = ({ clauses }: NodeFacts): RoutePolicy['nodes'][number]['clauses'] =>
      clauses.map(({ facts, line }) => {
        switch (facts.kind) {
          case 'match-prefix': {
            const prefixListId = prefixList(facts.name, facts.version ?? 'ipv4')
            return prefixListId === undefined ? { kind: 'other', line } : { kind: facts.kind, prefixListId }
          }
          case 'match-as-path': {
            const asPathFilterId = asPathFilter(facts.name)
            return asPathFilterId === undefined ? { kind: 'other', line } : { kind: facts.kind, asPathFilterId }
          }
          default:
            return facts
        }
      })
    return {
      prefixList,
      asPathFilter,
      routePolicy: (name) => {
        if (name === undefined || !collections.routePolicies.shape.name.safeParse(name).success) return undefined
        const facts = routePolicies.get(name) ?? []
        const nodes = facts.map((each) => ({ node: each.node, action: each.action, clauses: clausesOf(each) }))
        return idOf('routePolicies', name, { nodes }, () => draft.makeId('route-policy', name))
      },
    }
  }
}
