import type { CollectionName, Network, NetworkRecord, Pool } from '../model'
import { collections, sameValue } from '../model'
import type { AddressFamily, AddressPool } from './address-family'
import { hostOf, ipv4Family, ipv6Family, subnetOf } from './address-family'
import type { Allocation } from './allocation'
import { givenAddresses } from './given-addresses'
import type { NumberPool } from './number-kinds'
import { numberKinds } from './number-kinds'
import type { PoolUsage } from './pool-usage'
import { poolSize, poolUsages } from './pool-usage'

/** A record before and after an edit. */
type Edit = { readonly collection: CollectionName; readonly before?: NetworkRecord; readonly after?: NetworkRecord }

/** What pools may give, counted once and then kept up to date edit by edit. */
export type PoolTally = {
  readonly edit: (edits: readonly Edit[]) => void
  /**
   * Pools of which at least this share is in use. Most networks fill little of their pools, and a glance
   * shows that: numbers are compared with each other only where the glance is not enough.
   */
  readonly inUse: (network: Network, allocation: Allocation, share: number) => readonly PoolUsage[]
}

/** A count that is the sum of the counts of all records. */
type Count = {
  readonly add: (part: Network, by: 1 | -1) => void
  /** More of the pool than this cannot be in use; no closer than it takes to say whether it is enough. */
  readonly most: (pool: Pool, network: Network, enough: number) => number
}

/** Counts nothing until somebody asks. */
export function poolTally(): PoolTally {
  const counts = new Map<string, Count>()
  /** Of the fullest pools, until an edit is about numbers. */
  let told:
    | { readonly about: Allocation; readonly pools: readonly Pool[]; readonly usages: readonly PoolUsage[] }
    | undefined
  const countFor = (pool: Pool, network: Network): Count => {
    const space = 'prefix' in pool ? pool.kind.slice(-'ipv4'.length) : pool.kind
    const known = counts.get(space)
    if (known !== undefined) return known
    const count =
      'prefix' in pool ? countAddresses(space === 'ipv4' ? ipv4Family : ipv6Family) : countNumbers(pool.kind)
    count.add(network, 1)
    counts.set(space, count)
    return count
  }
  return {
    edit(edits) {
      if (edits.some(({ collection }) => collection === 'pools')) {
        counts.clear()
        told = undefined
      }
      if (counts.size === 0) return
      for (const { collection, before, after } of edits) {
        const [old, now] = [alone(collection, before), alone(collection, after)]
        for (const count of counts.values()) {
          count.add(old, -1)
          count.add(now, 1)
        }
        if (told !== undefined && !sameValue(numbersIn(old), numbersIn(now))) told = undefined
      }
    },
    inUse(network, allocation, share) {
      const pools = Object.values(network.pools).filter((pool) => {
        const enough = share * Number(poolSize(pool, network)) - allocation.entries.size * 4
        return countFor(pool, network).most(pool, network, enough) >= enough
      })
      if (pools.length === 0) return []
      if (told?.about !== allocation || !sameValue(told.pools, pools)) {
        const few = { ...network, pools: Object.fromEntries(pools.map((pool) => [pool.id, pool])) }
        told = { about: allocation, pools, usages: poolUsages(few, allocation) }
      }
      return told.usages.filter(({ size, used }) => size > 0 && used >= share * size)
    },
  }
}

/** A network of one record, or none. */
function alone(collection: CollectionName, record: NetworkRecord | undefined): Network {
  const names = Object.keys(collections)
  const own = record === undefined ? {} : { [record.id]: record }
  // The record is of the collection, and all others are empty.
  return Object.fromEntries(names.map((name) => [name, name === collection ? own : {}])) as Network
}

/** All numbers that records of a network hold. */
function numbersIn(part: Network): readonly unknown[] {
  return [
    ...[ipv4Family, ipv6Family].map((family) => givenAddresses(family, part).spans),
    ...Object.values(numberKinds).map(({ held }) => [...held(part)]),
  ]
}

/** How many records of a kind name addresses outside of interfaces, and how many each may name. */
const single: readonly (readonly [CollectionName, number])[] = [
  ['devices', 2],
  ['stations', 1],
  ['mlagPairs', 4],
  ['peerings', 4],
  ['bmpSessions', 1],
  ['staticRoutes', 1],
]

/**
 * Each subnet counts whole, and every record that may name an address. Where all subnets together are not enough, nobody
 * asks which of them are in the pool; else their addresses are read.
 */
function countAddresses(family: AddressFamily): Count {
  let others = 0
  const all = new Map<number, number>()
  const inside = new Map<AddressPool, Map<number, number>>()
  const sum = (lengths: ReadonlyMap<number, number>): number => {
    let most = others
    for (const [length, count] of lengths) most += count * 2 ** (family.bits - length)
    return most
  }
  const addInside = (pool: AddressPool, lengths: Map<number, number>, { texts, by }: Subnets): void => {
    const { first, last, length: poolLength } = subnetOf(family, pool.prefix)
    const [low, high] = [Number(first), Number(last)]
    for (const text of texts) {
      const length = lengthOf(text)
      const host = length <= poolLength ? low : Number(hostOf(family, text))
      if (host >= low && host <= high) lengths.set(length, (lengths.get(length) ?? 0) + by)
    }
  }
  return {
    add(part, by) {
      for (const { addresses } of Object.values(part.hosts)) others += by * addresses.length
      for (const [name, each] of single) others += by * each * Object.keys(part[name]).length
      const texts = subnetTexts(family, part)
      for (const text of texts) {
        const length = lengthOf(text)
        all.set(length, (all.get(length) ?? 0) + by)
      }
      for (const [pool, lengths] of inside) addInside(pool, lengths, { texts, by })
    },
    most(pool, network, enough) {
      const most = sum(all)
      if (most < enough || !('prefix' in pool)) return most
      const known = inside.get(pool) ?? new Map<number, number>()
      if (!inside.has(pool)) addInside(pool, known, { texts: subnetTexts(family, network), by: 1 })
      inside.set(pool, known)
      return sum(known)
    },
  }
}

const none: readonly never[] = []

type Subnets = { readonly texts: readonly string[]; readonly by: 1 | -1 }

/** Every subnet a record names. */
function subnetTexts(family: AddressFamily, { interfaces, vlanifLinks, gateways }: Network): readonly string[] {
  const texts: string[] = []
  const add = (text: string | undefined) => {
    if (text !== undefined) texts.push(text)
  }
  for (const record of Object.values(interfaces)) for (const text of family.addresses(record) ?? none) texts.push(text)
  for (const link of Object.values(vlanifLinks)) add(family.subnet(link))
  for (const gateway of Object.values(gateways)) {
    add(gateway[family.field])
    if (family.version === 4) gateway.mlagIpv4?.forEach(add)
  }
  return texts
}

/** Digit by digit, for there are tens of thousands. */
function lengthOf(text: string): number {
  let length = 0
  for (let at = text.indexOf('/') + 1; at < text.length; at += 1) length = length * 10 + text.charCodeAt(at) - 48
  return length
}

/** The numbers there are, in the fullest scope. */
function countNumbers(kind: NumberPool['kind']): Count {
  const scopes = new Map<string, Map<number, number>>()
  return {
    add(part, by) {
      for (const { value, scope = '' } of numberKinds[kind].held(part)) {
        const values = scopes.get(scope) ?? new Map<number, number>()
        if (values.size === 0) scopes.set(scope, values)
        const count = (values.get(value) ?? 0) + by
        if (count === 0) values.delete(value)
        else values.set(value, count)
      }
    },
    most() {
      let most = 0
      for (const { size } of scopes.values()) most = Math.max(most, size)
      return most
    },
  }
}
