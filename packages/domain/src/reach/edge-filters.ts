import type { BgpSessionIntent } from '../intent'
import type { Network, RoutePolicyId } from '../model'
import type { RouteFilter } from './route-filter'
import { allOf, asPathFilter, prefixListFilter, routePolicyFilter, setsRank, unknownFilter } from './route-filter'

type Family = 'ipv4-unicast' | 'ipv6-unicast'
type Direction = 'import' | 'export'

/** Filters of sessions, each policy prepared once. */
export type EdgeFilters = {
  /** Undefined: everything passes as it is. */
  readonly of: (session: BgpSessionIntent, family: Family, direction: Direction) => RouteFilter | undefined
  readonly ofPolicy: (id: RoutePolicyId | undefined) => RouteFilter | undefined
  /** Some policy met so far sets what the choice of the best route looks at. */
  readonly setsRank: () => boolean
}

export function edgeFilters(network: Network): EdgeFilters {
  const prepared = new Map<string, RouteFilter>()
  let ranks = false
  const once = (id: string | undefined, make: (id: string) => RouteFilter): RouteFilter | undefined => {
    if (id === undefined) return undefined
    const filter = prepared.get(id) ?? make(id)
    prepared.set(id, filter)
    return filter
  }
  const ofPolicy: EdgeFilters['ofPolicy'] = (policyId) =>
    once(policyId, (id) => {
      const policy = network.routePolicies[id]
      if (policy === undefined) return unknownFilter
      ranks ||= setsRank(policy)
      return routePolicyFilter(policy, network)
    })
  const ofList = (listId: string | undefined) =>
    once(listId, (id) => {
      const list = network.prefixLists[id]
      return list === undefined ? unknownFilter : prefixListFilter(list)
    })
  const ofAsPath = (filterId: string | undefined) =>
    once(filterId, (id) => {
      const filter = network.asPathFilters[id]
      return filter === undefined ? unknownFilter : asPathFilter(filter)
    })
  const of: EdgeFilters['of'] = ({ filters, unknownFilters }, family, direction) => {
    const own = filters?.[family]
    if (own === undefined && unknownFilters === undefined) return undefined
    const isImport = direction === 'import'
    const all = [
      ofList(isImport ? own?.importPrefixListId : own?.exportPrefixListId),
      ofAsPath(isImport ? own?.importAsPathFilterId : own?.exportAsPathFilterId),
      unknownFilters?.includes(direction) === true ? unknownFilter : undefined,
      ofPolicy(isImport ? own?.importPolicyId : own?.exportPolicyId),
    ].filter((filter) => filter !== undefined)
    return all.length === 0 ? undefined : allOf(all)
  }
  return { of, ofPolicy, setsRank: () => ranks }
}
