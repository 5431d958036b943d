import type { Design } from '../../src/model'
import { seedDesign } from './seed-design'

/**
 * `peer rely-state interface` in every view that has it: BGP view with IPv4 and IPv6 peers, IPv4 and
 * IPv6 families of a VPN instance, and the VPN instance view that both families share.
 */
export function seed002Design(): Design {
  return seedDesign(`
    shelf CE6866-48S8CQ-P as 65050 lo0 10.32.0.1/32
    interface shelf Vlanif150 10.32.50.1/24 2001:db8:32:50::1/64
    vrf shop rt 65050:1 ipv6
    interface shelf Vlanif160 10.32.60.1/24 2001:db8:32:60::1/64 vrf shop
    port shelf 25GE1/0/1 access 150
    port shelf 25GE1/0/2 access 150
    port shelf 100GE1/0/1 access 160
    port shelf 100GE1/0/2 access 160
    port shelf 100GE1/0/3 access 160
    host plain-four 10.32.50.20 as 65150
    host plain-six 2001:db8:32:50::20 as 65151
    host shop-four 10.32.60.20 as 65160
    host shop-six 2001:db8:32:60::20 as 65161
    host shop-both 10.32.60.30 as 65162
    link shelf 25GE1/0/1 -- plain-four eth0
    link shelf 25GE1/0/2 -- plain-six eth0
    link shelf 100GE1/0/1 -- shop-four eth0
    link shelf 100GE1/0/2 -- shop-six eth0
    link shelf 100GE1/0/3 -- shop-both eth0
    peering shelf -- plain-four rely shelf 25GE1/0/1
    peering shelf -- plain-six families ipv6-unicast rely shelf 25GE1/0/2
    peering shelf -- shop-four vrf shop rely shelf 100GE1/0/1
    peering shelf -- shop-six vrf shop families ipv6-unicast rely shelf 100GE1/0/2
    peering shelf -- shop-both vrf shop families ipv4-unicast,ipv6-unicast rely shelf 100GE1/0/3
  `)
}
