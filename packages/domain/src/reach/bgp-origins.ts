import type { BgpIntent } from '../intent'
import { bgpProcesses } from '../intent'
import type { RoutePolicyId } from '../model'
import type { BgpOrigin, Denial } from './bgp-graph'
import type { EdgeFilters } from './edge-filters'
import { igpPrefixes } from './igp'
import type { IgpRouting } from './igp-routes'
import type { IpPrefix, PrefixKey } from './prefix-key'
import { prefixKey, prefixLength } from './prefix-key'
import type { FilteredRoute } from './route-filter'
import type { Plane, TableName } from './tables'
import { tableOf } from './tables'

export type BgpOrigins = ReadonlyMap<TableName, ReadonlyMap<PrefixKey, BgpOrigin>>

type Draft = Pick<BgpOrigin, 'prefix' | 'key'> & {
  instances?: Map<number, Set<string | undefined>>
  readonly tables: number[]
  readonly doubtful: number[]
  readonly given: Map<number, FilteredRoute>
  readonly denials: Denial[]
}

/**
 * Prefixes that BGP originates: `network` and `import-route` take what is in the routing table and their policy
 * permits.
 *
 * @param inTable whether a prefix is in a table without BGP's help
 * @param devices those that count; all of them unless given
 * @source routing.md B11
 */
export function bgpOrigins(
  plane: Plane,
  { igp, filters }: { readonly igp: IgpRouting; readonly filters: EdgeFilters },
  inTable: (table: number, prefix: IpPrefix) => boolean,
  devices: Iterable<number> = plane.devices.keys(),
): BgpOrigins {
  const origins = new Map<TableName, Map<PrefixKey, Draft>>()
  const originate = (
    table: number,
    prefix: IpPrefix,
    { instance, policy }: { readonly instance: string | undefined; readonly policy: RoutePolicyId | undefined },
  ): void => {
    const name = plane.tables[table]?.name ?? ''
    const ofTable = origins.get(name) ?? new Map<PrefixKey, Draft>()
    origins.set(name, ofTable)
    const key = prefixKey(prefix)
    const origin: Draft = ofTable.get(key) ?? { prefix, key, tables: [], doubtful: [], given: new Map(), denials: [] }
    ofTable.set(key, origin)
    plane.lengths[prefix.includes(':') ? 6 : 4].add(prefixLength(prefix))
    if (origin.tables.includes(table)) {
      noteProcess(origin, table, instance)
      return
    }
    const outcome = filters.ofPolicy(policy)?.({ prefix, asPath: [] })
    if (outcome?.verdict === 'unknown') origin.doubtful.push(table)
    else if (outcome?.verdict === 'deny')
      origin.denials.push({
        by: outcome.by,
        ...(outcome.node === undefined ? {} : { node: outcome.node }),
        prefix,
        at: { table },
      })
    else {
      noteProcess(origin, table, instance)
      origin.tables.push(table)
      if (outcome !== undefined) origin.given.set(table, outcome.route)
    }
  }
  const originateOf = (device: number, { instance, announcements, importRoutes }: BgpIntent): void => {
    for (const { prefix, vrfId, routePolicyId: policy } of announcements) {
      const table = tableOf(plane, device, vrfId ?? '')
      if (table !== undefined && inTable(table.index, prefix)) originate(table.index, prefix, { instance, policy })
    }
    for (const imported of importRoutes) {
      const table = tableOf(plane, device, imported.vrfId ?? '')
      if (table === undefined) continue
      for (const prefix of importedPrefixes(plane, igp, { table: table.index, imported })) {
        const version = prefix.includes(':') ? 'ipv6-unicast' : 'ipv4-unicast'
        // Importing the default route needs another command (routing.md B11).
        if (version === imported.family && prefixLength(prefix) > 0 && inTable(table.index, prefix))
          originate(table.index, prefix, { instance, policy: imported.routePolicyId })
      }
    }
  }
  for (const device of devices) {
    const intent = plane.devices[device]
    for (const process of intent === undefined ? [] : bgpProcesses(intent)) originateOf(device, process)
  }
  return origins
}

/** Most prefixes come from the base process alone, which needs no note. */
function noteProcess(origin: Draft, table: number, instance: string | undefined): void {
  const known = origin.instances?.get(table)
  if (known !== undefined) known.add(instance)
  else if (instance !== undefined) {
    origin.instances ??= new Map()
    origin.instances.set(table, new Set(origin.tables.includes(table) ? [undefined, instance] : [instance]))
  }
}

function importedPrefixes(
  plane: Plane,
  igp: IgpRouting,
  { table, imported }: { readonly table: number; readonly imported: BgpIntent['importRoutes'][number] },
): readonly IpPrefix[] {
  const found = plane.tables[table]
  switch (imported.protocol) {
    case 'direct':
      return [...(found?.direct.values() ?? [])].map(({ prefix }) => prefix)
    case 'static':
      return [...(found?.statics.values() ?? [])].flatMap((routes) => routes.slice(0, 1).map(({ prefix }) => prefix))
    case 'ospf':
    case 'ospfv3':
    case 'isis': {
      const { protocol, family } = imported
      return igpPrefixes(igp, { protocol, table, version: family === 'ipv4-unicast' ? 4 : 6 })
    }
  }
}
