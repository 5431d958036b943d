import type { GrammarException } from './grammar-exception'

const system = ['System view']
const ospf = ['OSPF view']
const area = ['OSPF area view']
const ospfv3 = ['OSPFv3 view']
const isis = ['IS-IS view']
const subInterfaces = ['100ge sub-interface view', 'Eth-Trunk sub-interface view']
const virtual = ['VLANIF interface view', 'VBDIF interface view']
const links = ['100GE interface view', 'Eth-Trunk interface view', ...virtual, ...subInterfaces]
const layer3 = [...links, 'Loopback interface view', 'Management interface view']
const inScripts = true

/** Exceptions of OSPF, OSPFv3 and IS-IS: most of their pages are not among the collected ones. */
export const igpExceptions: readonly GrammarException[] = [
  {
    derivation: 'ospf.process',
    views: system,
    forms: ['ospf <process-id> [ router-id <ipv4-address> ] [ vpn-instance <vpn-instance-name> ]'],
    inScripts,
  },
  { derivation: 'ospf.area', views: ospf, forms: ['area <area-id>'], inScripts },
  { derivation: 'ospf.area-type', views: area, forms: ['stub [ no-summary ]'], inScripts },
  { derivation: 'ospf.silent-interface', views: ospf, forms: ['silent-interface <interface-name>'], inScripts: false },
  { derivation: 'ospf.suppress-reachability', views: ospf, forms: ['suppress-reachability'], inScripts },
  {
    derivation: 'interface.ospf-cost',
    views: layer3,
    forms: ['ospf cost <cost-value>'],
    inScripts,
  },
  {
    derivation: 'interface.ospf-enable',
    views: layer3,
    forms: ['ospf enable <process-id> area <area-id>'],
    inScripts,
  },

  {
    derivation: 'ospfv3.process',
    views: system,
    forms: ['ospfv3 <process-id> [ vpn-instance <vpn-instance-name> ]'],
    inScripts,
  },
  { derivation: 'ospfv3.router-id', views: ospfv3, forms: ['router-id <ipv4-address>'], inScripts },
  { derivation: 'ospfv3.area', views: ospfv3, forms: ['area <area-id>'], inScripts },
  { derivation: 'ospfv3.area-type', views: area, forms: ['stub [ no-summary ]'], inScripts },
  {
    derivation: 'ospfv3.silent-interface',
    views: ospfv3,
    forms: ['silent-interface <interface-name>'],
    inScripts: false,
  },
  {
    derivation: 'ospfv3.import-route',
    views: ospfv3,
    forms: [
      'import-route { direct | static | bgp | { ospfv3 | isis | ospf } <process-id> } [ cost <cost> ] [ type <type> ]',
    ],
    inScripts,
  },
  {
    derivation: 'interface.ospfv3',
    views: layer3,
    forms: ['ospfv3 <process-id> area <area-id> [ instance <instance-id> ]'],
    inScripts,
  },
  {
    derivation: 'interface.ospfv3-cost',
    views: layer3,
    forms: ['ospfv3 cost <cost> [ instance <instance-id> ]'],
    inScripts,
  },
  {
    derivation: 'interface.ospfv3-network-type',
    views: layer3,
    forms: ['ospfv3 network-type { p2p | p2mp | nbma } [ instance <instance-id> ]'],
    inScripts: false,
  },
  {
    derivation: 'interface.ospfv3-timer',
    views: layer3,
    forms: ['ospfv3 timer { hello | dead } <interval> [ instance <instance-id> ]'],
    inScripts: false,
  },

  {
    derivation: 'isis.process',
    views: system,
    forms: ['isis <process-id> [ vpn-instance <vpn-instance-name> ]'],
    inScripts,
  },
  { derivation: 'isis.level', views: isis, forms: ['is-level { level-1 | level-2 }'], inScripts },
  {
    derivation: 'isis.cost-style',
    views: isis,
    forms: ['cost-style { wide | wide-compatible | compatible | narrow-compatible }'],
    inScripts,
  },
  { derivation: 'isis.network-entity', views: isis, forms: ['network-entity <net>'], inScripts },
  { derivation: 'isis.ipv6', views: isis, forms: ['ipv6 enable topology { standard | ipv6 }'], inScripts },
  {
    derivation: 'isis.import-route',
    views: isis,
    forms: ['[ ipv6 ] import-route { direct | static | bgp | { ospf | ospfv3 | isis } <process-id> } [ cost <cost> ]'],
    inScripts,
  },
  { derivation: 'interface.isis', views: layer3, forms: ['isis enable <process-id>'], inScripts },
  { derivation: 'interface.isis-ipv6', views: layer3, forms: ['isis ipv6 enable <process-id>'], inScripts },
  { derivation: 'interface.isis-circuit-type', views: layer3, forms: ['isis circuit-type p2p'], inScripts },
  {
    derivation: 'interface.isis-circuit-level',
    views: layer3,
    forms: ['isis circuit-level { level-1 | level-2 }'],
    inScripts,
  },
  { derivation: 'interface.isis-cost', views: layer3, forms: ['isis [ ipv6 ] cost <cost>'], inScripts },
  {
    derivation: 'interface.isis-timer',
    views: layer3,
    forms: ['isis timer { hello <seconds> | holding-multiplier <number> }'],
    inScripts: false,
  },
  { derivation: 'interface.isis-silent', views: layer3, forms: ['isis silent'], inScripts: false },
]
