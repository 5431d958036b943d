import { canonicalPair, ibgp, joined } from './healthy'
import type { RuleCase } from './rule-case'

const stub = (line: string) => `${joined}\n${line}`

export const addressCases: readonly RuleCase[] = [
  {
    rule: 'address/host-mask-off-loopback',
    fails: stub('interface leaf1 Vlanif10 10.2.0.1/32\nport leaf1 25GE1/0/1 access 10'),
    at: ['error interface:leaf1.Vlanif10 10.2.0.1'],
    passes: stub('interface leaf1 LoopBack1 10.2.0.1/32'),
  },
  {
    rule: 'address/not-usable',
    fails: stub(`
      interface leaf1 LoopBack1 127.0.0.1/32
      interface leaf1 LoopBack2 224.0.0.1/32
      interface leaf1 LoopBack3 10.2.0.0/24
      interface leaf2 LoopBack1 10.3.0.255/24
      interface leaf2 LoopBack2 240.0.0.1/32
      interface leaf2 LoopBack3 0.1.2.3/32
      interface leaf2 LoopBack4 ff02::1/128
      link leaf1 100GE1/0/2 127.1.0.1/24 -- leaf2 100GE1/0/2 127.1.0.2/24`),
    at: [
      'error interface:leaf1.100GE1-0-2 127.1.0.1/24',
      'error interface:leaf1.LoopBack2 224.0.0.1/32',
      'error interface:leaf1.LoopBack3 10.2.0.0/24',
      'error interface:leaf2.100GE1-0-2 127.1.0.2/24',
      'error interface:leaf2.LoopBack1 10.3.0.255/24',
      'error interface:leaf2.LoopBack2 240.0.0.1/32',
      'error interface:leaf2.LoopBack3 0.1.2.3/32',
      'error interface:leaf2.LoopBack4 ff02::1/128',
    ],
    passes: stub(`
      interface leaf1 LoopBack1 10.2.0.1/24
      interface leaf1 LoopBack2 2001:db8::1/128
      link leaf1 100GE1/0/2 10.4.0.0/31 2001:db8:4::/127 -- leaf2 100GE1/0/2 10.4.0.1/31 2001:db8:4::1/127`),
  },
  {
    rule: 'address/too-many',
    fails: stub(`interface leaf1 LoopBack1 ${addresses(17)}`),
    at: ['error interface:leaf1.LoopBack1'],
    passes: stub(`interface leaf1 LoopBack1 ${addresses(16)}`),
  },
  {
    rule: 'address/unnumbered-lender',
    fails: stub(`
      interface leaf1 LoopBack1 none
      link leaf1 100GE1/0/2 none -- leaf2 100GE1/0/2 none
      set interface:leaf1.100GE1-0-2 {"ipv4": null, "unnumberedFrom": "interface:leaf1.LoopBack1"}
      set interface:leaf2.100GE1-0-2 {"ipv4": null, "unnumberedFrom": "interface:leaf1.LoopBack0"}`),
    at: ['error interface:leaf1.100GE1-0-2', 'error interface:leaf2.100GE1-0-2'],
    passes: stub(`
      link leaf1 100GE1/0/2 none -- leaf2 100GE1/0/2 none
      set interface:leaf1.100GE1-0-2 {"ipv4": null, "unnumberedFrom": "interface:leaf1.LoopBack0"}
      set interface:leaf2.100GE1-0-2 {"ipv4": null, "unnumberedFrom": "interface:leaf2.LoopBack0"}`),
  },
  {
    rule: 'address/duplicate',
    fails: stub(`
      interface leaf2 LoopBack1 10.0.0.1/32
      host server1 10.9.0.1
      port leaf1 25GE1/0/1 access 9
      interface leaf1 Vlanif9 10.9.0.1/24
      link leaf1 25GE1/0/1 -- server1 eth0`),
    at: [
      'error host:server1 interface:leaf1.Vlanif9 10.9.0.1',
      'error interface:leaf1.LoopBack0 interface:leaf2.LoopBack1 10.0.0.1',
    ],
    // The gateway of a pair is on both members on purpose; so may be a LoopBack of theirs.
    passes: canonicalPair,
  },
  {
    rule: 'address/duplicate-on-device',
    fails: stub('interface leaf1 LoopBack1 10.0.0.1/32'),
    at: ['error interface:leaf1.LoopBack1 interface:leaf1.LoopBack0 10.0.0.1'],
    passes: stub('vrf red\ninterface leaf1 LoopBack1 10.0.0.1/32 vrf red'),
  },
  {
    rule: 'address/subnet-overlap',
    fails: stub(`
      port leaf1 25GE1/0/1 access 10
      port leaf1 25GE1/0/2 access 20
      port leaf1 25GE1/0/3 access 30
      interface leaf1 Vlanif10 10.2.0.1/24
      interface leaf1 Vlanif20 10.2.0.2/24
      interface leaf1 Vlanif30 10.2.0.129/25`),
    at: [
      'error interface:leaf1.Vlanif20 interface:leaf1.Vlanif10 10.2.0.0/24',
      'warning interface:leaf1.Vlanif30 interface:leaf1.Vlanif20 10.2.0.128/25',
    ],
    passes: stub(`
      vrf red
      port leaf1 25GE1/0/1 access 10
      port leaf1 25GE1/0/2 access 20
      interface leaf1 Vlanif10 10.2.0.1/24 10.2.0.3/24
      interface leaf1 Vlanif20 10.2.0.2/24 vrf red`),
  },
  {
    rule: 'address/link-ends-differ',
    fails: stub(`
      link leaf1 100GE1/0/2 10.2.0.1/30 -- leaf2 100GE1/0/2 10.3.0.2/30
      link leaf1 100GE1/0/3 10.4.0.1/30 -- leaf2 100GE1/0/3 10.4.0.2/29
      link leaf1 100GE1/0/4 2001:db8:1::1/64 none -- leaf2 100GE1/0/4 2001:db8:2::1/64 none`),
    at: [
      'error link:leaf1.100GE1-0-2--leaf2.100GE1-0-2 interface:leaf1.100GE1-0-2 interface:leaf2.100GE1-0-2 ipv4',
      'error link:leaf1.100GE1-0-4--leaf2.100GE1-0-4 interface:leaf1.100GE1-0-4 interface:leaf2.100GE1-0-4 ipv6',
      'warning link:leaf1.100GE1-0-3--leaf2.100GE1-0-3 interface:leaf1.100GE1-0-3 interface:leaf2.100GE1-0-3 ipv4',
    ],
    passes: stub(`
      link leaf1 100GE1/0/2 10.2.0.1/30 -- leaf2 100GE1/0/2 10.2.0.2/30
      link leaf1 100GE1/0/3 10.4.0.1/30 10.5.0.1/30 -- leaf2 100GE1/0/3 10.6.0.1/30 10.5.0.2/30`),
  },
  {
    rule: 'address/link-end-missing',
    fails: stub('link leaf1 100GE1/0/2 10.2.0.1/30 -- leaf2 100GE1/0/2 none'),
    at: ['warning link:leaf1.100GE1-0-2--leaf2.100GE1-0-2 interface:leaf2.100GE1-0-2'],
    passes: stub(`
      link leaf1 100GE1/0/2 10.2.0.1/30 2001:db8::/127 -- leaf2 100GE1/0/2 none 2001:db8::1/127
      link leaf1 100GE1/0/3 none -- leaf2 100GE1/0/3 none`),
  },
  {
    rule: 'address/subnet-on-two-links',
    fails: stub(`
      leaf3 CE6866-48S8CQ-P lo0 10.0.0.3/32
      leaf4 CE6866-48S8CQ-P lo0 10.0.0.4/32
      link leaf1 100GE1/0/2 10.2.0.1/24 -- leaf2 100GE1/0/2 10.2.0.2/24
      link leaf3 100GE1/0/2 10.2.0.3/24 -- leaf4 100GE1/0/2 10.2.0.4/24`),
    at: ['warning link:leaf3.100GE1-0-2--leaf4.100GE1-0-2 link:leaf1.100GE1-0-2--leaf2.100GE1-0-2 10.2.0.0/24'],
    passes: stub(`
      leaf3 CE6866-48S8CQ-P lo0 10.0.0.3/32
      port leaf2 100GE1/0/2 access 7
      port leaf2 100GE1/0/3 access 7
      interface leaf2 Vlanif7 10.2.0.2/24
      link leaf1 100GE1/0/2 10.2.0.1/24 -- leaf2 100GE1/0/2
      link leaf3 100GE1/0/2 10.2.0.3/24 -- leaf2 100GE1/0/3`),
  },
  {
    rule: 'address/ipv6-unsupported',
    fails: `
      low CE6885-LL-56F mode low-latency lo0 10.0.0.9/32 2001:db8::9/128`,
    at: ['error interface:low.LoopBack0'],
    passes: `
      low CE6885-LL-56F mode standard lo0 10.0.0.9/32 2001:db8::9/128`,
  },
  {
    rule: 'document/role-defaults-twice',
    fails: `${joined}
      role-defaults leaf CE6866-48S8CQ-P
      role-defaults spine CE8851-32CQ8DQ-P
      set role-defaults:spine {"role": "leaf"}`,
    at: ['warning role-defaults:leaf role-defaults:spine'],
    passes: `${joined}
      role-defaults leaf CE6866-48S8CQ-P
      role-defaults spine CE8851-32CQ8DQ-P`,
  },
  {
    rule: 'document/waiver-unused',
    fails: `${ibgp}
      waiver old
      set waiver:old {"finding": "bgp/as-mismatch peering:gone device:leaf1", "reason": "lab", "owner": "Ada"}`,
    at: ['info waiver:old'],
    passes: `${ibgp}
      waiver lab
      set waiver:lab {"finding": "bgp/ignored peering:leaf1-leaf2 device:leaf1", "reason": "lab", "owner": "Ada"}
      peering leaf1 lo0 -- leaf2 lo0 ignore left`,
    passesWith: ['bgp/ignored'],
  },
  {
    rule: 'document/dangling-reference',
    fails: `${ibgp}
      remove interface:leaf1.100GE1-0-1`,
    at: ['error link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 ends.0.interfaceId interface:leaf1.100GE1-0-1'],
    also: ['underlay/isolated-device'],
    passes: ibgp,
  },
  {
    rule: 'document/carried-view-gone',
    fails: stub(
      'set device:leaf1 {"carried": [{"view": ["interface 100GE1/0/30"], "lines": [{"text": "storm suppression broadcast 5"}]}]}',
    ),
    at: ['warning device:leaf1'],
    passes: stub(
      'set device:leaf1 {"carried": [{"view": ["interface LoopBack0"], "lines": [{"text": "statistic enable"}]}]}',
    ),
  },
  {
    rule: 'device/name-duplicate',
    fails: stub('set device:leaf2 {"name": "leaf1"}'),
    at: ['warning device:leaf1 device:leaf2'],
    passes: joined,
  },
  {
    rule: 'device/name-form',
    fails: stub('set device:leaf2 {"name": "机房-2"}'),
    at: ['info device:leaf2'],
    passes: stub('set device:leaf2 {"name": "Room_2.leaf-2"}'),
  },
]

function addresses(count: number): string {
  return Array.from({ length: count }, (_, index) => `2001:db8:${index.toString(16)}::1/64`).join(' ')
}
