import type { Finding } from '@weft/domain'
import type { Digest } from './digest'

type MapChanges<Key, Value> = { readonly set: readonly (readonly [Key, Value])[]; readonly gone: readonly Key[] }

/** What makes one digest of another; a part that stays is undefined. */
export type DigestChanges = {
  readonly [Part in keyof Digest]:
    | (Digest[Part] extends ReadonlyMap<infer Key, infer Value>
        ? MapChanges<Key, Value>
        : { readonly order: readonly string[]; readonly fresh: readonly Finding[] })
    | undefined
}

export const noDigest: Digest = {
  findings: [],
  allocated: new Map(),
  asNumbers: new Map(),
  addresses: new Map(),
  sessions: new Map(),
  peeringTypes: new Map(),
}

export function digestChanges(before: Digest, after: Digest): DigestChanges {
  return {
    findings: before.findings === after.findings ? undefined : findingChanges(before.findings, after.findings),
    allocated: changed(before.allocated, after.allocated),
    asNumbers: changed(before.asNumbers, after.asNumbers),
    addresses: changed(before.addresses, after.addresses),
    sessions: changed(before.sessions, after.sessions),
    peeringTypes: changed(before.peeringTypes, after.peeringTypes),
  }
}

/** The digest after changes; parts that stay are the same objects. */
export function withChanges(before: Digest, changes: DigestChanges): Digest {
  const { findings, allocated, asNumbers, addresses, sessions, peeringTypes } = changes
  return {
    findings: findings === undefined ? before.findings : ordered(before.findings, findings),
    allocated: followed(before.allocated, allocated),
    asNumbers: followed(before.asNumbers, asNumbers),
    addresses: followed(before.addresses, addresses),
    sessions: followed(before.sessions, sessions),
    peeringTypes: followed(before.peeringTypes, peeringTypes),
  }
}

function changed<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
): MapChanges<Key, Value> | undefined {
  if (before === after) return undefined
  const set = [...after].filter(([key, value]) => !isSame(before.get(key), value))
  const gone = [...before.keys()].filter((key) => !after.has(key))
  return set.length + gone.length === 0 ? undefined : { set, gone }
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((each, at) => each === b[at])
}

function followed<Key, Value>(
  before: ReadonlyMap<Key, Value>,
  changes: MapChanges<Key, Value> | undefined,
): ReadonlyMap<Key, Value> {
  if (changes === undefined) return before
  const after = new Map(before)
  for (const key of changes.gone) after.delete(key)
  for (const [key, value] of changes.set) after.set(key, value)
  return after
}

function findingChanges(before: readonly Finding[], after: readonly Finding[]) {
  const known = new Set(before)
  return { order: after.map(({ key }) => key), fresh: after.filter((finding) => !known.has(finding)) }
}

function ordered(
  before: readonly Finding[],
  { order, fresh }: { readonly order: readonly string[]; readonly fresh: readonly Finding[] },
): readonly Finding[] {
  const known = new Map([...before, ...fresh].map((finding) => [finding.key, finding]))
  return order.flatMap((key) => known.get(key) ?? [])
}
