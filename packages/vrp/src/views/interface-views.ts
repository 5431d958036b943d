import type { ViewSpec } from './view-spec'

/** Interfaces of all kinds and the other views of the switching chapters. */
export const interfaceViews: readonly ViewSpec[] = [
  {
    view: 'interface',
    source:
      'CloudEngine V300R023C00 command reference, commands of the interface views (Ethernet, Eth-Trunk, VLANIF, VBDIF, ' +
      'LoopBack, NVE, tunnel, sub-interface); printed scripts of its configuration guide and of NE40E V800R012C10',
    commands: `
      adaptive-routing alias am arp(* broadcast-detect broadcast-suppress collect detect direct-route expire-time learning
        limit proxy timeout miss anti-attack vlink-direct-route vlan-proxy) arp-proxy authentication authentication-profile
      auto auto-negotiation bandwidth bfd(trigger all-interfaces) binding bpdu bridge-domain broadcast-suppression
      carrier clock combo-port control-flap crc-statistics
      damping dcb(abs-pfc pfc) description destination device(transceiver) dfs-group(*(m-lag)) dhcp(relay select server
        snooping client) dhcpv6(relay) direct-route distribute-weight dldp dot1q dot1x dpfr duplex
      efm(enable) enable(snmp) encapsulation erase-configuration eth-trunk(*) ethernet
      fault-detect fec flood flow flow-control flow-stat force forward gre group
      hold-time icmp ifg igmp(* enable) ip(address binding icmp verify urpf forward unnumbered mtu df netstream)
      ip-subnet-vlan ip-multicast ipv4(source)
      ipv6(address enable mtu nd urpf icmp verify) isis(authentication-mode bfd circuit-level circuit-type cost
        dis-priority enable ipv6 mtu-check peer-ip-ignore peer hello ldp-sync lfa-backup padding-hello ppp prefix-sid
        process-id silent small-hello suppress-flapping suppress-reachability tag-value timer)
      jumboframe keepalive l2 l2-multicast l2protocol-tunnel lacp(collector dampening force-forward m-lag max
        mixed-rate-link port-id-extension portkey preempt priority stable-preferred system-id timeout e-trunk)
      ldp-sync least link-delay link-flap link-protocol link-trust lldp(admin-status disable enable tlv-enable tlv-disable
        compliance) load-balance local local-preference log long-distance loop-detect loop-protect loopback
      loopback-detect loopback-local
      m-lag(ip ipv6 unpaired-port) mac-address mac-limit mac-vlan map max media-type mirroring mld mode(* $) mpls mtu
      multicast multicast-suppression multicast-boundary nat nd negotiation netstream network-type nhrp ntp ntdp ndp
      ospf(authentication-mode bfd cost dr-priority enable filter-lsa-out flush-source-trace frr ldp-sync
        mtu-enable network-type p2mp-mask-ignore peer smart-discover suppress-flapping suppress-reachability timer
        trans-delay)
      ospfv3(*(area) authentication-mode bfd cost enable frr network-type timer)
      peer-link(*) pim pip-source policy port(crc-statistics default discard dot1q-tunnel hybrid isolate link-flap
        link-type(access dot1q-tunnel hybrid trunk) loopback media mode mirroring mux-vlan priority
        transceiver-power-low trunk(allow-pass(vlan only-vlan) pvid(vlan)) vlan(exclude) vlan-mapping vlan-stacking
        mac-isolate description) port-isolate port-mirroring port-security port-status portswitch ppp priority
      protocol ptp qinq qos redirect reserved restart rewrite rip ripng rmon rmon-statistics route-recursive
      service service-instance set sflow shutdown single-fiber source(* $) speed split-horizon 
      statistics storm stp(* binding bpdu compliance config-digest-snoop cost edged-port instance loop-protection
        no-agreement-check point-to-point port process root-protection tc-restriction transmit-limit vlan disable enable)
      suppression synchronization tag tcp track traffic-filter traffic-policy traffic-statistic traffic-analysis
      transmission trap-threshold trunkport trust ttl tunnel tunnel-protocol unicast-suppression unknown-unicast-suppression
      uplink-port user-bind vid vlan(precedence) vni(*) vrrp(* vrid check) vrrp6 vxlan
    `,
    opens: { other: 'service(instance)' },
  },
  {
    view: 'vlan',
    source: 'CloudEngine V300R023C00 command reference, commands of the VLAN view',
    commands: `
      aggregate-vlan arp(* anti-attack proxy) broadcast-suppression description dhcp dhcpv6 igmp ipv4(source)
      ip-subnet-vlan l2-multicast loop-detect m-lag(peer-link) mac-address mac-limit mac-vlan management-vlan
      mirroring mld multicast mux-vlan name nd policy-vlan port protocol-transparent protocol-vlan qos separate statistics
      subordinate traffic-policy traffic-filter unknown-multicast unknown-unicast vlan-group vxlan
    `,
    opens: {},
  },
  {
    view: 'dfs-group',
    source:
      'CloudEngine V300R023C00 command reference, commands of the DFS group view; `source ip` in the group is the form ' +
      'of V200R005 and older',
    commands: `
      active-standby authentication-mode bfd consistency-check(disable enable whitelist) description
      dual-active(detection(delay error-down hold-time source(ip ipv6) enhanced)) m-lag(active-standby up-delay)
      peer-link(mac-address source(ip ipv6)) priority set(lacp) source(ip ipv6) system-id
    `,
    opens: {},
  },
  {
    view: 'bridge-domain',
    source:
      'CloudEngine V300R023C00 command reference, commands of the bridge domain view; CE12800 V200R005 (evpn binding)',
    commands: `
      arp(* broadcast-suppress collect) binding description dhcp evpn(binding) igmp isolate l2 mac-address mld nd port
      statistics vtep-src vxlan(vni) split-horizon-mode
    `,
    opens: { 'bridge-domain-evpn': 'evpn($)' },
  },
  {
    view: 'bridge-domain-evpn',
    separated: true,
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `bridge-domain`; a `#` stands before it in them',
    commands: `
      description export(route-policy) import(route-policy) mac-duplication mac-ip(route) mac(rib-only)
      route-distinguisher vpn-target tnl-policy filter-policy es-vpws bypass-vxlan etree
    `,
    opens: {},
  },
  {
    view: 'monitor-link',
    source: 'CloudEngine V300R023C00 command reference, commands of the monitor link group view',
    commands: 'description downlink monitor-link port timer uplink smart-link',
    opens: {},
  },
  {
    view: 'stp-region',
    source: 'CloudEngine V300R023C00 command reference, commands of the MST region view',
    commands: 'active check instance region-name revision-level vlan-mapping',
    opens: {},
  },
  {
    view: 'acl',
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `acl`',
    commands: 'description rule step',
    opens: {},
  },
]
