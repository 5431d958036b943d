import { ibgp } from './healthy'
import type { RuleCase } from './rule-case'

/** Two VTEPs with one bridge domain between them, and a tenant that is routed on both. */
export const vxlan = `${ibgp}
  interface leaf1 LoopBack1 10.0.1.1/32
  interface leaf2 LoopBack1 10.0.1.2/32
  peering leaf1 lo0 -- leaf2 lo0 families evpn
  vrf red
  set vrf:red {"vni": 5000, "ipv4": {"importTargets": [], "exportTargets": [], "evpnImportTargets": ["65000:5000"], "evpnExportTargets": ["65000:5000"]}}
  bd 10 vni 10010 rt 65000:10
  nve leaf1 lo1
  nve leaf2 lo1
  interface leaf1 Vbdif10 10.10.0.1/24 vrf red anycastGateway true
  interface leaf2 Vbdif10 10.10.0.1/24 vrf red anycastGateway true
  host server1
  host server2
  link leaf1 25GE1/0/1 -- server1 eth0
  link leaf2 25GE1/0/1 -- server2 eth0
  sub leaf1 25GE1/0/1.10 vid 10 bd 10
  sub leaf2 25GE1/0/1.10 vid 10 bd 10`

const inVxlan = (lines: string) => `${vxlan}\n${lines}`

export const vxlanCases: readonly RuleCase[] = [
  {
    rule: 'vxlan/bd-duplicate',
    fails: inVxlan('bd 11 vni 10011 rt 65000:11 on leaf1\nset bridge-domain:11 {"number": 10}'),
    at: ['error device:leaf1 bridge-domain:10 bridge-domain:11'],
    passes: inVxlan('bd 11 vni 10011 rt 65000:11 on leaf1'),
  },
  {
    rule: 'vxlan/vni-duplicate',
    fails: inVxlan('bd 11 vni 5000 rt 65000:11 on leaf1'),
    at: ['error device:leaf1 bridge-domain:11 vrf:red'],
    passes: inVxlan('bd 11 vni 10011 rt 65000:11 on leaf1'),
  },
  {
    rule: 'vxlan/vlan-bound-twice',
    fails: inVxlan('bd 11 vlan 11 on leaf1\nbd 12 vlan 11 on leaf1'),
    at: ['error device:leaf1 bridge-domain:11 bridge-domain:12'],
    passes: inVxlan('bd 11 vlan 11 on leaf1\nbd 12 vlan 12 on leaf1'),
  },
  {
    rule: 'vxlan/evpn-without-vni',
    fails: inVxlan('bd 11 rt 65000:11 on leaf1'),
    at: ['error bridge-domain:11'],
    passes: inVxlan('bd 11 on leaf1'),
  },
  {
    rule: 'vxlan/vbdif-without-bd',
    fails: inVxlan('interface leaf1 Vbdif11 10.11.0.1/24 vrf red'),
    at: ['error interface:leaf1.Vbdif11'],
    passes: inVxlan('bd 11 vni 10011 rt 65000:11\ninterface leaf1 Vbdif11 10.11.0.1/24 vrf red'),
  },
  {
    rule: 'vxlan/anycast-gateway-differs',
    fails: inVxlan('set interface:leaf2.Vbdif10 {"ipv4": ["10.10.0.2/24"]}'),
    at: ['error interface:leaf2.Vbdif10 interface:leaf1.Vbdif10'],
    passes: inVxlan(
      'set interface:leaf2.Vbdif10 {"ipv4": ["10.10.0.2/24"], "anycastGateway": false}\nset interface:leaf1.Vbdif10 {"anycastGateway": false}',
    ),
  },
  {
    rule: 'vxlan/target-mismatch',
    fails: inVxlan('set bridge-domain:10 {"evpn": {"importTargets": ["65000:11"], "exportTargets": ["65000:10"]}}'),
    at: ['error bridge-domain:10'],
    passes: inVxlan('set bridge-domain:10 {"evpn": {"importTargets": ["auto"], "exportTargets": ["auto"]}}'),
  },
  {
    rule: 'vxlan/l3-vni-without-targets',
    fails: inVxlan('set vrf:red {"ipv4": {"importTargets": [], "exportTargets": []}}'),
    at: ['warning vrf:red'],
    passes: vxlan,
  },
  {
    rule: 'vxlan/vtep-missing',
    fails: inVxlan('set interface:leaf1.Nve1 {"nve": {}}'),
    at: ['error device:leaf1 bridge-domain:10'],
    passes: vxlan,
  },
  {
    rule: 'vxlan/source-not-local',
    fails: inVxlan('set interface:leaf1.Nve1 {"nve": {"sourceAddress": "10.0.1.9"}}'),
    at: ['error interface:leaf1.Nve1'],
    also: ['vxlan/vtep-unreachable'],
    passes: inVxlan('set interface:leaf1.Nve1 {"nve": {"sourceAddress": "10.0.1.1"}}'),
  },
  {
    rule: 'vxlan/source-not-loopback',
    fails: inVxlan('set interface:leaf1.Nve1 {"nve": {"sourceInterfaceId": "interface:leaf1.100GE1-0-1"}}'),
    at: ['warning interface:leaf1.Nve1 interface:leaf1.100GE1-0-1'],
    passes: vxlan,
  },
  {
    rule: 'vxlan/pair-source-differs',
    fails: pairOf('10.40.1.2/32'),
    at: ['error mlag:edge device:edge1 device:edge2'],
    passes: pairOf('10.40.1.1/32'),
  },
  {
    rule: 'vxlan/vtep-unreachable',
    fails: inVxlan('set interface:leaf2.LoopBack1 {"outsideUnderlay": true}'),
    at: ['error device:leaf2 device:leaf1'],
    passes: vxlan,
  },
  {
    rule: 'vxlan/vni-isolated',
    fails: inVxlan(
      'set peering:leaf1-leaf2 {"families": ["ipv4-unicast"]}\nset device:leaf1 {"evpnOverlay": true}\nset device:leaf2 {"evpnOverlay": true}',
    ),
    at: ['error bridge-domain:10 device:leaf2'],
    passes: inVxlan('set bridge-domain:10 {"evpn": null}\nset peering:leaf1-leaf2 {"families": ["ipv4-unicast"]}'),
  },
  {
    rule: 'interface/sub-interface-parent',
    fails: inVxlan('interface leaf1 25GE1/0/2\nsub leaf1 25GE1/0/2.10 10.12.0.1/24 vid 10'),
    at: ['error interface:leaf1.25GE1-0-2.10 interface:leaf1.25GE1-0-2'],
    passes: inVxlan('interface leaf1 25GE1/0/2 routed\nsub leaf1 25GE1/0/2.10 10.12.0.1/24 vid 10'),
  },
  {
    rule: 'interface/sub-interface-frames-twice',
    fails: inVxlan('bd 11 vni 10011 rt 65000:11\nsub leaf1 25GE1/0/1.11 vid 10 bd 11'),
    at: ['error interface:leaf1.25GE1-0-1.11 interface:leaf1.25GE1-0-1.10'],
    passes: inVxlan('bd 11 vni 10011 rt 65000:11\nsub leaf1 25GE1/0/1.11 vid 11 bd 11'),
  },
  {
    rule: 'vlan/hybrid-tagged-and-untagged',
    fails: inVxlan(
      'port leaf1 25GE1/0/3 switching {"linkType":"hybrid","vlan":30,"allowedVlans":[30,31],"untaggedVlans":[30]}',
    ),
    at: ['error interface:leaf1.25GE1-0-3'],
    passes: inVxlan(
      'port leaf1 25GE1/0/3 switching {"linkType":"hybrid","vlan":30,"allowedVlans":[31],"untaggedVlans":[30]}',
    ),
  },
]

/** An M-LAG pair with a host homed to both members, in a bridge domain of its own; the second VTEP is given. */
function pairOf(second: string): string {
  return `
  edge1 CE6866-48S8CQ-P lo0 10.40.0.1/32 lo1 10.40.1.1/32
  edge2 CE6866-48S8CQ-P lo0 10.40.0.2/32 lo1 ${second}
  link edge1 100GE1/0/1 10.40.9.0/31 -- edge2 100GE1/0/1 10.40.9.1/31
  link edge1 100GE1/0/6 10.40.8.0/31 -- edge2 100GE1/0/6 10.40.8.1/31 vrf DAD
  set interface:edge1.100GE1-0-6 {"unpairedPortReserved": true}
  set interface:edge2.100GE1-0-6 {"unpairedPortReserved": true}
  vrf DAD
  eth-trunk edge1 Eth-Trunk0 100GE1/0/7 100GE1/0/8
  eth-trunk edge2 Eth-Trunk0 100GE1/0/7 100GE1/0/8
  link edge1 100GE1/0/7 -- edge2 100GE1/0/7
  link edge1 100GE1/0/8 -- edge2 100GE1/0/8
  mlag edge edge1 edge2 trunk Eth-Trunk0 exclude 1
  set mlag:edge {"dualActiveDetection": {"ends": [{"interfaceId": "interface:edge1.100GE1-0-6"}, {"interfaceId": "interface:edge2.100GE1-0-6"}], "udpPort": 2025}}
  set mlag:edge {"dfs": {"priorities": [150, 120], "password": "Pair-Key-2024"}}
  underlay ospf all
  bd 30 vni 10030
  nve edge1 lo1
  nve edge2 lo1
  host server1
  eth-trunk edge1 Eth-Trunk10 25GE1/0/1
  eth-trunk edge2 Eth-Trunk10 25GE1/0/1
  link edge1 25GE1/0/1 -- server1 eth0
  link edge2 25GE1/0/1 -- server1 eth1
  attach server1 edge Eth-Trunk10 -- server1 mlagId 10 edgePort true
  sub edge1 Eth-Trunk10.30 vid 30 bd 30
  sub edge2 Eth-Trunk10.30 vid 30 bd 30`
}
