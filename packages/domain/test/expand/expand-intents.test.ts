import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile'
import { newFabric } from '../../src/edit'
import { expandIntents } from '../../src/expand'
import { listSessions } from '../../src/explain'
import type { Network, Peering } from '../../src/model'
import { configTexts } from '../compiled-configs'
import { networkFromText } from '../fabric-text'

const rows = `
  rr1 CE8851-32CQ4BQ role spine as 65000 lo0 10.0.0.1/32
  rr2 CE8851-32CQ4BQ role spine as 65000 lo0 10.0.0.2/32
  leaf1 CE6866-48S8CQ-P as 65000 lo0 10.0.0.11/32
  leaf2 CE6866-48S8CQ-P as 65000 lo0 10.0.0.12/32
  leaf3 CE6866-48S8CQ-P as 65000 lo0 10.0.0.13/32`
const reflected = `${rows}
  overlay ibgp fabric members rr1,rr2 roles leaf reflectors rr1,rr2`

function idsOf(text: string): readonly string[] {
  return Object.keys(expandIntents(networkFromText(text)).peerings).sort()
}

/** The records of every collection in another order. */
function shuffled(network: Network, order: (ids: readonly string[]) => readonly string[]): Network {
  const collections = Object.entries(network).map(([name, records]: [string, { readonly [id: string]: unknown }]) => [
    name,
    Object.fromEntries(order(Object.keys(records)).map((id) => [id, records[id]])),
  ])
  // Only the order of the records changed.
  return Object.fromEntries(collections) as Network
}

describe('an overlay', () => {
  test('is one peering for each pair of a client and a reflector, and of reflectors', () => {
    expect(idsOf(reflected)).toEqual([
      'peering:fabric.leaf1.rr1',
      'peering:fabric.leaf1.rr2',
      'peering:fabric.leaf2.rr1',
      'peering:fabric.leaf2.rr2',
      'peering:fabric.leaf3.rr1',
      'peering:fabric.leaf3.rr2',
      'peering:fabric.rr1.rr2',
    ])
  })

  test('is the same as the peerings drawn one by one, byte by byte', () => {
    const drawn = `${rows}
      set device:rr1 {"bgp": {"clusterId": "1.1.1.1"}}
      set device:rr2 {"bgp": {"clusterId": "1.1.1.1"}}
      peering leaf1 lo0 -- rr1 lo0 rr right
      peering leaf1 lo0 -- rr2 lo0 rr right
      peering leaf2 lo0 -- rr1 lo0 rr right
      peering leaf2 lo0 -- rr2 lo0 rr right
      peering leaf3 lo0 -- rr1 lo0 rr right
      peering leaf3 lo0 -- rr2 lo0 rr right
      peering rr1 lo0 -- rr2 lo0`
    expect(configTexts(networkFromText(`${reflected} cluster-id 1.1.1.1`))).toEqual(configTexts(networkFromText(drawn)))
  })

  test('takes in a device that gets the role', () => {
    expect(idsOf(`leaf4 CE6866-48S8CQ-P as 65000 lo0 10.0.0.14/32\n${reflected}`)).toContain('peering:fabric.leaf4.rr2')
  })

  test('leaves exceptions out, and what somebody detached as it is', () => {
    const kept = networkFromText(`${reflected}
      set overlay:fabric {"exceptPairs": [["device:rr1", "device:leaf1"]]}
      peering leaf2 lo0 -- rr1 lo0 id copy
      set peering:copy {"overlayId": "overlay:fabric", "bfd": true}`)
    const ids = Object.keys(expandIntents(kept).peerings)
    expect(ids).toContain('peering:copy')
    expect(ids).not.toContain('peering:fabric.leaf1.rr1')
    expect(ids).not.toContain('peering:fabric.leaf2.rr1')
    expect(ids.length).toBe(6)
  })

  test('has hubs that keep the next hop of EVPN routes and do not peer with each other', () => {
    const { peerings } = expandIntents(
      networkFromText(`${rows}\noverlay ebgp evpn members rr1,rr2,leaf1 hubs rr1,rr2 families evpn`),
    )
    expect(Object.keys(peerings).sort()).toEqual(['peering:evpn.leaf1.rr1', 'peering:evpn.leaf1.rr2'])
    expect(peerings['peering:evpn.leaf1.rr1']?.ends.map(({ nextHopInvariable }) => nextHopInvariable)).toEqual([
      undefined,
      true,
    ])
  })

  test('has ids of the form every record has, also where names are long or have dots', () => {
    const long = 'x'.repeat(50)
    const { peerings } = expandIntents(
      networkFromText(`${rows}
        ${long}.a CE6866-48S8CQ-P as 65000 lo0 10.0.0.21/32
        ${long} CE6866-48S8CQ-P as 65000 lo0 10.0.0.22/32
        overlay ibgp fabric members rr1,rr2 roles leaf reflectors rr1,rr2`),
    )
    expect(Object.keys(peerings).length).toBe(11)
    for (const id of Object.keys(peerings)) expect(id).toMatch(/^peering:[A-Za-z0-9._-]{1,64}$/)
  })

  test('is a reason of every line of its sessions', () => {
    const { configs } = compile(networkFromText(reflected))
    const bgp = configs
      .get('device:leaf1')
      ?.sections.flat()
      .find(({ text }) => text.startsWith('bgp '))
    const peers = bgp?.children.filter(({ text }) => text.startsWith('peer ')) ?? []
    expect(peers.length).toBeGreaterThan(2)
    for (const { origin } of peers) expect(origin.records).toContain('overlay:fabric')
  })
})

describe('a BMP monitoring', () => {
  const monitored = `${reflected}
    station bmp1 192.0.2.10 port 5000
    monitoring all bmp1 roles leaf,spine loopback 0`

  test('is one session for each device, from its LoopBack', () => {
    const { bmpSessions } = expandIntents(networkFromText(monitored))
    expect(Object.keys(bmpSessions).length).toBe(5)
    expect(bmpSessions['bmp-session:all.leaf1']).toEqual({
      id: 'bmp-session:all.leaf1',
      monitoringId: 'bmp-monitoring:all',
      deviceId: 'device:leaf1',
      stationId: 'station:bmp1',
      source: { interfaceId: 'interface:leaf1.LoopBack0' },
      monitor: [{ target: { kind: 'public' }, family: 'ipv4-unicast', rib: 'adj-rib-in', policy: 'pre-policy' }],
    })
  })

  test('leaves exceptions out', () => {
    const network = networkFromText(`${monitored}\nset bmp-monitoring:all {"exceptIds": ["device:leaf1"]}`)
    expect(Object.keys(expandIntents(network).bmpSessions)).not.toContain('bmp-session:all.leaf1')
  })
})

describe('every expansion', () => {
  const network = networkFromText(`${reflected}
    overlay ibgp other members leaf1,leaf2,rr1 reflectors rr1 families evpn
    station bmp1 192.0.2.10 port 5000
    monitoring all bmp1 roles leaf`)

  test('is independent of the order of records', () => {
    const expected = expandIntents(network)
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const order = (ids: readonly string[]) =>
          ids
            .map((id) => ({ id, key: numbers.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ id }) => id)
        expect(expandIntents(shuffled(network, order))).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  test('changes nothing when it is done again, and nothing where there is no intent', () => {
    expect(expandIntents(expandIntents(network))).toEqual(expandIntents(network))
    const plain = networkFromText(rows)
    expect(expandIntents(plain)).toBe(plain)
  })
})

describe.each(['ospf', 'isis'] as const)('a generated fabric over %s', (underlay) => {
  const { network } = newFabric({ spines: 2, leaves: 30, pairs: 3, servers: 20, underlay, seed: 4 })

  /** As fabrics were drawn before there were overlays: other ids, and the cluster ID in the devices. */
  function drawnOneByOne(): Network {
    const peerings = Object.values(expandIntents(network).peerings).map(({ overlayId: _, ...peering }): Peering => {
      const [a, b] = peering.ends.map(({ owner }) => ('deviceId' in owner ? owner.deviceId.slice(7) : ''))
      return { ...peering, id: `peering:${a}--${b}` }
    })
    const clusterId = Object.values(network.overlays).flatMap((each) =>
      each.kind === 'ibgp' ? (each.clusterId ?? []) : [],
    )[0]
    const devices = Object.values(network.devices).map((device) => {
      const reflects = Object.values(network.overlays).some(
        (each) => each.kind === 'ibgp' && each.reflectorIds?.includes(device.id),
      )
      return [device.id, reflects ? { ...device, bgp: { ...device.bgp, clusterId } } : device]
    })
    return {
      ...network,
      overlays: {},
      devices: Object.fromEntries(devices),
      peerings: Object.fromEntries(peerings.map((peering) => [peering.id, peering])),
    }
  }

  test('has the configurations it had when every peering was drawn', () => {
    const drawn = drawnOneByOne()
    expect(Object.keys(drawn.peerings).length).toBe(61)
    expect(configTexts(network)).toEqual(configTexts(drawn))
  })
})

describe.each(['ospf', 'isis', 'ebgp'] as const)('tenants, reflectors and stations over %s', (underlay) => {
  const options = { spines: 2, leaves: 6, pairs: 1, servers: 8, underlay, seed: 4, reflectors: 1, bmp: 2, evpn: 2 }

  test('make a fabric whose sessions are all up and which no rule has an error or a warning about', () => {
    const compilation = compile(newFabric(options).network)
    expect(compilation.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    const sessions = listSessions(compilation)
    expect(sessions.filter(({ verdict }) => verdict.status !== 'established')).toEqual([])
    expect(sessions.filter(({ session }) => session.kind === 'bmp').length).toBe(14)
    const evpn = sessions.filter(
      ({ session }) =>
        session.kind === 'bgp' && compilation.network.peerings[session.key.slice(0, -2)]?.families.includes('evpn'),
    )
    expect(evpn.length).toBe(6)
  })
})
