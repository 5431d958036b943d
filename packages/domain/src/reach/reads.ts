import type { IpAddress } from '@weft/net'
import type { IpPrefix } from './prefix-key'
import { destination, hostPrefix, prefixKey, prefixLength } from './prefix-key'

/** What an answer comes from: it stays what it is while none of that changes. */
export type Reads = {
  /** Tables somebody looked into. */
  readonly tables: ReadonlySet<number>
  /** Addresses somebody looked up, and network addresses of prefixes. */
  readonly addresses: ReadonlySet<IpAddress>
  /** It depends on what BGP had. */
  readonly bgp: boolean
}

export const noReads: Reads = { tables: new Set(), addresses: new Set(), bgp: false }

/** Written by the routing that is asked; one question at a time. */
export type ReadLog = { tables: Set<number>; addresses: Set<IpAddress> }

export function newReadLog(): ReadLog {
  return { tables: new Set(), addresses: new Set() }
}

export type Answer<Value> = { readonly value: Value; readonly reads: Reads }

/** Asks, and keeps what the answer comes from. */
export function answer<Value>(
  { log, askedBgp }: { readonly log: ReadLog; readonly askedBgp: () => number },
  ask: () => Value,
): Answer<Value> {
  const before = askedBgp()
  if (log.tables.size + log.addresses.size > 0) {
    log.tables = new Set()
    log.addresses = new Set()
  }
  const value = ask()
  const { tables, addresses } = log
  const bgp = askedBgp() !== before
  // Nobody may keep what the next question is written to.
  if (tables.size + addresses.size === 0) return { value, reads: bgp ? { ...noReads, bgp } : noReads }
  return { value, reads: { tables, addresses, bgp } }
}

export function joinedReads(a: Reads, b: Reads): Reads {
  if (b.tables.size === 0) return a
  return {
    tables: new Set([...a.tables, ...b.tables]),
    addresses: new Set([...a.addresses, ...b.addresses]),
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
