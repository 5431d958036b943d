import { joined, canonicalPair as pair } from './healthy'
import { bare, dfs, stp, virtual, withPair } from './mlag-fabrics'
import type { RuleCase } from './rule-case'

export const mlagPairCases: readonly RuleCase[] = [
  {
    rule: 'mlag/pair-with-itself',
    fails: withPair('set mlag:pair1 {"members": ["device:leaf1", "device:leaf1"]}'),
    at: ['error mlag:pair1'],
    also: ['mlag/attachment-trunk', 'mlag/peer-link-missing'],
    passes: pair,
  },
  {
    rule: 'mlag/device-in-two-pairs',
    fails: withPair('leaf3 CE6866-48S8CQ-P\nmlag pair2 leaf2 leaf3 trunk Eth-Trunk5'),
    at: ['error mlag:pair2 mlag:pair1 device:leaf2'],
    also: ['mlag/dad-missing', 'mlag/peer-link-members', 'mlag/priorities-equal'],
    passes: `${pair}\n${bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P']).replaceAll('leaf', 'low').replaceAll('pair1', 'pair2').replaceAll('10.255.1.', '10.255.7.')}`,
  },
  {
    rule: 'mlag/cannot-pair',
    fails: `${bare(['CE12804S', 'CE6866-48S8CQ-P'])}
      edge1 NE40E-X8 role pe-router
      leaf3 CE6866-48S8CQ-P
      mlag pair2 leaf3 edge1`,
    at: ['error mlag:pair1 device:leaf1 device:leaf2', 'error mlag:pair2 device:edge1'],
    also: ['mlag/dad-missing', 'mlag/peer-link-missing', 'mlag/priorities-equal', 'platform/model-undocumented'],
    passes: bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P']),
  },
  {
    rule: 'mlag/different-platform',
    fails: bare(['CE6881H-48S6CQ', 'CE6866-48S8CQ-P']),
    at: ['warning mlag:pair1 device:leaf1 device:leaf2'],
    passesWith: ['mlag/different-model'],
    passes: bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-K']),
  },
  {
    rule: 'mlag/different-model',
    fails: bare(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-K']),
    at: ['warning mlag:pair1 device:leaf1 device:leaf2'],
    passes: bare(['CE6866', 'CE6866-48S8CQ-P']),
  },
  {
    rule: 'mlag/virtual-peer-link-model',
    fails: virtual(['CE6881H-48S6CQ', 'CE6881H-48S6CQ']),
    at: ['error mlag:pair1 device:leaf1', 'error mlag:pair1 device:leaf2'],
    also: ['mlag/virtual-peer-link-tunnel'],
    passesWith: ['mlag/virtual-peer-link-tunnel'],
    passes: virtual(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P']),
  },
  {
    rule: 'mlag/authentication-missing',
    fails: withPair('set mlag:pair1 {"dfs": {"priorities": [150, 120]}}'),
    at: ['error mlag:pair1'],
    passes: pair,
  },
  {
    rule: 'mlag/password-form',
    fails: withPair('set mlag:pair1 {"dfs": {"password": "short", "priorities": [150, 120]}}'),
    at: ['error mlag:pair1'],
    passes: withPair('set mlag:pair1 {"dfs": {"password": "8letters", "priorities": [150, 120]}}'),
  },
  {
    rule: 'mlag/priority-range',
    fails: withPair('set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [255, 0]}}'),
    at: ['error mlag:pair1 device:leaf1', 'error mlag:pair1 device:leaf2'],
    passes: withPair('set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [254, 1]}}'),
  },
  {
    rule: 'mlag/priorities-equal',
    fails: withPair('set mlag:pair1 {"dfs": {"password": "Pair-Key-2024"}}'),
    at: ['warning mlag:pair1'],
    passes: withPair('set mlag:pair1 {"dfs": {"password": "Pair-Key-2024", "priorities": [101]}}'),
  },
  {
    rule: 'mlag/up-delay-range',
    fails: dfs('"upDelaySeconds": 3601'),
    at: ['error mlag:pair1'],
    passes: dfs('"upDelaySeconds": 30'),
  },
  {
    rule: 'mlag/election-missing',
    fails: withPair('set attachment:att11 {"mode": "active-standby"}'),
    at: ['error mlag:pair1'],
    passes: `${dfs('"electionPackets": ["arp"]')}\nset attachment:att11 {"mode": "active-standby"}`,
  },
  {
    rule: 'mlag/vlans-differ',
    fails: withPair('set device:leaf1 {"extraVlans": [10, 700]}'),
    at: ['warning mlag:pair1'],
    passes: withPair('set device:leaf1 {"extraVlans": [700]}\nset device:leaf2 {"extraVlans": [700]}'),
  },
  {
    rule: 'mlag/stp-mode',
    fails: stp('{"mode": "v-stp", "stpMode": "mstp"}'),
    at: ['error mlag:pair1'],
    passes: stp('{"mode": "v-stp", "stpMode": "stp"}'),
  },
  {
    rule: 'mlag/stp-none',
    fails: stp('{"mode": "none"}'),
    at: ['warning mlag:pair1'],
    passes: stp('{"mode": "v-vbst"}'),
  },
  {
    rule: 'mlag/stp-bridge-address',
    fails: stp('{"mode": "root-bridge"}'),
    at: ['error mlag:pair1'],
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
    at: ['error mlag:pair1'],
    also: ['mlag/dad-missing', 'mlag/peer-link-missing', 'mlag/priorities-equal'],
    passes: stp('{"mode": "root-bridge", "bridgeAddress": "0000-5e00-0177"}'),
  },
  {
    rule: 'mlag/peer-link-missing',
    fails: `${joined}
      mlag pair1 leaf1 leaf2
      set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.100GE1-0-1"]}}`,
    at: ['error mlag:pair1 device:leaf1', 'error mlag:pair1 device:leaf2'],
    also: ['mlag/dad-missing', 'mlag/priorities-equal'],
    passes: pair,
  },
  {
    rule: 'mlag/peer-link-members',
    fails: withPair(`
      set interface:leaf1.100GE1-0-8 {"memberOf": null}
      set interface:leaf2.100GE1-0-7 {"memberOf": null}
      set interface:leaf2.100GE1-0-8 {"memberOf": null}`),
    at: ['error mlag:pair1 interface:leaf2.Eth-Trunk0', 'warning mlag:pair1 interface:leaf1.Eth-Trunk0'],
    also: ['mlag/peer-link-cabling', 'trunk/one-sided'],
    passes: pair,
  },
  {
    rule: 'mlag/peer-link-routed',
    fails: withPair('set interface:leaf1.Eth-Trunk0 {"mode": "routed"}'),
    at: ['error mlag:pair1 interface:leaf1.Eth-Trunk0'],
    also: ['link/layers-differ', 'mlag/sync-unreachable', 'vlanif/not-carried'],
    passes: pair,
  },
  {
    rule: 'mlag/peer-link-mode',
    fails: withPair('set interface:leaf1.Eth-Trunk0 {"aggregation": "manual"}'),
    at: ['warning mlag:pair1 interface:leaf1.Eth-Trunk0'],
    also: ['trunk/modes-differ'],
    passes: withPair('set interface:leaf1.Eth-Trunk0 {"aggregation": "lacp-static"}'),
  },
  {
    rule: 'mlag/peer-link-cabling',
    fails: withPair(
      'remove link:leaf1.100GE1-0-8--leaf2.100GE1-0-8\nlink leaf1 100GE1/0/8 -- spine1 100GE1/0/9 switched',
    ),
    at: ['error mlag:pair1 interface:leaf1.Eth-Trunk0', 'error mlag:pair1 interface:leaf2.Eth-Trunk0'],
    also: ['trunk/one-sided'],
    passes: withPair(
      'remove link:leaf1.100GE1-0-8--leaf2.100GE1-0-8\nlink leaf2 100GE1/0/8 -- leaf1 100GE1/0/8 switched',
    ),
  },
  {
    rule: 'mlag/peer-link-service',
    fails: withPair('set interface:leaf1.Eth-Trunk0 {"switching": {"linkType": "trunk", "allowedVlans": [10]}}'),
    at: ['error mlag:pair1 interface:leaf1.Eth-Trunk0'],
    passes: pair,
  },
  {
    rule: 'mlag/virtual-peer-link-members',
    fails: withPair(
      'set mlag:pair1 {"peerLink": {"kind": "virtual", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"]}}',
    ),
    at: ['error mlag:pair1 interface:leaf1.Eth-Trunk0', 'error mlag:pair1 interface:leaf2.Eth-Trunk0'],
    also: ['mlag/virtual-peer-link-tunnel'],
    passesWith: ['mlag/virtual-peer-link-tunnel'],
    passes: virtual(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P']),
  },
  {
    rule: 'mlag/virtual-peer-link-tunnel',
    fails: virtual(['CE6866-48S8CQ-P', 'CE6866-48S8CQ-P']),
    at: ['warning mlag:pair1'],
    passes: pair,
  },
  {
    rule: 'mlag/peer-link-excludes-member-vlan',
    fails: withPair(
      'set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"], "excludedVlans": [1, 10]}}',
    ),
    at: ['warning mlag:pair1'],
    passes: withPair(
      'set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"], "excludedVlans": [1, 11]}}',
    ),
  },
]
