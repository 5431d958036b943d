import type { KeyCommand } from '../types'

/** Commands the rules ask about often, by the form of the line instead of the page title. */
export const keyCommands: readonly KeyCommand[] = [
  {
    command: 'peer <ipv4> rely-state interface',
    views: 'BGP, BGP-VPN instance, BGP-VPN instance IPv4, BGP multi-instance',
    entries: 'G1+G2+G3+LL',
  },
  {
    command: 'peer <ipv6> rely-state interface',
    views: 'BGP, BGP-VPN instance, BGP-VPN instance IPv6; also the IPv6 form of the BGP multi-instance page',
    entries: 'G1+G2+G3',
  },
  { command: 'peer <ipv4> connect-interface', views: 'BGP and VPN variants', entries: 'G1+G2+G3+LL' },
  { command: 'peer <ipv6> connect-interface', views: 'BGP and VPN variants', entries: 'G1+G2+G3' },
  {
    command: 'bmp, bmp-session, connect-interface (BMP views)',
    views: 'system, BMP, BMP session',
    entries: 'G1+G2+G3+LL',
    note: 'no note, even for IPv6',
  },
  { command: 'peer-link source ip ... tcp-port', views: 'DFS group', entries: 'G1+G2+G3+LL' },
  { command: 'peer-link source ipv6 ... tcp-port', views: 'DFS group', entries: 'G1+G2+G3' },
  { command: 'dual-active detection source ip', views: 'DFS group', entries: 'G1+G2+G3+LL' },
  { command: 'dual-active detection source ipv6', views: 'DFS group', entries: 'G1+G2+G3' },
  { command: 'peer-link <id>', views: 'Eth-Trunk interface', entries: 'G1+G2+G3+LL' },
  { command: 'peer-link <id> virtual-link', views: 'Eth-Trunk interface', entries: 'G2+G3' },
  { command: 'dfs-group <id> port-group', views: 'Eth-Trunk interface', entries: 'G1+G2' },
  { command: 'm-lag ip address', views: 'VLANIF, VBDIF', entries: 'G1+G2+G3+LL' },
  { command: 'm-lag ipv6 address (and link-local)', views: 'VLANIF, VBDIF', entries: 'G1+G2+G3' },
  { command: 'vni <id> reserved for m-lag', views: 'NVE', entries: 'G2+G3' },
  { command: 'l2vpn-family evpn', views: 'BGP', entries: 'G1+G2+G3' },
  {
    command: 'vxlan vni (bridge domain)',
    views: 'bridge domain',
    entries: 'G2+G3+CE6863H+CE6863H-K+CE6881H+CE6881H-K',
  },
  {
    command: 'port split',
    views: 'system',
    entries: 'G2+G3+LL',
    note: 'negative note: CE6820H, CE6820S, CE6863H, CE6881H',
  },
  { command: 'port mode 50GE / 200GE interface', views: 'system', entries: 'G2+G3+LL', note: 'negative note: G1' },
  { command: 'undo portswitch', views: 'interface', entries: 'G1+G2+G3', note: 'negative note: low latency mode' },
  { command: 'set system next-work-mode', views: 'system', entries: 'CE6885-LL-56F' },
  { command: 'm-lag forward layer-3 enhanced enable', views: 'system', entries: 'G1' },
  { command: 'm-lag forward layer-3 enhanced disable', views: 'system', entries: 'G2+G3+LL' },
]
