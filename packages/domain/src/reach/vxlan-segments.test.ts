import { describe, expect, it } from 'vitest'
import { brief, reachOf, reasons } from '../../test/reach-of'

/** Two leaves around a spine with a bridge domain each way; their Vbdifs speak BGP over the tunnel. */
const fabric = (changes = '', domain = 'bd 10 vni 10010 on leaf1,leaf2') => `
  spine CE8851-32CQ8DQ-P role spine as 65000 lo0 10.0.0.250/32
  leaf1 CE6866-48S8CQ-P as 65001 lo0 10.0.0.1/32 lo1 10.0.1.1/32
  leaf2 CE6866-48S8CQ-P as 65002 lo0 10.0.0.2/32 lo1 10.0.1.2/32
  link leaf1 100GE1/0/1 10.1.1.0/31 -- spine 100GE1/0/1 10.1.1.1/31
  link leaf2 100GE1/0/1 10.1.2.0/31 -- spine 100GE1/0/2 10.1.2.1/31
  underlay ospf all
  vrf tenant
  ${domain}
  nve leaf1 lo1
  nve leaf2 lo1
  interface leaf1 Vbdif10 10.9.0.1/24 vrf tenant
  interface leaf2 Vbdif10 10.9.0.2/24 vrf tenant
  peering leaf1 Vbdif10 -- leaf2 Vbdif10 vrf tenant
  ${changes}`
const key = 'peering:leaf1-leaf2/0'
const verdict = (text: string) => reachOf(text).bgpSessions.get(key)

describe('a bridge domain on two leaves', () => {
  it('is one segment while the tunnel between their VTEPs stands, which is assumed', () => {
    expect(brief(verdict(fabric()))).toBe('established assumed')
  })

  it('has the tunnel in the proof, with its ends and its VNI', () => {
    const found = verdict(fabric())
    expect(found?.forward).toMatchObject({
      kind: 'reachable',
      path: ['device:leaf1', 'device:leaf2'],
      tunnels: [{ vni: 10010, from: 'device:leaf1', to: 'device:leaf2' }],
    })
    expect(found?.proof.find(({ fact }) => fact === 'forward-path')?.says.en).toBe(
      'leaf1 reaches 10.9.0.2: leaf1 → leaf2 (VXLAN leaf1 → leaf2, VNI 10010).',
    )
  })

  it('is in two parts while the underlay does not carry the tunnel', () => {
    expect(brief(verdict(fabric('interface spine 100GE1/0/2 shutdown')))).toContain('down')
    expect(verdict(fabric('set interface:leaf2.LoopBack1 {"outsideUnderlay":true}'))?.status).toBe('down')
    expect(verdict(fabric('interface leaf2 Nve1 shutdown'))?.status).toBe('down')
  })

  it('is in two parts where one of them does not send to the other', () => {
    const peers = (leaf: string, list: string) =>
      `set interface:${leaf}.Nve1 {"nve":{"sourceInterfaceId":"interface:${leaf}.LoopBack1","headEnd":[{"bridgeDomainId":"bridge-domain:10","peers":[${list}]}]}}`
    expect(verdict(fabric(peers('leaf1', '"10.0.1.2"')))?.status).toBe('established')
    expect(verdict(fabric(peers('leaf1', '"10.0.1.77"')))?.status).toBe('down')
  })

  it('is open where nobody knows whether the underlay reaches the other tunnel source', () => {
    const outside = `
      host core 10.1.9.1
      link leaf1 100GE1/0/9 10.1.9.0/31 -- core
      static leaf1 10.0.1.2/32 via 10.1.9.1
      set interface:leaf2.LoopBack1 {"outsideUnderlay":true}`
    const found = verdict(fabric(outside))
    expect(found?.status).toBe('unknown')
    expect(reasons(found).join(' ')).toContain('whether VXLAN tunnels join leaf1 to 10.9.0.2 is not known')
  })

  it('joins sub-interfaces behind both leaves, whatever VLANs their frames have on the cable', () => {
    const servers = `
      a CE6866-48S8CQ-P as 65011
      b CE6866-48S8CQ-P as 65012
      link a 10GE1/0/1 10.9.0.11/24 -- leaf1 25GE1/0/1
      link b 10GE1/0/1 -- leaf2 25GE1/0/1 switched
      interface leaf1 25GE1/0/1 switched
      interface b 10GE1/0/1 routed
      sub leaf1 25GE1/0/1.1 untag bd 10
      sub leaf2 25GE1/0/1.1 vid 200 bd 10
      sub b 10GE1/0/1.200 10.9.0.12/24 vid 200
      peering a 10GE1/0/1 -- b 10GE1/0/1.200`
    const found = reachOf(fabric(servers)).bgpSessions.get('peering:a-b/0')
    expect(brief(found)).toBe('established assumed')
    expect(
      brief(reachOf(fabric(`${servers}\n interface spine 100GE1/0/2 shutdown`)).bgpSessions.get('peering:a-b/0')),
    ).toContain('down')
  })

  it('carries the sessions that carry routes of the VPN instance further', () => {
    const router = (name: string, as: number, leaf: string, at: number) => `
      ${name} CE6866-48S8CQ-P as ${as}
      interface ${name} LoopBack0 10.99.0.${at}/32 vrf tenant
      set device:${name} {"bgp":{"announce":[{"prefix":"10.99.0.${at}/32","vrfId":"vrf:tenant"}]}}
      link ${name} 10GE1/0/1 10.8.${at}.1/30 -- ${leaf} 25GE1/0/1 10.8.${at}.2/30 vrf tenant
      peering ${name} 10GE1/0/1 -- ${leaf} 25GE1/0/1 vrf tenant`
    const behind = `${router('r', 65009, 'leaf2', 1)} ${router('s', 65019, 'leaf1', 2)}
      peering r lo0 -- s lo0 hops 9 vrf tenant`
    const { bgpSessions } = reachOf(fabric(behind))
    expect(brief(bgpSessions.get('peering:r-s/0'))).toBe('established assumed')
    const apart = reachOf(fabric(`${behind}\n interface spine 100GE1/0/1 shutdown`))
    expect(apart.bgpSessions.get('peering:r-s/0')?.status).toBe('down')
    expect(apart.settled).toBe(true)
  })
})

describe('VTEPs of an EVPN bridge domain', () => {
  const evpn = 'bd 10 vni 10010 rt 65000:10 on leaf1,leaf2'
  const reflector = `
    set device:leaf1 {"asNumber":65000}
    set device:leaf2 {"asNumber":65000}
    peering leaf1 lo0 -- spine lo0 families evpn rr right
    peering leaf2 lo0 -- spine lo0 families evpn`

  it('know each other through a reflector that has one of them as its client', () => {
    expect(verdict(fabric(reflector, evpn))?.status).toBe('established')
  })

  it('do not where neither is a client', () => {
    expect(verdict(fabric(reflector.replace('rr right', ''), evpn))?.status).toBe('down')
  })

  it('do not where nobody speaks EVPN, or where the targets differ', () => {
    expect(verdict(fabric('', evpn))?.status).toBe('down')
    const other = 'set bridge-domain:10 {"evpn":{"exportTargets":["65000:10"],"importTargets":["65000:11"]}}'
    expect(verdict(fabric(`${reflector}\n${other}`, evpn))?.status).toBe('down')
  })

  it('do over EBGP where the device between leaves the next hop as it is', () => {
    const hops = (rest: string) => `
      peering leaf1 lo0 -- spine lo0 families evpn hops 9
      peering leaf2 lo0 -- spine lo0 families evpn hops 9
      ${rest}`
    expect(verdict(fabric(hops(''), evpn))?.status).toBe('down')
    const kept = ['leaf1', 'leaf2'].map(
      (leaf) => `peering ${leaf} lo0 -- spine lo0 families evpn hops 9 invariable right`,
    )
    expect(verdict(fabric(kept.join('\n'), evpn))?.status).toBe('established')
  })
})

it('a Vbdif is down when nothing of its bridge domain is live, and no tunnel stands', () => {
  const alone = `
    leaf1 CE6866-48S8CQ-P as 65001 lo1 10.0.1.1/32
    leaf2 CE6866-48S8CQ-P as 65002
    link leaf1 100GE1/0/1 10.8.0.1/30 -- leaf2 100GE1/0/1 10.8.0.2/30
    bd 10 vni 10010 on leaf1
    nve leaf1 lo1
    interface leaf1 Vbdif10 10.9.0.1/24
    static leaf2 10.9.0.0/24 via 10.8.0.1
    peering leaf1 Vbdif10 -- leaf2 100GE1/0/1`
  expect(reasons(reachOf(alone).bgpSessions.get(key))).toContain(
    'leaf2 does not reach 10.9.0.1: the interface of 10.9.0.1 or the one toward it is down, seen from leaf1.',
  )
})

it('a tunnel whose packets would take the tunnel itself is not green, nor is what runs over it', () => {
  const feedback = `
    leaf1 CE6866-48S8CQ-P as 65001 lo1 10.0.1.1/32
    leaf2 CE6866-48S8CQ-P as 65002 lo1 10.0.1.2/32
    link leaf1 100GE1/0/1 10.1.1.0/31 -- leaf2 100GE1/0/1 10.1.1.1/31
    static leaf1 10.0.1.2/32 via 10.1.1.1 preference 100
    static leaf2 10.0.1.1/32 via 10.1.1.0 preference 100
    static leaf1 10.0.1.2/32 via 10.9.0.2
    static leaf2 10.0.1.1/32 via 10.9.0.1
    bd 10 vni 10010 on leaf1,leaf2
    nve leaf1 lo1
    nve leaf2 lo1
    interface leaf1 Vbdif10 10.9.0.1/24
    interface leaf2 Vbdif10 10.9.0.2/24
    peering leaf1 Vbdif10 -- leaf2 Vbdif10`
  const { bgpSessions, vteps } = reachOf(feedback)
  expect(bgpSessions.get(key)?.status).toBe('unknown')
  expect(vteps.map(({ verdict: { status } }) => status)).toEqual(['unknown'])
})
