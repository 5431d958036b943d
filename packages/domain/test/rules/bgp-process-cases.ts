import { direct, inEbgp, inIbgp, loopbacks } from './bgp-fabrics'
import { joined } from './healthy'
import type { RuleCase } from './rule-case'

export const bgpProcessCases: readonly RuleCase[] = [
  {
    rule: 'bgp/router-id-duplicate',
    fails: inIbgp(`
      leaf3 CE6866-48S8CQ-P as 65007 router-id 10.9.9.9 lo0 10.0.0.3/32
      leaf4 CE6866-48S8CQ-P as 65007 router-id 10.9.9.9 lo0 10.0.0.4/32
      set device:leaf3 {"bgp": {}}
      set device:leaf4 {"bgp": {}}
      set device:leaf2 {"routerId": "10.0.0.1"}
      ${loopbacks}`),
    at: ['error device:leaf1 device:leaf2', 'warning device:leaf3 device:leaf4'],
    also: ['bgp/loopback-unreachable', 'ospf/router-id-duplicate'],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/router-id-missing',
    fails: `
      leaf1 CE6866-48S8CQ-P as 65001
      leaf2 CE6866-48S8CQ-P as 65002
      leaf3 CE6866-48S8CQ-P as 65003
      set device:leaf3 {"bgp": {}}
      link leaf1 100GE1/0/1 10.1.0.0/31 -- leaf2 100GE1/0/1 10.1.0.1/31
      ${direct}`,
    at: ['error device:leaf3', 'warning device:leaf1', 'warning device:leaf2'],
    passes: `
      leaf1 CE6866-48S8CQ-P as 65001 router-id 10.0.0.1
      leaf2 CE6866-48S8CQ-P as 65002 router-id 10.0.0.2
      link leaf1 100GE1/0/1 10.1.0.0/31 -- leaf2 100GE1/0/1 10.1.0.1/31
      ${direct}`,
  },
  {
    rule: 'bgp/router-id-of-port',
    fails: inIbgp(`set device:leaf1 {"routerId": "10.1.0.0"}\n${loopbacks}`),
    at: ['warning device:leaf1'],
    passes: inIbgp(`set device:leaf1 {"routerId": "10.44.0.1"}\n${loopbacks}`),
  },
  {
    rule: 'bgp/as-reserved',
    fails: inEbgp(`set device:leaf1 {"asNumber": 65535}\nset device:leaf2 {"asNumber": 23456}\n${direct}`),
    at: ['warning device:leaf1', 'warning device:leaf2'],
    passes: inEbgp(`set device:leaf1 {"asNumber": 65534}\nset device:leaf2 {"asNumber": 4294967294}\n${direct}`),
  },
  {
    rule: 'bgp/network-not-in-table',
    fails: inIbgp(`set device:leaf1 {"bgp": {"announce": [{"prefix": "10.1.0.0/30"}]}}\n${loopbacks}`),
    at: ['error device:leaf1 10.1.0.0/30'],
    passes: inIbgp(
      `set device:leaf1 {"bgp": {"announce": [{"prefix": "10.1.0.0/31"}, {"prefix": "10.0.0.2/32"}, {"prefix": "10.99.0.0/16"}]}}\nstatic leaf1 10.99.0.0/16 null0\n${loopbacks}`,
    ),
  },
  {
    rule: 'bgp/import-process-missing',
    fails: `${joined}\nset device:leaf1 {"bgp": {"importRoutes": [{"protocol": "ospf", "family": "ipv4-unicast"}]}}`,
    at: ['warning device:leaf1 ipv4-unicast  1'],
    passes: inIbgp(
      'set device:leaf1 {"bgp": {"importRoutes": [{"protocol": "ospf", "processId": 1, "family": "ipv4-unicast"}, {"protocol": "static", "family": "ipv4-unicast"}]}}',
    ),
  },
  {
    rule: 'bgp/allow-as-loop-range',
    fails: inEbgp(`${direct} left.allowAsLoop 11`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inEbgp(`${direct} left.allowAsLoop 10`),
  },
  {
    rule: 'bgp/as-loop',
    fails: asLoop(''),
    at: ['warning peering:leaf1-spine1 device:leaf1', 'warning peering:leaf2-spine1 device:leaf2'],
    passes: asLoop(' left.allowAsLoop 1'),
  },
  {
    rule: 'underlay/as-equal',
    fails: `${joined}\nunderlay ebgp all`,
    at: ['warning link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 device:leaf1 device:leaf2'],
    passes: `${joined}\nset device:leaf2 {"asNumber": 65002}\nunderlay ebgp all`,
  },
]

function asLoop(extra: string): string {
  return `
    leaf1 CE6866-48S8CQ-P as 65001 lo0 10.0.0.1/32
    leaf2 CE6866-48S8CQ-P as 65001 lo0 10.0.0.2/32
    spine1 CE8851-32CQ8DQ-P role spine as 65009 lo0 10.0.0.9/32
    link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
    link leaf2 100GE1/0/1 10.1.0.2/31 -- spine1 100GE1/0/2 10.1.0.3/31
    peering leaf1 100GE1/0/1 -- spine1 100GE1/0/1${extra}
    peering leaf2 100GE1/0/1 -- spine1 100GE1/0/2${extra}`
}

const server = `
  leaf1 CE6866-48S8CQ-P as 65001 lo0 10.0.0.1/32
  host server1 10.9.0.20 as 65120
  port leaf1 25GE1/0/1 access 9
  interface leaf1 Vlanif9 10.9.0.1/24
  link leaf1 25GE1/0/1 -- server1 eth0`
const rely = (port: string) => `peering leaf1 Vlanif9 -- server1 rely leaf1 ${port}`

export const relyStateCases: readonly RuleCase[] = [
  {
    rule: 'bgp/rely-state-missing',
    fails: `${server}
      leaf2 CE6866-48S8CQ-P
      interface leaf2 25GE1/0/1
      ${rely('25GE1/0/1')}
      set peering:leaf1-server1 {"ends": [{"owner": {"deviceId": "device:leaf1"}, "interfaceId": "interface:leaf1.Vlanif9", "relyStateInterfaceIds": ["interface:leaf2.25GE1-0-1"]}, {"owner": {"hostId": "host:server1"}}]}`,
    at: ['error peering:leaf1-server1 device:leaf1 interface:leaf2.25GE1-0-1'],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-not-physical',
    fails: `${server}\n${rely('Vlanif9')}`,
    at: ['error peering:leaf1-server1 device:leaf1 interface:leaf1.Vlanif9'],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-down',
    fails: `${server}\nport leaf1 25GE1/0/2 access 9\n${rely('25GE1/0/2')}`,
    at: ['error peering:leaf1-server1 device:leaf1 interface:leaf1.25GE1-0-2'],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-vlan',
    fails: `${server}
      host server2
      port leaf1 25GE1/0/2 access 10
      link leaf1 25GE1/0/2 -- server2 eth0
      ${rely('25GE1/0/2')}`,
    at: ['warning peering:leaf1-server1 device:leaf1 interface:leaf1.25GE1-0-2'],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-trunk-member',
    fails: `
      leaf1 CE6866-48S8CQ-P as 65001 lo0 10.0.0.1/32
      host server1 10.9.0.20 as 65120
      interface leaf1 Vlanif9 10.9.0.1/24
      eth-trunk leaf1 Eth-Trunk1 25GE1/0/1 25GE1/0/2 access 9
      link leaf1 25GE1/0/1 -- server1 eth0
      link leaf1 25GE1/0/2 -- server1 eth1
      ${rely('25GE1/0/1')}`,
    at: ['warning peering:leaf1-server1 device:leaf1 interface:leaf1.25GE1-0-1'],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-no-vlanif',
    fails: inEbgp(`${direct} rely leaf1 100GE1/0/1`),
    at: ['info peering:leaf1-leaf2 device:leaf1'],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-several',
    fails: `${server}
      host server2
      port leaf1 25GE1/0/2 access 9
      link leaf1 25GE1/0/2 -- server2 eth0
      ${rely('25GE1/0/1,25GE1/0/2')}`,
    at: ['warning peering:leaf1-server1 device:leaf1'],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
]
