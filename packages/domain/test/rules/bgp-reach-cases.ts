import { direct, inEbgp, inIbgp, loopbacks, star } from './bgp-fabrics'
import { joined } from './healthy'
import type { RuleCase } from './rule-case'

export const bgpReachCases: readonly RuleCase[] = [
  {
    rule: 'bgp/loopback-unreachable',
    fails: `${joined}\n${loopbacks}`,
    at: ['error peering:leaf1-leaf2 device:leaf1', 'error peering:leaf1-leaf2 device:leaf2'],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/peer-unreachable',
    fails: `${joined}
      leaf3 CE6866-48S8CQ-P as 65003 lo0 10.0.0.3/32
      link leaf3 100GE1/0/1 10.1.0.2/31 -- leaf2 100GE1/0/2 10.1.0.3/31
      peering leaf1 100GE1/0/1 -- leaf3 100GE1/0/1`,
    at: ['error peering:leaf1-leaf3 device:leaf1', 'error peering:leaf1-leaf3 device:leaf3'],
    passes: inEbgp(direct),
  },
  {
    rule: 'bgp/only-default-route',
    fails: `${joined}
      static leaf1 0.0.0.0/0 via 10.1.0.1
      static leaf2 10.0.0.1/32 via 10.1.0.0
      ${loopbacks}`,
    at: ['info peering:leaf1-leaf2 device:leaf1'],
    passes: `${joined}
      static leaf1 10.0.0.2/32 via 10.1.0.1
      static leaf2 10.0.0.1/32 via 10.1.0.0
      ${loopbacks}`,
  },
  {
    rule: 'bgp/ebgp-hops-missing',
    fails: inEbgp(`${loopbacks} left.ebgpMaxHop none right.ebgpMaxHop 1`),
    at: ['error peering:leaf1-leaf2 device:leaf1', 'error peering:leaf1-leaf2 device:leaf2'],
    passes: inEbgp(loopbacks),
  },
  {
    rule: 'bgp/ebgp-hops-one-sided',
    fails: inEbgp(`${direct} left.ebgpMaxHop 2`),
    at: ['error peering:leaf1-leaf2 device:leaf2'],
    passes: inEbgp(`${direct} hops 2`),
  },
  {
    rule: 'bgp/ebgp-hops-on-ibgp',
    fails: inIbgp(`${loopbacks} left.ebgpMaxHop 2`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inIbgp(loopbacks),
  },
  {
    rule: 'bgp/hops-range',
    fails: inEbgp(`${loopbacks} left.ebgpMaxHop 256 right.validTtlHops 0`),
    at: ['error peering:leaf1-leaf2 device:leaf1 ebgpMaxHop', 'error peering:leaf1-leaf2 device:leaf2 validTtlHops'],
    also: ['bgp/gtsm-differs'],
    passes: inEbgp(`${loopbacks} hops 255`),
  },
  {
    rule: 'bgp/ebgp-hops-unlimited',
    fails: inEbgp(`${loopbacks} hops 255`),
    at: ['info peering:leaf1-leaf2 device:leaf1', 'info peering:leaf1-leaf2 device:leaf2'],
    passes: inEbgp(`${loopbacks} hops 2`),
  },
  {
    rule: 'bgp/gtsm-and-max-hop',
    fails: inEbgp(`${loopbacks} gtsm 1 left.ebgpMaxHop 2`),
    at: ['error peering:leaf1-leaf2 device:leaf1'],
    passes: inEbgp(`${loopbacks} gtsm 1`),
  },
  {
    rule: 'bgp/gtsm-differs',
    fails: inEbgp(`${loopbacks} left.validTtlHops 1 right.validTtlHops 2`),
    at: ['error peering:leaf1-leaf2'],
    passes: inEbgp(`${loopbacks} gtsm 2`),
  },
  {
    rule: 'bgp/gtsm-too-small',
    fails: `${star}\npeering leaf1 lo0 -- leaf2 lo0 gtsm 1`,
    at: ['error peering:leaf1-leaf2 device:leaf1', 'error peering:leaf1-leaf2 device:leaf2'],
    passes: `${star}\npeering leaf1 lo0 -- leaf2 lo0 gtsm 2`,
  },
  {
    rule: 'bgp/gtsm-unlimited',
    fails: inEbgp(`${loopbacks} gtsm 255`),
    at: ['warning peering:leaf1-leaf2 device:leaf1', 'warning peering:leaf1-leaf2 device:leaf2'],
    passes: inEbgp(`${loopbacks} gtsm 1`),
  },
  {
    rule: 'bgp/timer',
    fails: inEbgp(`${direct} keepaliveSeconds 30 holdSeconds 60`),
    at: ['error peering:leaf1-leaf2'],
    passes: inEbgp(`${direct} keepaliveSeconds 30 holdSeconds 90`),
  },
  {
    rule: 'bgp/timer-off',
    fails: inEbgp(`${direct} keepaliveSeconds 0 holdSeconds 0`),
    at: ['warning peering:leaf1-leaf2'],
    passes: inEbgp(`${direct} keepaliveSeconds 0 holdSeconds 0 bfd true`),
  },
  {
    rule: 'bgp/timer-short',
    fails: inEbgp(`${direct} keepaliveSeconds 5 holdSeconds 15`),
    at: ['warning peering:leaf1-leaf2 device:leaf1', 'warning peering:leaf1-leaf2 device:leaf2'],
    passes: inEbgp(`${direct} keepaliveSeconds 6 holdSeconds 20`),
  },
  {
    rule: 'bgp/not-settled',
    fails: takingTurns('10.0.0.2/32'),
    at: ['info peering:a-b peering:a-c device:a device:b device:c'],
    also: ['address/duplicate', 'bgp/loopback-unreachable'],
    passes: takingTurns('10.0.0.8/32'),
  },
]

/**
 * c learns the way back to a through the session a–b; the session a–c that this brings up gives a the
 * second LoopBack of c, which, where it is the address of b, takes the session a–b down.
 */
function takingTurns(anycast: string): string {
  return `
    a CE6866-48S8CQ-P as 65001 router-id 10.0.0.1 lo0 10.0.0.1/32 announce 10.0.0.1/32
    b CE6866-48S8CQ-P as 65002 router-id 10.0.0.2 lo0 10.0.0.2/32
    c CE6866-48S8CQ-P as 65003 router-id 10.0.0.9 lo0 10.0.0.9/32 lo1 ${anycast} announce ${anycast}
    link a 100GE1/0/1 10.1.0.0/31 -- b 100GE1/0/1 10.1.0.1/31
    link a 100GE1/0/2 10.1.0.2/31 -- c 100GE1/0/1 10.1.0.3/31
    link b 100GE1/0/2 10.1.0.4/31 -- c 100GE1/0/2 10.1.0.5/31
    static a 10.0.0.0/30 via 10.1.0.1
    static b 10.0.0.1/32 via 10.1.0.0
    static a 10.0.0.9/32 via 10.1.0.3
    peering a lo0 -- b lo0 hops 2
    peering b 100GE1/0/2 -- c 100GE1/0/2
    peering a lo0 -- c lo0 hops 2`
}
