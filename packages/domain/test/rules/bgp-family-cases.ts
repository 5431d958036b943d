import { direct, inEbgp, inIbgp, loopbacks, reflected, star } from './bgp-fabrics'
import { ebgpFabric, ospfFabric } from './healthy'
import type { RuleCase } from './rule-case'

/** A PE and the reflector of its AS. */
const routers = `
  pe1 NE40E-X8 as 65100 lo0 10.0.0.1/32
  rr1 NE40E-X8 role route-reflector as 65100 lo0 10.0.0.2/32
  link pe1 GigabitEthernet0/1/0 10.1.0.0/31 2001:db8:1::a/64 -- rr1 GigabitEthernet0/1/0 10.1.0.1/31 2001:db8:1::b/64
  underlay ospf all`

/** Reflectors of two ASs over LoopBacks; each option goes to one of the two sessions of `rr1`. */
const interAs = (towardPe: string, towardReflector: string) => `
  ${routers}
  rr2 NE40E-X8 role route-reflector as 65200 lo0 10.0.0.3/32
  link rr1 GigabitEthernet0/1/1 10.1.0.2/31 -- rr2 GigabitEthernet0/1/0 10.1.0.3/31
  static rr1 10.0.0.3/32 via 10.1.0.3
  static rr2 10.0.0.2/32 via 10.1.0.2
  peering pe1 lo0 -- rr1 lo0 id pe-rr families vpnv4 rr right ${towardPe}
  peering rr1 lo0 -- rr2 lo0 id reflectors families vpnv4 hops 10 ${towardReflector}`

export const bgpFamilyCases: readonly RuleCase[] = [
  {
    rule: 'bgp/family-none',
    fails: `${inEbgp(direct)}\nset peering:leaf1-leaf2 {"families": []}`,
    at: ['warning peering:leaf1-leaf2'],
    passes: inEbgp(direct),
  },
  {
    rule: 'bgp/family-one-sided',
    fails: `${inEbgp(`${direct} families ipv4-unicast,evpn right.disabledFamilies ["evpn"]`)}`,
    at: ['error peering:leaf1-leaf2 device:leaf2'],
    passes: inEbgp(
      `${direct} families ipv4-unicast,evpn right.disabledFamilies ["evpn"] left.disabledFamilies ["evpn"]`,
    ),
  },
  {
    rule: 'bgp/family-in-vpn',
    fails: inEbgp(`
      vrf red rt 65000:1
      link leaf1 100GE1/0/2 10.8.0.0/31 -- leaf2 100GE1/0/2 10.8.0.1/31 vrf red
      peering leaf1 100GE1/0/2 -- leaf2 100GE1/0/2 vrf red families ipv4-unicast,evpn`),
    at: ['error peering:leaf1-leaf2 device:leaf1', 'error peering:leaf1-leaf2 device:leaf2'],
    passes: inEbgp(`
      vrf red rt 65000:1
      link leaf1 100GE1/0/2 10.8.0.0/31 -- leaf2 100GE1/0/2 10.8.0.1/31 vrf red
      peering leaf1 100GE1/0/2 -- leaf2 100GE1/0/2 vrf red`),
  },
  {
    rule: 'bgp/next-hop-local-on-ebgp',
    fails: inEbgp(`${direct} next-hop-local left`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inIbgp(`${loopbacks} next-hop-local left`),
  },
  {
    rule: 'bgp/next-hop-local-on-reflector',
    fails: `${star}\npeering leaf1 lo0 -- rr1 lo0 rr right next-hop-local right\npeering leaf2 lo0 -- rr1 lo0 rr right`,
    at: ['warning peering:leaf1-rr1 device:rr1'],
    passes: `${star}\npeering leaf1 lo0 -- rr1 lo0 rr right next-hop-local left\npeering leaf2 lo0 -- rr1 lo0 rr right`,
  },
  {
    rule: 'bgp/next-hop-both',
    fails: inIbgp(`${loopbacks} next-hop-local left left.nextHopInvariable true`),
    at: ['warning peering:leaf1-leaf2 device:leaf1'],
    passes: inIbgp(`${loopbacks} next-hop-local left right.nextHopInvariable true`),
  },
  {
    rule: 'bgp/evpn-next-hop-lost',
    fails: `${ebgpFabric}\npeering leaf1 lo0 -- spine2 lo0 families evpn\npeering leaf2 lo0 -- spine2 lo0 families evpn`,
    at: ['error peering:leaf1-spine2 device:spine2', 'error peering:leaf2-spine2 device:spine2'],
    // A leaf that only originates EVPN routes changes nobody's next hop.
    passes: ebgpFabric,
  },
  {
    rule: 'bgp/inter-as-next-hop-lost',
    fails: interAs('', ''),
    at: ['error peering:pe-rr device:rr1', 'error peering:reflectors device:rr1'],
    passes: interAs('right.nextHopInvariable true', 'left.nextHopInvariable true'),
  },
  {
    rule: 'bgp/reflector-drops-routes',
    fails: `${interAs('right.nextHopInvariable true', 'left.nextHopInvariable true')}
      set device:rr1 {"bgp": {"vpnTargetPolicy": true}}`,
    at: ['error device:rr1'],
    passes: interAs('right.nextHopInvariable true', 'left.nextHopInvariable true'),
  },
  {
    rule: 'bgp/vpn-family-needs-ipv4-peer',
    fails: `${routers}
      peering pe1 GigabitEthernet0/1/0 -- rr1 GigabitEthernet0/1/0 families vpnv6 left.address 2001:db8:1::a right.address 2001:db8:1::b`,
    at: ['error peering:pe1-rr1 device:pe1', 'error peering:pe1-rr1 device:rr1'],
    passes: `${routers}
      peering pe1 lo0 -- rr1 lo0 families vpnv6`,
  },
  {
    rule: 'bgp/labels-not-modelled',
    fails: `${routers}
      peering pe1 lo0 -- rr1 lo0 families vpnv4`,
    at: ['info device:pe1 device:rr1'],
    passes: `${routers}
      peering pe1 lo0 -- rr1 lo0`,
  },
  {
    rule: 'bgp/next-hop-unknown',
    fails: `${reflected}
      host isp1 203.0.113.1 as 64999
      link leaf1 100GE1/0/2 203.0.113.0/31 -- isp1
      peering leaf1 100GE1/0/2 -- isp1`,
    at: ['warning peering:leaf1-rr1 device:leaf1'],
    passes: `${star}
      host isp1 203.0.113.1 as 64999
      link leaf1 100GE1/0/2 203.0.113.0/31 -- isp1
      peering leaf1 100GE1/0/2 -- isp1
      peering leaf1 lo0 -- rr1 lo0 rr right next-hop-local left
      peering leaf2 lo0 -- rr1 lo0 rr right`,
  },
  {
    rule: 'bgp/reflect-client-on-ebgp',
    fails: inEbgp(`${direct} rr left`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: reflected,
  },
  {
    rule: 'bgp/reflect-mutual',
    fails: inIbgp(`${loopbacks} left.reflectClient true right.reflectClient true`),
    at: ['warning peering:leaf1-leaf2'],
    passes: inIbgp(`${loopbacks} left.reflectClient true`),
  },
  {
    rule: 'bgp/cluster-id-conflict',
    fails: `${reflected}\nset device:rr1 {"bgp": {"clusterId": "10.0.0.2"}}`,
    at: ['error peering:leaf2-rr1 device:rr1'],
    passes: `${reflected}\nset device:rr1 {"bgp": {"clusterId": "10.0.0.9"}}`,
  },
  {
    rule: 'bgp/cluster-ids-differ',
    fails: `${ospfFabric}\nset device:spine2 {"bgp": {"clusterId": "10.0.0.2"}}`,
    at: ['warning device:spine1 device:spine2'],
    passes: ospfFabric,
  },
  {
    rule: 'bgp/cluster-id-chain',
    fails: `${star}
      set device:rr1 {"bgp": {"clusterId": "9.9.9.9"}}
      set device:leaf2 {"bgp": {"clusterId": "9.9.9.9"}}
      peering leaf2 lo0 -- rr1 lo0 rr right
      peering leaf1 lo0 -- leaf2 lo0 rr right`,
    at: ['error peering:leaf2-rr1 device:rr1'],
    also: ['bgp/cluster-id-conflict'],
    passes: `${star}
      set device:rr1 {"bgp": {"clusterId": "9.9.9.9"}}
      set device:leaf2 {"bgp": {"clusterId": "8.8.8.8"}}
      peering leaf2 lo0 -- rr1 lo0 rr right
      peering leaf1 lo0 -- leaf2 lo0 rr right`,
  },
  {
    rule: 'bgp/clients-meshed',
    fails: `${reflected}\npeering leaf1 lo0 -- leaf2 lo0`,
    at: ['info device:rr1'],
    passes: reflected,
  },
  {
    rule: 'bgp/ibgp-not-meshed',
    fails: `${star}\npeering leaf1 lo0 -- rr1 lo0\npeering leaf2 lo0 -- rr1 lo0`,
    at: ['warning device:leaf1 device:leaf2 ipv4-unicast'],
    passes: `${star}\npeering leaf1 lo0 -- rr1 lo0\npeering leaf2 lo0 -- rr1 lo0\npeering leaf1 lo0 -- leaf2 lo0`,
  },
]
