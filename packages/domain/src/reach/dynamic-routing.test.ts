import { describe, expect, it } from 'vitest'
import { brief, reachOf, reasons } from '../../test/reach-of'

const devices = (asNumbers: readonly number[]) => `
  leaf1 CE6881H-48S6CQ as ${asNumbers[0]} lo0 10.0.0.1/32 router-id 10.0.0.1
  leaf2 CE6881H-48S6CQ as ${asNumbers[1]} lo0 10.0.0.2/32 router-id 10.0.0.2
  spine1 CE6881H-48S6CQ role spine as ${asNumbers[2]} lo0 10.0.0.11/32 router-id 10.0.0.11
  spine2 CE6881H-48S6CQ role spine as ${asNumbers[3]} lo0 10.0.0.12/32 router-id 10.0.0.12
  link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
  link leaf1 100GE1/0/2 10.1.0.2/31 -- spine2 100GE1/0/1 10.1.0.3/31
  link leaf2 100GE1/0/1 10.1.0.4/31 -- spine1 100GE1/0/2 10.1.0.5/31
  link leaf2 100GE1/0/2 10.1.0.6/31 -- spine2 100GE1/0/2 10.1.0.7/31
`
const ibgp = devices([65000, 65000, 65000, 65000])
const ebgp = devices([65001, 65002, 65100, 65100])

describe('an OSPF underlay', () => {
  const ospf = `${ibgp} underlay ospf all\n`

  it('carries sessions between loopbacks; that is simulated', () => {
    const verdict = reachOf(`${ospf} peering leaf1 lo0 -- leaf2 lo0`).bgpSessions.get('peering:leaf1-leaf2/0')
    expect(brief(verdict)).toBe('established simulated')
    expect(verdict?.forward).toMatchObject({ path: ['device:leaf1', 'device:spine1', 'device:leaf2'] })
  })

  it('takes the cheaper way', () => {
    const { bgpSessions } = reachOf(
      `${ospf} set interface:leaf1.100GE1-0-1 {"ospf":{"cost":10}}\n peering leaf1 lo0 -- leaf2 lo0`,
    )
    expect(bgpSessions.get('peering:leaf1-leaf2/0')?.forward).toMatchObject({
      path: ['device:leaf1', 'device:spine2', 'device:leaf2'],
    })
  })

  it.each([
    ['interface leaf1 100GE1/0/1 shutdown', 'interface-up'],
    ['set interface:leaf1.100GE1-0-1 {"ospf":{"area":1}}', 'area'],
    ['set interface:leaf1.100GE1-0-1 {"ospf":{"networkType":"broadcast"}}', 'network-type'],
    ['set interface:leaf1.100GE1-0-1 {"ospf":{"helloSeconds":3}}', 'timers'],
    ['set interface:leaf1.100GE1-0-1 {"ospf":{"silent":true}}', 'silent'],
    ['set interface:leaf1.100GE1-0-1 {"ipv4":["10.9.0.0/31"]}', 'subnet'],
    ['set device:spine1 {"routerId":"10.0.0.1"}', 'router-id'],
  ])('says what keeps a pair from Full: %s', (line, fact) => {
    const { igpAdjacencies, bgpSessions } = reachOf(`${ospf}${line}\n peering leaf1 lo0 -- leaf2 lo0`)
    const adjacency = igpAdjacencies.find(
      ({ ends }) => ends.includes('interface:leaf1.100GE1-0-1') && ends.includes('interface:spine1.100GE1-0-1'),
    )
    expect(brief(adjacency?.verdict)).toBe(`down proved ${fact}`)
    expect(bgpSessions.get('peering:leaf1-leaf2/0')?.forward).toMatchObject({
      path: ['device:leaf1', 'device:spine2', 'device:leaf2'],
    })
  })

  it('joins areas through the backbone only', () => {
    const chain = (areas: readonly number[]) => `
      a CE6881H lo0 10.0.0.1/32 as 65000
      b CE6881H lo0 10.0.0.2/32
      c CE6881H lo0 10.0.0.3/32
      d CE6881H lo0 10.0.0.4/32 as 65000
      link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
      link b 100GE1/0/2 10.1.0.2/31 -- c 100GE1/0/1 10.1.0.3/31
      link c 100GE1/0/2 10.1.0.4/31 -- d 100GE1/0/1 10.1.0.5/31
      underlay ospf all
      ${['a.100GE1-0-1', 'b.100GE1-0-1', 'b.100GE1-0-2', 'c.100GE1-0-1', 'c.100GE1-0-2', 'd.100GE1-0-1']
        .map((port, index) => `set interface:${port} {"ospf":{"area":${areas[Math.floor(index / 2)]}}}`)
        .join('\n')}
      set interface:a.LoopBack0 {"ospf":{"area":${areas[0]}}}
      set interface:d.LoopBack0 {"ospf":{"area":${areas[2]}}}
      peering a lo0 -- d lo0`
    expect(reachOf(chain([1, 0, 2])).bgpSessions.get('peering:a-d/0')?.status).toBe('established')
    expect(reachOf(chain([0, 1, 2])).bgpSessions.get('peering:a-d/0')?.status).toBe('down')
    expect(reachOf(chain([1, 2, 3])).bgpSessions.get('peering:a-d/0')?.status).toBe('down')
    expect(reachOf(chain([7, 7, 7])).bgpSessions.get('peering:a-d/0')?.status).toBe('established')
  })

  it('joins several routers on one broadcast segment', () => {
    const lan = (type: string) => `
      a CE6881H lo0 10.0.0.1/32 as 65000
      b CE6881H lo0 10.0.0.2/32 as 65000
      c CE6881H lo0 10.0.0.3/32 as 65000
      hub CE6881H vlans 10
      ${['a', 'b', 'c']
        .map(
          (name, index) => `
        interface ${name} Vlanif10 10.1.0.${index + 1}/24
        port ${name} 10GE1/0/1 trunk 10
        port hub 10GE1/0/${index + 1} trunk 10
        link ${name} 10GE1/0/1 -- hub 10GE1/0/${index + 1}
        set interface:${name}.Vlanif10 {"ospf":{}}`,
        )
        .join('\n')}
      underlay ospf a b c type ${type}
      peering a lo0 -- c lo0`
    const joined = reachOf(lan('broadcast'))
    expect(joined.bgpSessions.get('peering:a-c/0')?.forward).toMatchObject({
      kind: 'reachable',
      path: ['device:a', 'device:c'],
    })
    expect(joined.igpAdjacencies.map(({ verdict }) => verdict.status)).toEqual(['established', 'established'])
    expect(brief(reachOf(lan('p2p')).igpAdjacencies[0]?.verdict)).toBe('down proved network-type')
  })
})

describe('route reflection', () => {
  const reflected = (options: string) => `
    a CE6881H as 65000 lo0 10.0.0.1/32 router-id 10.0.0.1 lo1 192.168.1.1/32 announce 192.168.1.1/32
    b CE6881H as 65000 lo0 10.0.0.2/32 router-id 10.0.0.2
    c CE6881H as 65000 lo0 10.0.0.3/32 router-id 10.0.0.3 lo1 192.168.3.1/32 announce 192.168.3.1/32
    link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
    link b 100GE1/0/2 10.1.0.2/31 -- c 100GE1/0/1 10.1.0.3/31
    underlay ospf a b c
    set interface:a.LoopBack1 {"outsideUnderlay":true}
    set interface:c.LoopBack1 {"outsideUnderlay":true}
    peering b lo0 -- a lo0 ${options}
    peering b lo0 -- c lo0 ${options}
    peering a lo1 -- c lo1 families evpn`

  it('carries routes from client to client', () => {
    const { bgpSessions, routes } = reachOf(reflected('rr left'))
    expect(brief(bgpSessions.get('peering:a-c/0'))).toBe('established simulated')
    expect(
      routes
        .get('device:a')
        ?.get('')
        ?.find(({ prefix }) => prefix === '192.168.3.1/32'),
    ).toMatchObject({ protocol: 'ibgp' })
  })

  it('is needed, because IBGP routes are not passed on', () => {
    const { bgpSessions } = reachOf(reflected(''))
    expect(bgpSessions.get('peering:a-b/0') ?? bgpSessions.get('peering:b-a/0')).toMatchObject({
      status: 'established',
    })
    expect(reasons(bgpSessions.get('peering:a-c/0'))).toContain(
      'a does not reach 192.168.3.1: a has no route to 192.168.3.1.',
    )
  })

  it('drops routes that carry the cluster of the receiver', () => {
    expect(
      reachOf(`${reflected('rr left')}\n set device:b {"bgp":{"clusterId":"10.0.0.3"}}`).bgpSessions.get(
        'peering:a-c/0',
      )?.status,
    ).toBe('down')
  })
})

describe('the next hop of routes from outside', () => {
  const border = (options: string) => `
    out CE6881H as 65100 lo0 10.0.0.9/32 announce 10.0.0.9/32
    edge CE6881H as 65000 lo0 10.0.0.1/32
    core CE6881H as 65000 lo0 10.0.0.2/32
    link out 100GE1/0/1 10.2.0.0/31 -- edge 100GE1/0/2 10.2.0.1/31
    link edge 100GE1/0/1 10.1.0.0/31 -- core 100GE1/0/1 10.1.0.1/31
    underlay ospf edge core
    peering out 100GE1/0/1 -- edge 100GE1/0/2
    peering edge lo0 -- core lo0 ${options}
    static out 10.0.0.2/32 via 10.2.0.1
    peering core lo0 -- out lo0 families evpn hops 2`

  it('is unknown inside unless the border device puts itself there', () => {
    expect(reachOf(border('')).bgpSessions.get('peering:core-out/0')?.forward).toMatchObject({
      kind: 'unreachable',
      stoppedAt: 'device:core',
    })
    expect(brief(reachOf(border('next-hop-local left')).bgpSessions.get('peering:core-out/0'))).toBe(
      'established simulated',
    )
  })
})

describe('an EBGP underlay', () => {
  const underlay = `${ebgp} underlay ebgp all\n`

  it('brings loopbacks to everybody and sessions over them up', () => {
    const reach = reachOf(
      `${underlay} peering leaf1 lo0 -- leaf2 lo0 families evpn hops 2\n peering leaf1 lo0 -- spine1 lo0 families evpn hops 2`,
    )
    expect(reach.settled).toBe(true)
    expect(
      [...reach.bgpSessions].filter(([key]) => key.startsWith('link:')).map(([, verdict]) => brief(verdict)),
    ).toEqual(Array(8).fill('established proved'))
    expect(brief(reach.bgpSessions.get('peering:leaf1-leaf2/0'))).toBe('established simulated')
    expect(reach.bgpSessions.get('peering:leaf1-spine1/0')?.forward).toMatchObject({
      path: ['device:leaf1', 'device:spine1'],
    })
  })

  it('does not lead from spine to spine of one AS', () => {
    const between = 'peering spine1 lo0 -- spine2 lo0 families evpn'
    expect(reachOf(`${underlay}${between}`).bgpSessions.get('peering:spine1-spine2/0')?.forward).toMatchObject({
      kind: 'unreachable',
      stoppedAt: 'device:spine1',
    })
    const different = `${devices([65001, 65002, 65100, 65101])} underlay ebgp all\n${between} hops 2`
    expect(brief(reachOf(different).bgpSessions.get('peering:spine1-spine2/0'))).toBe('established simulated')
  })

  it('joins two leaves of one AS only where the loop is allowed', () => {
    const pair = `${devices([65001, 65001, 65100, 65100])} peering leaf1 lo0 -- leaf2 lo0 families evpn\n`
    const links = (options: string) =>
      ['leaf1:1 spine1:1', 'leaf1:2 spine2:1', 'leaf2:1 spine1:2', 'leaf2:2 spine2:2']
        .map((link) => link.replaceAll(/(\w+):(\d)/g, '$1 100GE1/0/$2').replace(' spine', ' -- spine'))
        .map((ends) => `peering ${ends} ${options}`)
        .join('\n')
    const announce = ['leaf1 10.0.0.1', 'leaf2 10.0.0.2']
      .map((entry) => entry.split(' '))
      .map(([name, address]) => `set device:${name} {"bgp":{"announce":[{"prefix":"${address}/32"}]}}`)
      .join('\n')
    expect(reachOf(`${pair}${links('')}\n${announce}`).bgpSessions.get('peering:leaf1-leaf2/0')?.status).toBe('down')
    expect(
      brief(reachOf(`${pair}${links('left.allowAsLoop 1')}\n${announce}`).bgpSessions.get('peering:leaf1-leaf2/0')),
    ).toBe('established simulated')
  })

  it('cannot carry the session that would announce it', () => {
    const own = `
      a CE6881H as 65001 lo0 10.0.0.1/32 announce 10.0.0.1/32
      b CE6881H as 65002 lo0 10.0.0.2/32 announce 10.0.0.2/32
      link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
      peering a lo0 -- b lo0 hops 2`
    expect(reachOf(own).bgpSessions.get('peering:a-b/0')?.forward).toMatchObject({
      kind: 'unreachable',
      stoppedAt: 'device:a',
    })
  })

  it('announces only what is in the routing table', () => {
    const { routes, bgpSessions } = reachOf(`${ebgp}
      set device:leaf2 {"bgp":{"announce":[{"prefix":"10.0.0.2/31"}]}}
      peering leaf1 100GE1/0/1 -- spine1 100GE1/0/1
      peering leaf2 100GE1/0/1 -- spine1 100GE1/0/2
      peering leaf1 lo0 -- leaf2 lo0 families evpn`)
    expect(bgpSessions.get('peering:leaf1-leaf2/0')?.status).toBe('down')
    expect(
      routes
        .get('device:leaf2')
        ?.get('')
        ?.some(({ prefix }) => prefix === '10.0.0.2/31'),
    ).toBe(false)
  })

  it('is reported as unsettled when sessions take turns for ever', () => {
    // c learns the way back to a through the session a-b; the session a-c that this brings up gives a
    // a second 10.0.0.2, which takes the session a-b down.
    const turns = (anycast: string) => `
      a CE6881H as 65001 lo0 10.0.0.1/32 router-id 10.0.0.1 announce 10.0.0.1/32
      b CE6881H as 65002 lo0 10.0.0.2/32 router-id 10.0.0.2
      c CE6881H as 65003 lo0 10.0.0.9/32 router-id 10.0.0.9 lo1 ${anycast} announce ${anycast}
      link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
      link a 100GE1/0/2 10.1.0.2/31 -- c 100GE1/0/1 10.1.0.3/31
      link b 100GE1/0/2 10.1.0.4/31 -- c 100GE1/0/2 10.1.0.5/31
      static a 10.0.0.0/30 via 10.1.0.1
      static b 10.0.0.1/32 via 10.1.0.0
      static a 10.0.0.9/32 via 10.1.0.3
      peering a lo0 -- b lo0 hops 2
      peering b 100GE1/0/2 -- c 100GE1/0/2
      peering a lo0 -- c lo0 hops 2`
    const reach = reachOf(turns('10.0.0.2/32'))
    expect(reach.settled).toBe(false)
    expect(reach.turning).toEqual(['peering:a-b/0', 'peering:a-c/0'])
    expect(brief(reach.bgpSessions.get('peering:a-c/0'))).toContain('unknown unknown')
    expect(brief(reach.bgpSessions.get('peering:a-b/0'))).toContain('unknown unknown')
    expect(brief(reach.bgpSessions.get('peering:b-c/0'))).toBe('established proved')
    const calm = reachOf(turns('10.0.0.8/32'))
    expect(calm.settled).toBe(true)
    expect(calm.turning).toEqual([])
    expect(brief(calm.bgpSessions.get('peering:a-c/0'))).toBe('established simulated')
  })
})

describe('routes of one IP version', () => {
  const both = `
    a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 2001:db8::1/128 announce 2001:db8::1/128
    b CE6881H-48S6CQ as 65002 lo0 10.0.0.2/32 2001:db8::2/128 announce 2001:db8::2/128
    link a 100GE1/0/1 10.1.0.0/31 2001:db8:1::a/64 -- b 100GE1/0/1 10.1.0.1/31 2001:db8:1::b/64
    peering a 100GE1/0/1 -- b 100GE1/0/1`

  it('do not cross a session that carries the other one', () => {
    const loopbacks =
      'peering a lo0 -- b lo0 id six families ipv6-unicast left.address 2001:db8::1 right.address 2001:db8::2 hops 2'
    const { bgpSessions } = reachOf(`${both}\n${loopbacks}`)
    expect(brief(bgpSessions.get('peering:a-b/0'))).toBe('established proved')
    expect(bgpSessions.get('peering:six/0')).toMatchObject({ status: 'down', forward: { reason: 'no-route' } })
  })
})
