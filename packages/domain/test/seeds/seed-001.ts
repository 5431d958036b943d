import type { Design } from '../../src/model'
import { seedDesign } from './seed-design'

/**
 * `connect-interface` in the BMP session view in every form, for IPv4 and IPv6 stations, beside the
 * address of the BMP view, which serves the one IPv4 session without a source of its own.
 */
export function seed001Design(): Design {
  return seedDesign(`
    watched CE6866-48S8CQ-P as 65040 lo0 10.31.0.1/32 2001:db8:31::1/128
    partner CE6866-48S8CQ-P as 65041 lo0 10.31.0.2/32
    link watched 100GE1/0/1 10.31.9.0/31 -- partner 100GE1/0/1 10.31.9.1/31
    peering watched 100GE1/0/1 -- partner 100GE1/0/1
    set device:watched {"bmp":{"sourceIpv4":"10.31.0.1","statisticsTimerSeconds":300}}
    interface watched 25GE1/0/10 192.0.2.1/24 2001:db8:31:2::1/64 routed
    station inherits 192.0.2.9 port 5000
    station by-interface 192.0.2.10 port 5000
    station by-address 192.0.2.11 port 5000
    station by-both 192.0.2.12 port 5000
    station six-by-interface 2001:db8:31:2::10 port 5000
    station six-by-address 2001:db8:31:2::11 port 5000
    station six-by-both 2001:db8:31:2::12 port 5000
    link watched 25GE1/0/10 -- by-interface
    bmp watched -- inherits
    bmp watched -- by-interface source lo0
    bmp watched -- by-address source 10.31.0.1
    bmp watched -- by-both source lo0
    set bmp-session:watched-by-both {"source":{"interfaceId":"interface:watched.LoopBack0","address":"10.31.0.1"}}
    bmp watched -- six-by-interface source lo0
    bmp watched -- six-by-address source 2001:db8:31::1
    bmp watched -- six-by-both source lo0
    set bmp-session:watched-six-by-both {"source":{"interfaceId":"interface:watched.LoopBack0","address":"2001:db8:31::1"}}
  `)
}
