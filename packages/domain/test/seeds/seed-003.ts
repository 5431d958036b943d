import type { Design } from '../../src/model'
import { seedDesign } from './seed-design'

/** Four M-LAG pairs: `peer-link source ip` and `ipv6`, each without and with a VPN instance. */
export function seed003Design(): Design {
  return seedDesign(`
    vrf SYNC
    set vrf:SYNC {"ipv4":null}
    ${pair('four', '10.33.1.1/30 10.33.1.2/30')}
    ${pair('four-vpn', '10.33.2.1/30 10.33.2.2/30', 'SYNC')}
    ${pair('six', '2001:db8:33:1::1/64 2001:db8:33:1::2/64')}
    ${pair('six-vpn', '2001:db8:33:2::1/64 2001:db8:33:2::2/64', 'SYNC')}
  `)
}

/** Peer-link, DAD over the management interfaces, and the TCP channel on a VLANIF across the peer-link. */
function pair(name: string, addresses: string, vrf?: string): string {
  const [first, second] = addresses.split(' ')
  const number = ['four', 'four-vpn', 'six', 'six-vpn'].indexOf(name) + 1
  const [a, b] = [`${name}-a`, `${name}-b`]
  const inVrf = vrf === undefined ? '' : `vrf ${vrf}`
  const field = addresses.includes(':') ? 'ipv6' : 'ipv4'
  return `
    ${a} CE6866-48S8CQ-P
    ${b} CE6866-48S8CQ-P
    interface ${a} MEth0/0/0 192.0.2.${number}1/24
    interface ${b} MEth0/0/0 192.0.2.${number}2/24
    link ${a} 100GE1/0/7 -- ${b} 100GE1/0/7 switched
    link ${a} 100GE1/0/8 -- ${b} 100GE1/0/8 switched
    eth-trunk ${a} Eth-Trunk0 100GE1/0/7 100GE1/0/8
    eth-trunk ${b} Eth-Trunk0 100GE1/0/7 100GE1/0/8
    vlanif-link ${a} ${b} vlan 4001 over ${a}:100GE1/0/7 ${inVrf}
    set interface:${a}.Vlanif4001 {"${field}":["${first}"]${field === 'ipv6' ? ',"ipv4":[]' : ''}}
    set interface:${b}.Vlanif4001 {"${field}":["${second}"]${field === 'ipv6' ? ',"ipv4":[]' : ''}}
    mlag ${name} ${a} ${b} trunk Eth-Trunk0 dad MEth0/0/0 sync Vlanif4001 port 6400 ${inVrf}
    set mlag:${name} {"dfs":{"priorities":[150,120],"password":"Pair-Key-2024"}}
  `
}
