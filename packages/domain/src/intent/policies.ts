import type { AsPathFilter, Network, PrefixList, RoutePolicy } from '../model'
import { byId } from '../model'
import { bgpProcesses } from './bgp-processes'
import type { BgpIntent, DeviceIntent, PolicyIntent } from './network-intent'

const none: PolicyIntent = { prefixLists: [], asPathFilters: [], routePolicies: [] }

type Named = { readonly id: string; readonly name: string }

/** The policies and filters that BGP of a device names, by name; those that policies name are there as well. */
export function derivePolicies(device: Pick<DeviceIntent, 'bgp' | 'bgpInstances'>, network: Network): PolicyIntent {
  const used = new Set<string>()
  for (const process of bgpProcesses(device)) addUsed(process, used)
  if (used.size === 0) return none
  const routePolicies = pick<RoutePolicy>(network.routePolicies, used)
  for (const { nodes } of routePolicies) {
    for (const { clauses } of nodes) {
      for (const clause of clauses) {
        if (clause.kind === 'match-prefix') used.add(clause.prefixListId)
        if (clause.kind === 'match-as-path') used.add(clause.asPathFilterId)
      }
    }
  }
  return {
    prefixLists: pick<PrefixList>(network.prefixLists, used),
    asPathFilters: pick<AsPathFilter>(network.asPathFilters, used),
    routePolicies,
  }
}

function addUsed({ sessions, announcements, importRoutes }: BgpIntent, used: Set<string>): void {
  for (const { filters } of sessions) {
    if (filters === undefined) continue
    for (const ofFamily of Object.values(filters)) for (const id of Object.values(ofFamily)) used.add(id)
  }
  for (const { routePolicyId } of announcements) if (routePolicyId !== undefined) used.add(routePolicyId)
  for (const { routePolicyId } of importRoutes) if (routePolicyId !== undefined) used.add(routePolicyId)
}

function pick<Item extends Named>(
  records: { readonly [id: string]: Item },
  used: ReadonlySet<string>,
): readonly Item[] {
  return [...used]
    .flatMap((id) => records[id] ?? [])
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : byId(a, b)))
}
