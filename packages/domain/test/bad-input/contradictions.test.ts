import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compile'
import { networkFromText } from '../fabric-text'

const model = 'CE6881H-48S6CQ'
const fabric = `
  a ${model} role leaf as 65000 lo0 10.0.0.1/32
  b ${model} role leaf as 65000 lo0 10.0.0.2/32
  r ${model} role spine as 65000 lo0 10.0.0.3/32
  link a 10GE1/0/1 10.1.0.0/31 -- r 10GE1/0/1 10.1.0.1/31
  link b 10GE1/0/1 10.1.0.2/31 -- r 10GE1/0/2 10.1.0.3/31`
const peerLink = `
  eth-trunk a Eth-Trunk0 10GE1/0/10 10GE1/0/11
  eth-trunk b Eth-Trunk0 10GE1/0/10 10GE1/0/11
  link a 10GE1/0/10 -- b 10GE1/0/10
  link a 10GE1/0/11 -- b 10GE1/0/11
  mlag pair1 a b trunk Eth-Trunk0 dad lo0 sync lo0 port 61467`
const reflected = 'overlay ibgp one members a,b,r reflectors r families evpn'

/** What two people may want at once, and how the design answers: rule and records. */
const contradictions: { readonly [what: string]: { readonly said: string; readonly found: readonly string[] } } = {
  'two overlays with other families between the same pairs': {
    said: `underlay ospf all\n${reflected}\noverlay ibgp two members a,b,r reflectors r families ipv4-unicast`,
    found: ['overlay/contradiction overlay:one overlay:two'],
  },
  'two overlays of different kinds between the same pairs': {
    said: `underlay ospf all\n${reflected}\noverlay ebgp two members a,b,r hubs r families evpn`,
    found: ['overlay/contradiction overlay:one overlay:two'],
  },
  'a device that reflects for another in one overlay and is its client in another': {
    said: `underlay ospf all\n${reflected}\noverlay ibgp two members a,r reflectors a families evpn`,
    found: ['overlay/contradiction overlay:one overlay:two'],
  },
  'a device that is reflector and client of another': {
    said: 'underlay ospf all\npeering a lo0 -- r lo0 left.reflectClient true right.reflectClient true',
    found: ['bgp/reflect-mutual peering:a-r'],
  },
  'a peering drawn beside the one an overlay stands for': {
    said: `underlay ospf all\n${reflected}\npeering a lo0 -- r lo0 families ipv4-unicast`,
    found: [
      'bgp/duplicate-session peering:one.a.r peering:a-r device:a',
      'bgp/duplicate-session peering:one.a.r peering:a-r device:r',
    ],
  },
  'two monitorings of one station': {
    said: 'underlay ospf all\nstation bmp1 192.0.2.10 port 5000\nmonitoring one bmp1 members a loopback 0\nmonitoring two bmp1 members a',
    found: ['bmp/duplicate-session bmp-session:two.a bmp-session:one.a device:a'],
  },
  'two OSPF processes over the same links': {
    said: 'underlay ospf all process 1\nunderlay ospf all process 2',
    found: [
      'underlay/contradiction underlay:ospf underlay:ospf-2 link:a.10GE1-0-1--r.10GE1-0-1 link:b.10GE1-0-1--r.10GE1-0-2',
    ],
  },
  'OSPF and IS-IS over the same links': {
    said: 'underlay ospf all\nunderlay isis all',
    found: [
      'underlay/contradiction underlay:isis underlay:ospf link:a.10GE1-0-1--r.10GE1-0-1 link:b.10GE1-0-1--r.10GE1-0-2',
    ],
  },
  'OSPF and EBGP over one link': {
    said: 'set device:r {"asNumber":65001}\nunderlay ospf all\nunderlay ebgp a r',
    found: ['underlay/contradiction underlay:ebgp underlay:ospf link:a.10GE1-0-1--r.10GE1-0-1'],
  },
  'two defaults of one role': {
    said: `role-defaults leaf CE6866-48S8CQ-P\nrole-defaults leaf ${model}`,
    found: ['document/role-defaults-twice role-defaults:leaf role-defaults:leaf-2'],
  },
  'one VLAN gateway in two VPN instances': {
    said: `vrf red rt 1:1\nvrf blue rt 2:2${peerLink}\ngateway g1 pair1 vlan 102 10.102.0.1/24 vrf red\ngateway g2 pair1 vlan 102 10.102.0.1/24 vrf blue`,
    found: ['mlag/gateway-duplicate gateway:g2 gateway:g1'],
  },
  'a subnet twice in one VPN instance': {
    said: 'vrf red rt 1:1\ninterface a Vlanif11 10.10.0.1/24 vrf red\ninterface a Vlanif12 10.10.0.1/24 vrf red',
    found: [
      'address/duplicate-on-device interface:a.Vlanif12 interface:a.Vlanif11',
      'address/subnet-overlap interface:a.Vlanif12 interface:a.Vlanif11',
    ],
  },
  'a port with two cables': {
    said: 'link a 10GE1/0/1 -- b 10GE1/0/1',
    found: [
      'link/port-used-twice interface:a.10GE1-0-1 link:a.10GE1-0-1--b.10GE1-0-1 link:a.10GE1-0-1--r.10GE1-0-1',
      'link/port-used-twice interface:b.10GE1-0-1 link:a.10GE1-0-1--b.10GE1-0-1 link:b.10GE1-0-1--r.10GE1-0-2',
    ],
  },
  'pools that overlap, contain each other, hold one number or none': {
    said: `
      pool link-ipv4 10.5.0.0/16
      pool link-ipv4 10.5.1.0/24
      pool loopback-ipv4 10.5.1.1/32
      pool as 65010 65010
      pool as 65005 65020
      pool as 65030 65021`,
    found: [
      'pool/nothing-to-give pool:as-3',
      'pool/overlap pool:as-2 pool:as',
      'pool/overlap pool:link-ipv4 pool:link-ipv4-2',
      'pool/overlap pool:link-ipv4 pool:loopback-ipv4',
    ],
  },
}

describe('what contradicts itself is answered, and the records are named', () => {
  it.each(Object.entries(contradictions))('%s', (_, { said, found }) => {
    const { findings } = compile(networkFromText(`${fabric}\n${said}`))
    expect(findings.map(({ ruleId, subjects }) => [ruleId, ...subjects].join(' '))).toEqual(
      expect.arrayContaining([...found]),
    )
  })
})

describe('pools that overlap', () => {
  const wanting = (pools: string) =>
    networkFromText(`
      a ${model} lo0
      b ${model} lo0
      link a 10GE1/0/1 -- b 10GE1/0/1
      link a 10GE1/0/2 -- b 10GE1/0/2
      ${pools}
      underlay ospf all`)

  it('never give a number twice, and one of size one gives its one', () => {
    const { allocation, findings } = compile(
      wanting('pool loopback-ipv4 10.5.0.1/32\npool link-ipv4 10.5.0.0/30\npool loopback-ipv4 10.5.0.0/29'),
    )
    const given = [...allocation.entries.values()].map(({ value }) => String(value))
    expect(given.length).toBeGreaterThan(0)
    expect(new Set(given).size).toBe(given.length)
    expect(given).toContain('10.5.0.1/32')
    expect(findings.filter(({ ruleId }) => ruleId === 'pool/overlap').length).toBeGreaterThan(0)
  })

  it('say that they are used up where nothing is left', () => {
    const { findings } = compile(wanting('pool loopback-ipv4 10.5.0.1/32'))
    expect(findings.filter(({ ruleId }) => ruleId === 'pool/exhausted').map(({ subjects }) => subjects[0])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(interface|pool):/)]),
    )
  })
})
