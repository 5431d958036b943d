import type { GrammarException } from './grammar-exception'

const system = ['System view']
const vbdif = ['VBDIF interface view']
const nve = ['NVE interface view']
const layer2 = ['100GE Layer 2 sub-interface view', 'Eth-Trunk Layer 2 sub-interface view']
const layer3 = ['100ge sub-interface view', 'Eth-Trunk sub-interface view']
const switched = ['Layer 2 100GE interface view', 'Layer 2 Eth-Trunk interface view']
const inScripts = true

export const overlayExceptions: readonly GrammarException[] = [
  {
    derivation: 'interface.view',
    views: system,
    forms: ['interface <interface-name> mode l2'],
    source: 'CloudEngine V300R023C00 configuration guide, "Interface Classification"; scripts of the VXLAN chapters',
    inScripts,
  },
  {
    derivation: 'vlan.view',
    views: system,
    forms: ['vlan <vlan-id>'],
    source: 'CloudEngine V300R023C00 command reference, "vlan"',
    inScripts,
  },
  {
    derivation: 'bridge-domain.evpn',
    views: ['Bridge domain view'],
    forms: ['evpn'],
    source: 'CloudEngine V300R023C00 configuration guide, scripts of the VXLAN chapters; the page names another view',
    inScripts,
  },
  {
    derivation: 'bridge-domain.distinguisher',
    views: ['EVPN instance view'],
    forms: ['route-distinguisher <route-distinguisher>'],
    inScripts,
  },
  {
    derivation: 'interface.encapsulation',
    views: layer2,
    forms: ['encapsulation default', 'encapsulation untag'],
    source: 'CloudEngine V300R023C00 command reference, "encapsulation default" and "encapsulation untag"',
    inScripts: false,
  },
  {
    derivation: 'interface.encapsulation',
    views: layer3,
    forms: ['encapsulation dot1q-termination'],
    source: 'CloudEngine V300R023C00 configuration guide, "Configuring a Layer 3 Ethernet Sub-interface"',
    inScripts,
  },
  {
    derivation: 'interface.description',
    views: [...layer2, ...layer3, ...vbdif, ...nve],
    forms: ['description <description>'],
    source:
      'CloudEngine V300R023C00 command reference, "description (interface view)"; it names only some of the views',
    inScripts,
  },
  {
    derivation: 'interface.shutdown',
    views: [...layer2, ...layer3, ...vbdif],
    forms: ['shutdown'],
    source: 'CloudEngine V300R023C00 configuration guide, "Enabling or Disabling an Interface"',
    inScripts: false,
  },
  {
    derivation: 'interface.hybrid',
    views: switched,
    forms: ['port link-type hybrid', 'port hybrid { tagged | untagged } vlan { <vlan-id1> [ to <vlan-id2> ] } &<1-10>'],
    inScripts,
  },
  {
    derivation: 'interface.dot1q-tunnel',
    views: switched,
    forms: ['port link-type dot1q-tunnel', 'port default vlan <vlan-id>'],
    inScripts,
  },
  {
    derivation: 'interface.ipv6',
    views: [...layer3, ...vbdif],
    forms: [
      'ipv6 enable',
      'ipv6 address { <ipv6-address> <prefix-length> | <ipv6-address> }',
      'ipv6 address <ipv6-address> link-local',
    ],
    inScripts,
  },
  {
    derivation: 'interface.mac-address',
    views: vbdif,
    forms: ['mac-address <mac-address>'],
    source: 'CloudEngine V300R023C00 command reference, "mac-address (interface view)"',
    inScripts,
  },
  {
    derivation: 'interface.host-routes',
    views: vbdif,
    forms: [
      'arp broadcast-detect enable',
      'arp collect host enable',
      'arp direct-route enable',
      'ipv6 nd collect host enable',
    ],
    inScripts,
  },
  { derivation: 'nve.source', views: nve, forms: ['source { <ip-address> | <ipv6-address> }'], inScripts },
  {
    derivation: 'nve.head-end',
    views: nve,
    forms: ['vni <vni-id> head-end peer-list protocol bgp'],
    source: 'CloudEngine V300R023C00 command reference, "vni head-end peer-list protocol bgp"',
    inScripts,
  },
  {
    derivation: 'bgp.family.advertise-evpn',
    views: ['BGP-VPN instance IPv4 address family view', 'BGP-VPN instance IPv6 address family view'],
    forms: ['advertise l2vpn evpn'],
    inScripts,
  },
]
