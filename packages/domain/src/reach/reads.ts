import type { IpAddress } from '@weft/net'
import type { IpPrefix } from './prefix-key'
import { destination, hostPrefix, prefixKey, prefixLength } from './prefix-key'

/** What an answer comes from: it stays what it is while none of that changes. */
export type Reads = {
  /** Tables somebody looked into. */
  readonly tables: ReadonlySet<number>
  /** Addresses somebody looked up, and network addresses of prefixes. */
  readonly addresses: ReadonlySet<IpAddress>
  /** Interfaces whose state somebody asked for, or behind whose line. */
  readonly ports: ReadonlySet<number>
  /** Tables whose links somebody followed in search of a shortest path. */
  readonly links: ReadonlySet<number>
  /** It depends on what BGP had. */
  readonly bgp: boolean
}

const none: ReadonlySet<number> = new Set()

export const noReads: Reads = { tables: none, addresses: new Set(), ports: none, links: none, bgp: false }

/** Written by the routing that is asked; one question at a time. */
export type ReadLog = {
  tables: Set<number>
  addresses: Set<IpAddress>
  ports: Set<number>
  links: Set<number>
}

export function newReadLog(): ReadLog {
  return { tables: new Set(), addresses: new Set(), ports: new Set(), links: new Set() }
}

export type Answer<Value> = { readonly value: Value; readonly reads: Reads }

/** Asks, and keeps what the answer comes from. */
export function answer<Value>(
  { log, askedBgp }: { readonly log: ReadLog; readonly askedBgp: () => number },
  ask: () => Value,
): Answer<Value> {
  const before = askedBgp()
  clearLog(log)
  const value = ask()
  const bgp = askedBgp() !== before
  return { value, reads: { ...readsIn(log), bgp } }
}

/** What was written since the log was cleared. Nobody keeps what the next question is written to. */
export function readsIn({ tables, addresses, ports, links }: ReadLog): Reads {
  if (tables.size + addresses.size + ports.size + links.size === 0) return noReads
  return { ...noReads, tables, addresses, ...(ports.size > 0 ? { ports } : {}), ...(links.size > 0 ? { links } : {}) }
}

/** Begins anew, and leaves what was written to whoever has it. */
export function clearLog(log: ReadLog): void {
  if (log.tables.size > 0) log.tables = new Set()
  if (log.addresses.size > 0) log.addresses = new Set()
  if (log.ports.size > 0) log.ports = new Set()
  if (log.links.size > 0) log.links = new Set()
}

export function joinedReads(a: Reads, b: Reads): Reads {
  if (b.tables.size + b.ports.size === 0) return a
  return {
    tables: new Set([...a.tables, ...b.tables]),
    addresses: new Set([...a.addresses, ...b.addresses]),
    ports: new Set([...a.ports, ...b.ports]),
    links: new Set([...a.links, ...b.links]),
    bgp: a.bgp || b.bgp,
  }
}

/** Whether an address is in one of the prefixes. */
export function inSome(prefixes: Iterable<IpPrefix>): (address: IpAddress) => boolean {
  const keys = { 4: new Map<number, Set<number | string>>(), 6: new Map<number, Set<number | string>>() }
  const hosts = new Set<string>()
  for (const prefix of prefixes) {
    if (hostPrefix(addressIn(prefix)) === prefix) {
      hosts.add(addressIn(prefix))
      continue
    }
    const ofVersion = keys[prefix.includes(':') ? 6 : 4]
    const length = prefixLength(prefix)
    ofVersion.set(length, (ofVersion.get(length) ?? new Set()).add(prefixKey(prefix)))
  }
  // Nothing has to be read out of an address that is only compared with others.
  if (keys[4].size + keys[6].size === 0) return (address) => hosts.has(address)
  const known = new Map<IpAddress, boolean>()
  return (address) => {
    if (hosts.has(address)) return true
    const before = known.get(address)
    if (before !== undefined) return before
    const { version, keyAt } = destination(address)
    const found = [...keys[version]].some(([length, all]) => all.has(keyAt(length)))
    known.set(address, found)
    return found
  }
}

function addressIn(prefix: IpPrefix): IpAddress {
  // The text before the slash of a canonical prefix is a canonical address.
  return prefix.slice(0, prefix.indexOf('/')) as IpAddress
}
