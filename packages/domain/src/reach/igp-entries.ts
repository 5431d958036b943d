import type { Ipv4InterfaceAddress, Ipv6InterfaceAddress } from '@weft/net'
import { addressOf, ipVersion, networkOf } from '@weft/net'
import type { Areas, RouteKind } from './areas'
import type { Routers } from './igp-joints'
import { igpPort } from './igp-joints'
import type { LinkStateProtocol } from './link-state-protocol'
import type { IpPrefix, PrefixKey } from './prefix-key'
import { hostPrefix, prefixKey, prefixLength } from './prefix-key'
import type { Plane, TableName } from './tables'

/** A prefix that a protocol announces, and the routers that do. */
export type IgpEntry = {
  readonly prefix: IpPrefix
  readonly kind: RouteKind
  /** `port`: the interface whose prefix it is; -1 for a prefix that does not go down with one. */
  readonly advertisers: readonly { readonly node: number; readonly cost: number; readonly port: number }[]
}

export type Announcement = {
  readonly prefix: IpPrefix
  readonly kind: RouteKind
  readonly node: number
  readonly cost: number
  readonly port: number
}
type EntryDraft = Omit<IgpEntry, 'advertisers'> & { readonly advertisers: IgpEntry['advertisers'][number][] }
type Readvertised = {
  readonly ports: ReadonlySet<number>
  readonly announced: readonly (readonly [TableName, Announcement])[]
}

export type EntryTable = {
  /**
   * A table with what some interfaces announce now in place of what they did; entries of others are shared. Undefined
   * where a LoopBack announces what others do: who announces a prefix first is asked first.
   */
  readonly readvertised: (plane: Plane, change: Readvertised) => EntryTable | undefined
  readonly get: (table: TableName, key: PrefixKey) => IgpEntry | undefined
  readonly all: (table: TableName) => readonly IgpEntry[]
  /** @returns whether the node did not announce the prefix before */
  readonly add: (table: TableName, announcement: Announcement) => boolean
}

export function entryTable(plane: Plane, byTable: Map<TableName, Map<PrefixKey, EntryDraft>> = new Map()): EntryTable {
  return {
    get: (table, key) => byTable.get(table)?.get(key),
    all: (table) => [...(byTable.get(table)?.values() ?? [])],
    add: (table, { prefix, kind, node, cost, port }) => {
      const entries = byTable.get(table) ?? new Map<PrefixKey, EntryDraft>()
      byTable.set(table, entries)
      const key = prefixKey(prefix)
      const entry = entries.get(key) ?? { prefix, kind, advertisers: [] }
      entries.set(key, entry)
      if (entry.advertisers.some((known) => known.node === node && known.port === port)) return false
      entry.advertisers.push({ node, cost, port })
      plane.lengths[ipVersion(prefix)].add(prefixLength(prefix))
      return true
    },
    readvertised: (now, { ports, announced }) => {
      const tables = new Map([...byTable].map(([name, entries]) => [name, entriesWithout(entries, ports)]))
      const isLoopBack = ({ port }: { readonly port: number }) => now.ports.list[port]?.intent.kind === 'loopback'
      for (const [name, { prefix, kind, ...own }] of announced) {
        const entries = tables.get(name) ?? new Map<PrefixKey, EntryDraft>()
        tables.set(name, entries)
        const key = prefixKey(prefix)
        const others = entries.get(key)?.advertisers ?? []
        if (others.some((known) => known.node === own.node && known.port === own.port)) continue
        if (others.length > 0 && [...others, own].some(isLoopBack)) return undefined
        const advertisers = [...others, own].sort((a, b) => a.port - b.port)
        entries.set(key, { prefix, kind, advertisers })
        now.lengths[ipVersion(prefix)].add(prefixLength(prefix))
      }
      return entryTable(now, tables)
    },
  }
}

/** Entries that stay keep their object. */
function entriesWithout(
  entries: ReadonlyMap<PrefixKey, EntryDraft>,
  ports: ReadonlySet<number>,
): Map<PrefixKey, EntryDraft> {
  const left = new Map(entries)
  for (const [key, entry] of ports.size === 0 ? [] : entries) {
    if (!entry.advertisers.some(({ port }) => ports.has(port))) continue
    const advertisers = entry.advertisers.filter(({ port }) => !ports.has(port))
    if (advertisers.length === 0) left.delete(key)
    else left.set(key, { ...entry, advertisers })
  }
  return left
}

type Announcing = {
  readonly routers: Pick<Routers, 'ofPort' | 'ofTable'>
  readonly version: 4 | 6
  readonly into: Pick<EntryTable, 'add'>
}

export function announceOwn(plane: Plane, protocol: LinkStateProtocol, { routers, version, into }: Announcing): void {
  for (const [index, nodes] of routers.ofPort) {
    const port = plane.ports.list[index]
    const table = plane.tables[plane.tableOfPort[index] ?? -1]
    if (port === undefined || table === undefined || !protocol.carries(port.intent, version)) continue
    const announced = protocol.announces(igpPort(plane, index))
    if (announced === 'nothing') continue
    const cost = port.intent.kind === 'loopback' ? 0 : protocol.cost(port.intent, version)
    for (const { value } of version === 4 ? port.intent.ipv4 : port.intent.ipv6) {
      const prefix = announced === 'host' ? hostPrefix(addressOf(value)) : subnetOf(value)
      for (const node of nodes) into.add(table.name, { prefix, kind: 'internal', node, cost, port: index })
    }
  }
}

function subnetOf(value: Ipv4InterfaceAddress | Ipv6InterfaceAddress): IpPrefix {
  return value.includes(':') ? networkOf(value as Ipv6InterfaceAddress) : networkOf(value as Ipv4InterfaceAddress)
}

const defaultRoutes = { 4: '0.0.0.0/0', 6: '::/0' } as const

export function announceDefaults(
  plane: Plane,
  { routers, areas, version, into }: Announcing & { readonly areas: Areas },
): void {
  for (const [table, nodes] of routers.ofTable) {
    const name = plane.tables[table]?.name
    for (const node of nodes) {
      if (name === undefined || !areas.defaults.has(node)) continue
      // The text is a canonical prefix.
      into.add(name, { prefix: defaultRoutes[version] as IpPrefix, kind: 'default', node, cost: 0, port: -1 })
    }
  }
}
