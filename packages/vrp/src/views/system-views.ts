import type { ViewSpec } from './view-spec'

/**
 * The system view: what may stand in the first column. The list is as wide as its sources, because a line
 * that it lacks can be taken for a command of the view that is still open.
 */
export const systemViews: readonly ViewSpec[] = [
  {
    view: 'system',
    source:
      'CloudEngine V300R023C00 command reference, commands of the system view; first-column lines of the scripts of ' +
      'its configuration guide; dumps of CE12800 V200R005C10; NE40E V800R012C10 configuration guide (mpls)',
    commands: `
      aaa-authen-bypass aaa-author-bypass access adaptive-routing alarm anti-attack
      arp(anti-attack direct-route-delay dynamic-max expire-time fast-reply gratuitous-arp learning miss
        remote-backup-rate router-id speed-limit static topology-change vlink-direct-route)
      as-notation assign authentication(pre-authen-access) auto
      bgp(dynamic-session-limit local-as yang-mode) buffer burst-traffic
      capture-packet car clear(icmp) clock cmd configuration cpu-defend-policy crypto
      dcb(pfc(dscp-mapping buffer deadlock-detect deadlock-recovery)) device dhcp dhcpv6 dldp dns domain-name dot1x dpfr dsa(local-key-pair)
      ecc(local-key-pair) ecmp efm error-down evpn-overlay evpn(redirect)
      factory-configuration fan filter-list forward ftp flow
      gre hash header history-command host hwtacacs(enable server) http
      icmp icmpv6 igmp(snooping global) info-center 
      ip(as-path-filter community-filter community-list extcommunity-filter extcommunity-list fast-reroute frr host
        icmp import-rib ip-prefix ipv6-prefix large-community-list large-community-filter local prefix-list rd-filter
        route route-static rpf-route-static soft-forward soo ttl unreachable verify)
      ipv6(address-policy fast-reroute frr host icmp icmp-error import-rib nd pathmtu prefix route route-static
        rpf-route-static soo)
      l2-multicast l2protocol-tunnel lacp ldp license link-flap lldp local-user load-balance(gtp packet unequal-cost)
      log loop-detect loopback-detect loopback-local
      m-lag mac-address mac-flapping mac-vlan management management-port memory mirroring mld(snooping)
      mpls(lsr-id te rsvp-te bfd mtu ttl l2vpn) multicast multicast-suppression
      nat nd ndp ndp-snooping netconf(server) netstream(export timeout sampler aggregation) nhrp nqa(server twamp)
      ntp oas(enable) observe-port openflow ospf(cpu-overload flush-source-trace maxage-lsa mib-binding
        suppress-flapping valid-ttl-hops)
      ospfv3(cpu-overload flush-source-trace maxage-lsa mib-binding suppress-flapping)
      packet-capture patch performance pki(import-certificate file-format http export-certificate)
      port(forwarding-path link-flap mode split high-performance) portal portswitch(batch) port-isolate(mode) port-mirroring
      port-security power prefix-priority ptp
      qos radius(enable) radius-attribute radius-server(authorization dead-count) rate-limit redirect 
      resource restconf rmon route(loop-detect recursive-lookup) route-policy(nonexistent-config-check)
      route-policy-change route-recursive router(id) rsa(local-key-pair)
      sampler scp screen-length security-level service set sflow sftp smart-link(flush)
      snetconf snmp snmp-agent ssh ssl(certificate cipher-suite-list)
      statistic stelnet storm stp suppression switchover sysname system
      tacacs tcp telnet terminal tftp time-range traffic-analysis traffic-filter traffic-policy traffic-segment
      transceiver trap trunk-member tunnel udp url user user-bind user-security-policy
      v-stp virtual-cable-test vlan(batch instance vlan-name swap) vm-manager(enable) vrrp vrrp6 vxlan
      warm-up web ztp
      bpdu-tunnel assistant(scheduler) acl-mode endpoint-group segment(enable) arp-suppress
    `,
    opens: {
      aaa: 'aaa($)',
      acl: 'acl(*)',
      bfd: 'bfd($)',
      'bfd-session': 'bfd(*)',
      bgp: 'bgp(*)',
      bmp: 'bmp($)',
      'bridge-domain': 'bridge-domain(*)',
      'dfs-group': 'dfs-group(*)',
      evpn: 'evpn($)',
      'evpn-instance': 'evpn(vpn-instance)',
      interface: 'interface(*)',
      isis: 'isis(* $)',
      keychain: 'keychain(*)',
      'monitor-link': 'monitor-link(group)',
      mpls: 'mpls($ ldp)',
      ospf: 'ospf(* $)',
      ospfv3: 'ospfv3(* $)',
      'route-policy': 'route-policy(*)',
      'stp-region': 'stp(region-configuration)',
      'user-interface': 'user-interface(*)',
      vlan: 'vlan(*)',
      'vpn-instance': 'ip(vpn-instance)',
      other: `
        ai-service alarm($) any-flow authentication-profile collector cpu-defend(policy) dcb(pfc($ * uplink))
        diffserv(domain) domain(*) dot1x-access-profile dragonfly drop-profile(*) dsa(peer-public-key)
        ecc(peer-public-key) explicit-path(*) grpc($) hwtacacs($) hwtacacs-server(template) ifit igmp($) ike
        ip(pool) l2vpn($) load-balance(ecmp profile) maintenance mld($) msdp netconf($) netstream(record)
        nqa(test-instance twamp-light) oam-mgr oas($) observe-port(group) ops pim($ *)
        pki(entity realm cmp domain) pm port-group(*) radius-server(template group) rip(* $) ripng(* $)
        rsa(peer-public-key) sdn segment-routing segment(behavior classifier policy) smart-link(group)
        ssl(policy) stp(process) telemetry traffic(behavior classifier policy) traffic-segment(segment-id)
        tunnel-policy(*) vlan(range) vni(*($)) vsi(*) wlan xpl
      `,
    },
  },
]
