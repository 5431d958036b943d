/**
 * Command words of the part of VRP that Weft writes, for telling words from names in a preview.
 * A word missing here is shown as a name; nothing else depends on the list.
 */
export const keywords: ReadonlySet<string> = new Set(
  `
  access accept-loop active-standby adj-rib-in adj-rib-out advertise aggregate alias all all-vpn-instance
  allow-as-loop allow-pass area arp as-notation as-number as-path authentication authentication-mode auto
  batch bfd bgp binding bmp bmp-session bridge-address bridge-domain broadcast
  check cipher clear client cluster-id connect connect-interface connect-only consistency-check cost
  data-flow-source deactivate default default-route default-route-advertise description detection dfs-group direct
  disable domain dual-active
  ebgp-max-hop edged-port enable encapsulation eth-trunk evpn evpn-overlay exclude exit-overflow export
  export-extcommunity external
  family
  global group
  hello hmac-sha256 hold
  ibgp ignore import import-extcommunity import-route instance interface internal ip ip-prefix ipv4 ipv4-family
  ipv6 ipv6-family ipv6-prefix irb isis
  keep-all-routes keepalive keychain
  l2vpn-family label-route-capability lacp-dynamic lacp-static level link-local link-type listen-only lldp load-balance
  local-rib loose
  m-lag mac-address manual md5 mode monitor monitor-link mpls mtu multicast
  network network-type next-hop-invariable next-hop-local nbma nd none
  open ospf ospfv3 ospf-timer
  p2mp p2p password peer peer-link permit deny plain policy port portswitch post-policy pre-policy preference priority
  private-as proxy public pvid
  reflect-client reflector rely-state reserved return root-bridge root route-distinguisher route-map route-mode
  route-policy route-static router router-id rstp mstp
  session shutdown silent silent-interface simple source split split-type statistics-timer static station stp strict sub
  sysname
  tag tcp tcp-port timer timeout to traffic trunk ttl
  udp-port unicast unnumbered unpaired-port up-delay use user-interface
  v-stp v-vbst valid-ttl-hops virtual-link vlan vpn-instance vpn-target vpnv4 vpnv6 vtep vxlan
  weight with
  address id link-local-address
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** After these words the next word is a name even when it looks like a command word. */
export const wordsBeforeName: ReadonlySet<string> = new Set([
  'alias',
  'cipher',
  'ip-prefix',
  'ipv6-prefix',
  'keychain',
  'password',
  'route-policy',
  'simple',
  'sysname',
  'vpn-instance',
])

/** After these words the rest of the line is free text. */
export const wordsBeforeText: ReadonlySet<string> = new Set(['description'])
