import type { ViewSpec } from './view-spec'

/** Options of `peer`, in the BGP view and in its families; which of them a family has does not matter here. */
const peerOptions = `
  additional-paths advertise advertise-community advertise-ext-community advertise-large-community advertise-irb
  advertise-vpn-reoriginate advertise-link-bandwidth advertise-irbv6 advertise-nd advertise-arp
  advertise-mac aigp allow-as-loop allow-cluster-loop as-number as-path-filter bestroute-as-path-ignore bfd
  capability-advertise check-first-as conditional-route-advertise connect-interface connect-only default-route-advertise
  default-originate-vpn description dscp ebgp-max-hop egress-engineering enable export-extcommunity
  extended-open-message fake-as filter-policy flowspec-vrf generalized-ttl graceful-restart graceful-shutdown group high-priority ignore import
  ip-prefix ipv6-prefix keep-all-routes keychain label-route-capability listen-net listen-only listen-as listen-as-segment load-balancing
  local-as local-graceful-restart local-graceful-shutdown log-change mac-limit maximum-prefix mvpn
  next-hop-invariable next-hop-local nexthop-invariable nexthop-local out-delay oscillation-dampening password path-attribute-treat
  path-mtu peer-as peer-as-check preferred-value prefix-sid public-as-only public-as-only-import reflect-client rely-state replace-as
  route-limit route-policy route-priority-track route-update-interval route-weight send-add-path shutdown soo soo-reverse split-group
  ssl-policy substitute-as tcp-mss timer tnl-policy tracking transit-med-to-ebgp treat-with-error ttl-security ttl update-group-independent 
  valid-ttl-hops virtual-as-path bmp
`

/** Commands of the address families. Typed in the BGP view, those of IPv4 unicast go to that family. */
const familyCommands = `
  active-route-advertise add-path as-number advertise advertise-community-gshut aggregate auto-frr apply-label arp-proxy
  balance bestroute compare-different-as-med constraint-rt-filter dampening default default-route domain
  domain-identifier ext-community-change filter-policy filter-rule group(*) hierarchy-convergence import-rib import-route
  ingress-lsp ibgp-interface-sensitive inter-as ip-nexthop irb label-route 
  load-balancing local-cross maximum mac-route mode multi-homing
  network(*) nexthop non-relay-tunnel originator peer(*(${peerOptions})) pic policy(vpn-target) preference prefix-origin-validation
  prefix-sid process-pst protocol reflect reflector reoriginate route-match-destination route-select router-id rr-filter
  segment-routing slow-peer suppress-flapping summary supernet synchronization tnl-policy timer unicast-route vpn-route
  vpn-target vpn vxlan vrf-auto-frr ingress-replication bypass
`

export const routingViews: readonly ViewSpec[] = [
  {
    view: 'bgp',
    source:
      'CloudEngine V300R023C00 command reference, commands of the BGP, BGP multi-instance and BGP-VPN instance views; ' +
      'NE40E V800R012C10 configuration guide (vpnv4, vpnv6, labeled-unicast)',
    commands: `
      ${familyCommands}
      as-path-limit bgp bmp check-first-as clear confederation(id nonstandard peer-as) default(ipv4-unicast local-preference
      med) description egress-engineering ebgp-interface-sensitive ebgp-max-hop error-discard graceful-restart
      graceful-shutdown ipv4-family(unnumbered) keep-all-routes memory-limit non-stop-routing out-delay path-mtu
      private-4-byte-as rpki route-prevent route-update security shutdown timer vrf-route-distribute
      bandwidth-config local-mt
    `,
    opens: {
      'bgp-family': `
        ipv4-family($ unicast multicast mvpn vpn-target vpn-instance vpnv4 labeled-unicast flow mdt sr-policy rtfilter)
        ipv6-family($ unicast multicast mvpn vpn-instance vpnv6 labeled-unicast flow sr-policy)
        ipv4-labeled-unicast l2vpn-family l2vpn-ad-family link-state-family vpls-family
      `,
      'bgp-vpn-instance': 'vpn-instance(*)',
    },
  },
  {
    view: 'bgp-family',
    separated: true,
    source:
      'CloudEngine V300R023C00 command reference, commands of the BGP address family views; 267 of 314 family lines in ' +
      'its scripts have a `#` before them',
    commands: familyCommands,
    opens: {},
  },
  {
    view: 'bgp-vpn-instance',
    source: 'CloudEngine V300R023C00 command reference, commands of the BGP-VPN instance view',
    commands: `as-number description group(*) peer(*(${peerOptions})) router-id graceful-restart timer`,
    opens: {},
  },
  {
    view: 'vpn-instance',
    source: 'CloudEngine V300R023C00 command reference, commands of the VPN instance view',
    commands: `
      apply-label description evpn export import import-rib mac-route prefix route-distinguisher service-id tnl-policy vpn-id vpn-target
      vtep-src vxlan(vni) arp
    `,
    opens: { 'vpn-instance-family': 'ipv4-family($ unicast) ipv6-family($ unicast)' },
  },
  {
    view: 'vpn-instance-family',
    source: 'CloudEngine V300R023C00 command reference, commands of the VPN instance address family views',
    commands: `
      apply-label export import import-rib ip(frr) ipv6(frr) limit-log-interval mpls multicast prefix route-distinguisher
      routing-table tnl-policy tunnel-selector vpn frr vpn-target vxlan evpn default-color
    `,
    opens: {},
  },
  {
    view: 'route-policy',
    source: 'CloudEngine V300R023C00 command reference, commands of the route-policy view',
    commands: 'apply continue description goto if-match sr-te',
    opens: {},
  },
  {
    view: 'evpn',
    source: 'CloudEngine V300R023C00 command reference, commands of the global EVPN configuration view',
    commands: `
      bypass-vxlan df-election esi irb-reoriginated mac-duplication mac-ip reflect router-id-extend source timer vlan-extend
      es-recovery redundancy-mode
    `,
    opens: {},
  },
  {
    view: 'evpn-instance',
    source: 'CloudEngine V300R023C00 command reference, commands of the EVPN instance view',
    commands: 'description export import mac mac-duplication mac-ip route-distinguisher tnl-policy vpn-target',
    opens: {},
  },
  {
    view: 'bmp',
    source: 'CloudEngine V300R023C00 command reference, commands of the BMP view',
    commands: 'connect-interface statistics-timer',
    opens: { 'bmp-session': 'bmp-session' },
  },
  {
    view: 'bmp-session',
    source: 'CloudEngine V300R023C00 command reference, commands of the BMP session view',
    commands: 'connect-interface(* $) description ssl-policy(name) tcp(connect(port))',
    opens: { 'bmp-monitor': 'monitor(public peer all-vpn-instance vpn-instance)', 'bmp-family': 'ipv4 ipv6' },
  },
  {
    view: 'bmp-monitor',
    source: 'CloudEngine V300R023C00 command reference, commands of the BMP monitor view',
    commands: 'route-mode(ipv4-family ipv6-family)',
    opens: {},
  },
  {
    view: 'bmp-family',
    source: 'CloudEngine V300R023C00 command reference, commands of the BMP session IPv4 views',
    commands: 'trace-prefix',
    opens: {},
  },
]
