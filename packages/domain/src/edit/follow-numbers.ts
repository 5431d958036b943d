import type { IpInterfaceAddress } from '@weft/net'
import { addressOf, networkOf } from '@weft/net'
import type { AllocationEntry } from '../allocate'
import type { CollectionName, NetworkRecord, Peering } from '../model'
import type { Draft } from './draft'

/** A number that was given anew. */
export type Renumbered = { readonly entry: AllocationEntry; readonly before: string | number }

/** Records that may repeat the address of something else, and the fields in which they do. */
const repeating: readonly CollectionName[] = [
  'devices',
  'mlagPairs',
  'peerings',
  'bmpSessions',
  'staticRoutes',
  'overlays',
]
const repeatingFields: ReadonlySet<string> = new Set([
  'address',
  'clusterId',
  'prefix',
  'remoteAddress',
  'routerId',
  'sourceIpv4',
])

/** What repeats an old number repeats the new one: router IDs, announced prefixes, next hops, expected AS numbers. */
export function followNumbers(draft: Draft, renumbered: readonly Renumbered[]): void {
  const addresses = addressChanges(renumbered)
  if (addresses.size > 0) {
    for (const name of repeating) {
      for (const record of Object.values<NetworkRecord>(draft.network[name])) {
        const followed = follow(record, addresses) as NetworkRecord // only texts of addresses were exchanged
        if (followed !== record) draft.put(followed)
      }
    }
  }
  followAsNumbers(draft, renumbered)
}

function addressChanges(renumbered: readonly Renumbered[]): ReadonlyMap<string, string> {
  const changes = new Map<string, string>()
  for (const { entry, before } of renumbered) {
    const [from, to] = [String(before), String(entry.value)]
    if (entry.field === 'ipv4Subnet' || entry.field === 'ipv6Subnet') changes.set(from, to)
    if (entry.field !== 'ipv4' && entry.field !== 'ipv6') continue
    // Entries of these fields hold interface addresses.
    const [old, now] = [from as IpInterfaceAddress, to as IpInterfaceAddress]
    changes.set(addressOf(old), addressOf(now))
    changes.set(networkOf(old), networkOf(now))
  }
  return changes
}

function follow(value: unknown, changes: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => follow(item, changes))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (typeof value !== 'object' || value === null) return value
  let changed: { [field: string]: unknown } | undefined
  for (const [field, inner] of Object.entries(value)) {
    const after =
      typeof inner === 'string' && repeatingFields.has(field) ? (changes.get(inner) ?? inner) : follow(inner, changes)
    if (after !== inner) changed = { ...(changed ?? value), [field]: after }
  }
  return changed ?? value
}

function followAsNumbers(draft: Draft, renumbered: readonly Renumbered[]): void {
  const devices = new Map<string, Renumbered>()
  for (const each of renumbered) if (each.entry.field === 'asNumber') devices.set(each.entry.recordId, each)
  if (devices.size === 0) return
  for (const peering of Object.values(draft.network.peerings)) {
    const [a, b] = peering.ends
    const ends = [expecting(a, b, devices), expecting(b, a, devices)] as const
    if (ends[0] !== a || ends[1] !== b) draft.put({ ...peering, ends })
  }
}

type End = Peering['ends'][number]

function expecting(end: End, other: End, devices: ReadonlyMap<string, Renumbered>): End {
  const change = 'deviceId' in other.owner ? devices.get(other.owner.deviceId) : undefined
  if (change === undefined || end.remoteAsNumber !== change.before) return end
  return { ...end, remoteAsNumber: change.entry.value } as End // what a pool of AS numbers gives is one
}
