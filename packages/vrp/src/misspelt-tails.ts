import type { ViewName } from './views/view-spec'

/**
 * The keywords that may follow a beginning, in any order and with values between them: `beginning: keywords`. `*`
 * stands for any one word. A keyword with `=` takes the next word, whatever it is; with `+` the rest of the line. The
 * table has the commands that Weft writes and their neighbours; a beginning that is not in it says nothing.
 *
 * @source CloudEngine V300R023C00 command reference, the pages of these commands
 */
const peers = `
  peer * timer: keepalive= hold= min-holdtime= connect-retry= send-hold=
  peer * bfd: enable block min-tx-interval= min-rx-interval= detect-multiplier= wtr= single-hop-prefer compatible
    per-link one-arm-echo
  peer * connect-interface:
  peer * description: +
  peer * route-policy *: import export
  peer * ip-prefix *: import export
  peer * ipv6-prefix *: import export
  peer * as-path-filter *: import export
  peer * filter-policy *: import export
  peer * rely-state: interface=
  peer * password: simple= cipher=
  peer * advertise: irb irbv6 nd arp route-reoriginated evpn mac-ip mac ip ipv6
  peer * import: reoriginate
  peer * default-route-advertise: route-policy= conditional-route-match-any conditional-route-match-all
  peer * next-hop-invariable: include-static-route include-unicast-route
  peer * route-limit *: alert-only idle-forever idle-timeout=
  peer * capability-advertise: 4-byte-as route-refresh conventional
  peer * allow-as-loop: number
`

const bgp = `
  ${peers}
  import-route: direct static ospf= isis= rip= ospfv3= ripng= med= route-policy=
  network *: route-policy=
  group *: internal external listen
  import-rib: public vpn-instance= valid-route include-bgp route-policy= protocol direct static ospf= isis= vlink-direct-route
  load-balancing: as-path-ignore as-path-relax med-ignore igp-metric-ignore
  summary: automatic
  policy: vpn-target
  reflector: cluster-id=
  reflect: between-clients
  l2vpn-family: evpn
  ipv4-family vpn-instance *:
  ipv6-family vpn-instance *:
  default: ipv4-unicast local-preference= med= vpn-instance=
  default-route: imported
  timer: keepalive= hold= min-holdtime= connect-retry=
  maximum: load-balancing ibgp ebgp eibgp
  aggregate: as-set detail-suppressed suppress-policy= origin-policy= attribute-policy=
  advertise: l2vpn evpn best-route
  graceful-restart: timer restart= peer-reset
  preference: route-policy=
`

const staticRoute = `vpn-instance= preference= tag= description+ bfd-session= bfd enable track nqa= permanent
    inherit-cost public recursive-lookup host-route default-bfd default-preference= min-tx-interval= min-rx-interval=
    detect-multiplier= frr inter-protocol-ecmp`

const ospfAuthentication = 'simple md5 hmac-md5 hmac-sha256 null plain= cipher= keychain='

const vpnFamily = `
  vpn-target: export-extcommunity import-extcommunity both evpn
  route-distinguisher: auto
  export: route-policy= evpn
  import: route-policy= evpn
  ipv4-family: unicast
  ipv6-family: unicast
`

export const keywordTails: { readonly [view in ViewName]?: string } = {
  system: `
    bgp *: instance=
    ospf *: router-id= vpn-instance=
    ip route-static: ${staticRoute}
    ipv6 route-static: ${staticRoute}
    vlan batch: to
    router id: vpn-instance=
    evpn-overlay: enable
    stp mode: stp rstp mstp vbst
    stp v-stp: enable
    stp root: primary secondary
    as-notation: plain
  `,
  bgp,
  'bgp-family': bgp,
  'bgp-vpn-instance': peers,
  bmp: 'bmp-session: vpn-instance= alias=',
  'bmp-session': `
    tcp connect port: password md5= keychain=
    monitor vpn-instance *: peer=
  `,
  'bmp-monitor': 'route-mode: ipv4-family ipv6-family unicast adj-rib-in adj-rib-out local-rib pre-policy post-policy',
  'dfs-group': `
    dual-active detection source: ip ipv6 vpn-instance= peer= udp-port= timeout=
    source: ip ipv6 vpn-instance= peer= udp-port=
    peer-link source: ip ipv6 vpn-instance= peer= tcp-port=
    authentication-mode: hmac-sha256 password=
    consistency-check enable: mode strict loose
    m-lag up-delay: auto-recovery interval=
    m-lag active-standby: election arp nd igmp dhcp mld
  `,
  interface: `
    ip address: unnumbered interface= sub tag= dhcp-alloc
    ip binding: vpn-instance=
    ipv6 address: link-local eui-64 anycast auto global
    port trunk allow-pass: vlan to all
    port trunk pvid: vlan
    port default: vlan
    port hybrid: pvid vlan tagged untagged to all
    port vlan-mapping: vlan to inner-vlan= map-vlan= map-single-vlan= map-inner-vlan=
    port vlan-stacking: vlan to stack-vlan= stack-inner-vlan=
    vrrp vrid *: virtual-ip= priority= preempt timer delay= advertise= track interface= bfd= bfd-session= nqa= ip
      route increase= increased= reduce= reduced= admin-vrrp authentication-mode simple= md5=
    vrrp6 vrid *: virtual-ip= link-local priority= preempt timer delay= advertise= track interface= bfd= bfd-session= ipv6
      route increase= increased= reduce= reduced= admin-vrrp6
    vni *: head-end peer-list= mcast-group= protocol bgp
    stp instance *: cost= port priority=
    lacp max: active-linknumber=
    port vlan exclude: to
    stp edged-port: enable disable
    ospf cost:
    ospf network-type: broadcast p2p p2mp nbma
    ospf timer: hello= dead= poll= retransmit= wait= conservative
    ospf enable: area=
    ospf authentication-mode: ${ospfAuthentication}
    mode: lacp-static lacp-dynamic manual load-balance
    dfs-group * m-lag: active-standby
    peer-link: virtual-link
    m-lag unpaired-port: reserved suspend
    m-lag ip: address
    m-lag ipv6: address
    arp proxy: enable
    description: +
  `,
  ospf: `
    silent-interface: all
    import-route: direct static bgp= ospf= isis= rip= cost= type= tag= route-policy= permit-ibgp inherit-cost
    default-route-advertise: always cost= type= tag= route-policy= permit-calculate-other summary
    filter-policy: import export ip-prefix= route-policy= acl-name=
    spf-schedule-interval: intelligent-timer= millisecond=
    bfd: all-interfaces enable min-tx-interval= min-rx-interval= detect-multiplier= frr-binding
    default: cost= inherit-metric limit= tag= type=
    preference: ase route-policy=
    opaque-capability: enable
    description: +
  `,
  'ospf-area': `
    network * *: description+
    stub: no-summary
    nssa: no-summary no-import-route default-route-advertise translator-always
    authentication-mode: ${ospfAuthentication}
    description: +
  `,
  'vpn-instance': vpnFamily,
  'vpn-instance-family': vpnFamily,
}
