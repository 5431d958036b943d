import { ebgp, ebgpFabric, ibgp, joined, ospfFabric } from './healthy'
import type { RuleCase } from './rule-case'

const inIbgp = (line: string) => `${ibgp}\n${line}`
const inEbgp = (line: string) => `${ebgp}\n${line}`
/** EBGP over the cable itself. */
const direct = 'peering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1'
const loopbacks = 'peering leaf1 lo0 -- leaf2 lo0'

/** A reflector with two clients. */
const star = `
  leaf1 CE6866-48S8CQ-P as 65000 lo0 10.0.0.1/32
  leaf2 CE6866-48S8CQ-P as 65000 lo0 10.0.0.2/32
  rr1 CE6866-48S8CQ-P role route-reflector as 65000 lo0 10.0.0.9/32
  link leaf1 100GE1/0/1 10.1.0.0/31 -- rr1 100GE1/0/1 10.1.0.1/31
  link leaf2 100GE1/0/1 10.1.0.2/31 -- rr1 100GE1/0/2 10.1.0.3/31
  underlay ospf all`
const clients = 'peering leaf1 lo0 -- rr1 lo0 rr right\npeering leaf2 lo0 -- rr1 lo0 rr right'
const reflected = `${star}\n${clients}`

export const bgpPeerCases: readonly RuleCase[] = [
  {
    // The example of the manual: a device whose LoopBack is its own peer.
    rule: 'bgp/peer-is-self',
    fails: inEbgp(`${loopbacks} left.remoteAddress 10.0.0.1`),
    at: [],
    passes: inEbgp(loopbacks),
  },
  { rule: 'bgp/peer-address-unusable', fails: inEbgp(`${direct} left.remoteAddress 224.0.0.5`), at: [], passes: inEbgp(direct) },
  {
    rule: 'bgp/remote-address-foreign',
    fails: inEbgp(`
      host server1 10.9.0.20 as 65120
      port leaf1 25GE1/0/1 access 9
      interface leaf1 Vlanif9 10.9.0.1/24
      link leaf1 25GE1/0/1 -- server1 eth0
      ${loopbacks} left.remoteAddress 10.0.0.77
      peering leaf1 Vlanif9 -- server1 left.remoteAddress 10.9.0.21`),
    at: [],
    passes: inEbgp(`${loopbacks} left.remoteAddress 10.0.0.2`),
  },
  { rule: 'bgp/peer-address-missing', fails: inEbgp('host server1\nset host:server1 {"asNumber": 65120}\npeering leaf1 lo0 -- server1'), at: [], passes: inEbgp(loopbacks) },
  { rule: 'bgp/as-mismatch', fails: inEbgp(`${direct} left.remoteAsNumber 65099`), at: [], passes: inEbgp(`${direct} left.remoteAsNumber 65002`) },
  {
    rule: 'bgp/as-missing',
    fails: inEbgp('host server1 10.1.0.9\npeering leaf1 100GE1/0/1 -- server1'),
    at: [],
    passes: inEbgp('host server1 10.1.0.9 as 65120\npeering leaf1 100GE1/0/1 -- server1'),
  },
  { rule: 'bgp/duplicate-session', fails: inEbgp(`${loopbacks}\n${loopbacks} id again`), at: [], passes: inEbgp(`${loopbacks}\n${direct} id again`) },
  {
    rule: 'bgp/both-listen',
    fails: inEbgp(`${direct} left.openMode listen-only right.openMode listen-only`),
    at: [],
    passes: inEbgp(`${direct} left.openMode listen-only right.openMode connect-only`),
  },
  { rule: 'bgp/ignored', fails: inEbgp(`${direct} ignore left`), at: [], passes: inEbgp(direct) },
  {
    rule: 'bgp/link-local-interface',
    fails: inEbgp(`
      set interface:leaf1.100GE1-0-1 {"ipv6LinkLocal": "fe80::1"}
      set interface:leaf2.100GE1-0-1 {"ipv6LinkLocal": "fe80::2"}
      peering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1 families ipv6-unicast left.remoteAddress fe80::2 right.remoteAddress fe80::1 left.connectInterface none`),
    at: [],
    passes: inEbgp(`
      set interface:leaf1.100GE1-0-1 {"ipv6LinkLocal": "fe80::1"}
      set interface:leaf2.100GE1-0-1 {"ipv6LinkLocal": "fe80::2"}
      peering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1 families ipv6-unicast left.remoteAddress fe80::2 right.remoteAddress fe80::1`),
  },
]

export const bgpSourceCases: readonly RuleCase[] = [
  {
    rule: 'bgp/source-interface-missing',
    fails: inIbgp(`interface leaf1 LoopBack9\n${loopbacks}\nset peering:leaf1-leaf2 {"ends": [{"owner": {"deviceId": "device:leaf1"}, "interfaceId": "interface:leaf1.LoopBack9"}, {"owner": {"deviceId": "device:leaf2"}, "interfaceId": "interface:leaf1.LoopBack0"}]}\nremove interface:leaf1.LoopBack9`),
    at: [],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/source-layer2',
    fails: inEbgp(`${direct}\nset interface:leaf1.100GE1-0-1 {"mode": "switched"}`),
    at: [],
    passes: inEbgp(direct),
  },
  { rule: 'bgp/source-not-local', fails: inIbgp(`${loopbacks} left.address 10.0.0.2`), at: [], passes: inIbgp(`${loopbacks} left.address 10.0.0.1`) },
  {
    rule: 'bgp/source-address-elsewhere',
    fails: inIbgp(`interface leaf1 LoopBack1 10.0.1.1/32\n${loopbacks} left.address 10.0.1.1`),
    at: [],
    passes: inIbgp(`interface leaf1 LoopBack1 10.0.1.1/32\npeering leaf1 lo1 -- leaf2 lo0 left.address 10.0.1.1`),
  },
  {
    // The IPv6 example of the manual: the LoopBack has an IPv4 address only.
    rule: 'bgp/source-no-address',
    fails: inIbgp(`
      interface leaf2 LoopBack0 2001:db8::2/128
      ${loopbacks} families ipv6-unicast left.remoteAddress 2001:db8::2`),
    at: [],
    passes: inIbgp(`
      interface leaf1 LoopBack0 2001:db8::1/128
      interface leaf2 LoopBack0 2001:db8::2/128
      ${loopbacks} families ipv6-unicast`),
  },
  {
    rule: 'bgp/address-versions-differ',
    fails: inIbgp(`
      interface leaf2 LoopBack0 2001:db8::2/128
      ${loopbacks} left.address 10.0.0.1 left.remoteAddress 2001:db8::2`),
    at: [],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/source-ambiguous',
    fails: inEbgp(`set interface:leaf1.100GE1-0-1 {"ipv4": ["10.1.0.0/31", "10.7.0.1/24"]}\n${direct} left.connectInterface interface`),
    at: [],
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
    at: [],
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
    at: [],
    passes: inEbgp(direct),
  },
  {
    rule: 'bgp/source-unnumbered',
    fails: inIbgp(`
      link leaf1 100GE1/0/2 none -- leaf2 100GE1/0/2 none
      set interface:leaf1.100GE1-0-2 {"ipv4": null, "unnumberedFrom": "interface:leaf1.LoopBack0"}
      set interface:leaf2.100GE1-0-2 {"ipv4": null, "unnumberedFrom": "interface:leaf2.LoopBack0"}
      peering leaf1 100GE1/0/2 -- leaf2 lo0 left.connectInterface interface`),
    at: [],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/source-one-sided',
    fails: inIbgp(`${loopbacks} right.connectInterface none`),
    at: [],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/source-unexpected',
    fails: inIbgp(`interface leaf2 LoopBack1 10.0.1.2/32\n${loopbacks} left.remoteAddress 10.0.1.2`),
    at: [],
    passes: inIbgp(`interface leaf2 LoopBack1 10.0.1.2/32\npeering leaf1 lo0 -- leaf2 lo1 left.remoteAddress 10.0.1.2`),
  },
  {
    rule: 'bgp/ibgp-physical-source',
    fails: inIbgp('link leaf1 100GE1/0/2 10.8.0.0/31 -- leaf2 100GE1/0/2 10.8.0.1/31\npeering leaf1 100GE1/0/2 -- leaf2 100GE1/0/2'),
    at: [],
    passes: inIbgp('peering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1'),
  },
]

export const bgpReachCases: readonly RuleCase[] = [
  { rule: 'bgp/loopback-unreachable', fails: `${joined}\n${loopbacks}`, at: [], passes: inIbgp(loopbacks) },
  {
    rule: 'bgp/peer-unreachable',
    fails: `${joined}
      leaf3 CE6866-48S8CQ-P as 65003 lo0 10.0.0.3/32
      link leaf3 100GE1/0/1 10.1.0.2/31 -- leaf2 100GE1/0/2 10.1.0.3/31
      peering leaf1 100GE1/0/1 -- leaf3 100GE1/0/1`,
    at: [],
    passes: inEbgp(direct),
  },
  {
    rule: 'bgp/only-default-route',
    fails: `${joined}
      static leaf1 0.0.0.0/0 via 10.1.0.1
      static leaf2 10.0.0.1/32 via 10.1.0.0
      ${loopbacks}`,
    at: [],
    passes: `${joined}
      static leaf1 10.0.0.2/32 via 10.1.0.1
      static leaf2 10.0.0.1/32 via 10.1.0.0
      ${loopbacks}`,
  },
  { rule: 'bgp/ebgp-hops-missing', fails: inEbgp(`${loopbacks} left.ebgpMaxHop none right.ebgpMaxHop 1`), at: [], passes: inEbgp(loopbacks) },
  { rule: 'bgp/ebgp-hops-one-sided', fails: inEbgp(`${direct} left.ebgpMaxHop 2`), at: [], passes: inEbgp(`${direct} hops 2`) },
  { rule: 'bgp/ebgp-hops-on-ibgp', fails: inIbgp(`${loopbacks} left.ebgpMaxHop 2`), at: [], passes: inIbgp(loopbacks) },
  { rule: 'bgp/hops-range', fails: inEbgp(`${loopbacks} left.ebgpMaxHop 256 right.validTtlHops 0`), at: [], passes: inEbgp(`${loopbacks} hops 255`) },
  { rule: 'bgp/ebgp-hops-unlimited', fails: inEbgp(`${loopbacks} hops 255`), at: [], passes: inEbgp(`${loopbacks} hops 2`) },
  {
    rule: 'bgp/gtsm-and-max-hop',
    fails: inEbgp(`${loopbacks} gtsm 1 left.ebgpMaxHop 2`),
    at: [],
    passes: inEbgp(`${loopbacks} gtsm 1`),
  },
  { rule: 'bgp/gtsm-differs', fails: inEbgp(`${loopbacks} left.validTtlHops 1 right.validTtlHops 2`), at: [], passes: inEbgp(`${loopbacks} gtsm 2`) },
  {
    rule: 'bgp/gtsm-too-small',
    fails: `${star}\npeering leaf1 lo0 -- leaf2 lo0 gtsm 1`,
    at: [],
    passes: `${star}\npeering leaf1 lo0 -- leaf2 lo0 gtsm 2`,
  },
  { rule: 'bgp/gtsm-unlimited', fails: inEbgp(`${loopbacks} gtsm 255`), at: [], passes: inEbgp(`${loopbacks} gtsm 1`) },
  {
    rule: 'bgp/timer',
    fails: inEbgp(`${direct} keepaliveSeconds 30 holdSeconds 60`),
    at: [],
    passes: inEbgp(`${direct} keepaliveSeconds 30 holdSeconds 90`),
  },
  { rule: 'bgp/timer-incomplete', fails: inEbgp(`${direct} holdSeconds 90`), at: [], passes: inEbgp(`${direct} keepaliveSeconds 30 holdSeconds 90`) },
  {
    rule: 'bgp/timer-off',
    fails: inEbgp(`${direct} keepaliveSeconds 0 holdSeconds 0`),
    at: [],
    passes: inEbgp(`${direct} keepaliveSeconds 0 holdSeconds 0 bfd true`),
  },
  {
    rule: 'bgp/timer-short',
    fails: inEbgp(`${direct} keepaliveSeconds 5 holdSeconds 15`),
    at: [],
    passes: inEbgp(`${direct} keepaliveSeconds 6 holdSeconds 20`),
  },
  {
    rule: 'bgp/not-settled',
    // Each LoopBack is announced only by the session that needs it.
    fails: unsettled(''),
    at: [],
    passes: inEbgp(loopbacks),
  },
]

function unsettled(extra: string): string {
  return `${joined}
    set device:leaf2 {"asNumber": 65002, "bgp": {"announce": [{"prefix": "10.0.0.2/32"}]}}
    set device:leaf1 {"bgp": {"announce": [{"prefix": "10.0.0.1/32"}]}}
    ${direct}
    ${loopbacks} id inner${extra}`
}

export const bgpFamilyCases: readonly RuleCase[] = [
  { rule: 'bgp/family-none', fails: `${inEbgp(direct)}\nset peering:leaf1-leaf2 {"families": []}`, at: [], passes: inEbgp(direct) },
  {
    rule: 'bgp/family-one-sided',
    fails: `${inEbgp(`${direct} families ipv4-unicast,evpn right.disabledFamilies ["evpn"]`)}`,
    at: [],
    passes: inEbgp(`${direct} families ipv4-unicast,evpn right.disabledFamilies ["evpn"] left.disabledFamilies ["evpn"]`),
  },
  {
    rule: 'bgp/family-in-vpn',
    fails: inEbgp(`
      vrf red rt 65000:1
      link leaf1 100GE1/0/2 10.8.0.0/31 -- leaf2 100GE1/0/2 10.8.0.1/31 vrf red
      peering leaf1 100GE1/0/2 -- leaf2 100GE1/0/2 vrf red families ipv4-unicast,evpn`),
    at: [],
    passes: inEbgp(`
      vrf red rt 65000:1
      link leaf1 100GE1/0/2 10.8.0.0/31 -- leaf2 100GE1/0/2 10.8.0.1/31 vrf red
      peering leaf1 100GE1/0/2 -- leaf2 100GE1/0/2 vrf red`),
  },
  { rule: 'bgp/next-hop-local-on-ebgp', fails: inEbgp(`${direct} next-hop-local left`), at: [], passes: inIbgp(`${loopbacks} next-hop-local left`) },
  {
    rule: 'bgp/next-hop-local-on-reflector',
    fails: `${star}\npeering leaf1 lo0 -- rr1 lo0 rr right next-hop-local right\npeering leaf2 lo0 -- rr1 lo0 rr right`,
    at: [],
    passes: `${star}\npeering leaf1 lo0 -- rr1 lo0 rr right next-hop-local left\npeering leaf2 lo0 -- rr1 lo0 rr right`,
  },
  {
    rule: 'bgp/next-hop-both',
    fails: inIbgp(`${loopbacks} next-hop-local left left.nextHopInvariable true`),
    at: [],
    passes: inIbgp(`${loopbacks} next-hop-local left right.nextHopInvariable true`),
  },
  {
    rule: 'bgp/evpn-next-hop-lost',
    fails: `${ebgpFabric}\npeering leaf1 lo0 -- spine2 lo0 families evpn\npeering leaf2 lo0 -- spine2 lo0 families evpn`,
    at: [],
    // A leaf that only originates EVPN routes changes nobody's next hop.
    passes: ebgpFabric,
  },
  {
    rule: 'bgp/next-hop-unknown',
    fails: `${reflected}
      host isp1 203.0.113.1 as 64999
      link leaf1 100GE1/0/2 203.0.113.0/31 -- isp1
      peering leaf1 100GE1/0/2 -- isp1`,
    at: [],
    passes: `${star}
      host isp1 203.0.113.1 as 64999
      link leaf1 100GE1/0/2 203.0.113.0/31 -- isp1
      peering leaf1 100GE1/0/2 -- isp1
      peering leaf1 lo0 -- rr1 lo0 rr right next-hop-local left
      peering leaf2 lo0 -- rr1 lo0 rr right`,
  },
  { rule: 'bgp/reflect-client-on-ebgp', fails: inEbgp(`${direct} rr left`), at: [], passes: reflected },
  {
    rule: 'bgp/reflect-mutual',
    fails: inIbgp(`${loopbacks} left.reflectClient true right.reflectClient true`),
    at: [],
    passes: inIbgp(`${loopbacks} left.reflectClient true`),
  },
  {
    rule: 'bgp/cluster-id-conflict',
    fails: `${reflected}\nset device:rr1 {"bgp": {"clusterId": "10.0.0.2"}}`,
    at: [],
    passes: `${reflected}\nset device:rr1 {"bgp": {"clusterId": "10.0.0.9"}}`,
  },
  {
    rule: 'bgp/cluster-ids-differ',
    fails: `${ospfFabric}\nset device:spine2 {"bgp": {"clusterId": "10.0.0.2"}}`,
    at: [],
    passes: ospfFabric,
  },
  {
    rule: 'bgp/cluster-id-chain',
    fails: `${star}
      set device:rr1 {"bgp": {"clusterId": "9.9.9.9"}}
      set device:leaf2 {"bgp": {"clusterId": "9.9.9.9"}}
      peering leaf2 lo0 -- rr1 lo0 rr right
      peering leaf1 lo0 -- leaf2 lo0 rr right`,
    at: [],
    passes: `${star}
      set device:rr1 {"bgp": {"clusterId": "9.9.9.9"}}
      set device:leaf2 {"bgp": {"clusterId": "8.8.8.8"}}
      peering leaf2 lo0 -- rr1 lo0 rr right
      peering leaf1 lo0 -- leaf2 lo0 rr right`,
  },
  {
    rule: 'bgp/ibgp-not-meshed',
    fails: `${star}\npeering leaf1 lo0 -- rr1 lo0\npeering leaf2 lo0 -- rr1 lo0`,
    at: [],
    passes: `${star}\npeering leaf1 lo0 -- rr1 lo0\npeering leaf2 lo0 -- rr1 lo0\npeering leaf1 lo0 -- leaf2 lo0`,
  },
]

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
    at: [],
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
    at: [],
    passes: `
      leaf1 CE6866-48S8CQ-P as 65001 router-id 10.0.0.1
      leaf2 CE6866-48S8CQ-P as 65002 router-id 10.0.0.2
      link leaf1 100GE1/0/1 10.1.0.0/31 -- leaf2 100GE1/0/1 10.1.0.1/31
      ${direct}`,
  },
  {
    rule: 'bgp/router-id-of-port',
    fails: inIbgp(`set device:leaf1 {"routerId": "10.1.0.0"}\n${loopbacks}`),
    at: [],
    passes: inIbgp(`set device:leaf1 {"routerId": "10.44.0.1"}\n${loopbacks}`),
  },
  {
    rule: 'bgp/as-reserved',
    fails: inEbgp(`set device:leaf1 {"asNumber": 65535}\nset device:leaf2 {"asNumber": 23456}\n${direct}`),
    at: [],
    passes: inEbgp(`set device:leaf1 {"asNumber": 65534}\nset device:leaf2 {"asNumber": 4294967294}\n${direct}`),
  },
  {
    rule: 'bgp/network-not-in-table',
    fails: inIbgp(`set device:leaf1 {"bgp": {"announce": [{"prefix": "10.1.0.0/30"}]}}\n${loopbacks}`),
    at: [],
    passes: inIbgp(`set device:leaf1 {"bgp": {"announce": [{"prefix": "10.1.0.0/31"}, {"prefix": "10.0.0.2/32"}, {"prefix": "10.99.0.0/16"}]}}\nstatic leaf1 10.99.0.0/16 null0\n${loopbacks}`),
  },
  {
    rule: 'bgp/import-process-missing',
    fails: `${joined}\nset device:leaf1 {"bgp": {"importRoutes": [{"protocol": "ospf", "family": "ipv4-unicast"}]}}`,
    at: [],
    passes: inIbgp('set device:leaf1 {"bgp": {"importRoutes": [{"protocol": "ospf", "processId": 1, "family": "ipv4-unicast"}, {"protocol": "static", "family": "ipv4-unicast"}]}}'),
  },
  { rule: 'bgp/allow-as-loop-range', fails: inEbgp(`${direct} left.allowAsLoop 11`), at: [], passes: inEbgp(`${direct} left.allowAsLoop 10`) },
  {
    rule: 'bgp/as-loop',
    fails: asLoop(''),
    at: [],
    passes: asLoop(' left.allowAsLoop 1'),
  },
  {
    rule: 'underlay/as-equal',
    fails: `${joined}\nunderlay ebgp all`,
    at: [],
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
    at: [],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  { rule: 'bgp/rely-state-not-physical', fails: `${server}\n${rely('Vlanif9')}`, at: [], passes: `${server}\n${rely('25GE1/0/1')}` },
  {
    rule: 'bgp/rely-state-down',
    fails: `${server}\nport leaf1 25GE1/0/2 access 9\n${rely('25GE1/0/2')}`,
    at: [],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-vlan',
    fails: `${server}
      host server2
      port leaf1 25GE1/0/2 access 10
      link leaf1 25GE1/0/2 -- server2 eth0
      ${rely('25GE1/0/2')}`,
    at: [],
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
    at: [],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-no-vlanif',
    fails: inEbgp(`${direct} rely leaf1 100GE1/0/1`),
    at: [],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
  {
    rule: 'bgp/rely-state-several',
    fails: `${server}
      host server2
      port leaf1 25GE1/0/2 access 9
      link leaf1 25GE1/0/2 -- server2 eth0
      ${rely('25GE1/0/1,25GE1/0/2')}`,
    at: [],
    passes: `${server}\n${rely('25GE1/0/1')}`,
  },
]
