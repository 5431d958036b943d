import { describe, expect, it } from 'vitest'
import { compile } from '../compile'
import type { CollectionName, Design } from '../model'
import { collections } from '../model'
import type { FabricOptions } from './fabric-plan'
import { fabricProblems } from './fabric-problems'
import { newFabric } from './new-fabric'
import { sampleDesign } from './sample-design'

const small: FabricOptions = { spines: 2, leaves: 4, pairs: 1, servers: 3, underlay: 'ospf', seed: 1 }

describe('a generated fabric', () => {
  it('is the same for the same options', () => {
    expect(newFabric(small)).toEqual(newFabric(small))
    expect(JSON.stringify(newFabric(small))).toBe(JSON.stringify(newFabric(small)))
  })

  it('differs by seed only in where servers are', () => {
    const one = newFabric({ ...small, servers: 9 })
    const two = newFabric({ ...small, servers: 9, seed: 2 })
    expect(two.network.devices['device:spine-1']).toEqual(one.network.devices['device:spine-1'])
    expect(two.network.attachments).not.toEqual(one.network.attachments)
  })

  it.each<[string, FabricOptions, { devices: number; links: number }]>([
    ['one pod', small, { devices: 6, links: 2 * 4 + 3 + 2 * 1 + 2 }],
    ['EBGP, no servers', { ...small, servers: 0, pairs: 0, underlay: 'ebgp' }, { devices: 6, links: 8 }],
    [
      'two pods and super-spines',
      { spines: 2, leaves: 30, pairs: 0, servers: 0, underlay: 'ospf', seed: 0 },
      { devices: 8 + 4 + 30, links: 60 + 16 },
    ],
  ])('counts its devices and cables: %s', (_, options, expected) => {
    const { network } = newFabric(options)
    expect({ devices: Object.keys(network.devices).length, links: Object.keys(network.links).length }).toEqual(expected)
  })

  it.each<[FabricOptions['underlay'], number]>([
    ['ospf', 900],
    ['ebgp', 2700],
    ['ospf', 8500],
  ])('over %s of %i leaves is one fabric, though it has several groups of super-spines', (underlay, leaves) => {
    const { network } = newFabric({ spines: 1, leaves, pairs: 0, servers: 0, underlay, seed: 0 })
    const met = new Map(Object.keys(network.devices).map((id) => [id, new Set<string>()]))
    for (const { ends } of Object.values(network.links)) {
      const [a = '', b = ''] = ends.map(
        (end) => ('interfaceId' in end && network.interfaces[end.interfaceId]?.deviceId) || '',
      )
      met.get(a)?.add(b)
      met.get(b)?.add(a)
    }
    const reached = new Set(['device:leaf-1'])
    for (const id of reached) for (const next of met.get(id) ?? []) reached.add(next)
    expect(reached.size).toBe(met.size)
    const ports = Object.values(network.interfaces).map(({ deviceId, name }) => `${deviceId} ${name}`)
    expect(new Set(ports).size).toBe(ports.length)
  })

  it('of two groups of super-spines has every session up', () => {
    for (const underlay of ['ospf', 'ebgp'] as const) {
      const { network } = newFabric({ spines: 1, leaves: 900, pairs: 0, servers: 0, underlay, seed: 0 })
      const { reachability, findings } = compile(network)
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect([...reachability.bgpSessions.values()].filter(({ status }) => status !== 'established')).toEqual([])
    }
  })

  it.each<[string, Design]>([
    ['small', newFabric(small)],
    ['sample', sampleDesign()],
    ['pods', newFabric({ spines: 3, leaves: 40, pairs: 12, servers: 80, underlay: 'ebgp', seed: 9 })],
  ])('holds only records that their schemas accept, each at its own id: %s', (_, design) => {
    for (const name of Object.keys(collections) as CollectionName[]) {
      for (const [id, record] of Object.entries(design.network[name])) {
        expect(record.id).toBe(id)
        expect(collections[name].safeParse(record).error?.message).toBeUndefined()
      }
    }
  })

  it.each([
    ['one pod', { ...small, servers: 9, bmp: 2 }],
    ['two pods', { ...small, leaves: 30, servers: 40, bmp: 1 }],
  ])('over OSPFv3 has IPv6 alone, and every session is up: %s', (_, options) => {
    const { network } = newFabric({ ...options, underlay: 'ospfv3' })
    const withIpv4 = Object.values(network.interfaces).filter(({ ipv4 }) => ipv4 !== undefined)
    expect(withIpv4.filter(({ outsideUnderlay }) => outsideUnderlay !== true)).toEqual([])
    const { reachability, findings } = compile(network)
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    for (const sessions of [reachability.bgpSessions, reachability.bmpSessions]) {
      const statuses = [...sessions.values()].map(({ status }) => status)
      expect(new Set(statuses)).toEqual(new Set(['established']))
    }
  })

  it('cables no port twice', () => {
    const { network } = newFabric({ spines: 3, leaves: 40, pairs: 12, servers: 80, underlay: 'ebgp', seed: 9 })
    const ends = Object.values(network.links).flatMap((link) =>
      link.ends.flatMap((end) => ('interfaceId' in end ? [end.interfaceId] : [])),
    )
    expect(new Set(ends).size).toBe(ends.length)
  })

  it.each<[Partial<FabricOptions>, string]>([
    [{ spines: 6 }, 'spines must be a whole number from 1 to 5, got 6'],
    [{ leaves: 0 }, 'leaves must be a whole number from 1 to 10000, got 0'],
    [{ pairs: 3 }, '3 pairs need 6 leaves but there are 4: raise leaves or lower pairs'],
    [
      { servers: 1000 },
      '1000 servers do not fit on the 47 server ports of 3 leaves and pairs: raise leaves or lower servers',
    ],
    [
      { evpn: 1, underlay: 'ospfv3' },
      'tunnels of tenants run between IPv4 addresses, which ospfv3 does not carry: choose another underlay or no evpn',
    ],
    [{ seed: 1.5 }, 'seed must be a whole number from 0 to 4294967295, got 1.5'],
  ])('says why %o cannot be built', (wrong, message) => {
    expect(fabricProblems({ ...small, ...wrong })).toMatchObject([
      { option: Object.keys(wrong)[0], says: { en: message } },
    ])
    expect(() => newFabric({ ...small, ...wrong })).toThrow(message)
  })
})
