import type { IpAddress } from '@weft/net'
import { ipVersion } from '@weft/net'
import type { BgpSessionIntent } from '../intent'
import type { RecordId } from '../model'
import type { EdgeFilters } from './edge-filters'
import type { IpPrefix, PrefixKey } from './prefix-key'
import type { FilteredRoute, RouteFilter } from './route-filter'

/** One direction of a session that carries unicast routes of its own IP version. */
export type BgpEdge = {
  readonly from: number
  readonly to: number
  /** The session as the sender has it. */
  readonly sender: BgpSessionIntent
  readonly receiver: BgpSessionIntent
  readonly ibgp: boolean
  /** What the sender lets through and what the receiver does; absent: everything. */
  readonly exports?: RouteFilter
  readonly imports?: RouteFilter
  /** Where the sender's packets come from: next hop of what it sends over EBGP. */
  readonly senderAddress: IpAddress
  /** The edge in the other direction. */
  readonly reverse: number
}

export type BgpOrigin = {
  readonly prefix: IpPrefix
  readonly key: PrefixKey
  readonly tables: readonly number[]
  /** The processes that originate it in a table where a further one does; elsewhere it is the base process. */
  readonly instances?: ReadonlyMap<number, ReadonlySet<string | undefined>>
  /** Tables where a policy that cannot be evaluated decides whether the prefix is announced. */
  readonly doubtful: readonly number[]
  /** What a policy made of the prefix where it is announced. */
  readonly given: ReadonlyMap<number, FilteredRoute>
  /** Tables where a policy keeps the prefix from being announced. */
  readonly denials: readonly Denial[]
}

/** Who stopped a prefix, and where: on a session, or where it would have been announced. */
export type Denial = {
  readonly prefix: IpPrefix
  readonly by: RecordId
  /** Absent: no node or entry matched. */
  readonly node?: number
  readonly at: { readonly edge: BgpEdge; readonly direction: 'import' | 'export' } | { readonly table: number }
}

export type BgpGraph = {
  readonly edges: readonly BgpEdge[]
  readonly out: ReadonlyMap<number, readonly number[]>
  readonly into: ReadonlyMap<number, readonly number[]>
  /** The best route is the one with the shortest AS path: no IBGP, and no policy that ranks routes. */
  readonly shortestWins: boolean
  readonly hasFilters: boolean
}

/** A session that came up, as the simulation needs it. */
export type LiveSession = {
  readonly sessions: readonly [BgpSessionIntent, BgpSessionIntent]
  readonly tables: readonly [number, number]
  readonly addresses: readonly [IpAddress, IpAddress]
}

/** Unicast routes of the session's own IP version; EVPN alone brings no device closer. */
export function carriesRoutes({ sessions, addresses }: LiveSession): boolean {
  const family = familyOf(addresses[0])
  return sessions.every(({ families }) => families.includes(family))
}

function familyOf(address: IpAddress): 'ipv4-unicast' | 'ipv6-unicast' {
  return ipVersion(address) === 4 ? 'ipv4-unicast' : 'ipv6-unicast'
}

/** @param live sessions that are up and carry routes */
export function buildBgpGraph(live: readonly LiveSession[], filters: EdgeFilters): BgpGraph {
  const edges: BgpEdge[] = []
  for (const { sessions, tables, addresses } of live) {
    const ibgp = sessions[0].type === 'ibgp'
    const family = familyOf(addresses[0])
    for (const side of [0, 1] as const) {
      const other = side === 0 ? 1 : 0
      const exports = filters.of(sessions[side], family, 'export')
      const imports = filters.of(sessions[other], family, 'import')
      edges.push({
        ...(exports === undefined ? {} : { exports }),
        ...(imports === undefined ? {} : { imports }),
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
  return {
    edges,
    out,
    into,
    shortestWins: !filters.setsRank() && !edges.some(({ ibgp }) => ibgp),
    hasFilters: edges.some(({ exports, imports }) => exports !== undefined || imports !== undefined),
  }
}

function appendTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
