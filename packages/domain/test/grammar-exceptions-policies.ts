import type { GrammarException } from './grammar-exception'

const policy = ['Route-policy view']
const reference = 'CloudEngine V300R023C00 command reference'

/** Exceptions of route policies and filters. */
export const policyExceptions: readonly GrammarException[] = [
  {
    derivation: 'bgp.family.route-policy',
    views: ['BGP-VPNv4 address family view', 'BGP-VPNv6 address family view'],
    forms: ['peer { <ipv4-address> | <ipv6-address> } route-policy <route-policy-name> { import | export }'],
    source: 'NetEngine 40E V800R012C10 command reference, "peer route-policy (BGP-VPNv4 address family view)"',
    inScripts: true,
  },
  {
    derivation: 'bgp.family.prefix-list',
    views: ['BGP-IPv4 unicast address family view', 'BGP-VPN instance IPv4 address family view'],
    forms: ['peer { <ipv4-address> | <ipv6-address> } ip-prefix <ip-prefix-name> import'],
    source: `${reference}, "peer ip-prefix import"`,
    inScripts: true,
  },
  {
    derivation: 'bgp.family.as-path-filter',
    views: [
      'BGP-IPv4 unicast address family view',
      'BGP-IPv6 unicast address family view',
      'BGP-VPN instance IPv4 address family view',
      'BGP-VPN instance IPv6 address family view',
    ],
    forms: ['peer { <ipv4-address> | <ipv6-address> } as-path-filter { <number> | <name> } export'],
    source: `${reference}, "peer as-path-filter export"`,
    inScripts: false,
  },
  {
    derivation: 'policy.match-as-path',
    views: policy,
    forms: ['if-match as-path-filter { <number> | <name> }'],
    inScripts: false,
  },
  {
    derivation: 'policy.apply',
    views: policy,
    forms: ['apply cost <cost>'],
    source: `${reference}, "apply cost"`,
    inScripts: true,
  },
  {
    derivation: 'policy.apply',
    views: policy,
    forms: ['apply preferred-value <preferred-value>'],
    source: `${reference}, "apply preferred-value"`,
    inScripts: false,
  },
]
