import type { Network, RecordId, SessionStatus } from '@weft/domain'
import { compile, expandIntents, sampleDesign } from '@weft/domain'
import { expect, test } from 'vitest'
import { digestOf, worseStatus } from './digest'

const network = expandIntents(sampleDesign().network)
const compilation = compile(network)
const digest = digestOf(compilation)

test('the effective number and addresses of every device and interface are in it', () => {
  for (const [id, { bgp, interfaces }] of compilation.intent.devices) {
    expect(digest.asNumbers.get(id)).toBe(bgp && String(bgp.asNumber.value))
    for (const { interfaceId, ipv4 } of interfaces) {
      if (interfaceId && ipv4[0]) expect(digest.addresses.get(interfaceId)?.[0]).toBe(ipv4[0].value)
    }
  }
  expect(digest.asNumbers.size).toBeGreaterThan(0)
  expect(digest.allocated.size).toBe(compilation.allocation.entries.size)
})

test('a peering is as bad as the worse of its sides', () => {
  const [peering] = Object.values(network.peerings)
  if (!peering) throw new Error('the sample design has peerings')
  expect(digest.sessions.get(peering.id)).toBe('established')
  expect(digest.peeringTypes.get(peering.id)).toMatch(/^[EI]BGP$/)
  expect(digestOf(compile(cutOff(peering.id))).sessions.get(peering.id)).toBe('down')
})

test('down is worse than unknown, unknown worse than established', () => {
  const all: readonly SessionStatus[] = ['established', 'unknown', 'down']
  expect(all.reduce(worseStatus)).toBe('down')
  expect(worseStatus('unknown', 'established')).toBe('unknown')
})

test('it is a small part of the compilation', () => {
  const sizeOf = (value: unknown) => JSON.stringify(value, (_, each) => (each instanceof Map ? [...each] : each)).length
  expect(sizeOf(digest)).toBeLessThan(sizeOf(compilation) / 10)
})

/** One end of the peering loses every cable: nothing reaches its loopback any more. */
function cutOff(peeringId: RecordId): Network {
  const owner = network.peerings[peeringId]?.ends[0].owner
  const deviceId = owner && 'deviceId' in owner ? owner.deviceId : undefined
  const links = Object.entries(network.links).filter(([, { ends }]) =>
    ends.every((end) => !('interfaceId' in end) || network.interfaces[end.interfaceId]?.deviceId !== deviceId),
  )
  return { ...network, links: Object.fromEntries(links) }
}
