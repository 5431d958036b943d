/**
 * Designs that take none of the advice of a page of the manual: one for each page, each mistake with
 * records of its own, named after it.
 */

/** `peer connect-interface`: gate and mate in one AS, peak in another. */
export const connectInterfacePage = `
  gate CE6866-48S8CQ-P as 65030 lo0 10.30.0.1/32 lo1 10.30.1.1/32 lo2 10.30.2.1/32 lo3 10.30.3.1/32
  mate CE6866-48S8CQ-P as 65030 lo0 10.30.0.2/32 lo1 10.30.1.2/32 lo2 10.30.2.2/32 lo3 10.30.3.2/32
  peak CE8851-32CQ4BQ role spine as 65031 lo0 10.30.0.3/32 lo1 10.30.1.3/32
  link gate 100GE1/0/1 10.30.9.0/31 -- mate 100GE1/0/1 10.30.9.1/31
  link gate 100GE1/0/2 10.30.9.2/31 -- mate 100GE1/0/2 10.30.9.3/31
  link gate 100GE1/0/3 10.30.9.9/29 10.30.9.17/29 -- peak 100GE1/0/1 10.30.9.10/29
  link gate 100GE1/0/4 none -- mate 100GE1/0/4 none
  set interface:gate.100GE1-0-4 {"ipv4":null,"unnumberedFrom":"interface:gate.LoopBack1"}
  set interface:mate.100GE1-0-4 {"ipv4":null,"unnumberedFrom":"interface:mate.LoopBack1"}
  link gate 100GE1/0/5 10.30.9.24/31 -- peak 100GE1/0/5 10.30.9.25/31
  underlay ospf gate mate
  static gate 10.30.1.3/32 via 10.30.9.25
  static peak 10.30.0.1/32 via 10.30.9.24
  host stranger 10.30.9.41
  link gate 100GE1/0/6 10.30.9.40/31 -- stranger
  peering gate 100GE1/0/6 -- stranger id no-as
  peering gate 100GE1/0/3 -- peak 100GE1/0/1 id two-addresses left.connectInterface interface
  peering gate 100GE1/0/1 -- mate 100GE1/0/1 id one-of-two-links
  peering gate lo0 -- peak lo0 id no-route
  peering gate lo0 -- peak lo1 id no-hops left.ebgpMaxHop none right.ebgpMaxHop none
  peering gate 100GE1/0/4 -- mate 100GE1/0/4 id borrowed left.connectInterface interface right.connectInterface interface
  peering gate 100GE1/0/5 -- peak 100GE1/0/5 id layer2
  set interface:gate.100GE1-0-5 {"mode":"switched"}
  peering gate lo0 -- mate lo0 id self left.remoteAddress 10.30.0.1
  interface mate LoopBack2 2001:db8:30::2/128
  peering gate lo2 -- mate lo2 id ipv4-only families ipv6-unicast left.remoteAddress 2001:db8:30::2
  peering gate lo3 -- mate lo3 id one-sided right.connectInterface none
  interface gate LoopBack9 10.30.8.1/32
  peering gate lo9 -- mate lo3 id gone
  remove interface:gate.LoopBack9`

/** `connect-interface` in the BMP session view: a device for each way to get the source wrong. */
export const bmpSourcePage = `
  bare CE6866-48S8CQ-P as 65040 lo0 10.31.0.1/32
  viewed CE6866-48S8CQ-P as 65040 lo0 10.31.0.2/32 2001:db8:31::2/128 lo1 10.31.1.2/32
  wrong CE6866-48S8CQ-P as 65040 lo0 10.31.0.3/32 2001:db8:31::3/128
  idle CE6866-48S8CQ-P lo0 10.31.0.4/32
  link bare 100GE1/0/1 10.31.9.0/31 -- viewed 100GE1/0/1 10.31.9.1/31
  link viewed 100GE1/0/2 10.31.9.2/31 -- wrong 100GE1/0/1 10.31.9.3/31
  link bare 100GE1/0/2 10.31.9.4/31 -- wrong 100GE1/0/2 10.31.9.5/31
  peering bare 100GE1/0/1 -- viewed 100GE1/0/1
  peering viewed 100GE1/0/2 -- wrong 100GE1/0/1
  peering bare 100GE1/0/2 -- wrong 100GE1/0/2
  station four 192.0.2.10 port 5000
  station six 2001:db8:31:2::10 port 5000
  station other 192.0.2.11 port 5000
  station third 192.0.2.12 port 5000
  link bare 25GE1/0/1 192.0.2.1/24 -- four
  link viewed 25GE1/0/1 192.0.2.2/24 2001:db8:31:2::2/64 -- six
  link wrong 25GE1/0/1 192.0.2.3/24 -- other
  bmp bare -- four id no-source
  set device:viewed {"bmp":{"sourceIpv4":"10.31.1.2"}}
  bmp viewed -- six id no-ipv6-source
  bmp viewed -- four source lo0 id both
  bmp viewed -- other source lo0 id first
  bmp viewed -- other source 10.31.0.2 port 5001 id second
  port wrong 25GE1/0/2 access 7
  bmp wrong -- other source 25GE1/0/2 id layer2
  bmp wrong -- four source 192.0.2.10 id address-of-station
  bmp wrong -- third source 2001:db8:31::3 id version
  bmp idle -- four source lo0 id no-route`

/** `peer rely-state interface`: servers behind one device, and one device that has no such command. */
export const relyStatePage = `
  shelf CE6866-48S8CQ-P as 65050 lo0 10.32.0.1/32
  low CE6885-LL-56F mode low-latency as 65051 lo0 10.32.0.2/32
  vrf shop rt 65050:1
  vrf gone rt 65050:2
  port shelf 25GE1/0/1 access 150
  port shelf 25GE1/0/2 access 150
  port shelf 25GE1/0/3 access 150 shutdown
  port shelf 25GE1/0/4 access 151
  port shelf 25GE1/0/5 access 160
  port low 25GE1/0/1 access 150
  interface shelf Vlanif150 10.32.50.1/24
  interface shelf Vlanif151 10.32.51.1/24
  interface shelf Vlanif160 2001:db8:32:60::1/64 vrf shop
  interface low Vlanif150 2001:db8:32:50::1/64
  host one 10.32.50.21 as 65121
  host two 10.32.50.22 as 65122
  host three 10.32.50.23 as 65123
  host four 10.32.50.24 as 65124
  host five 10.32.9.1 as 65125
  host six 2001:db8:32:60::26 as 65126
  host seven 2001:db8:32:50::27 as 65127
  host eight 10.32.9.3 as 65128
  link shelf 25GE1/0/1 -- one eth0
  link shelf 25GE1/0/3 -- three eth0
  link shelf 25GE1/0/4 -- four eth0
  link shelf 100GE1/0/1 10.32.9.0/31 -- five
  link shelf 100GE1/0/2 10.32.9.2/31 -- eight
  link shelf 25GE1/0/5 -- six eth0
  link low 25GE1/0/1 -- seven eth0
  peering low Vlanif150 -- seven id low-latency families ipv6-unicast rely low 25GE1/0/1
  peering shelf Vlanif150 -- one id vlanif rely shelf Vlanif150
  peering shelf Vlanif150 -- two id no-cable rely shelf 25GE1/0/2
  peering shelf Vlanif150 -- three id shut-down rely shelf 25GE1/0/3
  peering shelf Vlanif150 -- four id wrong-vlan rely shelf 25GE1/0/4
  peering shelf 100GE1/0/1 -- five id routed rely shelf 100GE1/0/1
  peering shelf 100GE1/0/2 -- eight id layer2 rely shelf 100GE1/0/2
  set interface:shelf.100GE1-0-2 {"mode":"switched"}
  peering shelf Vlanif160 -- six id family families ipv6-unicast vrf shop rely shelf 25GE1/0/5
  peering shelf Vlanif150 -- one id no-vrf vrf gone rely shelf 25GE1/0/1
  remove vrf:gone`

const cabled = (name: string, number: number, channel: string) => `
  ${name}-a CE6866-48S8CQ-P lo0 10.33.0.${2 * number}/32
  ${name}-b CE6866-48S8CQ-P lo0 10.33.0.${2 * number + 1}/32
  link ${name}-a 100GE1/0/7 -- ${name}-b 100GE1/0/7 switched
  link ${name}-a 100GE1/0/8 -- ${name}-b 100GE1/0/8 switched
  eth-trunk ${name}-a Eth-Trunk0 100GE1/0/7 100GE1/0/8
  eth-trunk ${name}-b Eth-Trunk0 100GE1/0/7 100GE1/0/8
  vlanif-link ${name}-a ${name}-b vlan 4001 over ${name}-a:100GE1/0/7
  interface ${name}-a Vlanif4001 10.33.${number}.1/30 2001:db8:33:${number}::1/64
  interface ${name}-b Vlanif4001 10.33.${number}.2/30 2001:db8:33:${number}::2/64
  mlag ${name} ${name}-a ${name}-b trunk Eth-Trunk0 sync ${channel}`

/** `peer-link source … tcp-port`: one pair for each mistake. */
export const syncChannelPage = `
  vrf reserved
  set vrf:reserved {"name":"_public_"}
  ${cabled('range', 1, 'Vlanif4001 port 65536')}
  ${cabled('well-known', 2, 'Vlanif4001 port 1000')}
  ${cabled('taken', 3, 'Vlanif4001 port 179')}
  ${cabled('mixed', 4, '10.33.4.1 2001:db8:33:4::2')}
  ${cabled('equal', 5, '10.33.5.1 10.33.5.1')}
  ${cabled('class-d', 6, '10.33.6.1 239.1.1.1')}
  ${cabled('loopback', 7, '127.0.0.1 10.33.7.2')}
  ${cabled('loopback-interface', 8, 'lo0')}
  ${cabled('foreign', 9, '10.33.9.1 10.33.9.3')}
  ${cabled('no-address', 10, '10.33.10.1 10.33.10.2')}
  set mlag:no-address {"syncChannel":{"ends":[{},{"address":"10.33.10.2"}],"tcpPort":6400}}`
