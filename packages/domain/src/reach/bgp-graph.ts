import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import type { BgpIntent, BgpSessionIntent } from '../intent'
import type { OspfRoutes } from './ospf'
import type { IpPrefix, PrefixKey } from './prefix-key'
import { prefixKey, prefixLength } from './prefix-key'
import type { Plane, TableName } from './tables'
import { tableOf } from './tables'

/** One direction of a session that carries unicast routes of its own IP version. */
export type BgpEdge = {
  readonly from: number
  readonly to: number
  /** The session as the sender has it. */
  readonly sender: BgpSessionIntent
  readonly receiver: BgpSessionIntent
  readonly ibgp: boolean
  /** Where the sender's packets come from: next hop of what it sends over EBGP. */
  readonly senderAddress: IpAddress
  /** The edge in the other direction. */
  readonly reverse: number
}

export type BgpOrigin = { readonly prefix: IpPrefix; readonly key: PrefixKey; readonly tables: readonly number[] }

export type BgpGraph = {
  readonly edges: readonly BgpEdge[]
  readonly out: ReadonlyMap<number, readonly number[]>
  readonly into: ReadonlyMap<number, readonly number[]>
  readonly hasIbgp: boolean
}

/** A session that came up, as the simulation needs it. */
export type LiveSession = {
  readonly sessions: readonly [BgpSessionIntent, BgpSessionIntent]
  readonly tables: readonly [number, number]
  readonly addresses: readonly [IpAddress, IpAddress]
}

/** Unicast routes of the session's own IP version; EVPN alone brings no device closer. */
export function carriesRoutes({ sessions, addresses }: LiveSession): boolean {
  const family = ipVersion(addresses[0]) === 4 ? 'ipv4-unicast' : 'ipv6-unicast'
  return sessions.every(({ families }) => families.includes(family))
}

/** @param live sessions that are up and carry routes */
export function buildBgpGraph(live: readonly LiveSession[]): BgpGraph {
  const edges: BgpEdge[] = []
  for (const { sessions, tables, addresses } of live) {
    const ibgp = sessions[0].type === 'ibgp'
    for (const side of [0, 1] as const) {
      const other = side === 0 ? 1 : 0
      edges.push({
        from: tables[side],
        to: tables[other],
        sender: sessions[side],
        receiver: sessions[other],
        ibgp,
        senderAddress: addresses[side],
        reverse: edges.length + (side === 0 ? 1 : -1),
      })
    }
  }
  const out = new Map<number, number[]>()
  const into = new Map<number, number[]>()
  for (const [index, { from, to }] of edges.entries()) {
    appendTo(out, from, index)
    appendTo(into, to, index)
  }
  return { edges, out, into, hasIbgp: edges.some(({ ibgp }) => ibgp) }
}

function appendTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

export type BgpOrigins = ReadonlyMap<TableName, ReadonlyMap<PrefixKey, BgpOrigin>>

/**
 * Prefixes that BGP originates: `network` and `import-route` take what is in the routing table.
 *
 * @param inTable whether a prefix is in a table without BGP's help
 * @source routing.md B11
 */
export function bgpOrigins(
  plane: Plane,
  ospf: OspfRoutes,
  inTable: (table: number, prefix: IpPrefix) => boolean,
): BgpOrigins {
  const origins = new Map<TableName, Map<PrefixKey, { prefix: IpPrefix; key: PrefixKey; tables: number[] }>>()
  const originate = (table: number, prefix: IpPrefix): void => {
    const name = plane.tables[table]?.name ?? ''
    const ofTable = origins.get(name) ?? new Map<PrefixKey, { prefix: IpPrefix; key: PrefixKey; tables: number[] }>()
    origins.set(name, ofTable)
    const key = prefixKey(prefix)
    const origin = ofTable.get(key) ?? { prefix, key, tables: [] }
    if (!origin.tables.includes(table)) origin.tables.push(table)
    ofTable.set(key, origin)
    plane.lengths[prefix.includes(':') ? 6 : 4].add(prefixLength(prefix))
  }
  for (const [device, { bgp }] of plane.devices.entries()) {
    for (const { prefix, vrfId } of bgp?.announcements ?? []) {
      const table = tableOf(plane, device, vrfId ?? '')
      if (table !== undefined && inTable(table.index, prefix)) originate(table.index, prefix)
    }
    for (const imported of bgp?.importRoutes ?? []) {
      const table = tableOf(plane, device, imported.vrfId ?? '')
      if (table === undefined) continue
      for (const prefix of importedPrefixes(plane, ospf, { table: table.index, imported })) {
        const version = prefix.includes(':') ? 'ipv6-unicast' : 'ipv4-unicast'
        // Importing the default route needs another command (routing.md B11).
        if (version === imported.family && prefixLength(prefix) > 0 && inTable(table.index, prefix))
          originate(table.index, prefix)
      }
    }
  }
  return origins
}

function importedPrefixes(
  plane: Plane,
  ospf: OspfRoutes,
  { table, imported }: { readonly table: number; readonly imported: BgpIntent['importRoutes'][number] },
): readonly IpPrefix[] {
  const found = plane.tables[table]
  switch (imported.protocol) {
    case 'direct':
      return [...(found?.direct.values() ?? [])].map(({ prefix }) => prefix)
    case 'static':
      return [...(found?.statics.values() ?? [])].flatMap((routes) => routes.slice(0, 1).map(({ prefix }) => prefix))
    case 'ospf':
      return ospf.entriesOf(table).map(({ prefix }) => prefix)
  }
}
