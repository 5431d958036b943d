import { igpDesigns } from './igp-designs'
import type { LabDesign } from './lab-design'
import { row, square } from './lab-design'

const statics = `
  static a 10.0.0.3/32 via 10.1.0.1
  static b 10.0.0.3/32 via 10.1.0.3
  static c 10.0.0.1/32 via 10.1.0.2
  static b 10.0.0.1/32 via 10.1.0.0
  static a 10.0.0.2/32 via 10.1.0.1
  static b 10.0.0.2/32 null0 preference 200`

/** The square with loopbacks announced over sessions on the links, and an overlay session that needs them. */
const announced = `${square((name) => ({ leaf1: 65101, leaf2: 65102 })[name] ?? 65100)}
  set device:leaf1 {"bgp":{"announce":[{"prefix":"10.0.0.1/32"}]}}
  set device:leaf2 {"bgp":{"announce":[{"prefix":"10.0.0.2/32"}]}}
  peering leaf1 100GE1/0/1 -- spine1 100GE1/0/1
  peering leaf1 100GE1/0/2 -- spine2 100GE1/0/1
  peering leaf2 100GE1/0/1 -- spine1 100GE1/0/2
  peering leaf2 100GE1/0/2 -- spine2 100GE1/0/2
  peering leaf1 lo0 -- leaf2 lo0 families evpn hops 3
  prefix-list LOOPBACKS permit 10.0.0.0/28 ge 32
  prefix-list OTHERS permit 10.0.0.0/24
  as-path-filter OWN permit ^$
  route-policy OUT permit 10 prefixes LOOPBACKS as-path OWN cost 7
  route-policy IN deny 10 prefixes OTHERS
  route-policy IN permit 20 local-preference 200 prepend 65100
  route-policy NONE deny 10`

const pair = `
  a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 router-id 10.0.0.1
  b CE6881H-48S6CQ as 65002 lo0 10.0.0.2/32 router-id 10.0.0.2
  link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31`

/**
 * Small designs that real routers are asked about. Each holds one thing that decides whether a session comes
 * up, in both forms where that is cheap: as it should be, and broken.
 */
export const labDesigns: readonly LabDesign[] = [
  {
    name: 'OSPF fabric with route reflectors',
    text: `${square(() => 65001)}
      underlay ospf all
      peering leaf1 lo0 -- spine1 lo0 families ipv4-unicast,evpn rr right
      peering leaf2 lo0 -- spine1 lo0 families ipv4-unicast,evpn rr right
      peering leaf1 lo0 -- spine2 lo0 families ipv4-unicast,evpn rr right
      peering leaf2 lo0 -- spine2 lo0 families ipv4-unicast,evpn rr right`,
    down: 0,
    failure: 'device:spine1',
  },
  {
    name: 'EBGP fabric with overlay between loopbacks',
    text: `${square((name) => ({ leaf1: 65101, leaf2: 65102 })[name] ?? 65100)}
      underlay ebgp all
      peering leaf1 lo0 -- spine1 lo0 families evpn hops 2
      peering leaf2 lo0 -- spine2 lo0 families evpn hops 1`,
    down: 2,
    failure: 'link:leaf1.100GE1-0-1--spine1.100GE1-0-1',
  },
  {
    name: 'route policies that let the loopbacks through',
    text: `${announced}
      filter leaf1-spine1 left export route-policy OUT
      filter leaf1-spine2 left export route-policy OUT
      filter leaf2-spine1 left import route-policy IN
      filter leaf2-spine2 left import prefix-list LOOPBACKS
      filter leaf2-spine2 right import as-path-filter OWN`,
    down: 0,
    failure: 'link:leaf1.100GE1-0-1--spine1.100GE1-0-1',
  },
  {
    name: 'one way is denied, the other one fails',
    text: `${announced}
      filter leaf1-spine1 left export route-policy OUT
      filter leaf1-spine2 right import route-policy NONE`,
    down: 0,
    failure: 'link:leaf1.100GE1-0-1--spine1.100GE1-0-1',
  },
  {
    name: 'prefix lists that hide a loopback',
    text: `${announced}
      filter leaf2-spine1 right export prefix-list OTHERS
      filter leaf1-spine2 left export route-policy NONE`,
    down: 2,
  },
  { name: 'two links away with enough hops', text: `${row}${statics}\n peering a lo0 -- c lo0 hops 2`, down: 0 },
  { name: 'two links away with too few hops', text: `${row}${statics}\n peering a lo0 -- c lo0 hops 1`, down: 2 },
  {
    name: 'too few hops at one end',
    text: `${row}${statics}\n peering a lo0 -- c lo0 left.ebgpMaxHop 2 right.ebgpMaxHop none`,
    down: 2,
  },
  { name: 'GTSM two links away', text: `${row}${statics}\n peering a lo0 -- c lo0 gtsm 2`, down: 0 },
  { name: 'GTSM too strict', text: `${row}${statics}\n peering a lo0 -- c lo0 gtsm 1`, down: 2 },
  { name: 'GTSM at one end', text: `${row}${statics}\n peering a lo0 -- c lo0 left.validTtlHops 2`, down: 2 },
  {
    name: 'no way back',
    text: `${row}${statics}\n remove static-route:c-1\n peering a lo0 -- c lo0 hops 2`,
    down: 2,
  },
  {
    name: 'source missing at one end',
    text: `${row}${statics}\n peering a lo0 -- c lo0 hops 2 right.connectInterface none`,
    down: 0,
  },
  {
    name: 'source missing at both ends',
    text: `${row}${statics}\n peering a lo0 -- c lo0 hops 2 left.connectInterface none right.connectInterface none`,
    down: 2,
  },
  { name: 'wrong AS', text: `${pair}\n peering a 100GE1/0/1 -- b 100GE1/0/1 left.remoteAsNumber 65009`, down: 2 },
  {
    name: 'wrong peer address',
    text: `${pair}\n peering a 100GE1/0/1 -- b 100GE1/0/1 left.remoteAddress 10.0.0.2`,
    down: 2,
  },
  {
    name: 'both only listen',
    text: `${pair}\n peering a 100GE1/0/1 -- b 100GE1/0/1 left.openMode listen-only right.openMode listen-only`,
    down: 2,
  },
  {
    name: 'one only listens',
    text: `${pair}\n peering a 100GE1/0/1 -- b 100GE1/0/1 left.openMode listen-only`,
    down: 0,
  },
  {
    name: 'a listener whose peer has no source',
    text: `${row}${statics}\n peering a lo0 -- c lo0 hops 2 left.openMode listen-only right.connectInterface none`,
    down: 2,
  },
  { name: 'shut down by configuration', text: `${pair}\n peering a 100GE1/0/1 -- b 100GE1/0/1 ignore right`, down: 2 },
  {
    name: 'no family in common',
    text: `${pair}\n peering a 100GE1/0/1 -- b 100GE1/0/1 families ipv4-unicast,evpn left.disabledFamilies ["ipv4-unicast"] right.disabledFamilies ["evpn"]`,
    down: 2,
  },
  {
    name: 'a port that is shut down',
    text: `${pair}\n interface b 100GE1/0/1 shutdown\n peering a 100GE1/0/1 -- b 100GE1/0/1`,
    down: 2,
  },
  {
    name: 'static routes that only resolve through each other',
    text: `${row}
      static a 10.0.0.3/32 via 10.2.0.1
      static a 10.2.0.0/24 via 10.3.0.1
      static a 10.3.0.0/24 via 10.2.0.1
      static b 10.0.0.1/32 via 10.1.0.0
      peering a lo0 -- c lo0 hops 2`,
    down: 2,
  },
  {
    name: 'a static route that is resolved by another',
    text: `${row}
      static a 10.0.0.3/32 via 10.1.0.3
      static a 10.1.0.2/31 via 10.1.0.1
      static b 10.0.0.3/32 via 10.1.0.3
      static c 10.0.0.1/32 via 10.1.0.0
      static c 10.1.0.0/31 via 10.1.0.2
      static b 10.0.0.1/32 via 10.1.0.0
      peering a lo0 -- c lo0 hops 2`,
    down: 0,
  },
  {
    name: 'an isolated loopback',
    text: `${square(() => 65001)}
      interface leaf1 lo1 10.0.9.1/32
      interface leaf2 lo1 10.0.9.2/32 outsideUnderlay true
      underlay ospf all
      peering leaf1 lo0 -- leaf2 lo0
      peering leaf1 lo1 -- leaf2 lo1 id isolated`,
    down: 2,
  },
  {
    name: 'VLANIF link over a trunk',
    text: `
      a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
      b CE6881H-48S6CQ as 65001 lo0 10.0.0.2/32
      link a 100GE1/0/1 -- b 100GE1/0/1 switched
      vlanif-link a b vlan 100 over a:100GE1/0/1 10.9.0.0/30
      underlay ospf all
      peering a lo0 -- b lo0
      peering a vlanif100 -- b vlanif100 id direct`,
    down: 0,
  },
  {
    name: 'VLAN that one end does not carry',
    text: `
      a CE6881H-48S6CQ as 65001
      b CE6881H-48S6CQ as 65002
      interface a Vlanif100 10.9.0.1/30
      interface b Vlanif100 10.9.0.2/30
      link a 100GE1/0/1 -- b 100GE1/0/1 switched
      port a 100GE1/0/1 trunk 100
      port b 100GE1/0/1 trunk 200
      peering a vlanif100 -- b vlanif100`,
    down: 2,
  },
  {
    name: 'VLAN through a switch in the middle',
    text: `
      a CE6881H-48S6CQ as 65001
      s CE6881H-48S6CQ vlans 100
      b CE6881H-48S6CQ as 65002
      interface a Vlanif100 10.9.0.1/30
      interface b Vlanif100 10.9.0.2/30
      link a 100GE1/0/1 -- s 100GE1/0/1 switched
      link s 100GE1/0/2 -- b 100GE1/0/1 switched
      port a 100GE1/0/1 trunk 100
      port s 100GE1/0/1 trunk 100
      port s 100GE1/0/2 access 100
      port b 100GE1/0/1 access 100
      peering a vlanif100 -- b vlanif100`,
    down: 0,
  },
  {
    name: 'inter-AS between border routers',
    text: `
      pe1 NE40E-X8 role pe-router as 65001 lo0 10.0.0.1/32
      asbr1 NE40E-X8 role asbr as 65001 lo0 10.0.0.2/32
      asbr2 NE40E-X8 role asbr as 65002 lo0 10.0.0.3/32
      pe2 NE40E-X8 role pe-router as 65002 lo0 10.0.0.4/32
      link pe1 100GE1/0/1 10.1.0.0/31 -- asbr1 100GE1/0/1 10.1.0.1/31
      link asbr1 100GE1/0/2 10.2.0.0/31 -- asbr2 100GE1/0/2 10.2.0.1/31
      link asbr2 100GE1/0/1 10.3.0.0/31 -- pe2 100GE1/0/1 10.3.0.1/31
      underlay ospf pe1 asbr1
      underlay ospf asbr2 pe2
      set device:asbr1 {"bgp": {"announce": [{"prefix": "10.0.0.1/32"}, {"prefix": "10.0.0.2/32"}]}}
      set device:asbr2 {"bgp": {"announce": [{"prefix": "10.0.0.3/32"}, {"prefix": "10.0.0.4/32"}]}}
      peering pe1 lo0 -- asbr1 lo0 next-hop-local right
      peering pe2 lo0 -- asbr2 lo0 next-hop-local right
      peering asbr1 100GE1/0/2 -- asbr2 100GE1/0/2
      peering pe1 lo0 -- pe2 lo0 families vpnv4 hops 10`,
    down: 0,
  },
  {
    name: 'a session between VPN instances beside a public one',
    text: `${pair}
      vrf red rt 100:1
      interface a 100GE1/0/2 10.7.0.1/30 routed vrf red
      interface b 100GE1/0/2 10.7.0.2/30 routed vrf red
      link a 100GE1/0/2 -- b 100GE1/0/2 vrf red
      peering a 100GE1/0/1 -- b 100GE1/0/1
      peering a 100GE1/0/2 -- b 100GE1/0/2 vrf red id red`,
    down: 0,
  },
  {
    name: 'IPv6 sessions beside IPv4 ones',
    text: `
      a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 2001:db8::1/128 router-id 10.0.0.1
      b CE6881H-48S6CQ as 65002 lo0 10.0.0.2/32 2001:db8::2/128 router-id 10.0.0.2
      link a 100GE1/0/1 10.1.0.0/31 2001:db8:1::/127 -- b 100GE1/0/1 10.1.0.1/31 2001:db8:1::1/127
      peering a 100GE1/0/1 -- b 100GE1/0/1 left.address 2001:db8:1:: right.address 2001:db8:1::1 families ipv6-unicast
      static a 2001:db8::2/128 via 2001:db8:1::1
      peering a lo0 -- b lo0 left.address 2001:db8::1 right.address 2001:db8::2 families ipv6-unicast id one-way`,
    down: 2,
  },
  {
    name: 'OSPF areas that differ on a link',
    text: `${pair}
      interface b 100GE1/0/1 ospf {"area":1}
      underlay ospf all
      peering a lo0 -- b lo0 hops 2`,
    down: 2,
  },
  {
    name: 'OSPF hello timers that differ on a link',
    text: `${pair}
      interface b 100GE1/0/1 ospf {"helloSeconds":5}
      underlay ospf all
      peering a lo0 -- b lo0 hops 2`,
    down: 2,
  },
  {
    name: 'OSPF network types that differ on a link',
    text: `${pair}
      interface b 100GE1/0/1 ospf {"networkType":"broadcast"}
      underlay ospf all
      peering a lo0 -- b lo0 hops 2`,
    down: 2,
  },
  {
    name: 'routed Eth-Trunk with OSPF on a broadcast network',
    text: `
      a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
      b CE6881H-48S6CQ as 65001 lo0 10.0.0.2/32
      eth-trunk a Eth-Trunk1 100GE1/0/1 100GE1/0/2 routed 10.1.0.1/30
      eth-trunk b Eth-Trunk1 100GE1/0/1 100GE1/0/2 routed 10.1.0.2/30
      link a 100GE1/0/1 -- b 100GE1/0/1
      link a 100GE1/0/2 -- b 100GE1/0/2
      underlay ospf all type broadcast
      peering a lo0 -- b lo0`,
    down: 0,
    failure: 'link:a.100GE1-0-1--b.100GE1-0-1',
  },
  {
    name: 'unnumbered OSPF links',
    text: `
      a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
      b CE6881H-48S6CQ as 65001 lo0 10.0.0.2/32
      link a 100GE1/0/1 -- b 100GE1/0/1
      interface a 100GE1/0/1 none unnumberedFrom interface:a.LoopBack0
      interface b 100GE1/0/1 none unnumberedFrom interface:b.LoopBack0
      underlay ospf all
      peering a lo0 -- b lo0`,
    down: 0,
  },
  {
    name: 'static routes that name only their interface',
    text: `${pair}
      static a 10.0.0.2/32 via 100GE1/0/1
      static b 10.0.0.1/32 via 100GE1/0/1
      peering a lo0 -- b lo0 hops 2`,
    down: 0,
  },
  {
    name: 'default routes to a hub',
    text: `${row}
      static a 0.0.0.0/0 via 10.1.0.1
      static c 0.0.0.0/0 via 10.1.0.2
      static b 10.0.0.1/32 via 10.1.0.0
      static b 10.0.0.3/32 via 10.1.0.3
      peering a lo0 -- c lo0 hops 2`,
    down: 0,
  },
  {
    name: 'static routes that send packets in a circle',
    text: `${row}
      static a 10.0.0.3/32 via 10.1.0.1
      static b 10.0.0.3/32 via 10.1.0.0
      static c 10.0.0.1/32 via 10.1.0.2
      static b 10.0.0.1/32 via 10.1.0.0
      peering a lo0 -- c lo0 hops 10`,
    down: 2,
  },
  {
    name: 'an M-LAG pair over its peer-link',
    text: `
      leaf1 CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
      leaf2 CE6881H-48S6CQ as 65001 lo0 10.0.0.2/32
      spine1 CE6881H-48S6CQ role spine as 65001 lo0 10.0.0.11/32
      host srv1 10.102.0.20
      eth-trunk leaf1 Eth-Trunk0 100GE1/0/1 100GE1/0/2
      eth-trunk leaf2 Eth-Trunk0 100GE1/0/1 100GE1/0/2
      link leaf1 100GE1/0/1 -- leaf2 100GE1/0/1
      link leaf1 100GE1/0/2 -- leaf2 100GE1/0/2
      vlanif-link leaf1 leaf2 vlan 100 over leaf1:100GE1/0/1 10.9.0.0/30
      mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 exclude 300 dad lo0 sync 10.9.0.1 10.9.0.2 port 61000
      attach att1 pair1 Eth-Trunk10 -- srv1 vlans 102
      gateway gw102 pair1 vlan 102 10.102.0.1/24
      link leaf1 100GE1/0/3 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
      link leaf2 100GE1/0/3 10.1.0.2/31 -- spine1 100GE1/0/2 10.1.0.3/31
      underlay ospf all
      peering leaf1 lo0 -- spine1 lo0 rr right
      peering leaf2 lo0 -- spine1 lo0 rr right
      peering leaf1 vlanif100 -- leaf2 vlanif100`,
    down: 0,
    failure: 'link:leaf1.100GE1-0-3--spine1.100GE1-0-1',
  },
  {
    name: 'EBGP learns the loopbacks a session needs',
    text: `${row}
      set device:a {"bgp": {"announce": [{"prefix": "10.0.0.1/32"}]}}
      set device:c {"bgp": {"announce": [{"prefix": "10.0.0.3/32"}]}}
      peering a 100GE1/0/1 -- b 100GE1/0/1
      peering b 100GE1/0/2 -- c 100GE1/0/1
      peering a lo0 -- c lo0 hops 255 families evpn`,
    down: 0,
    failure: 'link:b.100GE1-0-2--c.100GE1-0-1',
  },
  {
    name: 'imported routes carry what nobody announced',
    text: `${row}
      set device:a {"bgp": {"importRoutes": [{"protocol": "direct", "family": "ipv4-unicast"}]}}
      set device:c {"bgp": {"importRoutes": [{"protocol": "static", "family": "ipv4-unicast"}]}}
      peering a 100GE1/0/1 -- b 100GE1/0/1
      peering b 100GE1/0/2 -- c 100GE1/0/1
      peering a lo0 -- c lo0 hops 255 families evpn`,
    down: 2,
  },
  {
    name: 'IBGP without a reflector passes nothing on',
    text: `
      a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 announce 10.0.0.1/32
      b CE6881H-48S6CQ as 65001 lo0 10.0.0.2/32
      c CE6881H-48S6CQ as 65001 lo0 10.0.0.3/32 announce 10.0.0.3/32
      link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
      link b 100GE1/0/2 10.1.0.2/31 -- c 100GE1/0/1 10.1.0.3/31
      peering a 100GE1/0/1 -- b 100GE1/0/1
      peering b 100GE1/0/2 -- c 100GE1/0/1
      peering a lo0 -- c lo0 families evpn id overlay`,
    down: 2,
  },
  {
    name: 'BMP reachable, from a source nobody knows the way to, and on another port',
    text: `
      a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32
      b CE6881H-48S6CQ as 65001 lo0 10.0.0.2/32 lo1 10.0.9.2/32
      station bmp1 192.0.2.10 port 5000
      interface b lo1 outsideUnderlay true
      link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
      link a 10GE1/0/5 192.0.2.1/24 -- bmp1
      interface a 10GE1/0/5 ospf {"silent":true}
      underlay ospf all
      peering a lo0 -- b lo0
      bmp a -- bmp1 source lo0
      bmp b -- bmp1 source lo0
      bmp b -- bmp1 source lo1 port 5001`,
    down: 0,
    failure: 'link:a.100GE1-0-1--b.100GE1-0-1',
  },
  ...igpDesigns,
]
