import { inIbgp } from './bgp-fabrics'
import type { RuleCase } from './rule-case'

const overlay = (more = '') => `
      set device:leaf1 {"bgpInstances": [{"name": "overlay", "asNumber": 65000}${more}]}
      set device:leaf2 {"bgpInstances": [{"name": "overlay", "asNumber": 65000}]}`
const peering = 'peering leaf1 lo0 -- leaf2 lo0 families evpn left.instance overlay right.instance overlay'
/** Between addresses of IPv4 in a VPN instance that has both families. */
const inVpn = `
      vrf red rt 1:1 ipv6
      link leaf1 100GE1/0/2 10.8.0.0/31 2001:db8:8::a/64 -- leaf2 100GE1/0/2 10.8.0.1/31 2001:db8:8::b/64 vrf red
      peering leaf1 100GE1/0/2 -- leaf2 100GE1/0/2 id red vrf red left.instance overlay right.instance overlay`

export const bgpInstanceCases: readonly RuleCase[] = [
  {
    rule: 'bgp/instance-missing',
    fails: inIbgp(`set device:leaf1 {"bgpInstances": [{"name": "other", "asNumber": 65000}]}\n${peering}`),
    at: ['error peering:leaf1-leaf2 device:leaf1', 'error peering:leaf1-leaf2 device:leaf2'],
    passes: inIbgp(`${overlay()}\n${peering}`),
  },
  {
    rule: 'bgp/instance-duplicate',
    fails: inIbgp(`${overlay(', {"name": "overlay", "asNumber": 65001}')}\n${peering}`),
    at: ['error device:leaf1 overlay'],
    passes: inIbgp(`${overlay(', {"name": "other", "asNumber": 65001}')}\n${peering}`),
  },
  {
    rule: 'bgp/instance-family',
    fails: inIbgp(
      `${overlay(', {"name": "other", "asNumber": 65001, "announce": [{"prefix": "10.0.0.1/32"}]}')}\n${peering.replace('evpn', 'evpn,ipv4-unicast')}\n${inVpn} families ipv4-unicast,ipv6-unicast`,
    ),
    at: [
      'error device:leaf1',
      'error peering:leaf1-leaf2 device:leaf1',
      'error peering:leaf1-leaf2 device:leaf2',
      'error peering:red device:leaf1',
      'error peering:red device:leaf2',
    ],
    passes: inIbgp(`${overlay()}\n${peering}\n${inVpn}`),
  },
  {
    rule: 'bgp/instance-rely-state',
    fails: inIbgp(`
      vrf red rt 1:1
      host srv 10.9.0.9 as 65009
      interface leaf1 Vlanif9 10.9.0.1/24 vrf red
      port leaf1 25GE1/0/1 access 9
      link leaf1 25GE1/0/1 -- srv eth0
      ${overlay()}
      ${peering}
      peering leaf1 Vlanif9 -- srv vrf red left.instance overlay rely leaf1 25GE1/0/1 id srv`),
    at: ['error peering:srv device:leaf1'],
    passes: inIbgp(`
      vrf red rt 1:1
      host srv 10.9.0.9 as 65009
      interface leaf1 Vlanif9 10.9.0.1/24 vrf red
      port leaf1 25GE1/0/1 access 9
      link leaf1 25GE1/0/1 -- srv eth0
      ${overlay()}
      ${peering}
      peering leaf1 Vlanif9 -- srv vrf red rely leaf1 25GE1/0/1 id srv`),
  },
]
