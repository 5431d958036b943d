import { canonicalPair, joined } from './healthy'
import type { RuleCase } from './rule-case'

const stub = (line: string) => `${joined}\n${line}`

const trunks = `
  leaf1 CE6866-48S8CQ-P
  leaf2 CE6866-48S8CQ-P
  eth-trunk leaf1 Eth-Trunk1 25GE1/0/1 25GE1/0/2 trunk 10
  eth-trunk leaf2 Eth-Trunk1 25GE1/0/1 25GE1/0/2 trunk 10
  link leaf1 25GE1/0/1 -- leaf2 25GE1/0/1
  link leaf1 25GE1/0/2 -- leaf2 25GE1/0/2`

const vlanLink = `
  leaf1 CE6866-48S8CQ-P
  leaf2 CE6866-48S8CQ-P
  link leaf1 25GE1/0/1 -- leaf2 25GE1/0/1 switched
  vlanif-link leaf1 leaf2 vlan 100 over leaf1:25GE1/0/1 10.2.0.0/30 addresses 10.2.0.1/30 10.2.0.2/30`

/** Three switches, each with a trunk to both others. */
const circle = `
  s1 CE6881H
  s2 CE6881H
  s3 CE6881H
  ${['s1', 's2', 's3'].flatMap((name) => [1, 2].map((at) => `port ${name} 10GE1/0/${at} trunk 10`)).join('\n')}
  link s1 10GE1/0/1 -- s2 10GE1/0/1
  link s2 10GE1/0/2 -- s3 10GE1/0/1
  link s3 10GE1/0/2 -- s1 10GE1/0/2`

export const linkCases: readonly RuleCase[] = [
  {
    rule: 'link/self',
    fails: stub('link leaf1 25GE1/0/1 -- leaf1 25GE1/0/2 switched\nlink leaf1 25GE1/0/3 -- leaf1 25GE1/0/3 switched'),
    at: ['error link:leaf1.25GE1-0-3--leaf1.25GE1-0-3', 'warning link:leaf1.25GE1-0-1--leaf1.25GE1-0-2'],
    passes: joined,
  },
  {
    rule: 'link/port-used-twice',
    fails: stub('host server1\nlink leaf1 100GE1/0/1 -- server1 eth0'),
    at: ['error interface:leaf1.100GE1-0-1 link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 link:leaf1.100GE1-0-1--server1'],
    passes: stub('host server1\nlink leaf1 25GE1/0/1 -- server1 eth0'),
  },
  {
    rule: 'link/not-a-port',
    fails: stub(
      'interface leaf1 Vlanif10\nport leaf1 25GE1/0/1 access 10\nhost server1\nlink leaf1 Vlanif10 -- server1 eth0',
    ),
    at: ['error link:leaf1.Vlanif10--server1 interface:leaf1.Vlanif10'],
    passes: stub('interface leaf1 MEth0/0/0 192.0.2.1/24\nhost server1\nlink leaf1 MEth0/0/0 -- server1 eth0'),
  },
  {
    rule: 'link/speed-differs',
    fails: stub('link leaf1 25GE1/0/1 -- leaf2 100GE1/0/2 switched'),
    at: ['warning link:leaf1.25GE1-0-1--leaf2.100GE1-0-2'],
    passes: stub(
      'link leaf1 25GE1/0/1 -- leaf2 25GE1/0/2 switched\nlink leaf1 100GE1/0/3:1 -- leaf2 25GE1/0/3 switched',
    ),
  },
  {
    rule: 'link/layers-differ',
    fails: stub('set interface:leaf2.100GE1-0-1 {"mode": null}'),
    at: ['warning link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 interface:leaf2.100GE1-0-1'],
    also: ['interface/layer2-address'],
    passes: stub(
      'port leaf2 100GE1/0/1 access 10\nset interface:leaf2.100GE1-0-1 {"ipv4": null}\ninterface leaf2 Vlanif10 10.1.0.1/31',
    ),
  },
  {
    rule: 'link/vlans-differ',
    fails: `
      leaf1 CE6866-48S8CQ-P
      leaf2 CE6866-48S8CQ-P
      port leaf1 25GE1/0/1 trunk 10,20
      port leaf2 25GE1/0/1 trunk 10,30
      link leaf1 25GE1/0/1 -- leaf2 25GE1/0/1
      port leaf1 25GE1/0/2 access 10
      port leaf2 25GE1/0/2 access 20
      link leaf1 25GE1/0/2 -- leaf2 25GE1/0/2
      port leaf1 25GE1/0/3 access 10
      port leaf2 25GE1/0/3 trunk 10
      link leaf1 25GE1/0/3 -- leaf2 25GE1/0/3`,
    at: [
      'warning link:leaf1.25GE1-0-1--leaf2.25GE1-0-1',
      'warning link:leaf1.25GE1-0-2--leaf2.25GE1-0-2',
      'warning link:leaf1.25GE1-0-3--leaf2.25GE1-0-3',
    ],
    passes: `
      leaf1 CE6866-48S8CQ-P
      leaf2 CE6866-48S8CQ-P
      port leaf1 25GE1/0/1 trunk 10,20
      port leaf2 25GE1/0/1 trunk 10,20
      link leaf1 25GE1/0/1 -- leaf2 25GE1/0/1
      port leaf1 25GE1/0/3 access 10
      set interface:leaf2.25GE1-0-1 {"switching": {"linkType": "trunk", "allowedVlans": [20, 10]}}
      port leaf2 25GE1/0/3 trunk 10
      set interface:leaf2.25GE1-0-3 {"switching": {"linkType": "trunk", "vlan": 10, "allowedVlans": [10]}}
      link leaf1 25GE1/0/3 -- leaf2 25GE1/0/3`,
  },
  {
    rule: 'link/mtu-differs',
    fails: stub('set interface:leaf1.100GE1-0-1 {"mtu": 9000}'),
    at: ['warning link:leaf1.100GE1-0-1--leaf2.100GE1-0-1'],
    passes: stub('set interface:leaf1.100GE1-0-1 {"mtu": 9000}\nset interface:leaf2.100GE1-0-1 {"mtu": 9000}'),
  },
  {
    rule: 'vlan/range',
    fails: 'low CE6885-LL-56F mode low-latency vlans 1023,1024',
    at: ['error device:low 1024'],
    passes: 'low CE6885-LL-56F mode low-latency vlans 1023\nstd CE6885-LL-56F mode standard vlans 1024',
  },
  {
    rule: 'vlan/default-vlan',
    fails: stub('port leaf1 25GE1/0/1 access 1\ninterface leaf1 Vlanif1 10.2.0.1/24'),
    at: ['info interface:leaf1.25GE1-0-1', 'info interface:leaf1.Vlanif1'],
    passes: stub('port leaf1 25GE1/0/1 access 2\ninterface leaf1 Vlanif2 10.2.0.1/24'),
  },
  {
    rule: 'vlan/loop-without-stp',
    fails: `${circle}\nset device:s3 {"carried":[{"view":["interface 10GE1/0/2"],"lines":[{"text":"stp disable"}]}]}`,
    at: ['error device:s3 device:s1 device:s2'],
    passes: circle,
  },
  {
    rule: 'vlan/empty-trunk',
    fails: stub('interface leaf1 25GE1/0/1\nset interface:leaf1.25GE1-0-1 {"switching": {"linkType": "trunk"}}'),
    at: ['warning interface:leaf1.25GE1-0-1'],
    passes: vlanLink,
  },
  {
    rule: 'vlanif/pvid-not-allowed',
    fails: stub(
      'interface leaf1 25GE1/0/1\nset interface:leaf1.25GE1-0-1 {"switching": {"linkType": "trunk", "vlan": 20, "allowedVlans": [10]}}',
    ),
    at: ['warning interface:leaf1.25GE1-0-1'],
    passes: stub(
      'interface leaf1 25GE1/0/1\nset interface:leaf1.25GE1-0-1 {"switching": {"linkType": "trunk", "vlan": 1, "allowedVlans": [10]}}',
    ),
  },
  {
    rule: 'vlanif/no-carrier',
    fails: stub(`
      interface leaf1 Vlanif10 10.2.0.1/24
      interface leaf1 25GE1/0/1
      set interface:leaf1.25GE1-0-1 {"switching": {"linkType": "trunk", "vlan": 10, "allowedVlans": [20]}}`),
    at: ['warning interface:leaf1.Vlanif10'],
    also: ['vlanif/pvid-not-allowed'],
    passes: canonicalPair,
  },
  {
    rule: 'vlanif/vlan-mismatch',
    fails: `${vlanLink}
      interface leaf1 Vlanif101 10.3.0.1/30
      interface leaf2 Vlanif101 10.3.0.2/30
      set vlanif-link:leaf1-leaf2-100 {"ends": ["interface:leaf1.Vlanif101", "interface:leaf2.Vlanif101"]}`,
    at: [
      'error vlanif-link:leaf1-leaf2-100 interface:leaf1.Vlanif101',
      'error vlanif-link:leaf1-leaf2-100 interface:leaf2.Vlanif101',
    ],
    also: ['vlanif/no-carrier'],
    passes: vlanLink,
  },
  {
    rule: 'vlanif/not-carried',
    fails: `${vlanLink}
      link leaf1 25GE1/0/2 -- leaf2 25GE1/0/2 switched
      vlanif-link leaf1 leaf2 vlan 101 over leaf1:25GE1/0/2 10.3.0.0/30 addresses 10.3.0.1/30 10.3.0.2/30
      port leaf2 25GE1/0/2 access 7
      vlanif-link leaf1 leaf2 vlan 102 10.4.0.0/30 addresses 10.4.0.1/30 10.4.0.2/30`,
    at: ['error vlanif-link:leaf1-leaf2-101 interface:leaf2.25GE1-0-2', 'error vlanif-link:leaf1-leaf2-102'],
    also: ['link/vlans-differ', 'vlanif/no-carrier'],
    // Over a switch in between every cable of the way carries the VLAN.
    passes: `
      leaf1 CE6866-48S8CQ-P
      leaf2 CE6866-48S8CQ-P
      middle CE6866-48S8CQ-P
      link leaf1 25GE1/0/1 -- middle 25GE1/0/1 switched
      link middle 25GE1/0/2 -- leaf2 25GE1/0/1 switched
      vlanif-link leaf1 leaf2 vlan 100 over leaf1:25GE1/0/1,leaf2:25GE1/0/1 10.2.0.0/30 addresses 10.2.0.1/30 10.2.0.2/30`,
  },
  {
    rule: 'trunk/member-invalid',
    fails: stub(`
      eth-trunk leaf1 Eth-Trunk5 25GE1/0/1 25GE1/0/2 trunk 10
      interface leaf2 25GE1/0/5
      set interface:leaf2.25GE1-0-5 {"memberOf": "interface:leaf1.Eth-Trunk5"}
      eth-trunk leaf1 Eth-Trunk6 25GE1/0/3 25GE1/0/4 trunk 10
      set interface:leaf1.Eth-Trunk6 {"memberOf": "interface:leaf1.Eth-Trunk5"}`),
    at: [
      'error interface:leaf1.Eth-Trunk6 interface:leaf1.Eth-Trunk5',
      'error interface:leaf2.25GE1-0-5 interface:leaf1.Eth-Trunk5',
    ],
    passes: stub('eth-trunk leaf1 Eth-Trunk5 25GE1/0/1 25GE1/0/2 trunk 10'),
  },
  {
    rule: 'trunk/no-members',
    fails: stub('eth-trunk leaf1 Eth-Trunk5 trunk 10'),
    at: ['warning interface:leaf1.Eth-Trunk5'],
    passes: stub('eth-trunk leaf1 Eth-Trunk5 25GE1/0/1 trunk 10'),
  },
  {
    rule: 'trunk/id-range',
    fails: stub('eth-trunk leaf1 Eth-Trunk1024 25GE1/0/1 trunk 10'),
    at: ['warning interface:leaf1.Eth-Trunk1024'],
    passes: stub('eth-trunk leaf1 Eth-Trunk1023 25GE1/0/1 trunk 10'),
  },
  {
    rule: 'trunk/member-speeds',
    fails: stub('eth-trunk leaf1 Eth-Trunk5 25GE1/0/1 100GE1/0/2 trunk 10'),
    at: ['warning interface:leaf1.Eth-Trunk5'],
    passes: stub(
      'eth-trunk leaf1 Eth-Trunk5 25GE1/0/1 100GE1/0/2 trunk 10\nset interface:leaf1.Eth-Trunk5 {"aggregation": "manual"}',
    ),
  },
  {
    rule: 'trunk/modes-differ',
    fails: `${trunks}
      set interface:leaf2.Eth-Trunk1 {"aggregation": "manual"}`,
    at: ['error interface:leaf1.Eth-Trunk1 interface:leaf2.Eth-Trunk1'],
    passes: `${trunks}
      set interface:leaf1.Eth-Trunk1 {"aggregation": "manual"}
      set interface:leaf2.Eth-Trunk1 {"aggregation": "manual"}`,
  },
  {
    rule: 'trunk/one-sided',
    fails: `${trunks}
      set interface:leaf2.25GE1-0-2 {"memberOf": null}`,
    at: ['error link:leaf1.25GE1-0-2--leaf2.25GE1-0-2 interface:leaf2.25GE1-0-2'],
    passes: trunks,
  },
  {
    rule: 'trunk/split',
    fails: `${trunks}
      eth-trunk leaf2 Eth-Trunk2 25GE1/0/2 trunk 10`,
    at: ['error interface:leaf1.Eth-Trunk1 interface:leaf2.Eth-Trunk1 interface:leaf2.Eth-Trunk2'],
    // Toward an M-LAG pair one Eth-Trunk may end on two devices.
    passes: `${canonicalPair}
      access1 CE6881H-48S6CQ
      eth-trunk access1 Eth-Trunk1 100GE1/0/1 100GE1/0/2
      eth-trunk leaf1 Eth-Trunk12 100GE1/0/3
      eth-trunk leaf2 Eth-Trunk12 100GE1/0/3
      link leaf1 100GE1/0/3 -- access1 100GE1/0/1
      link leaf2 100GE1/0/3 -- access1 100GE1/0/2
      attach att12 pair1 Eth-Trunk12 -- access1 Eth-Trunk1 vlans 10,20 trunk mlagId 12`,
  },
  {
    rule: 'trunk/lacp-dynamic-to-switch',
    fails: `${trunks}
      set interface:leaf2.Eth-Trunk1 {"aggregation": "lacp-dynamic"}`,
    at: ['warning interface:leaf2.Eth-Trunk1'],
    passes: `
      leaf1 CE6866-48S8CQ-P
      host server1
      eth-trunk leaf1 Eth-Trunk1 25GE1/0/1 trunk 10
      set interface:leaf1.Eth-Trunk1 {"aggregation": "lacp-dynamic"}
      link leaf1 25GE1/0/1 -- server1 eth0`,
  },
]
