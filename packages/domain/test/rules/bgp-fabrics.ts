import { ebgp, ibgp } from './healthy'

/** The healthy fabrics of two leaves with lines of a case. */
export const inIbgp = (line: string) => `${ibgp}\n${line}`
export const inEbgp = (line: string) => `${ebgp}\n${line}`
/** EBGP over the cable itself. */
export const direct = 'peering leaf1 100GE1/0/1 -- leaf2 100GE1/0/1'
export const loopbacks = 'peering leaf1 lo0 -- leaf2 lo0'

/** EBGP to a host on a cable of its own. */
export const uplink = (as: string) => `
  host server1 203.0.113.1 ${as}
  link leaf1 100GE1/0/2 203.0.113.0/31 -- server1
  peering leaf1 100GE1/0/2 -- server1`

/** What brings IPv6 packets to the LoopBack of leaf2 and back: OSPF carries IPv4 only. */
export const ipv6Routes = `
  interface leaf2 LoopBack0 2001:db8::2/128
  interface leaf1 100GE1/0/1 2001:db8:9::a/64
  interface leaf2 100GE1/0/1 2001:db8:9::b/64
  static leaf1 2001:db8::2/128 via 2001:db8:9::b
  static leaf2 2001:db8::1/128 via 2001:db8:9::a`

/** A reflector with two clients. */
export const star = `
  leaf1 CE6866-48S8CQ-P as 65000 lo0 10.0.0.1/32
  leaf2 CE6866-48S8CQ-P as 65000 lo0 10.0.0.2/32
  rr1 CE6866-48S8CQ-P role route-reflector as 65000 lo0 10.0.0.9/32
  link leaf1 100GE1/0/1 10.1.0.0/31 -- rr1 100GE1/0/1 10.1.0.1/31
  link leaf2 100GE1/0/1 10.1.0.2/31 -- rr1 100GE1/0/2 10.1.0.3/31
  underlay ospf all`
const clients = 'peering leaf1 lo0 -- rr1 lo0 rr right\npeering leaf2 lo0 -- rr1 lo0 rr right'
export const reflected = `${star}\n${clients}`
