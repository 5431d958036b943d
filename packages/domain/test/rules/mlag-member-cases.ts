import { canonicalPair as pair } from './healthy'
import { dfs, withPair } from './mlag-fabrics'
import type { RuleCase } from './rule-case'

export const mlagMemberCases: readonly RuleCase[] = [
  {
    rule: 'mlag/id-range',
    fails: withPair('set attachment:att10 {"mlagId": 2049}'),
    at: ['error attachment:att10'],
    passes: withPair('set attachment:att10 {"mlagId": 2048}'),
  },
  {
    rule: 'mlag/id-duplicate',
    fails: withPair('set attachment:att11 {"mlagId": 10}'),
    at: ['error attachment:att11 attachment:att10'],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-one-sided',
    fails: withPair('set attachment:att11 {"trunks": ["interface:leaf1.Eth-Trunk11"]}'),
    at: ['warning attachment:att11'],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-trunk',
    fails: withPair(`
      set attachment:att11 {"trunks": ["interface:leaf1.Eth-Trunk10", "interface:leaf2.Eth-Trunk0"]}
      set interface:leaf2.Eth-Trunk10 {"mode": "routed"}
      eth-trunk leaf1 Eth-Trunk12 25GE1/0/3
      attach att12 pair1 Eth-Trunk12 -- server1 vlans 10 mlagId 12
      set attachment:att12 {"trunks": ["interface:leaf2.Eth-Trunk11", "interface:leaf2.MEth0-0-0"]}`),
    at: [
      'error attachment:att10 interface:leaf2.Eth-Trunk10',
      'error attachment:att11 interface:leaf1.Eth-Trunk10',
      'error attachment:att11 interface:leaf2.Eth-Trunk0',
      'error attachment:att12 interface:leaf2.Eth-Trunk11',
      'error attachment:att12 interface:leaf2.MEth0-0-0',
    ],
    also: ['mlag/attachment-cabling', 'mlag/attachment-port-counts', 'mlag/peer-link-service', 'trunk/no-members'],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-empty-trunk',
    fails: withPair('set interface:leaf2.25GE1-0-2 {"memberOf": null}'),
    at: ['warning attachment:att11 interface:leaf2.Eth-Trunk11'],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-cabling',
    fails: withPair('remove link:leaf2.25GE1-0-2--server2\nlink leaf2 25GE1/0/2 -- server1 eth2'),
    at: ['warning attachment:att11 interface:leaf2.Eth-Trunk11'],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-port-counts',
    fails: withPair('eth-trunk leaf1 Eth-Trunk11 25GE1/0/3\nlink leaf1 25GE1/0/3 -- server2 eth2'),
    at: ['warning attachment:att11'],
    passes: withPair(`
      eth-trunk leaf1 Eth-Trunk11 25GE1/0/3
      eth-trunk leaf2 Eth-Trunk11 25GE1/0/3
      link leaf1 25GE1/0/3 -- server2 eth2
      link leaf2 25GE1/0/3 -- server2 eth3`),
  },
  {
    rule: 'mlag/attachment-vlans',
    fails: withPair('set attachment:att11 {"vlans": [10, 20]}\nset attachment:att10 {"vlans": []}'),
    at: ['error attachment:att11', 'warning attachment:att10'],
    also: ['mlag/gateway-peer-link-only'],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-aggregation',
    fails: withPair('set attachment:att11 {"aggregation": "manual"}'),
    at: ['warning attachment:att11'],
    passes: withPair('set attachment:att11 {"aggregation": "lacp-dynamic"}'),
  },
  {
    rule: 'mlag/gateway-duplicate',
    fails: withPair('gateway gw99 pair1 vlan 20 10.99.0.1/24'),
    at: ['error gateway:gw99 gateway:gw20'],
    passes: pair,
  },
  {
    rule: 'mlag/gateway-no-address',
    fails: withPair('set gateway:gw20 {"ipv4": null}'),
    at: ['warning gateway:gw20'],
    passes: pair,
  },
  {
    rule: 'mlag/gateway-mac',
    fails: withPair(
      'set gateway:gw20 {"macAddress": "0100-5e00-0001"}\nset gateway:gw10 {"macAddress": "00e0-fc12-3456"}',
    ),
    at: ['error gateway:gw20', 'info gateway:gw10'],
    passes: withPair('set gateway:gw20 {"macAddress": "0000-5e00-02ff"}'),
  },
  {
    rule: 'mlag/gateway-address-differs',
    fails: withPair('interface leaf2 Vlanif20 10.77.0.9/24'),
    at: ['error gateway:gw20 interface:leaf2.Vlanif20'],
    passes: withPair('interface leaf1 Vlanif20 10.10.20.1/24'),
  },
  {
    rule: 'mlag/gateway-peer-link-only',
    fails: withPair('gateway gw99 pair1 vlan 99 10.99.0.1/24'),
    at: ['warning gateway:gw99'],
    passes: withPair('gateway gw99 pair1 vlan 99 10.99.0.1/24\nport leaf2 25GE1/0/9 access 99'),
  },
  {
    rule: 'mlag/gateway-mlag-address',
    fails: withPair(`
      set gateway:gw10 {"mlagIpv4": ["10.10.10.1/24", "10.11.10.4/24"]}
      set gateway:gw20 {"mlagIpv4": ["10.10.20.3/24", "10.10.20.3/24"]}`),
    at: ['error gateway:gw10 0', 'error gateway:gw10 1', 'error gateway:gw20 equal'],
    passes: withPair('set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}'),
  },
  {
    rule: 'mlag/gateway-arp-proxy',
    fails: withPair('set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"], "arpProxy": false}'),
    at: ['warning gateway:gw10'],
    passes: withPair('set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"], "arpProxy": true}'),
  },
  {
    rule: 'mlag/bgp-source',
    fails: withPair(`
      set device:leaf1 {"asNumber": 65001}
      set device:leaf2 {"asNumber": 65001}
      set host:server1 {"asNumber": 65120}
      set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}
      interface leaf1 Vlanif10
      interface leaf2 Vlanif10
      peering leaf1 Vlanif10 -- server1 left.address 10.10.10.1
      peering leaf2 Vlanif10 -- server1`),
    at: ['error peering:leaf1-server1 device:leaf1'],
    passes: withPair(`
      set device:leaf1 {"asNumber": 65001}
      set device:leaf2 {"asNumber": 65001}
      set host:server1 {"asNumber": 65120}
      set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}
      interface leaf1 Vlanif10
      interface leaf2 Vlanif10
      peering leaf1 Vlanif10 -- server1
      peering leaf2 Vlanif10 -- server1`),
  },
  {
    rule: 'static/through-active-standby',
    fails: `${dfs('"electionPackets": ["arp"]')}
      set attachment:att10 {"mode": "active-standby"}
      static leaf1 10.99.0.0/16 via 10.10.10.21`,
    at: ['warning static-route:leaf1-1 attachment:att10'],
    passes: withPair('static leaf1 10.99.0.0/16 via 10.10.10.21'),
  },
  {
    rule: 'mlag/peer-link-capacity',
    fails: withPair(`
      eth-trunk leaf1 Eth-Trunk12 100GE1/0/3 100GE1/0/4 100GE1/0/5
      eth-trunk leaf2 Eth-Trunk12 100GE1/0/3 100GE1/0/4 100GE1/0/5
      host wide 10.10.20.31
      link leaf1 100GE1/0/3 -- wide eth0
      link leaf1 100GE1/0/4 -- wide eth1
      link leaf1 100GE1/0/5 -- wide eth2
      link leaf2 100GE1/0/3 -- wide eth3
      link leaf2 100GE1/0/4 -- wide eth4
      link leaf2 100GE1/0/5 -- wide eth5
      attach att12 pair1 Eth-Trunk12 -- wide vlans 20 mlagId 12 edgePort true`),
    at: [
      'info mlag:pair1 interface:leaf1.Eth-Trunk0 interface:leaf1.Eth-Trunk12',
      'info mlag:pair1 interface:leaf2.Eth-Trunk0 interface:leaf2.Eth-Trunk12',
    ],
    passes: withPair(''),
  },
  {
    rule: 'mlag/bgp-active-standby',
    fails: `${dfs('"electionPackets": ["arp"]')}
      set device:leaf1 {"asNumber": 65001}
      set device:leaf2 {"asNumber": 65001}
      set host:server1 {"asNumber": 65120}
      set attachment:att10 {"mode": "active-standby"}
      set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}
      interface leaf1 Vlanif10
      interface leaf2 Vlanif10
      peering leaf1 Vlanif10 -- server1
      peering leaf2 Vlanif10 -- server1`,
    at: ['error peering:leaf1-server1 device:leaf1', 'error peering:leaf2-server1 device:leaf2'],
    passes: withPair(`
      set device:leaf1 {"asNumber": 65001}
      set device:leaf2 {"asNumber": 65001}
      set host:server1 {"asNumber": 65120}
      set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}
      interface leaf1 Vlanif10
      interface leaf2 Vlanif10
      peering leaf1 Vlanif10 -- server1
      peering leaf2 Vlanif10 -- server1`),
  },
  {
    rule: 'mlag/bgp-one-member',
    fails: withPair(`
      set device:leaf1 {"asNumber": 65001}
      set device:leaf2 {"asNumber": 65001}
      set host:server1 {"asNumber": 65120}
      set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}
      interface leaf1 Vlanif10
      peering leaf1 Vlanif10 -- server1`),
    at: ['warning peering:leaf1-server1 device:leaf1'],
    passes: withPair(`
      set device:leaf1 {"asNumber": 65001}
      set device:leaf2 {"asNumber": 65001}
      set host:server1 {"asNumber": 65120}
      set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}
      interface leaf1 Vlanif10
      interface leaf2 Vlanif10
      peering leaf1 Vlanif10 -- server1
      peering leaf2 Vlanif10 -- server1`),
  },
]
