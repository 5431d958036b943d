import { canonicalPair as pair } from './healthy'
import { dad, dadEnds, sync, syncEnds, withPair } from './mlag-fabrics'
import type { RuleCase } from './rule-case'

export const mlagChannelCases: readonly RuleCase[] = [
  {
    rule: 'mlag/dad-missing',
    fails: withPair('set mlag:pair1 {"dualActiveDetection": null}'),
    at: ['error mlag:pair1'],
    passes: pair,
  },
  {
    rule: 'mlag/dad-peer-missing',
    fails: dad('"udpPort": 2025, "withPeer": false'),
    at: ['warning mlag:pair1'],
    passes: dad('"udpPort": 2025, "withPeer": true'),
  },
  {
    rule: 'mlag/dad-udp-port',
    fails: dad('"udpPort": 2049'),
    at: ['error mlag:pair1'],
    passes: dad('"udpPort": 2048'),
  },
  { rule: 'mlag/dad-udp-port-automatic', fails: dad('"timeoutSeconds": 45'), at: ['info mlag:pair1'], passes: pair },
  {
    rule: 'mlag/dad-timeout',
    fails: dad('"udpPort": 2025, "timeoutSeconds": 61'),
    at: ['error mlag:pair1'],
    passes: dad('"udpPort": 2025, "timeoutSeconds": 3'),
  },
  {
    rule: 'mlag/dad-unreserved-port',
    fails: withPair('set interface:leaf1.100GE1-0-6 {"unpairedPortReserved": null}'),
    at: ['warning mlag:pair1 interface:leaf1.100GE1-0-6'],
    passes: dadEnds('[{"interfaceId": "interface:leaf1.MEth0-0-0"}, {"interfaceId": "interface:leaf2.MEth0-0-0"}]'),
  },
  {
    rule: 'mlag/dad-over-peer-link',
    fails: dadEnds('[{"interfaceId": "interface:leaf1.Vlanif4001"}, {"interfaceId": "interface:leaf2.Vlanif4001"}]'),
    at: ['error mlag:pair1 interface:leaf1.Vlanif4001', 'error mlag:pair1 interface:leaf2.Vlanif4001'],
    also: ['mlag/dad-unreserved-port'],
    passes: `${dadEnds(
      '[{"interfaceId": "interface:leaf1.Vlanif4002"}, {"interfaceId": "interface:leaf2.Vlanif4002"}]',
    ).replace(
      'set mlag:pair1 {"dualActiveDetection"',
      `link leaf1 25GE1/0/9 -- leaf2 25GE1/0/9 switched
      vlanif-link leaf1 leaf2 vlan 4002 over leaf1:25GE1/0/9 10.255.3.0/30 addresses 10.255.3.1/30 10.255.3.2/30
      set interface:leaf1.Vlanif4002 {"unpairedPortReserved": true}
      set interface:leaf2.Vlanif4002 {"unpairedPortReserved": true}
      set mlag:pair1 {"peerLink": {"kind": "physical", "trunks": ["interface:leaf1.Eth-Trunk0", "interface:leaf2.Eth-Trunk0"], "excludedVlans": [1, 4002]}}
      set mlag:pair1 {"dualActiveDetection"`,
    )}`,
  },
  {
    rule: 'mlag/dad-meth-without-vrf',
    fails: dadEnds('[{"interfaceId": "interface:leaf1.MEth0-0-0"}, {"interfaceId": "interface:leaf2.MEth0-0-0"}]'),
    at: ['info mlag:pair1'],
    passes: `vrf MGMT\n${dadEnds('[{"interfaceId": "interface:leaf1.MEth0-0-0"}, {"interfaceId": "interface:leaf2.MEth0-0-0"}]')}
      set interface:leaf1.MEth0-0-0 {"vrfId": "vrf:MGMT"}
      set interface:leaf2.MEth0-0-0 {"vrfId": "vrf:MGMT"}`,
  },
  {
    rule: 'mlag/dad-through-fabric',
    fails: `${dadEnds('[{"interfaceId": "interface:leaf1.LoopBack0"}, {"interfaceId": "interface:leaf2.LoopBack0"}]')}
      underlay ospf all
      set interface:leaf1.Vlanif4001 {"outsideUnderlay": true}`,
    at: ['warning mlag:pair1'],
    passes: pair,
  },
  {
    rule: 'mlag/reserved-misplaced',
    fails: withPair(
      'set interface:leaf1.Eth-Trunk0 {"unpairedPortReserved": true}\nset interface:leaf1.Eth-Trunk10 {"unpairedPortReserved": true}',
    ),
    at: ['error interface:leaf1.Eth-Trunk0', 'error interface:leaf1.Eth-Trunk10'],
    passes: pair,
  },
  {
    rule: 'mlag/dad-equal-addresses',
    fails: dadEnds('[{"address": "10.255.1.1"}, {"address": "10.255.1.1"}]'),
    at: ['error mlag:pair1'],
    also: ['mlag/dad-source-not-local'],
    passes: pair,
  },
  {
    rule: 'mlag/dad-address-class',
    fails: dadEnds('[{"address": "127.0.0.1"}, {"address": "224.0.0.9"}]'),
    at: ['error mlag:pair1 device:leaf1', 'error mlag:pair1 device:leaf2'],
    passes: pair,
  },
  {
    rule: 'mlag/dad-families-differ',
    fails: `${dadEnds('[{"address": "192.0.2.11"}, {"address": "2001:db8::12"}]')}
      interface leaf2 MEth0/0/0 2001:db8::12/64`,
    at: ['error mlag:pair1'],
    passes: dadEnds('[{"address": "192.0.2.11"}, {"address": "192.0.2.12"}]'),
  },
  {
    // What a vendor example does: both members name the address of one of them.
    rule: 'mlag/dad-source-not-local',
    fails: dadEnds('[{"address": "192.0.2.11"}, {"address": "192.0.2.99"}]'),
    at: ['error mlag:pair1 device:leaf2'],
    passes: dadEnds('[{"address": "192.0.2.11"}, {"address": "192.0.2.12"}]'),
  },
  {
    rule: 'mlag/dad-source-missing',
    fails: `${dadEnds('[{"interfaceId": "interface:leaf1.MEth0-0-0"}, {}]')}
      set interface:leaf1.MEth0-0-0 {"ipv4": []}`,
    at: ['error mlag:pair1 device:leaf1', 'error mlag:pair1 device:leaf2'],
    passes: pair,
  },
  {
    rule: 'mlag/dad-unreachable',
    fails: withPair('remove link:leaf1.100GE1-0-6--leaf2.100GE1-0-6'),
    at: ['error mlag:pair1 device:leaf1', 'error mlag:pair1 device:leaf2'],
    passes: pair,
  },
  { rule: 'mlag/sync-port-range', fails: sync(65536), at: ['error mlag:pair1'], passes: sync(65535) },
  { rule: 'mlag/sync-port-well-known', fails: sync(1023), at: ['error mlag:pair1'], passes: sync(1024) },
  {
    rule: 'mlag/sync-port-taken',
    fails: sync(179),
    at: ['error mlag:pair1'],
    passes: sync(6400),
  },
  {
    rule: 'mlag/sync-on-loopback',
    fails: `${syncEnds('[{"interfaceId": "interface:leaf1.LoopBack0"}, {"interfaceId": "interface:leaf2.LoopBack0"}]')}
      underlay ospf all`,
    at: ['warning mlag:pair1 device:leaf1', 'warning mlag:pair1 device:leaf2'],
    passes: pair,
  },
  {
    rule: 'mlag/sync-equal-addresses',
    fails: syncEnds('[{"address": "10.255.2.1"}, {"address": "10.255.2.1"}]'),
    at: ['error mlag:pair1'],
    also: ['mlag/sync-source-not-local'],
    passes: pair,
  },
  {
    rule: 'mlag/sync-address-class',
    fails: syncEnds('[{"address": "240.0.0.1"}, {"address": "127.0.0.2"}]'),
    at: ['error mlag:pair1 device:leaf1', 'error mlag:pair1 device:leaf2'],
    passes: pair,
  },
  {
    rule: 'mlag/sync-families-differ',
    fails: `${syncEnds('[{"address": "10.255.2.1"}, {"address": "2001:db8::2"}]')}
      interface leaf2 Vlanif4001 2001:db8::2/64`,
    at: ['error mlag:pair1'],
    passes: pair,
  },
  {
    rule: 'mlag/sync-source-not-local',
    fails: syncEnds('[{"address": "10.255.2.1"}, {"address": "10.255.2.3"}]'),
    at: ['error mlag:pair1 device:leaf2'],
    passes: syncEnds('[{"address": "10.255.2.1"}, {"address": "10.255.2.2"}]'),
  },
  {
    rule: 'mlag/sync-source-missing',
    fails: syncEnds('[{}, {"address": "10.255.2.2"}]'),
    at: ['error mlag:pair1 device:leaf1'],
    passes: pair,
  },
  {
    rule: 'mlag/sync-unreachable',
    fails: syncEnds('[{"interfaceId": "interface:leaf1.LoopBack0"}, {"interfaceId": "interface:leaf2.LoopBack0"}]'),
    at: ['error mlag:pair1 device:leaf1', 'error mlag:pair1 device:leaf2'],
    also: ['mlag/sync-on-loopback'],
    passes: pair,
  },
]
