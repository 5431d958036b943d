import { ibgp } from './healthy'
import type { RuleCase } from './rule-case'

/** A sound fabric with pools; `set` says the rest of a pool. */
const pools = (lines: string) => `${ibgp}\n${lines}`

export const poolCases: readonly RuleCase[] = [
  {
    rule: 'pool/exhausted',
    fails: `
      leaf1 CE6866-48S8CQ-P
      leaf2 CE6866-48S8CQ-P
      pool loopback-ipv4 10.0.0.0/32
      pool link-ipv4 10.1.0.0/24
      interface leaf1 LoopBack0
      interface leaf2 LoopBack0
      link leaf1 100GE1/0/1 -- leaf2 100GE1/0/1
      underlay ospf all`,
    at: ['error interface:leaf2.LoopBack0 pool:loopback-ipv4 ipv4'],
    also: ['pool/nearly-exhausted'],
    passes: `
      leaf1 CE6866-48S8CQ-P
      leaf2 CE6866-48S8CQ-P
      pool loopback-ipv4 10.0.0.0/24
      pool link-ipv4 10.1.0.0/24
      interface leaf1 LoopBack0
      interface leaf2 LoopBack0
      link leaf1 100GE1/0/1 -- leaf2 100GE1/0/1
      underlay ospf all`,
  },
  {
    rule: 'pool/nearly-exhausted',
    fails: pools(`
      pool loopback-ipv4 10.0.0.0/30
      pool link-ipv4 10.1.0.0/31
      pool as 64512 64516
      host h1 192.0.2.1 as 64512
      host h2 192.0.2.2 as 64513
      host h3 192.0.2.3 as 64514
      host h4 192.0.2.4 as 64515`),
    at: ['warning pool:link-ipv4', 'warning pool:loopback-ipv4', 'info pool:as'],
    passes: pools(`
      pool loopback-ipv4 10.0.0.0/29
      pool link-ipv4 10.1.0.0/30
      pool as 64512 64517
      host h1 192.0.2.1 as 64512
      host h2 192.0.2.2 as 64513
      host h3 192.0.2.3 as 64514
      host h4 192.0.2.4 as 64515`),
  },
  {
    rule: 'pool/overlap',
    fails: pools(`
      pool loopback-ipv4 10.0.0.0/15
      pool link-ipv4 10.1.0.0/16
      pool vlan 10 20
      pool vlan 20 30
      pool as 64600 64700`),
    at: ['warning pool:loopback-ipv4 pool:link-ipv4', 'warning pool:vlan pool:vlan-2'],
    passes: pools(`
      pool loopback-ipv4 10.0.0.0/16
      pool link-ipv4 10.1.0.0/16
      pool vlan 10 20
      pool vlan 21 30
      pool as 64600 64700
      pool tcp-port 10000 10030`),
  },
  {
    rule: 'pool/nothing-to-give',
    fails: pools(`
      pool link-ipv4 10.7.0.0/32
      pool vlan 30 20
      pool as 64600 64601
      set pool:as {"reserved": [{"first": 64600, "last": 64601}]}`),
    at: ['warning pool:as', 'warning pool:link-ipv4', 'warning pool:vlan'],
    passes: pools(`
      pool link-ipv4 10.7.0.0/31
      pool vlan 20 30
      pool as 64600 64601
      set pool:as {"reserved": [{"first": 64600, "last": 64600}]}`),
  },
  {
    rule: 'pool/reserved-numbers',
    fails: pools(`
      pool link-ipv4 0.0.0.0/7
      pool as 64512 65535
      pool vlan 1 10
      pool tcp-port 1000 2000`),
    at: ['info pool:as', 'info pool:link-ipv4', 'info pool:tcp-port', 'info pool:vlan'],
    passes: pools(`
      pool link-ipv4 1.0.0.0/8
      pool as 64512 65534
      pool vlan 2 10
      pool tcp-port 1024 2000`),
  },
  {
    rule: 'pool/public-as-numbers',
    fails: pools('pool as 64000 64600\npool as 65535 4200000000'),
    at: ['info pool:as', 'info pool:as-2'],
    passes: pools('pool as 64512 64600\npool as 4200000000 4200000010'),
  },
]
