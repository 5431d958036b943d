import type { GrammarException } from './grammar-exception'
import { overlayExceptions } from './grammar-exceptions-overlay'
import { policyExceptions } from './grammar-exceptions-policies'
import { routingExceptions } from './grammar-exceptions-routing'

const system = ['System view']
const dfs = ['DFS group view']
const vlanif = ['VLANIF interface view']
const switched = ['Layer 2 100GE interface view', 'Layer 2 Eth-Trunk interface view']
const ports = ['100GE interface view', 'Eth-Trunk interface view']
const layer3 = [...ports, 'VLANIF interface view', 'Loopback interface view', 'Management interface view']
const inScripts = true

export const exceptions: readonly GrammarException[] = [
  { derivation: 'system.sysname', views: system, forms: ['sysname <host-name>'], inScripts },
  { derivation: 'system.as-notation', views: system, forms: ['as-notation plain'], inScripts: false },
  { derivation: 'system.router-id', views: system, forms: ['router id <ipv4-address>'], inScripts },
  {
    derivation: 'system.bfd',
    views: system,
    forms: ['bfd'],
    source: 'CloudEngine V300R023C00 command reference, "bfd (System view)"',
    inScripts,
  },
  { derivation: 'system.evpn-overlay', views: system, forms: ['evpn-overlay enable'], inScripts },

  { derivation: 'dfs.priority', views: dfs, forms: ['priority <priority>'], inScripts },
  {
    derivation: 'dfs.dual-active-detection',
    views: dfs,
    forms: [
      'dual-active detection source ipv6 <ipv6-address> vpn-instance <name> [ peer <ipv6-address> [ udp-port <portnum> ] ] [ timeout <seconds> ]',
    ],
    source:
      'CloudEngine V300R023C00 command reference, "dual-active detection source ipv6"; collected without the part',
    inScripts: false,
  },
  {
    derivation: 'dfs.dual-active-detection',
    views: dfs,
    forms: [
      'source ip <ipv4-address> [ vpn-instance <name> ] [ peer <ipv4-address> [ udp-port <portnum> ] ]',
      'source ipv6 <ipv6-address> [ vpn-instance <name> ] [ peer <ipv6-address> [ udp-port <portnum> ] ]',
    ],
    source: 'CloudEngine V200R005 material: operator notes on M-LAG; the command is not in V300R023C00',
    inScripts: false,
  },
  {
    derivation: 'dfs.authentication',
    views: dfs,
    forms: ['authentication-mode hmac-sha256 password <password>'],
    inScripts,
  },
  {
    derivation: 'dfs.consistency-check',
    views: dfs,
    forms: ['consistency-check enable mode { strict | loose }'],
    inScripts: false,
  },

  {
    derivation: 'vlan.batch',
    views: system,
    forms: ['vlan batch { <vlan-id1> [ to <vlan-id2> ] } &<1-10>'],
    inScripts,
  },
  { derivation: 'stp.bridge-address', views: system, forms: ['stp bridge-address <mac-address>'], inScripts },
  { derivation: 'stp.root', views: system, forms: ['stp root primary'], inScripts },

  { derivation: 'vpn.family', views: ['VPN instance view'], forms: ['ipv6-family [ unicast ]'], inScripts },

  {
    derivation: 'vpn.route-distinguisher',
    views: ['VPN instance IPv4 address family view', 'VPN instance IPv6 address family view'],
    forms: ['route-distinguisher <vrfRD>'],
    inScripts,
  },

  { derivation: 'interface.layer', views: ports, forms: ['undo portswitch'], inScripts },
  { derivation: 'interface.layer', views: switched, forms: ['portswitch'], inScripts },
  {
    derivation: 'interface.description',
    views: [...layer3, ...switched],
    forms: ['description <description>'],
    source:
      'CloudEngine V300R023C00 command reference, "description (interface view)"; it names only some of the views',
    inScripts,
  },
  { derivation: 'interface.shutdown', views: layer3, forms: ['shutdown'], inScripts: false },
  { derivation: 'interface.trunk-member', views: ['100GE interface view'], forms: ['eth-trunk <trunk-id>'], inScripts },
  {
    derivation: 'interface.ipv6',
    views: layer3,
    forms: [
      'ipv6 enable',
      'ipv6 address { <ipv6-address> <prefix-length> | <ipv6-address> }',
      'ipv6 address <ipv6-address> link-local',
    ],
    inScripts,
  },
  {
    derivation: 'interface.unnumbered',
    views: layer3,
    forms: ['ip address unnumbered interface <interface-name>'],
    inScripts: false,
  },
  {
    derivation: 'interface.mac-address',
    views: [...vlanif, ...ports],
    forms: ['mac-address <mac-address>'],
    source: 'CloudEngine V300R023C00 command reference, "mac-address (interface view)"',
    inScripts,
  },
  {
    derivation: 'interface.mlag-address',
    views: vlanif,
    forms: ['m-lag ip address <ipv4-address> <mask>'],
    inScripts: false,
  },
  {
    derivation: 'interface.arp-proxy',
    views: [...vlanif, ...ports],
    forms: ['arp proxy enable'],
    source: 'CloudEngine V300R023C00 command reference, "arp proxy enable"',
    inScripts: false,
  },
  { derivation: 'interface.access-vlan', views: switched, forms: ['port default vlan <vlan-id>'], inScripts },
  {
    derivation: 'interface.trunk',
    views: switched,
    forms: [
      'port link-type trunk',
      'undo port trunk allow-pass vlan 1',
      'port trunk allow-pass vlan { <vlan-id1> [ to <vlan-id2> ] } &<1-40>',
      'port trunk pvid vlan <vlan-id>',
    ],
    inScripts,
  },
  { derivation: 'interface.peer-link-stp', views: switched, forms: ['stp disable'], inScripts },

  ...overlayExceptions,
  ...routingExceptions,
  ...policyExceptions,
]
