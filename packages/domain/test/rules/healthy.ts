/** Complete designs an architect would sign: no rule has an error or a warning about them. */

/** Two leaves joined by one routed cable; AS numbers and routing are added by each case. */
export const joined = `
  leaf1 CE6866-48S8CQ-P as 65000 lo0 10.0.0.1/32
  leaf2 CE6866-48S8CQ-P as 65000 lo0 10.0.0.2/32
  link leaf1 100GE1/0/1 10.1.0.0/31 -- leaf2 100GE1/0/1 10.1.0.1/31`

/** The same with OSPF, so that LoopBacks reach each other. */
export const ibgp = `${joined}
  underlay ospf all`

/** The same in two AS. */
export const ebgp = `${joined}
  set device:leaf2 {"asNumber": 65002}
  underlay ospf all`

/** The pair of fabric.md section 11 in the words of the model: DAD on a cable in its own VPN instance, TCP channel over the peer-link. */
export const canonicalPair = `
  leaf1 CE6866-48S8CQ-P lo0 10.0.0.11/32
  leaf2 CE6866-48S8CQ-P lo0 10.0.0.12/32
  spine1 CE8851-32CQ8DQ-P role spine lo0 10.0.0.1/32
  spine2 CE8851-32CQ8DQ-P role spine lo0 10.0.0.2/32
  vrf DAD
  link leaf1 100GE1/0/1 10.254.0.1/30 -- spine1 100GE1/0/1 10.254.0.2/30
  link leaf1 100GE1/0/2 10.254.0.5/30 -- spine2 100GE1/0/1 10.254.0.6/30
  link leaf2 100GE1/0/1 10.254.0.9/30 -- spine1 100GE1/0/2 10.254.0.10/30
  link leaf2 100GE1/0/2 10.254.0.13/30 -- spine2 100GE1/0/2 10.254.0.14/30
  link leaf1 100GE1/0/6 10.255.1.1/30 -- leaf2 100GE1/0/6 10.255.1.2/30 vrf DAD
  set interface:leaf1.100GE1-0-6 {"unpairedPortReserved": true}
  set interface:leaf2.100GE1-0-6 {"unpairedPortReserved": true}
  eth-trunk leaf1 Eth-Trunk0 100GE1/0/7 100GE1/0/8
  eth-trunk leaf2 Eth-Trunk0 100GE1/0/7 100GE1/0/8
  link leaf1 100GE1/0/7 -- leaf2 100GE1/0/7
  link leaf1 100GE1/0/8 -- leaf2 100GE1/0/8
  vlanif-link leaf1 leaf2 vlan 4001 over leaf1:100GE1/0/7 10.255.2.0/30
  interface leaf1 Vlanif4001 10.255.2.1/30
  interface leaf2 Vlanif4001 10.255.2.2/30
  interface leaf1 MEth0/0/0 192.0.2.11/24
  interface leaf2 MEth0/0/0 192.0.2.12/24
  host server1 10.10.10.21
  host server2 10.10.20.21
  eth-trunk leaf1 Eth-Trunk10 25GE1/0/1
  eth-trunk leaf2 Eth-Trunk10 25GE1/0/1
  eth-trunk leaf1 Eth-Trunk11 25GE1/0/2
  eth-trunk leaf2 Eth-Trunk11 25GE1/0/2
  link leaf1 25GE1/0/1 -- server1 eth0
  link leaf2 25GE1/0/1 -- server1 eth1
  link leaf1 25GE1/0/2 -- server2 eth0
  link leaf2 25GE1/0/2 -- server2 eth1
  mlag pair1 leaf1 leaf2 trunk Eth-Trunk0 exclude 1
  set mlag:pair1 {"dfs": {"priorities": [150, 120], "password": "Pair-Key-2024", "consistencyCheck": "loose"}}
  set mlag:pair1 {"dualActiveDetection": {"ends": [{"interfaceId": "interface:leaf1.100GE1-0-6"}, {"interfaceId": "interface:leaf2.100GE1-0-6"}], "udpPort": 2025}}
  set mlag:pair1 {"syncChannel": {"ends": [{"interfaceId": "interface:leaf1.Vlanif4001"}, {"interfaceId": "interface:leaf2.Vlanif4001"}], "tcpPort": 6400}}
  gateway gw10 pair1 vlan 10 10.10.10.1/24
  gateway gw20 pair1 vlan 20 10.10.20.1/24
  attach att10 pair1 Eth-Trunk10 -- server1 vlans 10,20 trunk mlagId 10 edgePort true
  attach att11 pair1 Eth-Trunk11 -- server2 vlans 20 mlagId 11 edgePort true`

/** OSPF underlay, two reflectors in one cluster, the pair above, a single leaf, a server session and a BMP station. */
export const ospfFabric = `${canonicalPair}
  leaf3 CE6866-48S8CQ-P as 65000 lo0 10.0.0.13/32
  set device:leaf1 {"asNumber": 65000, "bgp": {"announce": [{"prefix": "10.10.10.0/24"}]}}
  set device:leaf2 {"asNumber": 65000, "bgp": {"announce": [{"prefix": "10.10.10.0/24"}]}}
  set device:leaf3 {"bgp": {"announce": [{"prefix": "192.0.2.0/24"}]}}
  set device:spine1 {"asNumber": 65000, "bgp": {"clusterId": "10.0.0.1"}}
  set device:spine2 {"asNumber": 65000, "bgp": {"clusterId": "10.0.0.1"}}
  remove interface:leaf1.MEth0-0-0
  remove interface:leaf2.MEth0-0-0
  link leaf3 100GE1/0/1 10.254.0.17/30 -- spine1 100GE1/0/3 10.254.0.18/30
  link leaf3 100GE1/0/2 10.254.0.21/30 -- spine2 100GE1/0/3 10.254.0.22/30
  underlay ospf all
  peering leaf1 lo0 -- spine1 lo0 rr right
  peering leaf1 lo0 -- spine2 lo0 rr right
  peering leaf2 lo0 -- spine1 lo0 rr right
  peering leaf2 lo0 -- spine2 lo0 rr right
  peering leaf3 lo0 -- spine1 lo0 rr right next-hop-local left
  peering leaf3 lo0 -- spine2 lo0 rr right next-hop-local left
  peering spine1 lo0 -- spine2 lo0
  host server3 10.30.0.20 as 65130
  port leaf3 25GE1/0/1 access 30
  interface leaf3 Vlanif30 10.30.0.1/24
  link leaf3 25GE1/0/1 -- server3 eth0
  peering leaf3 -- server3 rely leaf3 25GE1/0/1
  station bmp1 192.0.2.10 port 5000
  link leaf3 25GE1/0/48 192.0.2.1/24 -- bmp1
  bmp spine1 -- bmp1 source lo0
  bmp leaf3 -- bmp1 source lo0`

/** An EBGP underlay with one AS per leaf, and EVPN between LoopBacks on top. */
export const ebgpFabric = `
  spine1 CE8851-32CQ8DQ-P role spine as 64512 lo0 10.0.0.1/32
  spine2 CE8851-32CQ8DQ-P role spine as 64512 lo0 10.0.0.2/32
  leaf1 CE6866-48S8CQ-P as 64601 lo0 10.0.0.11/32
  leaf2 CE6866-48S8CQ-P as 64602 lo0 10.0.0.12/32
  leaf3 CE6866-48S8CQ-P as 64603 lo0 10.0.0.13/32
  link leaf1 100GE1/0/1 10.1.0.0/31 -- spine1 100GE1/0/1 10.1.0.1/31
  link leaf1 100GE1/0/2 10.1.0.2/31 -- spine2 100GE1/0/1 10.1.0.3/31
  link leaf2 100GE1/0/1 10.1.0.4/31 -- spine1 100GE1/0/2 10.1.0.5/31
  link leaf2 100GE1/0/2 10.1.0.6/31 -- spine2 100GE1/0/2 10.1.0.7/31
  link leaf3 100GE1/0/1 10.1.0.8/31 -- spine1 100GE1/0/3 10.1.0.9/31
  link leaf3 100GE1/0/2 10.1.0.10/31 -- spine2 100GE1/0/3 10.1.0.11/31
  underlay ebgp all
  peering leaf1 lo0 -- spine1 lo0 families evpn right.nextHopInvariable true
  peering leaf2 lo0 -- spine1 lo0 families evpn right.nextHopInvariable true
  peering leaf3 lo0 -- spine1 lo0 families evpn right.nextHopInvariable true`
