import type { Ipv4InterfaceAddress } from '@weft/net'
import { addressOf, networkOf, parseIpv4InterfaceAddress, prefixesOverlap } from '@weft/net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkFromText } from '../../test/fabric-text'
import { emptyDesign } from '../document'
import { newFabric } from '../edit'
import type { InterfaceId, Network, Pool } from '../model'
import { allocate } from './allocate'
import { allocatedValue } from './allocation'

const pools = emptyDesign().network.pools

function allocated(text: string, extra: Network['pools'] = pools): Record<string, string | number> {
  const network = { ...networkFromText(text), pools: extra }
  return Object.fromEntries([...allocate(network).entries.values()].map(({ key, value }) => [key, value]))
}

describe('AS numbers', () => {
  test('devices that speak BGP get the lowest free ones of the pool, in the order of ids', () => {
    expect(
      allocated(`
        a CE6866-48S8CQ-P lo0 10.0.0.1/32
        b CE6866-48S8CQ-P lo0 10.0.0.2/32 as 64512
        c CE6866-48S8CQ-P lo0 10.0.0.3/32
        d CE6866-48S8CQ-P lo0 10.0.0.4/32
        peering a lo0 -- b lo0
        peering b lo0 -- c lo0
      `),
    ).toEqual({ 'device:a/asNumber': 64513, 'device:c/asNumber': 64514 })
  })

  test('come from the private range when there is no pool', () => {
    const values = allocated(
      'a CE6866-48S8CQ-P lo0 10.0.0.1/32\nb CE6866-48S8CQ-P lo0 10.0.0.2/32\npeering a lo0 -- b lo0',
      {},
    )
    expect(values).toEqual({ 'device:a/asNumber': 64512, 'device:b/asNumber': 64513 })
  })

  test('a pool that is used up is told', () => {
    const network = networkFromText(
      'a CE6866-48S8CQ-P lo0 10.0.0.1/32\nb CE6866-48S8CQ-P lo0 10.0.0.2/32\npeering a lo0 -- b lo0',
    )
    const pool = { id: 'pool:as', kind: 'as', first: 7, last: 7 } as unknown as Pool // an AS number is a branded number
    const allocation = allocate({ ...network, pools: { 'pool:as': pool } })
    expect(allocation.exhausted).toEqual([{ key: 'device:b/asNumber', recordId: 'device:b', poolId: 'pool:as' }])
  })
})

describe('addresses of cables', () => {
  const cable = (a: string, b: string) => `
    a CE6866-48S8CQ-P
    b CE6866-48S8CQ-P
    link a 100GE1/0/1 ${a} -- b 100GE1/0/1 ${b}`

  test('two routed ends get a /31', () => {
    expect(allocated(cable('', ''))).toEqual({
      'interface:a.100GE1-0-1/ipv4': '10.1.0.0/31',
      'interface:b.100GE1-0-1/ipv4': '10.1.0.1/31',
    })
  })

  test.each([
    ['10.9.0.5/31', '10.9.0.4/31'],
    ['10.9.0.5/30', '10.9.0.6/30'],
    ['10.9.0.6/30', '10.9.0.5/30'],
  ])('an end opposite %s gets %s', (given, expected) => {
    expect(allocated(cable(given, ''))).toEqual({ 'interface:b.100GE1-0-1/ipv4': expected })
  })

  test('an end opposite a larger subnet gets nothing: which address is meant is unknown', () => {
    expect(allocated(cable('10.9.0.5/24', ''))).toEqual({})
  })

  test('switched ends get nothing', () => {
    expect(allocated(cable('', 'switched'))).toEqual({})
  })

  test('networks in use are stepped over', () => {
    expect(
      allocated(
        `${cable('', '')}\nc CE6866-48S8CQ-P lo0 10.1.0.2/32\nc2 CE6866-48S8CQ-P\nlink c 100GE1/0/9 10.1.0.0/31 -- c2 100GE1/0/9 10.1.0.1/31`,
      ),
    ).toEqual({
      'interface:a.100GE1-0-1/ipv4': '10.1.0.4/31',
      'interface:b.100GE1-0-1/ipv4': '10.1.0.5/31',
    })
  })
})

describe('loopbacks, VLANIF links and M-LAG', () => {
  test('a LoopBack without addresses gets a host address, one that wants none gets none', () => {
    const text =
      'a CE6866-48S8CQ-P\ninterface a LoopBack0\ninterface a LoopBack1 none\ninterface a LoopBack2 10.0.0.1/32'
    expect(allocated(text)).toEqual({ 'interface:a.LoopBack0/ipv4': '10.0.0.2/32' })
    expect(allocated(text, {})).toEqual({})
  })

  test('IPv6 is given where there is a pool and the device has IPv6', () => {
    const text = `
      a CE6866-48S8CQ-P
      ll CE6885-LL-56F
      interface a LoopBack0 10.0.0.1/32
      interface ll LoopBack0 10.0.0.2/32`
    const pool = { id: 'pool:six', kind: 'loopback-ipv6', prefix: '2001:db8::/64' } as unknown as Pool // a prefix is a branded text
    expect(allocated(text, { 'pool:six': pool })).toEqual({ 'interface:a.LoopBack0/ipv6': '2001:db8::1/128' })
  })

  const vlanif = (rest: string) => `
    a CE6866-48S8CQ-P
    b CE6866-48S8CQ-P
    link a 100GE1/0/1 -- b 100GE1/0/1 switched
    vlanif-link a b vlan 100 over a:100GE1/0/1 ${rest}`

  test('a VLANIF link gets a /30 and both ends their addresses', () => {
    expect(allocated(vlanif(''))).toEqual({
      'vlanif-link:a-b-100/ipv4Subnet': '10.1.0.0/30',
      'interface:a.Vlanif100/ipv4': '10.1.0.1/30',
      'interface:b.Vlanif100/ipv4': '10.1.0.2/30',
    })
  })

  test('the ends of a given subnet get its lowest free addresses', () => {
    expect(allocated(`${vlanif('10.9.0.0/24')}\nhost s 10.9.0.1`)).toEqual({
      'interface:a.Vlanif100/ipv4': '10.9.0.2/24',
      'interface:b.Vlanif100/ipv4': '10.9.0.3/24',
    })
  })

  test('the cables of an Eth-Trunk share one subnet', () => {
    const base = networkFromText(`
      a CE6866-48S8CQ-P
      b CE6866-48S8CQ-P
      interface a Eth-Trunk1 routed
      interface b Eth-Trunk1 routed
      link a 100GE1/0/1 -- b 100GE1/0/1 switched
      link a 100GE1/0/2 -- b 100GE1/0/2 switched
    `)
    const interfaces = Object.fromEntries(
      Object.entries(base.interfaces).map(([id, record]) => [
        id,
        record.name.startsWith('100GE')
          ? { ...record, memberOf: `interface:${id.slice(10, 11)}.Eth-Trunk1` as const }
          : record,
      ]),
    )
    const { entries } = allocate({ ...base, interfaces, pools })
    expect([...entries.keys()]).toEqual(['interface:a.Eth-Trunk1/ipv4', 'interface:b.Eth-Trunk1/ipv4'])
  })

  test('M-LAG ids are the lowest free ones of the pair; gateway MACs follow the VLAN', () => {
    const { network } = newFabric({ spines: 1, leaves: 2, pairs: 1, servers: 3, underlay: 'ospf', seed: 1 })
    const attachments = Object.values(network.attachments).map((record, index) =>
      index === 1 ? { ...record, mlagId: 1 } : without(record, 'mlagId'),
    )
    const [gateway] = Object.values(network.gateways).map((record) => without(record, 'macAddress'))
    if (gateway === undefined) throw new Error('the generated pair has a gateway')
    const gateways = [10, 265, 11].map((vlan, index) => ({ ...gateway, id: `gateway:${index}` as const, vlan }))
    const values = allocate({
      ...network,
      attachments: Object.fromEntries(attachments.map((record) => [record.id, record])),
      gateways: Object.fromEntries(gateways.map((record) => [record.id, record])),
    }).entries
    expect([...values.values()].filter(({ field }) => field === 'mlagId').map(({ value }) => value)).toEqual([2, 3])
    expect([...values.values()].filter(({ field }) => field === 'macAddress').map(({ value }) => value)).toEqual([
      '0000-5e00-010a',
      '0000-5e00-010b',
      '0000-5e00-020a',
    ])
  })
})

function without<R extends object, F extends keyof R>(record: R, field: F): Omit<R, F> {
  const { [field]: _, ...rest } = record
  return rest
}

const address = (text: string): Ipv4InterfaceAddress => {
  const parsed = parseIpv4InterfaceAddress(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

/** A generated fabric that forgot some of its numbers, chosen by the dice. */
const forgetful = fc
  .record({
    spines: fc.integer({ min: 1, max: 3 }),
    leaves: fc.integer({ min: 2, max: 6 }),
    servers: fc.integer({ min: 0, max: 4 }),
    underlay: fc.constantFrom<'ospf' | 'ebgp'>('ospf', 'ebgp'),
    forget: fc.infiniteStream(fc.boolean()),
  })
  .map(({ forget, ...options }) => {
    const { network } = newFabric({ ...options, pairs: 1, seed: 1 })
    const coin = () => forget.next().value === true
    const some = <R extends object>(records: { readonly [id: string]: R }, ...fields: readonly string[]) =>
      Object.fromEntries(
        Object.entries(records).map(([id, record]) => [
          id,
          Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field) || coin())) as R,
        ]),
      )
    const forgotten: Network = {
      ...network,
      devices: some(network.devices, 'asNumber', 'routerId'),
      interfaces: some(network.interfaces, 'ipv4'),
      vlanifLinks: some(network.vlanifLinks, 'ipv4Subnet'),
      attachments: some(network.attachments, 'mlagId'),
      gateways: some(network.gateways, 'macAddress'),
      pools: { ...pools, ...network.pools },
    }
    return forgotten
  })

function filledIn(network: Network): Network {
  const { entries } = allocate(network)
  const filled: { [name: string]: { [id: string]: object } } = {}
  for (const [name, records] of Object.entries(network)) filled[name] = { ...records }
  for (const { recordId, field, value } of entries.values()) {
    for (const records of Object.values(filled)) {
      const record = records[recordId]
      if (record === undefined) continue
      expect(Object.hasOwn(record, field)).toBe(false)
      records[recordId] = { ...record, [field]: field === 'ipv4' || field === 'ipv6' ? [value] : value }
    }
  }
  return filled as unknown as Network // the same records with allocated fields filled in
}

function reversed(network: Network): Network {
  return Object.fromEntries(
    Object.entries(network).map(([name, records]) => [name, Object.fromEntries(Object.entries(records).reverse())]),
  ) as unknown as Network // same collections, other order
}

describe('laws', () => {
  test('given numbers are never allocated again, and filling in leaves nothing to allocate', () => {
    fc.assert(
      fc.property(forgetful, (network) => {
        const complete = filledIn(network)
        const again = allocate(complete)
        expect([...again.entries.keys()]).toEqual([])
        for (const [id, record] of Object.entries(network.interfaces)) {
          if (record.ipv4 !== undefined) expect(complete.interfaces[id]?.ipv4).toEqual(record.ipv4)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('what was allocated collides with nothing', () => {
    fc.assert(
      fc.property(forgetful, (network) => {
        const { entries } = allocate(network)
        const complete = filledIn(network)
        const holders = new Map<string, string[]>()
        for (const { id, ipv4 } of Object.values(complete.interfaces)) {
          for (const text of ipv4 ?? []) holders.set(addressOf(text), [...(holders.get(addressOf(text)) ?? []), id])
        }
        for (const { field, value, recordId } of entries.values()) {
          if (field === 'ipv4') expect(holders.get(addressOf(address(String(value))))).toEqual([recordId])
          if (field === 'asNumber') {
            expect(Object.values(complete.devices).filter(({ asNumber }) => asNumber === value)).toHaveLength(1)
          }
        }
        for (const attachment of Object.values(complete.attachments)) {
          const same = Object.values(complete.attachments).filter(
            ({ pairId, mlagId }) => pairId === attachment.pairId && mlagId === attachment.mlagId,
          )
          expect(same).toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order of records does not matter', () => {
    fc.assert(
      fc.property(forgetful, (network) => {
        const sorted = (of: Network) => [...allocate(of).entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
        expect(sorted(reversed(network))).toEqual(sorted(network))
      }),
      { numRuns: 30 },
    )
  })

  test('new subnets overlap no given network', () => {
    const network = networkFromText(`
      a CE6866-48S8CQ-P
      b CE6866-48S8CQ-P
      c CE6866-48S8CQ-P
      link a 100GE1/0/1 -- b 100GE1/0/1
      link b 100GE1/0/2 10.1.0.1/24 -- c 100GE1/0/2 10.1.0.2/24
    `)
    const value = allocatedValue(allocate({ ...network, pools }), 'interface:a.100GE1-0-1', 'ipv4')
    expect(value).toBe('10.1.1.0/31')
    expect(prefixesOverlap(networkOf(address(String(value))), networkOf(address('10.1.0.1/24')))).toBe(false)
  })
})

test('10,000 links without addresses are all served', () => {
  const network = links(10_000)
  const { entries, exhausted } = allocate(network)
  expect(entries.size).toBe(20_000)
  expect(exhausted).toEqual([])
})

function links(count: number): Network {
  const base = networkFromText('a CE6866-48S8CQ-P\nb CE6866-48S8CQ-P\nlink a 100GE1/0/1 -- b 100GE1/0/1')
  const [near, far] = ['interface:a.100GE1-0-1', 'interface:b.100GE1-0-1'].map(
    (id) => base.interfaces[id as InterfaceId],
  )
  const interfaces: { [id: string]: object } = {}
  const cables: { [id: string]: object } = {}
  for (let index = 0; index < count; index += 1) {
    interfaces[`interface:a.${index}`] = { ...near, id: `interface:a.${index}` }
    interfaces[`interface:b.${index}`] = { ...far, id: `interface:b.${index}` }
    cables[`link:${index}`] = {
      id: `link:${index}`,
      ends: [{ interfaceId: `interface:a.${index}` }, { interfaceId: `interface:b.${index}` }],
    }
  }
  return { ...base, interfaces, links: cables, pools } as unknown as Network // records of the two it copies
}
