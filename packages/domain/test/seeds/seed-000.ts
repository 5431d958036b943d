import type { Design } from '../../src/model'
import { seedDesign } from './seed-design'

/**
 * `peer connect-interface` in the BGP view and the VPN views. `gate` has one session for each form:
 * the default, an interface (LoopBack, physical, Vlanif, unnumbered), an address, an interface with one
 * of its several addresses, IPv4 and IPv6.
 */
export function seed000Design(): Design {
  return seedDesign(`
    gate CE6866-48S8CQ-P as 65030 lo0 10.30.0.1/32 2001:db8:30::1/128 lo1 10.30.1.1/32
    mate CE6866-48S8CQ-P as 65030 lo0 10.30.0.2/32 2001:db8:30::2/128 lo1 10.30.1.2/32
    peak CE8851-32CQ4BQ role spine as 65031 lo0 10.30.0.3/32 lo1 10.30.1.3/32
    link gate 100GE1/0/1 10.30.9.0/31 2001:db8:30:9::a/64 -- mate 100GE1/0/1 10.30.9.1/31 2001:db8:30:9::b/64
    link gate 100GE1/0/2 10.30.9.9/29 10.30.9.17/29 -- peak 100GE1/0/1 10.30.9.10/29 10.30.9.18/29
    link gate 100GE1/0/3 10.30.9.4/31 -- peak 100GE1/0/2 10.30.9.5/31
    link gate 100GE1/0/4 none -- mate 100GE1/0/4 none
    set interface:gate.100GE1-0-4 {"ipv4":null,"unnumberedFrom":"interface:gate.LoopBack1"}
    set interface:mate.100GE1-0-4 {"ipv4":null,"unnumberedFrom":"interface:mate.LoopBack1"}
    link gate 100GE1/0/5 -- mate 100GE1/0/5 switched
    vlanif-link gate mate vlan 130 over gate:100GE1/0/5 10.30.8.0/30
    set interface:gate.Vlanif130 {"ipv4":["10.30.8.1/30"]}
    set interface:mate.Vlanif130 {"ipv4":["10.30.8.2/30"]}
    underlay ospf gate mate
    static gate 2001:db8:30::2/128 via 2001:db8:30:9::b
    static mate 2001:db8:30::1/128 via 2001:db8:30:9::a
    static gate 10.30.0.3/32 via 10.30.9.5
    static peak 10.30.0.1/32 via 10.30.9.4
    static gate 10.30.1.3/32 via 10.30.9.5
    static peak 10.30.1.1/32 via 10.30.9.4

    # Form 1, a LoopBack: IBGP, and EBGP with the hops it needs.
    peering gate lo0 -- mate lo0 id loopback-ibgp
    peering gate lo0 -- peak lo0 id loopback-ebgp
    peering gate lo0 -- mate lo0 id loopback-ipv6 families ipv6-unicast left.address 2001:db8:30::1 right.address 2001:db8:30::2
    # Form 1, a Vlanif and a physical port.
    peering gate Vlanif130 -- mate Vlanif130 id vlanif left.connectInterface interface right.connectInterface interface
    peering gate 100GE1/0/3 -- peak 100GE1/0/2 id physical left.connectInterface interface right.connectInterface interface
    # Form 1, a port that borrows its address.
    peering gate 100GE1/0/4 -- mate 100GE1/0/4 id unnumbered left.connectInterface interface right.connectInterface interface
    # Form 2, an address.
    peering gate lo1 -- peak lo1 id address left.connectInterface address right.connectInterface address
    # Form 4: a port with several addresses needs interface and address.
    peering gate 100GE1/0/2 -- peak 100GE1/0/1 id secondary left.address 10.30.9.17 right.address 10.30.9.18
    # The default: the outgoing interface decides.
    peering gate 100GE1/0/1 -- mate 100GE1/0/1 id default

    # The same forms in the views of a VPN instance.
    vrf green rt 65030:1 ipv6
    link gate 100GE1/0/6 10.30.7.0/31 2001:db8:30:7::a/64 -- peak 100GE1/0/6 10.30.7.1/31 2001:db8:30:7::b/64 vrf green
    interface gate LoopBack2 10.30.2.1/32 vrf green
    interface peak LoopBack2 10.30.2.3/32 vrf green
    static gate 10.30.2.3/32 via 10.30.7.1 vrf green
    static peak 10.30.2.1/32 via 10.30.7.0 vrf green
    peering gate lo2 -- peak lo2 id vpn-loopback vrf green
    peering gate 100GE1/0/6 -- peak 100GE1/0/6 id vpn-address vrf green left.connectInterface address right.connectInterface interface-and-address
    peering gate 100GE1/0/6 -- peak 100GE1/0/6 id vpn-ipv6 vrf green families ipv6-unicast left.connectInterface interface right.connectInterface interface
  `)
}
