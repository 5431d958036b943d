import { direct, inEbgp } from './bgp-fabrics'
import type { RuleCase } from './rule-case'

/** A session between two leaves whose first end has an export policy. */
const through = (lines: string) =>
  inEbgp(`${direct}
  ${lines}
  filter leaf1-leaf2 left export route-policy P`)

export const policyCases: readonly RuleCase[] = [
  {
    rule: 'policy/policy-undefined',
    fails: through('route-policy P'),
    at: ['warning route-policy:P device:leaf1'],
    passes: through('route-policy P permit 10'),
  },
  {
    rule: 'policy/filter-undefined',
    fails: through('prefix-list LO\n route-policy P permit 10 prefixes LO'),
    at: ['warning prefix-list:LO device:leaf1'],
    passes: through('prefix-list LO permit 10.0.0.0/8 le 32\n route-policy P permit 10 prefixes LO'),
  },
  {
    rule: 'policy/node-unreachable',
    fails: through('route-policy P permit 10 cost 5\n route-policy P deny 20'),
    at: ['warning route-policy:P device:leaf1'],
    passes: through('route-policy P permit 10 other "if-match tag 5"\n route-policy P deny 20'),
  },
  {
    rule: 'policy/nothing-passes',
    fails: through('prefix-list LO deny 10.0.0.0/8\n route-policy P permit 10 prefixes LO'),
    at: ['warning route-policy:P device:leaf1'],
    passes: through(
      'prefix-list LO deny 10.0.0.0/8\n prefix-list LO permit 0.0.0.0/0 le 32\n route-policy P permit 10 prefixes LO',
    ),
  },
  {
    rule: 'policy/unused',
    fails: `${through('route-policy P permit 10')}\n as-path-filter A permit ^$`,
    at: ['info as-path-filter:A'],
    passes: through('as-path-filter A permit ^$\n route-policy P permit 10 as-path A'),
  },
  {
    rule: 'policy/name-duplicate',
    fails: `${through('route-policy P permit 10\n route-policy Q permit 10')}
      set route-policy:Q {"name":"P"}
      filter leaf1-leaf2 left import route-policy Q`,
    at: ['error device:leaf1 route-policy:P route-policy:Q'],
    passes: `${through('route-policy P permit 10\n route-policy Q permit 10')}
      filter leaf1-leaf2 left import route-policy Q`,
  },
  {
    rule: 'policy/entry-range',
    fails: through('prefix-list LO permit 10.0.0.0/24 ge 30 le 28\n route-policy P permit 10 prefixes LO'),
    at: ['error prefix-list:LO'],
    passes: through('prefix-list LO permit 10.0.0.0/24 ge 28 le 30\n route-policy P permit 10 prefixes LO'),
  },
  {
    rule: 'policy/list-version',
    fails: inEbgp(`${direct}
      prefix-list SIX permit 2001:db8::/32
      filter leaf1-leaf2 left import prefix-list SIX`),
    at: ['error peering:leaf1-leaf2 device:leaf1 prefix-list:SIX'],
    passes: inEbgp(`${direct}
      prefix-list FOUR permit 10.0.0.0/8 le 32
      filter leaf1-leaf2 left import prefix-list FOUR`),
  },
]
