import type { ViewSpec } from './view-spec'

/** Link-state protocols, failure detection, labels, keys and access to the device. */
export const protocolViews: readonly ViewSpec[] = [
  {
    view: 'ospf',
    source: 'CloudEngine V300R023C00 command reference, commands of the OSPF view; scripts of its configuration guide',
    commands: `
      abr-summary advertise asbr-summary bandwidth-config bandwidth-reference bfd bgp-ls default default-route-advertise
      description dn-bit-check dn-bit-set domain-id domain-tag eca-route-type enable filter filter-lsa-out filter-policy
      flooding-control graceful-restart gr hostname ignore-receive-lsa import-route info-center ldp-sync local-mt
      lsa-age lsa-arrival-interval lsa-originate-interval lsdb-overflow-limit mesh-group metric-delay maximum-routes maximum
      maxage-lsa mpls-te nexthop opaque-capability ospf peer preference prefix-priority retransmission-limit rfc1583 route
      route-tag safe-sync sham-hello segment-routing silent-interface spf-schedule-interval stub-router suppress-flapping
      suppress-reachability timer trace-lsa traffic-eng transit-interface update-group vpn-instance-capability 
      
    `,
    opens: { 'ospf-area': 'area(*)', other: 'frr($)' },
  },
  {
    view: 'ospf-area',
    separated: false,
    source:
      'CloudEngine V300R023C00 command reference, commands of the OSPF area view; none of 378 area lines in its scripts ' +
      'has a `#` before it',
    commands: `
      abr-summary authentication-mode default-cost description filter mpls-te network(*) nssa sham-link stub vlink-peer
      bfd avoid-microloop
    `,
    opens: {},
  },
  {
    view: 'ospfv3',
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `ospfv3`',
    commands: `
      asbr-summary authentication-mode bandwidth-config bandwidth-reference bfd bgp-ls default default-route-advertise
      description dn-bit-check dn-bit-set domain-id filter-policy graceful-restart hostname import-route ipsec
      lsa-arrival-interval lsa-originate-interval lsa-age maximum maximum-routes metric-delay nexthop peer preference
      prefix-priority rfc1583 route-tag router-id safe-sync silent-interface spf-schedule-interval stub-router
      suppress-flapping suppress-reachability timer vpn-instance-capability segment-routing maxage-lsa
    `,
    opens: { 'ospfv3-area': 'area(*)', other: 'frr($)' },
  },
  {
    view: 'ospfv3-area',
    separated: false,
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `ospfv3`',
    commands: `
      abr-summary authentication-mode default-cost description filter ipsec network nssa sham-link stub vlink-peer bfd
    `,
    opens: {},
  },
  {
    view: 'isis',
    source: 'CloudEngine V300R023C00 and NE40E V800R012C10 configuration guides, scripts with `isis`',
    commands: `
      advertise area-authentication-mode adjacency-strict-check attached-bit avoid-microloop auto-cost bandwidth-reference
      bfd bgp-ls circuit-cost circuit-default-tag cost-style default-route-advertise description distribution
      domain-authentication-mode dynamic-name filter-policy flash-flood graceful-restart import-route
      ipv6(advertise bandwidth-reference bfd circuit-cost cost default-route-advertise enable filter-policy import-route
        maximum metric-delay preference summary topology traffic-eng frr spf-priority prefix-priority nexthop auto-cost
        set-overload)
      is-level is-name isis ldp-sync local-mt log-peer-change loop-free lsp-fragments-extend lsp-length maximum
      metric-delay multi-instance mesh-group network-entity nexthop optional-checksum overload preference
      prefix-priority purge-originator reset route router-id segment-routing set-overload silent spf-priority spf-slice-size
      summary suppress-flapping suppress-reachability timer traffic-eng update-group virtual-system vpn-instance
    `,
    opens: { other: 'frr($) ipv6(frr)' },
  },
  {
    view: 'bfd',
    source: 'CloudEngine V300R023C00 command reference, commands of the BFD view',
    commands: `
      bfd(multi-hop single-hop) dampening default-ip-address delay-up demand-passive echo-passive mpls-passive
      mpls negotiation-detect-multiplier peer-fec-check same seamless-bfd tos-exp unaffiliated-bfd
    `,
    opens: {},
  },
  {
    view: 'bfd-session',
    source: 'CloudEngine V300R023C00 command reference, commands of the BFD session view',
    commands: `
      commit description detect-multiplier discriminator min-echo-rx-interval min-rx-interval min-tx-interval
      process-interface-status process-pst shutdown tos-exp wtr enable track-interface
    `,
    opens: {},
  },
  {
    view: 'mpls',
    source: 'NE40E V800R012C10 configuration guide, scripts with `mpls` and `mpls ldp`',
    commands: `
      authentication graceful-restart inbound ipv6-family keepalive label longest-match lsp-trigger lsr-id
      mldp mpls mtu-signalling outbound propagate proxy-egress remote-ip session static ttl md5-password bfd-trigger
      fec-list label-withdraw-delay target-session loop-detect lsp-policy accept backoff
    `,
    opens: { other: 'ipv4-family' },
  },
  {
    view: 'keychain',
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `keychain`',
    commands: 'receive-tolerance tcp-algorithm-id tcp-kind digest-length time',
    opens: { 'keychain-key': 'key-id' },
  },
  {
    view: 'keychain-key',
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `keychain`',
    commands: 'algorithm default(send-key-id) key-string receive-time send-time',
    opens: {},
  },
  {
    view: 'aaa',
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `aaa`; dump of a CE12800 V200R005C10',
    commands: `
      aaa-author-bypass access-user authentication cmd default-domain domain-location domainname-parse-direction
      local-user local-aaa-user outbound password system task-group user-aging user-group user-password local-aaa-server
      security-name domain-name-delimiter remote aaa
    `,
    opens: { scheme: 'accounting-scheme authentication-scheme authorization-scheme recording-scheme domain(*)' },
  },
  {
    view: 'scheme',
    separated: true,
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `aaa`; a `#` stands before it in dumps',
    commands: `
      access-limit accounting accounting-mode accounting-scheme authentication-mode authentication-scheme authorization-cmd
      authorization-mode authorization-scheme block hwtacacs(server) hwtacacs-server radius-server recording-mode
      service-type state statistic
    `,
    opens: {},
  },
  {
    view: 'user-interface',
    source: 'CloudEngine V300R023C00 configuration guide, scripts with `user-interface`',
    commands: `
      acl authentication-mode auto-execute configuration databits flow-control history-command idle-timeout
      mmi-mode parity protocol screen-length screen-width set shell speed stopbits terminal user
    `,
    opens: {},
  },
]
