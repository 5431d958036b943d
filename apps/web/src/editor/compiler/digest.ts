import type {
  AllocationEntry,
  AllocationKey,
  Compilation,
  DeviceId,
  Finding,
  NetworkIntent,
  Reachability,
  RecordId,
  SessionStatus,
} from '@weft/domain'

/** What drawing, search and forms need of a compilation: small enough to travel at every edit. */
export type Digest = {
  readonly findings: readonly Finding[]
  /** Numbers given because nobody had given them. */
  readonly allocated: ReadonlyMap<AllocationKey, AllocationEntry['value']>
  /** Effective AS number of every device that speaks BGP. */
  readonly asNumbers: ReadonlyMap<DeviceId, string>
  /** Effective addresses of interfaces: IPv4 before IPv6, primary first. */
  readonly addresses: ReadonlyMap<RecordId, readonly string[]>
  /** Worst status of the sessions of a peering, of the underlay over a link, and of a BMP session. */
  readonly sessions: ReadonlyMap<RecordId, SessionStatus>
  /** Type of each peering, where its AS numbers tell. */
  readonly peeringTypes: ReadonlyMap<RecordId, 'EBGP' | 'IBGP'>
}

/** @param before a compilation and its digest: parts whose sources are the same objects stay */
export function digestOf(
  { allocation, intent, reachability, findings }: Compilation,
  before?: { readonly compilation: Compilation; readonly digest: Digest },
): Digest {
  const known = before?.digest
  const isOfIntent = intent === before?.compilation.intent
  return {
    findings,
    allocated:
      (allocation === before?.compilation.allocation && known?.allocated) ||
      new Map([...allocation.entries].map(([key, { value }]) => [key, value])),
    asNumbers: (isOfIntent && known?.asNumbers) || asNumbersOf(intent),
    addresses: (isOfIntent && known?.addresses) || addressesOf(intent),
    sessions: (reachability === before?.compilation.reachability && known?.sessions) || sessionsOf(reachability),
    peeringTypes: (isOfIntent && known?.peeringTypes) || peeringTypesOf(intent),
  }
}

function asNumbersOf(intent: NetworkIntent): Digest['asNumbers'] {
  return new Map(
    [...intent.devices].flatMap(([id, { bgp }]) => (bgp ? [[id, String(bgp.asNumber.value)] as const] : [])),
  )
}

function addressesOf(intent: NetworkIntent): Digest['addresses'] {
  const addresses = new Map<RecordId, readonly string[]>()
  for (const { interfaces } of intent.devices.values()) {
    for (const { interfaceId, ipv4, ipv6 } of interfaces) {
      const values = [...ipv4, ...ipv6].map(({ value }) => value)
      if (interfaceId && values.length > 0) addresses.set(interfaceId, values)
    }
  }
  return addresses
}

const badness: { readonly [Status in SessionStatus]: number } = { established: 0, unknown: 1, down: 2 }

/** Something is drawn up only when everything known about it says so. */
export function worseStatus(a: SessionStatus, b: SessionStatus): SessionStatus {
  return badness[a] >= badness[b] ? a : b
}

function sessionsOf({ bgpSessions, bmpSessions }: Reachability): Digest['sessions'] {
  const sessions = new Map<RecordId, SessionStatus>()
  for (const [key, { status }] of bgpSessions) {
    const id = key.slice(0, key.lastIndexOf('/')) as RecordId // a session key is a record id and a side
    sessions.set(id, worseStatus(sessions.get(id) ?? status, status))
  }
  for (const [id, { status }] of bmpSessions) sessions.set(id, status)
  return sessions
}

function peeringTypesOf(intent: NetworkIntent): Digest['peeringTypes'] {
  const types = new Map<RecordId, 'EBGP' | 'IBGP'>()
  for (const { bgp } of intent.devices.values()) {
    for (const { peeringId, type } of bgp?.sessions ?? []) {
      if (peeringId && type !== 'unknown') types.set(peeringId, type === 'ebgp' ? 'EBGP' : 'IBGP')
    }
  }
  return types
}
