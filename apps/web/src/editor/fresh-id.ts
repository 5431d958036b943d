import type { RecordKind } from '@weft/domain'

const SUFFIX_LENGTH = 10

/** Ten hex digits of a random UUID: 40 bits, far more than one design needs to stay free of clashes. */
export function freshSuffix(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, SUFFIX_LENGTH)
}

/** A record id nobody else uses. Randomness lives here, in the shell, so that commands stay pure. */
export function freshId<Kind extends RecordKind>(kind: Kind): `${Kind}:${string}` {
  return `${kind}:${freshSuffix()}`
}
