import { ibgp, joined } from './healthy'
import type { RuleCase } from './rule-case'

const stub = (line: string) => `${joined}\n${line}`
/** A device with BGP and a station on a cable. */
const watched = `${ibgp}
  peering leaf1 lo0 -- leaf2 lo0
  station bmp1 192.0.2.10 port 5000
  link leaf1 25GE1/0/48 192.0.2.1/24 -- bmp1`
const inWatched = (line: string) => `${watched}\n${line}`
const session = 'bmp leaf1 -- bmp1 source lo0'

/** What the station of the monitoring is told: the peers of a VPN instance beside those of the public network. */
const toldOf = (...tables: readonly string[]) => {
  const monitor = tables.map((table) => ({
    target: table === 'public' ? { kind: table } : { kind: 'vpn-instance', vrfId: `vrf:${table}` },
    family: 'ipv4-unicast',
    rib: 'adj-rib-in',
    policy: 'post-policy',
  }))
  return `set bmp-monitoring:all ${JSON.stringify({ monitor })}`
}
const monitoring = `monitoring all bmp1 members leaf1 loopback 0\n${toldOf('public')}`
export const bmpCases: readonly RuleCase[] = [
  {
    rule: 'bmp/monitoring-without-sessions',
    fails: inWatched(
      'monitoring none bmp1 roles border loopback 0\nmonitoring all bmp1 members leaf1 loopback 0\nset bmp-monitoring:all {"exceptIds": ["device:leaf1"]}',
    ),
    at: ['warning bmp-monitoring:all', 'warning bmp-monitoring:none'],
    passes: inWatched(monitoring),
  },
  {
    rule: 'bmp/monitoring-source-missing',
    fails: inWatched(`${monitoring}\nset bmp-monitoring:all {"loopback": 7}`),
    at: ['warning bmp-monitoring:all'],
    also: ['bmp/source-missing'],
    passes: inWatched(`interface leaf1 LoopBack7 10.0.0.7/32\n${monitoring}\nset bmp-monitoring:all {"loopback": 7}`),
  },
  {
    rule: 'bmp/monitoring-excepts-stranger',
    fails: inWatched(`${monitoring}\nset bmp-monitoring:all {"exceptIds": ["device:leaf2"]}`),
    at: ['info bmp-monitoring:all device:leaf2'],
    passes: inWatched(
      `${monitoring}\nset bmp-monitoring:all {"exceptIds": ["device:leaf2"], "deviceIds": ["device:leaf1", "device:leaf2"]}`,
    ),
  },
  {
    rule: 'bmp/monitoring-vpn-without-peers',
    fails: inWatched(`vrf T\n${monitoring}\n${toldOf('public', 'T')}`),
    at: ['warning bmp-monitoring:all vrf:T'],
    passes: inWatched(`
      vrf T
      link leaf1 25GE1/0/1 10.3.0.1/24 -- leaf2 25GE1/0/1 10.3.0.2/24 vrf T
      peering leaf1 25GE1/0/1 -- leaf2 25GE1/0/1 vrf T
      ${monitoring}
      ${toldOf('public', 'T')}`),
  },
  {
    rule: 'bmp/source-missing',
    fails: inWatched('bmp leaf1 -- bmp1'),
    at: ['warning bmp-session:leaf1-bmp1 device:leaf1'],
    passes: inWatched('bmp leaf1 -- bmp1\nset device:leaf1 {"bmp": {"sourceIpv4": "10.0.0.1"}}'),
  },
  {
    // The example of the manual: the address of the station as source.
    rule: 'bmp/source-not-local',
    fails: inWatched('bmp leaf1 -- bmp1 source 192.0.2.10\nset device:leaf2 {"bmp": {"sourceIpv4": "10.0.0.1"}}'),
    at: ['error bmp-session:leaf1-bmp1 device:leaf1', 'error device:leaf2'],
    passes: inWatched('bmp leaf1 -- bmp1 source 10.0.0.1\nset device:leaf2 {"bmp": {"sourceIpv4": "10.0.0.2"}}'),
  },
  {
    rule: 'bmp/source-unusable',
    fails: inWatched(`
      vrf red
      interface leaf1 LoopBack1 10.0.1.1/32 vrf red
      bmp leaf1 -- bmp1 source lo1
      station bmp2 192.0.2.11 port 5000
      port leaf1 25GE1/0/1 access 7
      bmp leaf1 -- bmp2 source 25GE1/0/1
      station bmp3 192.0.2.12 port 5000
      interface leaf1 LoopBack2 none
      bmp leaf1 -- bmp3 source lo2`),
    at: [
      'error bmp-session:leaf1-bmp1 interface:leaf1.LoopBack1',
      'error bmp-session:leaf1-bmp2 interface:leaf1.25GE1-0-1',
      'error bmp-session:leaf1-bmp3 interface:leaf1.LoopBack2',
    ],
    also: ['bmp/station-unreachable'],
    passes: inWatched(session),
  },
  {
    rule: 'bmp/source-version',
    fails: inWatched('interface leaf1 LoopBack0 2001:db8::1/128\nbmp leaf1 -- bmp1 source 2001:db8::1'),
    at: ['error bmp-session:leaf1-bmp1 device:leaf1'],
    passes: inWatched('interface leaf1 LoopBack0 2001:db8::1/128\nbmp leaf1 -- bmp1 source 10.0.0.1'),
  },
  {
    rule: 'bmp/source-both',
    fails: inWatched(
      `interface leaf1 LoopBack1 10.0.1.1/32\nset device:leaf1 {"bmp": {"sourceIpv4": "10.0.1.1"}}\n${session}`,
    ),
    at: ['info bmp-session:leaf1-bmp1 device:leaf1'],
    passes: inWatched(`set device:leaf1 {"bmp": {"sourceIpv4": "10.0.0.1"}}\n${session}`),
  },
  {
    rule: 'bmp/station-is-self',
    fails: inWatched(`station bmp9 10.0.0.1 port 5000\nbmp leaf1 -- bmp9 source lo0`),
    at: ['error bmp-session:leaf1-bmp9 station:bmp9 interface:leaf1.LoopBack0'],
    passes: inWatched(session),
  },
  {
    rule: 'bmp/port-missing',
    fails: inWatched(`station bmp2 192.0.2.11\nbmp leaf1 -- bmp2 source lo0\nbmp leaf1 -- bmp1 source lo0 port 65536`),
    at: ['error bmp-session:leaf1-bmp1 device:leaf1', 'error bmp-session:leaf1-bmp2 device:leaf1'],
    passes: inWatched(`station bmp2 192.0.2.11\nbmp leaf1 -- bmp2 source lo0 port 5001`),
  },
  {
    rule: 'bmp/duplicate-session',
    fails: inWatched(`${session}\nbmp leaf1 -- bmp1 source lo0 port 5001 id again`),
    at: ['error bmp-session:leaf1-bmp1 bmp-session:again device:leaf1'],
    passes: inWatched(`${session}\nbmp leaf1 -- bmp1 source lo0 port 5001 alias second id again`),
  },
  {
    rule: 'bmp/same-endpoint',
    fails: inWatched(`${session}\nbmp leaf1 -- bmp1 source lo0 alias second id again`),
    at: ['warning bmp-session:leaf1-bmp1 bmp-session:again device:leaf1'],
    passes: inWatched(`${session}\nbmp leaf1 -- bmp1 source lo0 port 5001 alias second id again`),
  },
  {
    rule: 'bmp/no-monitor',
    fails: inWatched(`${session}\nset bmp-session:leaf1-bmp1 {"monitor": []}`),
    at: ['warning bmp-session:leaf1-bmp1 device:leaf1'],
    passes: inWatched(session),
  },
  {
    rule: 'bmp/pre-policy',
    fails: inWatched(`${session}\n${monitor('{"kind": "public"}', 'adj-rib-in', 'pre-policy')}`),
    at: ['warning bmp-session:leaf1-bmp1 device:leaf1'],
    passes: inWatched(
      `${session}\n${monitor('{"kind": "public"}', 'adj-rib-in', 'pre-policy')}\nset device:leaf1 {"bgp": {"keepAllRoutes": true}}`,
    ),
  },
  {
    rule: 'bmp/local-rib-view',
    fails: inWatched(`${session}\n${monitor('{"kind": "peer", "peeringId": "peering:leaf1-leaf2"}', 'local-rib')}`),
    at: ['error bmp-session:leaf1-bmp1 device:leaf1'],
    passes: inWatched(`${session}\n${monitor('{"kind": "public"}', 'local-rib')}`),
  },
  {
    rule: 'bmp/policy-missing',
    fails: inWatched(`${session}\n${monitor('{"kind": "public"}', 'adj-rib-out')}`),
    at: ['error bmp-session:leaf1-bmp1 device:leaf1'],
    passes: inWatched(`${session}\n${monitor('{"kind": "public"}', 'adj-rib-out', 'post-policy')}`),
  },
  {
    rule: 'bmp/unknown-peer',
    fails: inWatched(`
      leaf3 CE6866-48S8CQ-P as 65000 lo0 10.0.0.3/32
      link leaf3 100GE1/0/1 10.1.0.2/31 -- leaf2 100GE1/0/2 10.1.0.3/31
      peering leaf2 100GE1/0/2 -- leaf3 100GE1/0/1
      ${session}
      ${monitor('{"kind": "peer", "peeringId": "peering:leaf2-leaf3"}', 'adj-rib-in', 'post-policy')}`),
    at: ['error bmp-session:leaf1-bmp1 device:leaf1 peering:leaf2-leaf3'],
    also: ['bgp/ibgp-not-meshed'],
    passes: inWatched(
      `${session}\n${monitor('{"kind": "peer", "peeringId": "peering:leaf1-leaf2"}', 'adj-rib-in', 'post-policy')}`,
    ),
  },
  {
    rule: 'bmp/station-unreachable',
    fails: inWatched('bmp leaf2 -- bmp1 source lo0'),
    at: ['error bmp-session:leaf2-bmp1 device:leaf2 forward'],
    passes: inWatched('static leaf2 192.0.2.0/24 via 10.1.0.0\nbmp leaf2 -- bmp1 source lo0'),
  },
  {
    rule: 'bmp/fate-sharing',
    fails: inWatched(`
      set device:leaf1 {"bgp": {"announce": [{"prefix": "192.0.2.0/24"}]}}
      bmp leaf2 -- bmp1 source lo0`),
    at: ['info bmp-session:leaf2-bmp1 device:leaf2'],
    passes: inWatched('static leaf2 192.0.2.0/24 via 10.1.0.0\nbmp leaf2 -- bmp1 source lo0'),
  },
  {
    rule: 'bmp/no-bgp',
    fails: `
      leaf1 CE6866-48S8CQ-P lo0 10.0.0.1/32
      station bmp1 192.0.2.10 port 5000
      link leaf1 25GE1/0/48 192.0.2.1/24 -- bmp1
      ${session}`,
    at: ['warning device:leaf1'],
    passes: inWatched(session),
  },
  {
    rule: 'bmp/statistics-timer',
    fails: inWatched(`${session}\nset device:leaf1 {"bmp": {"statisticsTimerSeconds": 14}}`),
    at: ['error device:leaf1'],
    passes: inWatched(`${session}\nset device:leaf1 {"bmp": {"statisticsTimerSeconds": 15}}`),
  },
]

function monitor(target: string, rib: string, policy?: string): string {
  const entry = { target: JSON.parse(target), family: 'ipv4-unicast', rib, ...(policy === undefined ? {} : { policy }) }
  return `set bmp-session:leaf1-bmp1 ${JSON.stringify({ monitor: [entry] })}`
}

const vpn = `${joined}
  vrf red rt 65000:1
  link leaf1 100GE1/0/2 10.8.0.0/31 -- leaf2 100GE1/0/2 10.8.0.1/31 vrf red`
const inVpn = (line: string) => `${vpn}\n${line}`

export const vpnCases: readonly RuleCase[] = [
  { rule: 'vpn/name-reserved', fails: inVpn('set vrf:red {"name": "_public_"}'), at: ['error vrf:red'], passes: vpn },
  {
    rule: 'vpn/name-duplicate',
    fails: inVpn('vrf blue rt 65000:2\nset vrf:blue {"name": "red"}\ninterface leaf1 LoopBack5 10.5.0.1/32 vrf blue'),
    at: ['error device:leaf1 vrf:blue vrf:red'],
    passes: inVpn('vrf blue rt 65000:2\ninterface leaf1 LoopBack5 10.5.0.1/32 vrf blue'),
  },
  { rule: 'vpn/rd-form', fails: inVpn(rd('0:0')), at: ['error vrf:red ipv4'], passes: inVpn(rd('65536:1')) },
  {
    rule: 'vpn/rt-form',
    fails: inVpn('set vrf:red {"ipv4": {"importTargets": ["65000"], "exportTargets": ["65536:65536"]}}'),
    at: ['error vrf:red 65000', 'error vrf:red 65536:65536'],
    also: ['vpn/no-common-target'],
    passes: inVpn(
      'set vrf:red {"ipv4": {"importTargets": ["10.0.0.1:7", "1.10:7"], "exportTargets": ["1.10:7", "65535:4294967295"]}}',
    ),
  },
  {
    rule: 'vpn/rd-duplicate',
    fails: inVpn(`${rd('65000:1')}
      vrf blue
      set vrf:blue {"ipv4": {"routeDistinguisher": "65000:1", "importTargets": [], "exportTargets": []}}
      interface leaf1 LoopBack5 10.5.0.1/32 vrf blue`),
    at: ['warning device:leaf1 vrf:blue vrf:red 65000:1'],
    passes: inVpn('vrf blue rt 65000:2\ninterface leaf1 LoopBack5 10.5.0.1/32 vrf blue'),
  },
  {
    rule: 'vpn/family-missing',
    fails: inVpn('interface leaf1 LoopBack5 2001:db8::5/128 vrf red'),
    at: ['error vrf:red interface:leaf1.LoopBack5 ipv6'],
    passes: inVpn(
      'set vrf:red {"ipv6": {"importTargets": [], "exportTargets": []}}\ninterface leaf1 LoopBack5 2001:db8::5/128 vrf red',
    ),
  },
  {
    rule: 'vpn/link-ends-differ',
    fails: inVpn('set interface:leaf2.100GE1-0-2 {"vrfId": null}'),
    at: ['warning link:leaf1.100GE1-0-2--leaf2.100GE1-0-2 interface:leaf1.100GE1-0-2 interface:leaf2.100GE1-0-2'],
    passes: vpn,
  },
  {
    rule: 'vpn/no-common-target',
    fails: inVpn('set vrf:red {"ipv4": {"importTargets": ["65000:7"], "exportTargets": ["65000:1"]}}'),
    at: ['warning vrf:red ipv4'],
    passes: inVpn(
      'set vrf:red {"ipv4": {"importTargets": ["65000:7"], "exportTargets": ["65000:1"]}}\nvrf blue\nset vrf:blue {"ipv4": {"importTargets": ["65000:1"], "exportTargets": ["65000:7"]}}',
    ),
  },
]

function rd(value: string): string {
  return `set vrf:red {"ipv4": {"routeDistinguisher": "${value}", "importTargets": ["65000:1"], "exportTargets": ["65000:1"]}}`
}

const inOspf = (line: string) => `${ibgp}\n${line}`

export const routingCases: readonly RuleCase[] = [
  {
    rule: 'ospf/area-differs',
    fails: inOspf('set interface:leaf1.100GE1-0-1 {"ospf": {"area": 5}}'),
    at: ['error link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 interface:leaf1.100GE1-0-1 interface:leaf2.100GE1-0-1'],
    passes: inOspf('set interface:leaf1.100GE1-0-1 {"ospf": {"area": 0}}'),
  },
  {
    rule: 'ospf/network-type-differs',
    fails: inOspf('set interface:leaf1.100GE1-0-1 {"ospf": {"networkType": "broadcast"}}'),
    at: ['error link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 interface:leaf1.100GE1-0-1 interface:leaf2.100GE1-0-1'],
    passes: inOspf('set interface:leaf1.100GE1-0-1 {"ospf": {"networkType": "p2p"}}'),
  },
  {
    rule: 'ospf/timers-differ',
    fails: inOspf('set interface:leaf1.100GE1-0-1 {"ospf": {"helloSeconds": 5}}'),
    at: ['error link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 interface:leaf1.100GE1-0-1 interface:leaf2.100GE1-0-1'],
    passes: inOspf('set interface:leaf1.100GE1-0-1 {"ospf": {"helloSeconds": 10, "deadSeconds": 40}}'),
  },
  {
    rule: 'ospf/dead-too-short',
    fails: inOspf(
      'set interface:leaf1.100GE1-0-1 {"ospf": {"deadSeconds": 10}}\nset interface:leaf2.100GE1-0-1 {"ospf": {"deadSeconds": 10}}',
    ),
    at: ['error interface:leaf1.100GE1-0-1', 'error interface:leaf2.100GE1-0-1'],
    passes: inOspf(
      'set interface:leaf1.100GE1-0-1 {"ospf": {"deadSeconds": 11}}\nset interface:leaf2.100GE1-0-1 {"ospf": {"deadSeconds": 11}}',
    ),
  },
  {
    rule: 'ospf/link-one-sided',
    fails: inOspf('set interface:leaf2.100GE1-0-1 {"ospf": {"silent": true}}'),
    at: ['warning link:leaf1.100GE1-0-1--leaf2.100GE1-0-1 interface:leaf2.100GE1-0-1'],
    // A link that either end keeps out of the underlay runs OSPF on neither.
    passes: inOspf(
      'link leaf1 100GE1/0/2 10.1.0.2/31 -- leaf2 100GE1/0/2 10.1.0.3/31\nset interface:leaf2.100GE1-0-2 {"outsideUnderlay": true}',
    ),
  },
  {
    rule: 'ospf/router-id-duplicate',
    fails: inOspf('set device:leaf2 {"routerId": "10.0.0.1"}'),
    at: ['error underlay:ospf device:leaf1 device:leaf2'],
    passes: inOspf('set device:leaf2 {"routerId": "10.0.0.22"}'),
  },
  {
    rule: 'ospf/area-without-backbone',
    fails: inOspf(`
      leaf3 CE6866-48S8CQ-P lo0 10.0.0.3/32
      leaf4 CE6866-48S8CQ-P lo0 10.0.0.4/32
      link leaf3 100GE1/0/1 10.1.0.4/31 -- leaf4 100GE1/0/1 10.1.0.5/31
      set underlay:ospf {"deviceIds": ["device:leaf1", "device:leaf2", "device:leaf3", "device:leaf4"]}
      set interface:leaf3.100GE1-0-1 {"ospf": {"area": 7}}
      set interface:leaf4.100GE1-0-1 {"ospf": {"area": 7}}
      set interface:leaf3.LoopBack0 {"ospf": {"area": 7}}
      set interface:leaf4.LoopBack0 {"ospf": {"area": 7}}`),
    at: ['error underlay:ospf 7'],
    passes: inOspf(`
      leaf3 CE6866-48S8CQ-P lo0 10.0.0.3/32
      link leaf2 100GE1/0/2 10.1.0.4/31 -- leaf3 100GE1/0/1 10.1.0.5/31
      set underlay:ospf {"deviceIds": ["device:leaf1", "device:leaf2", "device:leaf3"]}
      set interface:leaf2.100GE1-0-2 {"ospf": {"area": 7}}
      set interface:leaf3.100GE1-0-1 {"ospf": {"area": 7}}
      set interface:leaf3.LoopBack0 {"ospf": {"area": 7}}`),
  },
  {
    rule: 'ospf/p2p-on-segment',
    fails: `
      leaf1 CE6866-48S8CQ-P lo0 10.0.0.1/32
      leaf2 CE6866-48S8CQ-P lo0 10.0.0.2/32
      leaf3 CE6866-48S8CQ-P lo0 10.0.0.3/32
      link leaf1 25GE1/0/1 -- leaf2 25GE1/0/1 switched
      link leaf1 25GE1/0/2 -- leaf3 25GE1/0/1 switched
      vlanif-link leaf1 leaf2 vlan 100 over leaf1:25GE1/0/1 10.2.0.0/29 addresses 10.2.0.1/29 10.2.0.2/29
      vlanif-link leaf1 leaf3 vlan 100 over leaf1:25GE1/0/2 10.2.0.0/29
      set interface:leaf3.Vlanif100 {"ipv4": ["10.2.0.3/29"]}
      underlay ospf all`,
    at: ['error interface:leaf1.Vlanif100'],
    passes: `
      leaf1 CE6866-48S8CQ-P lo0 10.0.0.1/32
      leaf2 CE6866-48S8CQ-P lo0 10.0.0.2/32
      link leaf1 25GE1/0/1 -- leaf2 25GE1/0/1 switched
      vlanif-link leaf1 leaf2 vlan 100 over leaf1:25GE1/0/1 10.2.0.0/29 addresses 10.2.0.1/29 10.2.0.2/29
      underlay ospf all`,
  },
  {
    rule: 'underlay/isolated-device',
    fails: inOspf(
      'leaf3 CE6866-48S8CQ-P lo0 10.0.0.3/32\nset underlay:ospf {"deviceIds": ["device:leaf1", "device:leaf2", "device:leaf3"]}',
    ),
    at: ['warning underlay:ospf device:leaf3'],
    passes: ibgp,
  },
  {
    rule: 'static/next-hop-unresolved',
    fails: stub('static leaf1 10.77.0.0/16 via 10.66.0.1'),
    at: ['error static-route:leaf1-1 device:leaf1'],
    passes: stub('static leaf1 10.77.0.0/16 via 10.66.0.1\nstatic leaf1 10.66.0.0/24 via 10.1.0.1'),
  },
  {
    rule: 'static/next-hop-is-self',
    fails: stub('static leaf1 10.77.0.0/16 via 10.1.0.0'),
    at: ['error static-route:leaf1-1 device:leaf1'],
    passes: stub('static leaf1 10.77.0.0/16 via 10.1.0.1'),
  },
  {
    rule: 'static/versions-differ',
    fails: stub('static leaf1 10.77.0.0/16 via 2001:db8::1'),
    at: ['error static-route:leaf1-1 device:leaf1'],
    also: ['static/next-hop-unresolved'],
    passes: stub('static leaf1 10.77.0.0/16 via 10.1.0.1'),
  },
  {
    rule: 'static/next-hop-missing',
    fails: stub('static leaf1 10.77.0.0/16 via 100GE1/0/1'),
    at: ['warning static-route:leaf1-1 device:leaf1'],
    passes: stub('static leaf1 10.77.0.0/16 via 10.1.0.1 on 100GE1/0/1'),
  },
  {
    rule: 'static/next-hop-outside',
    fails: stub(
      'interface leaf1 Vlanif9 10.9.0.1/24\nport leaf1 25GE1/0/1 access 9\nstatic leaf1 10.77.0.0/16 via 10.1.0.1 on Vlanif9',
    ),
    at: ['warning static-route:leaf1-1 device:leaf1'],
    passes: stub('static leaf1 10.77.0.0/16 via 10.1.0.1 on 100GE1/0/1'),
  },
  {
    rule: 'static/preference',
    fails: stub('static leaf1 10.77.0.0/16 via 10.1.0.1 preference 256'),
    at: ['error static-route:leaf1-1 device:leaf1'],
    passes: stub('static leaf1 10.77.0.0/16 via 10.1.0.1 preference 255'),
  },
]
