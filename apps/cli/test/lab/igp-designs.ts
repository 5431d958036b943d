import type { LabDesign } from './lab-design'
import { row, square } from './lab-design'

/** Three devices of one AS in a triangle, with addresses of both versions; IPv6 loopbacks 2001:db8::1 to ::3. */
const bothVersions = `
  a CE6881H-48S6CQ as 65001 lo0 10.0.0.1/32 2001:db8::1/128 router-id 10.0.0.1
  b CE6881H-48S6CQ as 65001 lo0 10.0.0.2/32 2001:db8::2/128 router-id 10.0.0.2
  c CE6881H-48S6CQ as 65001 lo0 10.0.0.3/32 2001:db8::3/128 router-id 10.0.0.3
  link a 100GE1/0/1 10.1.0.0/31 2001:db8:1::/127 -- c 100GE1/0/1 10.1.0.1/31 2001:db8:1::1/127
  link a 100GE1/0/2 10.1.0.2/31 2001:db8:2::/127 -- b 100GE1/0/1 10.1.0.3/31 2001:db8:2::1/127
  link b 100GE1/0/2 10.1.0.4/31 2001:db8:3::/127 -- c 100GE1/0/2 10.1.0.5/31 2001:db8:3::1/127`

/** Designs over IS-IS and OSPFv3. */
export const igpDesigns: readonly LabDesign[] = [
  {
    name: 'IS-IS fabric with route reflectors',
    text: `${square(() => 65001)}
      underlay isis all
      peering leaf1 lo0 -- spine1 lo0 families ipv4-unicast,evpn rr right
      peering leaf2 lo0 -- spine1 lo0 families ipv4-unicast,evpn rr right
      peering leaf1 lo0 -- spine2 lo0 families ipv4-unicast,evpn rr right
      peering leaf2 lo0 -- spine2 lo0 families ipv4-unicast,evpn rr right`,
    down: 0,
    failure: 'device:spine1',
  },
  {
    name: 'IS-IS for both versions of IP, with a topology for IPv6',
    text: `${bothVersions}
      underlay isis all ipv6Topology ipv6 type broadcast
      peering a lo0 -- c lo0 left.address 2001:db8::1 right.address 2001:db8::3 families ipv6-unicast
      peering a lo0 -- c lo0 id ipv4`,
    down: 0,
    failure: 'link:a.100GE1-0-1--c.100GE1-0-1',
  },
  {
    name: 'IS-IS level 1 in two areas',
    text: `${row}
      set device:a {"igp":[{"underlayId":"underlay:isis","level":"level-1"}]}
      set device:b {"igp":[{"underlayId":"underlay:isis","level":"level-1-2"}]}
      set device:c {"igp":[{"underlayId":"underlay:isis","level":"level-1","networkEntity":"49.0002.0100.0000.0003.00"}]}
      underlay isis all
      peering a lo0 -- b lo0 hops 2
      peering a lo0 -- c lo0 hops 2`,
    down: 0,
  },
  {
    name: 'IS-IS circuit types that differ on a link',
    text: `${row}
      interface b 100GE1/0/2 isis {"circuitType":"broadcast"}
      underlay isis all
      peering a lo0 -- c lo0 hops 2`,
    down: 2,
  },
  {
    name: 'IS-IS with narrow costs between wide ones',
    text: `${row}
      set device:b {"igp":[{"underlayId":"underlay:isis","costStyle":"narrow"}]}
      underlay isis all
      peering a lo0 -- c lo0 hops 2`,
    down: 2,
  },
  {
    name: 'IS-IS levels and attached routers',
    text: `${row}
      d CE6881H-48S6CQ as 65004 lo0 10.0.0.4/32 router-id 10.0.0.4
      link c 100GE1/0/2 10.1.0.4/31 -- d 100GE1/0/1 10.1.0.5/31
      set device:a {"igp":[{"underlayId":"underlay:isis","level":"level-1"}]}
      set device:b {"igp":[{"underlayId":"underlay:isis","level":"level-1-2"}]}
      set device:c {"igp":[{"underlayId":"underlay:isis","level":"level-2","networkEntity":"49.0002.0100.0000.0003.00"}]}
      set device:d {"igp":[{"underlayId":"underlay:isis","level":"level-2","networkEntity":"49.0002.0100.0000.0004.00"}]}
      underlay isis all
      peering a lo0 -- d lo0 hops 3`,
    down: 0,
  },
  {
    name: 'IS-IS costs that go around',
    text: `${bothVersions}
      interface a 100GE1/0/1 isis {"cost":100}
      interface c 100GE1/0/1 isis {"cost":100}
      static a 10.0.0.3/32 null0 preference 200
      underlay isis all
      peering a lo0 -- c lo0 hops 2 left.validTtlHops 2 right.validTtlHops 2 left.ebgpMaxHop none right.ebgpMaxHop none`,
    down: 0,
    failure: 'link:a.100GE1-0-2--b.100GE1-0-1',
  },
  {
    name: 'OSPFv3 carries IPv6 loopbacks',
    text: `${bothVersions}
      underlay ospfv3 all
      peering a lo0 -- c lo0 left.address 2001:db8::1 right.address 2001:db8::3 families ipv6-unicast`,
    down: 0,
    failure: 'link:a.100GE1-0-1--c.100GE1-0-1',
  },
  {
    name: 'OSPFv3 instances that differ on a link',
    text: `${bothVersions}
      interface a 100GE1/0/1 ospfv3 {"instanceId":1}
      interface b 100GE1/0/2 ospfv3 {"area":1}
      underlay ospfv3 all
      peering a lo0 -- c lo0 left.address 2001:db8::1 right.address 2001:db8::3 families ipv6-unicast`,
    down: 2,
  },
]
