import type { Network } from '@weft/domain'
import { compile, expandIntents, sampleDesign } from '@weft/domain'
import { expect, test } from 'vitest'
import { digestOf } from './digest'
import { digestChanges, noDigest, withChanges } from './digest-changes'

const network = expandIntents(sampleDesign().network)
const compilation = compile(network)
const digest = digestOf(compilation)

test('changes make one digest of another, whatever differs', () => {
  for (const other of [cutOff(network), unnamed(network), { ...network, devices: {} }, network]) {
    const after = digestOf(compile(other))
    expect(withChanges(digest, digestChanges(digest, after))).toEqual(after)
    expect(withChanges(after, digestChanges(after, digest))).toEqual(digest)
  }
  expect(withChanges(noDigest, structuredClone(digestChanges(noDigest, digest)))).toEqual(digest)
})

test('a part that stays is neither sent nor made anew', () => {
  const same = digestOf(compile(network))
  const changes = digestChanges(digest, same)
  expect(changes.sessions).toBeUndefined()
  expect(changes.addresses).toBeUndefined()
  expect(withChanges(digest, changes).addresses).toBe(digest.addresses)
  expect(digestOf(compilation, { compilation, digest })).toEqual(digest)
  expect(digestOf(compilation, { compilation, digest }).addresses).toBe(digest.addresses)
})

function cutOff(whole: Network): Network {
  return { ...whole, links: {} }
}

function unnamed(whole: Network): Network {
  const interfaces = Object.entries(whole.interfaces).map(([id, { ipv4: _, ...rest }]) => [id, rest])
  return { ...whole, interfaces: Object.fromEntries(interfaces) }
}
