import { ebgp, ibgp } from './healthy'
import type { RuleCase } from './rule-case'

const overIbgp = (line: string) => `${ibgp}\n${line}`
const overEbgp = (line: string) => `${ebgp}\n${line}`
const reflected = 'overlay ibgp rr members leaf1,leaf2 reflectors leaf1'

/** Leaves on a line of cables, each an IBGP speaker of the overlay. */
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `m${at} CE6866-48S8CQ-P as 65000 lo0 10.9.0.${at}/32`).join('\n')

const ospfTwice = (line: string) => `
  leaf1 CE6866-48S8CQ-P lo0 10.0.0.1/32
  leaf2 CE6866-48S8CQ-P lo0 10.0.0.2/32
  link leaf1 100GE1/0/1 10.1.0.0/31 -- leaf2 100GE1/0/1 10.1.0.1/31
  underlay ospf all process 1
  underlay ospf all process 2
  ${line}`

export const overlayCases: readonly RuleCase[] = [
  {
    rule: 'overlay/centre-not-member',
    fails: overIbgp(
      'overlay ibgp rr members leaf2 reflectors leaf1\noverlay ibgp all members leaf1,leaf2 reflectors leaf1',
    ),
    at: ['error overlay:rr device:leaf1'],
    also: ['overlay/joins-nobody'],
    passes: overIbgp(reflected),
  },
  {
    rule: 'overlay/source-missing',
    fails: overIbgp(
      'overlay ibgp rr members leaf1,leaf2 reflectors leaf1\npool loopback-ipv4 10.0.0.0/24\nremove interface:leaf2.LoopBack0',
    ),
    at: ['error overlay:rr device:leaf2'],
    passes: overIbgp(reflected),
  },
  {
    rule: 'overlay/joins-nobody',
    fails: overIbgp(
      'overlay ibgp alone members leaf1 reflectors leaf1\noverlay ibgp none members leaf1,leaf2\nset overlay:none {"reflectorIds": []}',
    ),
    at: ['warning overlay:alone device:leaf1', 'warning overlay:none device:leaf1'],
    passes: overIbgp(reflected),
  },
  {
    rule: 'overlay/mesh-too-large',
    fails: `${many(65)}\noverlay ibgp mesh roles leaf\nset overlay:mesh {"reflectorIds": null}`,
    at: ['error overlay:mesh'],
    passes: overIbgp('overlay ibgp mesh roles leaf\nset overlay:mesh {"reflectorIds": null}'),
  },
  {
    rule: 'overlay/ibgp-across-as',
    fails: overEbgp('overlay ibgp mesh roles leaf\nset overlay:mesh {"reflectorIds": null}'),
    at: ['error overlay:mesh device:leaf1 device:leaf2'],
    passes: overIbgp(reflected),
  },
  {
    rule: 'overlay/ebgp-inside-as',
    fails: overIbgp('overlay ebgp hubs members leaf1,leaf2 hubs leaf1'),
    at: ['error overlay:hubs device:leaf1 device:leaf2'],
    passes: overEbgp('overlay ebgp hubs members leaf1,leaf2 hubs leaf1'),
  },
  {
    rule: 'overlay/contradiction',
    fails: overIbgp(`${reflected}\noverlay ibgp other members leaf1,leaf2 reflectors leaf2 families evpn`),
    at: ['error overlay:other overlay:rr'],
    passes: overIbgp(`${reflected}\noverlay ibgp same members leaf1,leaf2 reflectors leaf1`),
  },
  {
    rule: 'underlay/contradiction',
    fails: ospfTwice(''),
    at: ['error underlay:ospf underlay:ospf-2 link:leaf1.100GE1-0-1--leaf2.100GE1-0-1'],
    passes: ospfTwice('vrf red rt 1:1\nset underlay:ospf-2 {"vrfId":"vrf:red"}'),
  },
]
