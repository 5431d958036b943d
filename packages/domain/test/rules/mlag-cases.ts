import { canonicalPair as pair, joined } from './healthy'
import type { RuleCase } from './rule-case'

const withPair = (line: string) => `${pair}\n${line}`
const bare = (models: readonly [string, string], mode = '') => `
  leaf1 ${models[0]} ${mode}
  leaf2 ${models[1]} ${mode}
  mlag pair1 leaf1 leaf2 trunk Eth-Trunk0
  eth-trunk leaf1 Eth-Trunk0
  eth-trunk leaf2 Eth-Trunk0`

const dad = (fields: string) =>
  withPair(
    `set mlag:pair1 {"dualActiveDetection": {"ends": [{"interfaceId": "interface:leaf1.100GE1-0-6"}, {"interfaceId": "interface:leaf2.100GE1-0-6"}], ${fields}}}`,
  )
const dadEnds = (ends: string) => withPair(`set mlag:pair1 {"dualActiveDetection": {"udpPort": 2025, "ends": ${ends}}}`)
const sync = (tcpPort: number) =>
  withPair(
    `set mlag:pair1 {"syncChannel": {"ends": [{"interfaceId": "interface:leaf1.Vlanif4001"}, {"interfaceId": "interface:leaf2.Vlanif4001"}], "tcpPort": ${tcpPort}}}`,
  )
const syncEnds = (ends: string) => withPair(`set mlag:pair1 {"syncChannel": {"tcpPort": 6400, "ends": ${ends}}}`)
const dfs = (fields: string) => withPair(`set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [150, 120], ${fields}}}`)
const stp = (fields: string) => withPair(`set mlag:pair1 {"spanningTree": ${fields}}`)

export const mlagPairCases: readonly RuleCase[] = [
  {
    rule: 'mlag/pair-with-itself',
    fails: withPair('set mlag:pair1 {"members": ["device:leaf1", "device:leaf1"]}'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/device-in-two-pairs',
    fails: withPair('leaf3 CE6866-48S8CQ-P\nmlag pair2 leaf2 leaf3 trunk Eth-Trunk5'),
    at: [],
    passes: withPair('leaf3 CE6866-48S8CQ-P\nleaf4 CE6866-48S8CQ-P\nmlag pair2 leaf3 leaf4 trunk Eth-Trunk5'),
  },
  {
    rule: 'mlag/cannot-pair',
    fails: `${bare(['CE12804S', 'CE6866-48S8CQ-P'])}
      edge1 NE40E-X8 role pe-router
      leaf3 CE6866-48S8CQ-P
      mlag pair2 leaf3 edge1`,
    at: [],
    passes: bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P']),
  },
  {
    rule: 'mlag/different-platform',
    fails: bare(['CE6881H-48S6CQ', 'CE6866-48S8CQ-P']),
    at: [],
    passes: bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-K']),
  },
  {
    rule: 'mlag/different-model',
    fails: bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-K']),
    at: [],
    passes: bare(['CE6866', 'CE6866-48S8CQ-P']),
  },
  {
    rule: 'mlag/virtual-peer-link-model',
    fails: `${bare(['CE6881H-48S6CQ', 'CE6881H-48S6CQ'])}
      set mlag:pair1 {"peerLink": {"kind": "virtual", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"]}}`,
    at: [],
    passes: `${bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P'])}
      set mlag:pair1 {"peerLink": {"kind": "virtual", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"]}}`,
  },
  {
    rule: 'mlag/authentication-missing',
    fails: withPair('set mlag:pair1 {"dfs": {"priorities": [150, 120]}}'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/password-form',
    fails: withPair('set mlag:pair1 {"dfs": {"password": "short", "priorities": [150, 120]}}'),
    at: [],
    passes: withPair('set mlag:pair1 {"dfs": {"password": "8letters", "priorities": [150, 120]}}'),
  },
  {
    rule: 'mlag/priority-range',
    fails: withPair('set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [255, 0]}}'),
    at: [],
    passes: withPair('set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [254, 1]}}'),
  },
  {
    rule: 'mlag/priorities-equal',
    fails: withPair('set mlag:pair1 {"dfs": {"password": "Pair-Key-2024"}}'),
    at: [],
    passes: withPair('set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [101]}}'),
  },
  { rule: 'mlag/up-delay-range', fails: dfs('"upDelaySeconds": 3601'), at: [], passes: dfs('"upDelaySeconds": 30') },
  {
    rule: 'mlag/election-missing',
    fails: withPair('set attachment:att11 {"mode": "active-standby"}'),
    at: [],
    passes: `${dfs('"electionPackets": ["arp"]')}\nset attachment:att11 {"mode": "active-standby"}`,
  },
  {
    rule: 'mlag/vlans-differ',
    fails: withPair('set device:leaf1 {"extraVlans": [10, 700]}'),
    at: [],
    passes: withPair('set device:leaf1 {"extraVlans": [700]}\nset device:leaf2 {"extraVlans": [700]}'),
  },
  { rule: 'mlag/stp-mode', fails: stp('{"mode": "v-stp", "stpMode": "mstp"}'), at: [], passes: stp('{"mode": "v-stp", "stpMode": "stp"}') },
  { rule: 'mlag/stp-none', fails: stp('{"mode": "none"}'), at: [], passes: stp('{"mode": "v-vbst"}') },
  {
    rule: 'mlag/stp-bridge-address',
    fails: stp('{"mode": "root-bridge"}'),
    at: [],
    passes: stp('{"mode": "root-bridge", "bridgeAddress": "0000-5e00-0177"}'),
  },
  {
    rule: 'mlag/stp-multi-level',
    fails: `${stp('{"mode": "root-bridge", "bridgeAddress": "0000-5e00-0177"}')}
      low1 CE6866-48S8CQ-P
      low2 CE6866-48S8CQ-P
      mlag pair2 low1 low2
      eth-trunk leaf1 Eth-Trunk12 25GE1/0/3
      eth-trunk leaf2 Eth-Trunk12 25GE1/0/3
      eth-trunk low1 Eth-Trunk12 25GE1/0/3
      link leaf1 25GE1/0/3 -- low1 25GE1/0/3
      attach att12 pair1 Eth-Trunk12 -- low1 Eth-Trunk12 vlans 10 trunk mlagId 12`,
    at: [],
    passes: stp('{"mode": "root-bridge", "bridgeAddress": "0000-5e00-0177"}'),
  },
  {
    rule: 'mlag/peer-link-missing',
    fails: `${joined}
      mlag pair1 leaf1 leaf2
      set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.100GE1-0-1"]}}`,
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/peer-link-members',
    fails: withPair(`
      set interface:leaf1.100GE1-0-8 {"memberOf": null}
      set interface:leaf2.100GE1-0-7 {"memberOf": null}
      set interface:leaf2.100GE1-0-8 {"memberOf": null}`),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/peer-link-routed',
    fails: withPair('set interface:leaf1.Eth-Trunk0 {"mode": "routed"}'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/peer-link-mode',
    fails: withPair('set interface:leaf1.Eth-Trunk0 {"aggregation": "manual"}'),
    at: [],
    passes: withPair('set interface:leaf1.Eth-Trunk0 {"aggregation": "lacp-static"}'),
  },
  {
    rule: 'mlag/peer-link-cabling',
    fails: withPair('remove link:leaf1.100GE1-0-8--leaf2.100GE1-0-8\nlink leaf1 100GE1/0/8 -- spine1 100GE1/0/9 switched'),
    at: [],
    passes: withPair('remove link:leaf1.100GE1-0-8--leaf2.100GE1-0-8\nlink leaf2 100GE1/0/8 -- leaf1 100GE1/0/8 switched'),
  },
  {
    rule: 'mlag/peer-link-service',
    fails: withPair('set interface:leaf1.Eth-Trunk0 {"switching": {"linkType": "trunk", "allowedVlans": [10]}}'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/virtual-peer-link-members',
    fails: withPair('set mlag:pair1 {"peerLink": {"kind": "virtual", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"]}}'),
    at: [],
    passes: `${bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P'])}
      set mlag:pair1 {"peerLink": {"kind": "virtual", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"]}}`,
  },
  {
    rule: 'mlag/virtual-peer-link-tunnel',
    fails: `${bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P'])}
      set mlag:pair1 {"peerLink": {"kind": "virtual", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"]}}`,
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/peer-link-excludes-member-vlan',
    fails: withPair('set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"], "excludedVlans": [1, 10]}}'),
    at: [],
    passes: withPair('set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"], "excludedVlans": [1, 11]}}'),
  },
]

export const mlagChannelCases: readonly RuleCase[] = [
  { rule: 'mlag/dad-missing', fails: withPair('set mlag:pair1 {"dualActiveDetection": null}'), at: [], passes: pair },
  { rule: 'mlag/dad-peer-missing', fails: dad('"udpPort": 2025, "withPeer": false'), at: [], passes: dad('"udpPort": 2025, "withPeer": true') },
  { rule: 'mlag/dad-udp-port', fails: dad('"udpPort": 2049'), at: [], passes: dad('"udpPort": 2048') },
  { rule: 'mlag/dad-udp-port-automatic', fails: dad('"timeoutSeconds": 45'), at: [], passes: pair },
  { rule: 'mlag/dad-timeout', fails: dad('"udpPort": 2025, "timeoutSeconds": 61'), at: [], passes: dad('"udpPort": 2025, "timeoutSeconds": 3') },
  {
    rule: 'mlag/dad-unreserved-port',
    fails: withPair('set interface:leaf1.100GE1-0-6 {"unpairedPortReserved": null}'),
    at: [],
    passes: dadEnds('[{"interfaceId": "interface:leaf1.MEth0-0-0"}, {"interfaceId": "interface:leaf2.MEth0-0-0"}]'),
  },
  {
    rule: 'mlag/dad-over-peer-link',
    fails: dadEnds('[{"interfaceId": "interface:leaf1.Vlanif4001"}, {"interfaceId": "interface:leaf2.Vlanif4001"}]'),
    at: [],
    passes: `${dadEnds('[{"interfaceId": "interface:leaf1.Vlanif4002"}, {"interfaceId": "interface:leaf2.Vlanif4002"}]').replace(
      'set mlag:pair1 {"dualActiveDetection"',
      `link leaf1 25GE1/0/9 -- leaf2 25GE1/0/9 switched
      vlanif-link leaf1 leaf2 vlan 4002 over leaf1:25GE1/0/9 10.255.3.0/30 addresses 10.255.3.1/30 10.255.3.2/30
      set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"], "excludedVlans": [1, 4002]}}
      set mlag:pair1 {"dualActiveDetection"`,
    )}`,
  },
  {
    rule: 'mlag/dad-meth-without-vrf',
    fails: dadEnds('[{"interfaceId": "interface:leaf1.MEth0-0-0"}, {"interfaceId": "interface:leaf2.MEth0-0-0"}]'),
    at: [],
    passes: `vrf MGMT\n${dadEnds('[{"interfaceId": "interface:leaf1.MEth0-0-0"}, {"interfaceId": "interface:leaf2.MEth0-0-0"}]')}
      set interface:leaf1.MEth0-0-0 {"vrfId": "vrf:MGMT"}
      set interface:leaf2.MEth0-0-0 {"vrfId": "vrf:MGMT"}`,
  },
  {
    rule: 'mlag/dad-through-fabric',
    fails: `${dadEnds('[{"interfaceId": "interface:leaf1.LoopBack0"}, {"interfaceId": "interface:leaf2.LoopBack0"}]')}
      underlay ospf all
      set interface:leaf1.Vlanif4001 {"outsideUnderlay": true}`,
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/reserved-misplaced',
    fails: withPair('set interface:leaf1.Eth-Trunk0 {"unpairedPortReserved": true}\nset interface:leaf1.Eth-Trunk10 {"unpairedPortReserved": true}'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/dad-equal-addresses',
    fails: dadEnds('[{"address": "10.255.1.1"}, {"address": "10.255.1.1"}]'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/dad-address-class',
    fails: dadEnds('[{"address": "127.0.0.1"}, {"address": "224.0.0.9"}]'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/dad-families-differ',
    fails: `${dadEnds('[{"address": "192.0.2.11"}, {"address": "2001:db8::12"}]')}
      interface leaf2 MEth0/0/0 2001:db8::12/64`,
    at: [],
    passes: dadEnds('[{"address": "192.0.2.11"}, {"address": "192.0.2.12"}]'),
  },
  {
    // What a vendor example does: both members name the address of one of them.
    rule: 'mlag/dad-source-not-local',
    fails: dadEnds('[{"address": "192.0.2.11"}, {"address": "192.0.2.99"}]'),
    at: [],
    passes: dadEnds('[{"address": "192.0.2.11"}, {"address": "192.0.2.12"}]'),
  },
  {
    rule: 'mlag/dad-source-missing',
    fails: `${dadEnds('[{"interfaceId": "interface:leaf1.MEth0-0-0"}, {}]')}
      set interface:leaf1.MEth0-0-0 {"ipv4": []}`,
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/dad-unreachable',
    fails: withPair('remove link:leaf1.100GE1-0-6--leaf2.100GE1-0-6'),
    at: [],
    passes: pair,
  },
  { rule: 'mlag/sync-port-range', fails: sync(65536), at: [], passes: sync(65535) },
  { rule: 'mlag/sync-port-well-known', fails: sync(1023), at: [], passes: sync(1024) },
  {
    rule: 'mlag/sync-port-taken',
    fails: sync(179),
    at: [],
    passes: sync(6400),
  },
  {
    rule: 'mlag/sync-on-loopback',
    fails: `${syncEnds('[{"interfaceId": "interface:leaf1.LoopBack0"}, {"interfaceId": "interface:leaf2.LoopBack0"}]')}
      underlay ospf all`,
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/sync-equal-addresses',
    fails: syncEnds('[{"address": "10.255.2.1"}, {"address": "10.255.2.1"}]'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/sync-address-class',
    fails: syncEnds('[{"address": "240.0.0.1"}, {"address": "127.0.0.2"}]'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/sync-families-differ',
    fails: `${syncEnds('[{"address": "10.255.2.1"}, {"address": "2001:db8::2"}]')}
      interface leaf2 Vlanif4001 2001:db8::2/64`,
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/sync-source-not-local',
    fails: syncEnds('[{"address": "10.255.2.1"}, {"address": "10.255.2.3"}]'),
    at: [],
    passes: syncEnds('[{"address": "10.255.2.1"}, {"address": "10.255.2.2"}]'),
  },
  {
    rule: 'mlag/sync-source-missing',
    fails: syncEnds('[{}, {"address": "10.255.2.2"}]'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/sync-unreachable',
    fails: syncEnds('[{"interfaceId": "interface:leaf1.LoopBack0"}, {"interfaceId": "interface:leaf2.LoopBack0"}]'),
    at: [],
    passes: pair,
  },
]

export const mlagMemberCases: readonly RuleCase[] = [
  { rule: 'mlag/id-range', fails: withPair('set attachment:att10 {"mlagId": 2049}'), at: [], passes: withPair('set attachment:att10 {"mlagId": 2048}') },
  { rule: 'mlag/id-duplicate', fails: withPair('set attachment:att11 {"mlagId": 10}'), at: [], passes: pair },
  {
    rule: 'mlag/attachment-one-sided',
    fails: withPair('set attachment:att11 {"trunks": ["interface:leaf1.Eth-Trunk11"]}'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-trunk',
    fails: withPair(`
      set attachment:att11 {"trunks": ["interface:leaf1.Eth-Trunk10", "interface:leaf2.Eth-Trunk0"]}
      set interface:leaf1.Eth-Trunk10 {"mode": "routed"}
      eth-trunk leaf1 Eth-Trunk12 25GE1/0/3
      attach att12 pair1 Eth-Trunk12 -- server1 vlans 10 mlagId 12
      set attachment:att12 {"trunks": ["interface:leaf2.Eth-Trunk11", "interface:leaf2.MEth0-0-0"]}`),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-empty-trunk',
    fails: withPair('set interface:leaf2.25GE1-0-2 {"memberOf": null}'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-cabling',
    fails: withPair('remove link:leaf2.25GE1-0-2--server2\nlink leaf2 25GE1/0/2 -- server1 eth2'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-port-counts',
    fails: withPair('eth-trunk leaf1 Eth-Trunk11 25GE1/0/3\nlink leaf1 25GE1/0/3 -- server2 eth2'),
    at: [],
    passes: withPair(`
      eth-trunk leaf1 Eth-Trunk11 25GE1/0/3
      eth-trunk leaf2 Eth-Trunk11 25GE1/0/3
      link leaf1 25GE1/0/3 -- server2 eth2
      link leaf2 25GE1/0/3 -- server2 eth3`),
  },
  {
    rule: 'mlag/attachment-vlans',
    fails: withPair('set attachment:att11 {"vlans": [10, 20]}\nset attachment:att10 {"vlans": []}'),
    at: [],
    passes: pair,
  },
  {
    rule: 'mlag/attachment-aggregation',
    fails: withPair('set attachment:att11 {"aggregation": "manual"}'),
    at: [],
    passes: withPair('set attachment:att11 {"aggregation": "lacp-dynamic"}'),
  },
  { rule: 'mlag/gateway-duplicate', fails: withPair('gateway gw99 pair1 vlan 20 10.99.0.1/24'), at: [], passes: pair },
  { rule: 'mlag/gateway-no-address', fails: withPair('set gateway:gw20 {"ipv4": null}'), at: [], passes: pair },
  {
    rule: 'mlag/gateway-mac',
    fails: withPair('set gateway:gw20 {"macAddress": "0100-5e00-0001"}\nset gateway:gw10 {"macAddress": "00e0-fc12-3456"}'),
    at: [],
    passes: withPair('set gateway:gw20 {"macAddress": "0000-5e00-02ff"}'),
  },
  {
    rule: 'mlag/gateway-address-differs',
    fails: withPair('interface leaf2 Vlanif20 10.77.0.9/24'),
    at: [],
    passes: withPair('interface leaf1 Vlanif20 10.10.20.1/24'),
  },
  {
    rule: 'mlag/gateway-peer-link-only',
    fails: withPair('gateway gw99 pair1 vlan 99 10.99.0.1/24'),
    at: [],
    passes: withPair('gateway gw99 pair1 vlan 99 10.99.0.1/24\nport leaf2 25GE1/0/9 access 99'),
  },
  {
    rule: 'mlag/gateway-mlag-address',
    fails: withPair(`
      set gateway:gw10 {"mlagIpv4": ["10.10.10.1/24", "10.11.10.4/24"]}
      set gateway:gw20 {"mlagIpv4": ["10.10.20.3/24", "10.10.20.3/24"]}`),
    at: [],
    passes: withPair('set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}'),
  },
  {
    rule: 'mlag/gateway-arp-proxy',
    fails: withPair('set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"], "arpProxy": false}'),
    at: [],
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
    at: [],
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
    rule: 'mlag/bgp-active-standby',
    fails: `${dfs('"electionPackets": ["arp"]')}
      set device:leaf1 {"asNumber": 65001}
      set host:server1 {"asNumber": 65120}
      set attachment:att10 {"mode": "active-standby"}
      set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}
      interface leaf1 Vlanif10
      peering leaf1 Vlanif10 -- server1`,
    at: [],
    passes: withPair(`
      set device:leaf1 {"asNumber": 65001}
      set host:server1 {"asNumber": 65120}
      set gateway:gw10 {"mlagIpv4": ["10.10.10.3/24", "10.10.10.4/24"]}
      interface leaf1 Vlanif10
      peering leaf1 Vlanif10 -- server1`),
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
    at: [],
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
