import type { GrammarException } from './grammar-exception'
import { igpExceptions } from './grammar-exceptions-igp'

const system = ['System view']
const peers = [
  'BGP view',
  'BGP-VPN instance view',
  'BGP-VPN instance IPv4 address family view',
  'BGP-VPN instance IPv6 address family view',
  'BGP multi-instance view',
  'BGP multi-instance VPN instance session view',
  'BGP multi-instance VPN instance IPv4 address family view',
  'BGP multi-instance VPN instance IPv6 address family view',
]
const vpnFamilies = [
  'BGP-VPN instance IPv4 address family view',
  'BGP-VPN instance IPv6 address family view',
  'BGP multi-instance VPN instance IPv4 address family view',
  'BGP multi-instance VPN instance IPv6 address family view',
]
const unicastFamilies = ['BGP-IPv4 unicast address family view', 'BGP-IPv6 unicast address family view']
/** The second name is misspelt in the manual. */
const evpnFamilies = ['BGP-EVPN address family view', 'bgp-muli-instance-af-evpn view']
const routerFamilies = ['BGP-VPNv4 address family view', 'BGP-VPNv6 address family view']
const routerGuide = 'NetEngine 40E V800R012C10 configuration guide, printed scripts'
const routerPages = 'NetEngine 40E V800R012C10 command reference, BGP-VPNv4 and BGP-VPNv6 address family views'

const address = '{ <ipv4-address> | <ipv6-address> }'
const inScripts = true

/** Exceptions of BGP, BMP, interior gateway protocols and static routes. */
export const routingExceptions: readonly GrammarException[] = [
  {
    derivation: 'bgp.peer.timer',
    views: peers,
    forms: [`peer ${address} timer keepalive <keepalive-time> hold <hold-time>`],
    inScripts: false,
  },
  {
    derivation: 'bgp.peer.open-mode',
    views: peers,
    forms: [`peer ${address} { listen-only | connect-only }`],
    inScripts: false,
  },
  {
    derivation: 'bgp.family',
    views: ['BGP view', 'BGP multi-instance view'],
    forms: ['ipv6-family unicast', 'l2vpn-family evpn'],
    source: 'CloudEngine V300R023C00 command reference, "ipv6-family (BGP view)" and "l2vpn-family evpn"',
    inScripts,
  },
  {
    derivation: 'bgp.family',
    views: ['BGP view'],
    forms: ['ipv4-family vpnv4', 'ipv6-family vpnv6'],
    source: routerGuide,
    inScripts,
  },
  {
    derivation: 'bgp.family.policy',
    views: evpnFamilies,
    forms: ['policy vpn-target', 'undo policy vpn-target'],
    source: 'CloudEngine V300R023C00 command reference, "policy vpn-target (BGP-EVPN address family view)"',
    inScripts,
  },
  {
    derivation: 'bgp.family.policy',
    views: routerFamilies,
    forms: ['policy vpn-target', 'undo policy vpn-target'],
    source: routerGuide,
    inScripts,
  },
  {
    derivation: 'bgp.family.enable',
    views: routerFamilies,
    forms: [`peer ${address} enable`],
    source: routerGuide,
    inScripts,
  },
  {
    derivation: 'bgp.family.reflect-client',
    views: routerFamilies,
    forms: [`peer ${address} reflect-client`],
    source: routerGuide,
    inScripts,
  },
  {
    derivation: 'bgp.family.next-hop-invariable',
    views: routerFamilies,
    forms: [`peer ${address} next-hop-invariable`],
    source: routerPages,
    inScripts: false,
  },
  {
    derivation: 'bgp.family.synchronization',
    views: unicastFamilies,
    forms: ['undo synchronization'],
    source: 'CloudEngine V300R023C00 and NetEngine 40E V800R012C10 configuration guides, printed scripts',
    inScripts,
  },
  {
    derivation: 'bgp.family.load-balancing',
    views: [...unicastFamilies, ...vpnFamilies],
    forms: ['maximum load-balancing <number>'],
    inScripts,
  },
  { derivation: 'bgp.family.advertise-evpn', views: vpnFamilies, forms: ['advertise l2vpn evpn'], inScripts },
  {
    derivation: 'bgp.family.evpn-encapsulation',
    views: evpnFamilies,
    forms: [`peer ${address} advertise encap-type vxlan`],
    source: routerGuide,
    inScripts,
  },
  {
    derivation: 'bgp.family.evpn-reoriginate',
    views: ['bgp-muli-instance-af-evpn view'],
    forms: [`peer ${address} advertise route-reoriginated evpn { ip | ipv6 | mac | mac-ip | mac-ipv6 }`],
    source: 'CloudEngine V300R023C00 configuration guide, printed scripts',
    inScripts,
  },
  {
    derivation: 'bgp.vpn-view',
    views: ['BGP multi-instance view'],
    forms: ['vpn-instance <vpn-instance-name>'],
    source: 'CloudEngine V300R023C00 command reference, views of the pages on peers of VPN instances',
    inScripts: false,
  },
  { derivation: 'bgp.vpn-view', views: ['BGP view'], forms: ['vpn-instance <vpn-instance-name>'], inScripts: false },
  {
    derivation: 'bgp.family.next-hop-local',
    views: [
      'BGP-IPv4 unicast address family view',
      'BGP-IPv6 unicast address family view',
      'BGP-VPN instance IPv6 address family view',
      'BGP multi-instance VPN instance IPv6 address family view',
      ...routerFamilies,
    ],
    forms: [`peer ${address} next-hop-local`],
    inScripts,
  },
  {
    derivation: 'bgp.family.next-hop-local',
    views: ['BGP-VPN instance IPv4 address family view', 'BGP multi-instance VPN instance IPv4 address family view'],
    forms: ['peer <ipv4-address> next-hop-local'],
    inScripts: false,
  },
  {
    derivation: 'bgp.family.allow-as-loop',
    views: routerFamilies,
    forms: [`peer ${address} allow-as-loop [ <number> ]`],
    source: routerPages,
    inScripts: false,
  },
  {
    derivation: 'bgp.family.cluster-id',
    views: routerFamilies,
    forms: ['reflector cluster-id <cluster-id-ipv4>'],
    source: routerPages,
    inScripts: false,
  },

  {
    derivation: 'bmp.session',
    views: ['BMP view'],
    forms: [`bmp-session [ vpn-instance <vpn-instance-name> ] ${address} alias <alias-name>`],
    source: 'CloudEngine V300R023C00 command reference, "bmp-session alias"',
    inScripts: false,
  },
  {
    derivation: 'bmp.session.monitor',
    views: ['BMP session view'],
    forms: ['monitor all-vpn-instance'],
    source: 'CloudEngine V300R023C00 command reference, "monitor all-vpn-instance"',
    inScripts: false,
  },

  ...igpExceptions,

  {
    derivation: 'static.route',
    views: system,
    forms: [
      'ip route-static vpn-instance <vpn-instance-name> <ip-address> <mask> { <interface-name> [ <nexthop-address> ] | <nexthop-address> } [ preference <preference> ] [ description <text> ]',
    ],
    source: 'CloudEngine V300R023C00 command reference, "ip route-static vpn-instance"',
    inScripts,
  },
  {
    derivation: 'static.route',
    views: system,
    forms: [
      'ipv6 route-static vpn-instance <vpn-instance-name> <ipv6-address> <prefix-length> { <interface-name> [ <ipv6-address> ] | <ipv6-address> } [ preference <preference> ] [ description <text> ]',
    ],
    source: 'CloudEngine V300R023C00 command reference, "ipv6 route-static vpn-instance"',
    inScripts: false,
  },
]
