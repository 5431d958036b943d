import { direct, inEbgp, inIbgp, ipv6Routes, loopbacks, uplink } from './bgp-fabrics'
import type { RuleCase } from './rule-case'

export const bgpPeerCases: readonly RuleCase[] = [
  {
    // The example of the manual: a device whose LoopBack is its own peer.
    rule: 'bgp/peer-is-self',
    fails: inEbgp(`${loopbacks} left.remoteAddress 10.0.0.1`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inEbgp(loopbacks),
  },
  {
    rule: 'bgp/peer-address-unusable',
    fails: inEbgp(`${direct} left.remoteAddress 224.0.0.5`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inEbgp(direct),
  },
  {
    rule: 'bgp/remote-address-foreign',
    fails: inEbgp(`
      host server1 10.9.0.20 as 65120
      port leaf1 25GE1/0/1 access 9
      interface leaf1 Vlanif9 10.9.0.1/24
      link leaf1 25GE1/0/1 -- server1 eth0
      ${loopbacks} left.remoteAddress 10.0.0.77
      peering leaf1 Vlanif9 -- server1 left.remoteAddress 10.9.0.21`),
    at: ['error peering:leaf1-leaf2 device:leaf1', 'warning peering:leaf1-server1 device:leaf1'],
    passes: inEbgp(`${loopbacks} left.remoteAddress 10.0.0.2`),
  },
  {
    rule: 'bgp/peer-address-missing',
    fails: inEbgp('host server1\nset host:server1 {"asNumber": 65120}\npeering leaf1 lo0 -- server1'),
    at: ['error peering:leaf1-server1 device:leaf1'],
    passes: inEbgp(loopbacks),
  },
  {
    rule: 'bgp/as-mismatch',
    fails: inEbgp(`${direct} left.remoteAsNumber 65099`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inEbgp(`${direct} left.remoteAsNumber 65002`),
  },
  {
    rule: 'bgp/as-missing',
    fails: inEbgp(uplink('')),
    at: ['error peering:leaf1-server1 device:leaf1'],
    passes: inEbgp(uplink('as 65120')),
  },
  {
    rule: 'bgp/duplicate-session',
    fails: inEbgp(`${loopbacks}\n${loopbacks} id again`),
    at: [
      'error peering:leaf1-leaf2 peering:again device:leaf1 10.0.0.2',
      'error peering:leaf1-leaf2 peering:again device:leaf2 10.0.0.1',
    ],
    passes: inEbgp(`${loopbacks}\n${direct} id again`),
  },
  {
    rule: 'bgp/both-listen',
    fails: inEbgp(`${direct} left.openMode listen-only right.openMode listen-only`),
    at: ['error peering:leaf1-leaf2'],
    passes: inEbgp(`${direct} left.openMode listen-only right.openMode connect-only`),
  },
  {
    rule: 'bgp/ignored',
    fails: inEbgp(`${direct} ignore left`),
    at: ['warning peering:leaf1-leaf2 device:leaf1'],
    passes: inEbgp(direct),
  },
  {
    rule: 'bgp/link-local-interface',
    fails: inEbgp(`
      set interface:leaf1.100GE1-0-1 {"ipv6LinkLocal": "fe80::1"}
      set interface:leaf2.100GE1-0-1 {"ipv6LinkLocal": "fe80::2"}
      peering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1 families ipv6-unicast left.remoteAddress fe80::2 right.remoteAddress fe80::1 left.connectInterface none`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inEbgp(`
      set interface:leaf1.100GE1-0-1 {"ipv6LinkLocal": "fe80::1"}
      set interface:leaf2.100GE1-0-1 {"ipv6LinkLocal": "fe80::2"}
      peering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1 families ipv6-unicast left.remoteAddress fe80::2 right.remoteAddress fe80::1`),
  },
]

export const bgpSourceCases: readonly RuleCase[] = [
  {
    rule: 'bgp/source-interface-missing',
    fails: inIbgp(`
      leaf3 CE6866-48S8CQ-P as 65000 lo0 10.0.0.3/32
      link leaf3 100GE1/0/1 10.1.0.2/31 -- leaf2 100GE1/0/2 10.1.0.3/31
      set underlay:ospf {"deviceIds": ["device:leaf1", "device:leaf2", "device:leaf3"]}
      peering leaf1 lo0 -- leaf3 lo0
      interface leaf1 LoopBack9
      peering leaf1 lo9 -- leaf2 lo0
      remove interface:leaf1.LoopBack9
      peering leaf3 lo0 -- leaf2
      set peering:leaf3-leaf2 {"ends": [{"owner": {"deviceId": "device:leaf3"}, "interfaceId": "interface:leaf3.LoopBack0"}, {"owner": {"deviceId": "device:leaf2"}, "interfaceId": "interface:leaf1.LoopBack0"}]}`),
    at: ['error peering:leaf1-leaf2 device:leaf1', 'error peering:leaf3-leaf2 device:leaf2'],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/source-layer2',
    fails: inEbgp(`${direct}\nset interface:leaf1.100GE1-0-1 {"mode": "switched"}`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    also: ['bgp/peer-unreachable', 'interface/layer2-address', 'link/layers-differ', 'underlay/isolated-device'],
    passes: inEbgp(direct),
  },
  {
    rule: 'bgp/source-not-local',
    fails: inIbgp(`${loopbacks} left.address 10.0.0.2`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    also: ['bgp/peer-is-self'],
    passes: inIbgp(`${loopbacks} left.address 10.0.0.1`),
  },
  {
    rule: 'bgp/source-address-elsewhere',
    fails: inIbgp(`interface leaf1 LoopBack1 10.0.1.1/32\n${loopbacks} left.address 10.0.1.1`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inIbgp(`interface leaf1 LoopBack1 10.0.1.1/32\npeering leaf1 lo1 -- leaf2 lo0 left.address 10.0.1.1`),
  },
  {
    // The IPv6 example of the manual: the LoopBack has an IPv4 address only.
    rule: 'bgp/source-no-address',
    fails: inIbgp(`
      ${loopbacks} families ipv6-unicast left.remoteAddress 2001:db8::2${ipv6Routes}`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inIbgp(`
      interface leaf1 LoopBack0 2001:db8::1/128
      ${loopbacks} families ipv6-unicast${ipv6Routes}`),
  },
  {
    rule: 'bgp/address-versions-differ',
    fails: inIbgp(`
      interface leaf2 LoopBack0 2001:db8::2/128
      ${loopbacks} left.address 10.0.0.1 left.remoteAddress 2001:db8::2`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    also: ['bgp/loopback-unreachable', 'bgp/source-unexpected'],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/source-ambiguous',
    fails: inEbgp(
      `set interface:leaf1.100GE1-0-1 {"ipv4": ["10.1.0.0/31", "10.7.0.1/24"]}\n${direct} left.connectInterface interface`,
    ),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    // A LoopBack with several addresses is not what the manual speaks of; a named address is clear.
    passes: inEbgp(`
      set interface:leaf1.100GE1-0-1 {"ipv4": ["10.1.0.0/31", "10.7.0.1/24"]}
      set interface:leaf1.LoopBack0 {"ipv4": ["10.0.0.1/32", "10.0.3.1/32"]}
      ${direct} left.connectInterface interface-and-address
      ${loopbacks} id lo`),
  },
  {
    rule: 'bgp/source-vrf',
    fails: inIbgp(`vrf red rt 65000:1\n${loopbacks} vrf red`),
    at: ['error peering:leaf1-leaf2 device:leaf1', 'error peering:leaf1-leaf2 device:leaf2'],
    also: ['bgp/loopback-unreachable', 'bgp/remote-address-foreign'],
    passes: inIbgp(`
      vrf red rt 65000:1
      link leaf1 100GE1/0/2 10.8.0.0/31 -- leaf2 100GE1/0/2 10.8.0.1/31 vrf red
      peering leaf1 100GE1/0/2 -- leaf2 100GE1/0/2 vrf red`),
  },
  {
    rule: 'bgp/source-meth',
    fails: inEbgp(`
      interface leaf1 MEth0/0/0 192.0.2.1/24
      interface leaf2 MEth0/0/0 192.0.2.2/24
      peering leaf1 MEth0/0/0 -- leaf2 MEth0/0/0`),
    at: ['warning peering:leaf1-leaf2 device:leaf1', 'warning peering:leaf1-leaf2 device:leaf2'],
    passes: inEbgp(direct),
  },
  {
    rule: 'bgp/source-unnumbered',
    fails: inIbgp(`
      link leaf1 100GE1/0/2 none -- leaf2 100GE1/0/2 none
      set interface:leaf1.100GE1-0-2 {"ipv4": null, "unnumberedFrom": "interface:leaf1.LoopBack0"}
      set interface:leaf2.100GE1-0-2 {"ipv4": null, "unnumberedFrom": "interface:leaf2.LoopBack0"}
      peering leaf1 100GE1/0/2 -- leaf2 lo0 left.connectInterface interface`),
    at: ['warning peering:leaf1-leaf2 device:leaf1'],
    also: ['bgp/ibgp-physical-source'],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/source-one-sided',
    fails: inIbgp(`${loopbacks} right.connectInterface none`),
    at: ['warning peering:leaf1-leaf2 device:leaf2'],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/authentication-differs',
    fails: inIbgp(`${loopbacks} left.keychain core`),
    at: ['error peering:leaf1-leaf2'],
    passes: inIbgp(`${loopbacks} keychain core`),
  },
  {
    rule: 'bgp/source-unexpected',
    fails: inIbgp(`interface leaf2 LoopBack1 10.0.1.2/32\n${loopbacks} left.remoteAddress 10.0.1.2`),
    at: ['error peering:leaf1-leaf2 device:leaf2'],
    passes: inIbgp(`interface leaf2 LoopBack1 10.0.1.2/32\npeering leaf1 lo0 -- leaf2 lo1 left.remoteAddress 10.0.1.2`),
  },
  {
    rule: 'bgp/ibgp-physical-source',
    fails: inIbgp(
      'link leaf1 100GE1/0/2 10.8.0.0/31 -- leaf2 100GE1/0/2 10.8.0.1/31\npeering leaf1 100GE1/0/2 -- leaf2 100GE1/0/2',
    ),
    at: ['warning peering:leaf1-leaf2'],
    passes: inIbgp('peering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1'),
  },
]
