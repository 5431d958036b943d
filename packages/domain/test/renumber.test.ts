import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, numberLedger } from '../src/allocate'
import { compile } from '../src/compile'
import { blame } from '../src/config'
import type { Command, RenumberScope } from '../src/edit'
import { applyChange, applyCommand, invertChange, newFabric } from '../src/edit'
import type { Design, Network, RecordId } from '../src/model'
import { planRenumber } from '../src/plan-renumber'
import { networkFromText } from './fabric-text'

const pools = `
  pool loopback-ipv4 10.0.0.0/24
  pool link-ipv4 10.1.0.0/24
  pool as 64600 64700`

const fabric = `
  a CE6866-48S8CQ-P
  b CE6866-48S8CQ-P
  c CE6866-48S8CQ-P
  interface a LoopBack0
  interface b LoopBack0
  interface c LoopBack0
  link a 100GE1/0/1 -- b 100GE1/0/1
  link b 100GE1/0/2 -- c 100GE1/0/2
  underlay ospf all
  peering a lo0 -- c lo0
  ${pools}`

function done(network: Network, ...commands: readonly Command[]): Network {
  let design: Design = { network, layout: { positions: {} } }
  for (const command of commands) {
    const result = applyCommand(design, command)
    if ('refused' in result) throw new Error(result.refused.what.en)
    design = result.design
  }
  return design.network
}

const numbers = (network: Network) =>
  Object.fromEntries(numberLedger(network, allocate(network)).rows.map(({ key, value }) => [key, value]))

const plan = (network: Network, what: RenumberScope) => {
  const planned = planRenumber(network, what)
  if ('refused' in planned) throw new Error(planned.refused.what.en)
  return planned
}
const lines = (network: Network, what: RenumberScope) =>
  plan(network, what).changes.map(({ name, field, before, after }) => `${name} ${field}: ${before} → ${after}`)

const deleted = done(networkFromText(fabric), { kind: 'records.delete', ids: ['device:a'] })

describe('a pool', () => {
  test('is dealt out again from its beginning, and nothing else changes', () => {
    expect(numbers(deleted)['interface:b.LoopBack0/ipv4']).toBe('10.0.0.2/32')
    expect(lines(deleted, { kind: 'pool', poolId: 'pool:loopback-ipv4' })).toEqual([
      'b LoopBack0 ipv4[0]: 10.0.0.2/32 → 10.0.0.1/32',
      'c LoopBack0 ipv4[0]: 10.0.0.3/32 → 10.0.0.2/32',
    ])
    expect(lines(deleted, { kind: 'pool', poolId: 'pool:link-ipv4' })).toEqual([
      'b 100GE1/0/2 ipv4[0]: 10.1.0.2/31 → 10.1.0.0/31',
      'c 100GE1/0/2 ipv4[0]: 10.1.0.3/31 → 10.1.0.1/31',
    ])
  })

  test('that is dealt out already is refused, with the pool', () => {
    const planned = planRenumber(networkFromText(fabric), { kind: 'pool', poolId: 'pool:link-ipv4' })
    expect('refused' in planned && planned.refused.records).toEqual(['pool:link-ipv4'])
  })

  test('leaves numbers of people alone unless they are wanted too', () => {
    const byHand = done(deleted, {
      kind: 'record.set',
      id: 'interface:c.LoopBack0',
      fields: { ipv4: ['10.0.0.77/32'] },
    })
    const what = { kind: 'pool', poolId: 'pool:loopback-ipv4' } as const
    expect(lines(byHand, what)).toEqual(['b LoopBack0 ipv4[0]: 10.0.0.2/32 → 10.0.0.1/32'])
    expect(lines(byHand, { ...what, withGiven: true })).toEqual([
      'b LoopBack0 ipv4[0]: 10.0.0.2/32 → 10.0.0.1/32',
      'c LoopBack0 ipv4[0]: 10.0.0.77/32 → 10.0.0.2/32',
    ])
  })

  test('moves to its new range', () => {
    const widened = done(networkFromText(fabric), {
      kind: 'record.set',
      id: 'pool:as',
      fields: { first: 65000, last: 65010 },
    })
    expect(lines(widened, { kind: 'pool', poolId: 'pool:as' })).toEqual([
      'a asNumber: 64600 → 65000',
      'c asNumber: 64601 → 65001',
    ])
  })

  test('that became too small is refused, and nothing is lost', () => {
    const narrow = done(networkFromText(fabric), {
      kind: 'record.set',
      id: 'pool:as',
      fields: { first: 65000, last: 65000 },
    })
    const planned = planRenumber(narrow, { kind: 'pool', poolId: 'pool:as' })
    expect('refused' in planned && planned.refused.records).toEqual(['device:c', 'pool:as'])
  })
})

describe('a record or a field', () => {
  test('gets a number it did not have, and what repeats the old one follows', () => {
    const network = done(networkFromText(fabric), {
      kind: 'record.set',
      id: 'device:a',
      fields: { routerId: '10.0.0.1', bgp: { announce: [{ prefix: '10.0.0.1/32' }] } },
    })
    expect(lines(network, { kind: 'record', recordId: 'interface:a.LoopBack0' })).toEqual([
      'a LoopBack0 ipv4[0]: 10.0.0.1/32 → 10.0.0.4/32',
      'a routerId: 10.0.0.1 → 10.0.0.4',
      'a bgp.announce[0].prefix: 10.0.0.1/32 → 10.0.0.4/32',
    ])
  })

  test('of a cable takes the other end along', () => {
    const network = networkFromText(fabric)
    expect(lines(network, { kind: 'field', recordId: 'interface:a.100GE1-0-1', field: 'ipv4' })).toEqual([
      'a 100GE1/0/1 ipv4[0]: 10.1.0.0/31 → 10.1.0.4/31',
      'b 100GE1/0/1 ipv4[0]: 10.1.0.1/31 → 10.1.0.5/31',
    ])
  })

  test('an AS number is expected by its peers under the new name', () => {
    const network = done(networkFromText(fabric))
    const [a, c] = network.peerings['peering:a-c']?.ends ?? []
    const expecting = done(network, {
      kind: 'record.set',
      id: 'peering:a-c',
      fields: { ends: [a, { ...c, remoteAsNumber: 64600 }] },
    })
    // The expected number counts as taken until its owner has another.
    expect(lines(expecting, { kind: 'record', recordId: 'device:a' })).toEqual([
      'a asNumber: 64600 → 64602',
      'a – c ends[1].remoteAsNumber: 64600 → 64602',
    ])
  })

  test('a VLAN moves with both of its Vlanifs', () => {
    const network = networkFromText(`
      a CE6866-48S8CQ-P
      b CE6866-48S8CQ-P
      link a 100GE1/0/1 -- b 100GE1/0/1 switched
      vlanif-link a b vlan 100 over a:100GE1/0/1 10.9.0.0/30
      pool vlan 100 110`)
    expect(lines(network, { kind: 'field', recordId: 'vlanif-link:a-b-100', field: 'vlan' })).toEqual([
      'a Vlanif100 name: Vlanif100 → Vlanif101',
      'b Vlanif100 name: Vlanif100 → Vlanif101',
      'VLAN 100: a – b vlan: 100 → 101',
    ])
  })

  test('says which sessions reset, each with its cause', () => {
    const { resets } = plan(networkFromText(fabric), { kind: 'record', recordId: 'interface:a.LoopBack0' })
    expect(resets.map(({ session, effect }) => `${session.kind} ${effect}`)).toContain('bgp re-establishes')
    expect(resets.flatMap(({ causes }) => causes.map(({ what }) => what.en))).toContain('another source address')
    const link = plan(networkFromText(fabric), { kind: 'record', recordId: 'interface:a.100GE1-0-1' })
    expect(link.resets.map(({ session, effect }) => `${session.kind} ${effect}`)).toEqual(['ospf re-establishes'])
    // OSPF keeps the router ID it started with.
    expect(resets.map(({ session, effect }) => `${session.kind} ${effect}`)).toContain('ospf needs-reset')
  })
})

test('renumbering is one step of undo, and touches only what it chose and what repeats it', () => {
  const generated = newFabric({ spines: 2, leaves: 4, pairs: 1, servers: 4, underlay: 'ebgp', seed: 1 }).network
  const networks = [networkFromText(fabric), deleted, generated]
  const scope = (network: Network): fc.Arbitrary<RenumberScope> =>
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...Object.keys(network.pools)), fc.boolean())
        .map(([poolId, withGiven]) => ({ kind: 'pool', poolId: poolId as `pool:${string}`, withGiven }) as const),
      fc
        .constantFrom(...numberLedger(network, allocate(network)).rows.map(({ recordId }) => recordId))
        .map((recordId: RecordId) => ({ kind: 'record', recordId }) as const),
    )
  const cases = fc.constantFrom(...networks).chain((network) => fc.tuple(fc.constant(network), scope(network)))
  fc.assert(
    fc.property(cases, ([network, what]) => {
      const design = { network, layout: { positions: {} } }
      const result = applyCommand(design, { kind: 'numbers.renumber', what })
      if ('refused' in result) return
      expect(applyChange(result.design, invertChange(result.change))).toEqual(design)
      const [was, is] = [numbers(network), numbers(result.design.network)]
      expect(Object.keys(is).sort()).toEqual(Object.keys(was).sort())
      // Nobody has a number that another one kept.
      for (const field of ['ipv4', 'asNumber']) {
        const count = (all: typeof was) =>
          new Set(Object.entries(all).flatMap(([key, value]) => (key.endsWith(field) ? [value] : []))).size
        expect(count(is)).toBe(count(was))
      }
      const changed = Object.keys(is).filter((key) => is[key] !== was[key])
      if (what.kind === 'pool') {
        const pool = network.pools[what.poolId]
        for (const key of changed) expect([key, pool?.kind]).toEqual([key, kindOf(key, String(was[key]))])
      }
    }),
  )
})

function kindOf(key: string, value: string): string {
  if (key.endsWith('asNumber')) return 'as'
  if (key.endsWith('vlan')) return 'vlan'
  return value.endsWith('/32') ? 'loopback-ipv4' : 'link-ipv4'
}

test('a number that a pool gave is named by the lines that print it, before and after it is written down', () => {
  const allocationsOf = (network: Network) =>
    [...compile(network).configs.values()].flatMap((tree) =>
      blame(tree).flatMap(({ text, allocations }) => (/^ ip address|^bgp/.test(text) ? allocations : [])),
    )
  const open = networkFromText(fabric)
  const written = done(open, { kind: 'record.set', id: 'device:b', fields: { bgp: {} } })
  expect(allocationsOf(open)).toContain('interface:a.LoopBack0/ipv4')
  expect(allocationsOf(written)).toEqual(expect.arrayContaining(allocationsOf(open)))
  const byHand = done(written, { kind: 'record.set', id: 'interface:a.LoopBack0', fields: { ipv4: ['10.0.0.99/32'] } })
  expect(allocationsOf(byHand)).not.toContain('interface:a.LoopBack0/ipv4')
})

test('the port of a station is the one of the pool, before and after it is written down', () => {
  const open = networkFromText(`
    a CE6866-48S8CQ-P lo0 10.0.0.1/32
    station s 192.0.2.1
    bmp a -- s source lo0
    pool tcp-port 11000 11010`)
  const port = (network: Network) => compile(network).intent.devices.get('device:a')?.bmp?.sessions[0]?.tcpPort
  expect(port(open)).toMatchObject({ value: 11000, from: 'allocated' })
  expect(port(done(open, { kind: 'loopback.add', id: 'interface:a.more', deviceId: 'device:a' }))).toMatchObject({
    value: 11000,
    allocation: 'station:s/tcpPort',
  })
})
