import type { Derivation } from './derivation'
import { derivation, guide, reference } from './derivation'

/** Lines of the BGP processes. */
export const bgpDerivations = {
  'bgp.process': derivation(
    'The BGP process with the AS number of the device.',
    'BGP 进程及设备的 AS 号。',
    reference('bgp'),
  ),
  'bgp.instance': derivation(
    'A further BGP process beside the base one, with an AS number of its own.',
    '基础进程之外的另一个 BGP 进程，有自己的 AS 号。',
    reference('bgp instance'),
  ),
  'bgp.private-4-byte-as': derivation(
    'Private AS numbers of four bytes count as private, which is the default.',
    '四字节私有 AS 号按私有处理，这是缺省配置。',
    reference('private-4-byte-as (BGP view)'),
  ),
  'bgp.router-id': derivation(
    'The router ID of BGP: the one given, or the address of the lowest-numbered LoopBack.',
    'BGP 的 Router ID：取指定值，否则取编号最小的 LoopBack 的地址。',
    reference('router-id'),
  ),
  'bgp.keep-all-routes': derivation(
    'Keeps routes that import policy refuses, as pre-policy monitoring needs.',
    '保留被入口策略拒绝的路由，pre-policy 监控需要此配置。',
    reference('keep-all-routes'),
  ),
  'bgp.peer.as-number': derivation(
    'Creates the peer: address and AS number of the other end.',
    '创建对等体：对端的地址和 AS 号。',
    reference('peer as-number (BGP view)'),
  ),
  'bgp.peer.ebgp-max-hop': derivation(
    'An EBGP session over LoopBacks, or over more than one link, needs this many hops.',
    '通过 LoopBack 或跨越多条链路的 EBGP 会话需要的跳数。',
    reference('peer ebgp-max-hop (BGP view) (IPv4)'),
  ),
  'bgp.peer.valid-ttl-hops': derivation(
    'GTSM: packets from farther away are refused; both ends use the same value.',
    'GTSM：拒绝来自更远处的报文；两端取值相同。',
    reference('peer valid-ttl-hops (BGP view)'),
  ),
  'bgp.peer.bfd': derivation(
    'BFD detects a failed peer quickly.',
    '用 BFD 快速检测对等体故障。',
    reference('peer bfd enable (BGP view)'),
  ),
  'bgp.peer.source': derivation(
    'Source interface and address of the session; the other end expects exactly this address.',
    '会话的源接口和源地址；对端期望的正是该地址。',
    reference('peer connect-interface (BGP view) (IPv4)'),
  ),
  'bgp.peer.description': derivation(
    'The description of the peering.',
    '对等体描述。',
    reference('peer description (BGP view) (IPv4)'),
  ),
  'bgp.peer.keychain': derivation(
    'The session is authenticated with a keychain that exists on both devices.',
    '会话使用两端设备上都存在的 keychain 认证。',
    reference('peer keychain (BGP view)'),
  ),
  'bgp.peer.timer': derivation(
    'Keepalive and hold time; hold is at least three keepalives.',
    'Keepalive 与 Hold 时间；Hold 至少为 Keepalive 的三倍。',
    reference('peer timer (BGP view)'),
  ),
  'bgp.peer.rely-state': derivation(
    'The session follows the physical state of this port.',
    '会话跟随该端口的物理状态。',
    reference('peer rely-state interface'),
  ),
  'bgp.peer.open-mode': derivation(
    'Which end opens the TCP connection.',
    '由哪一端发起 TCP 连接。',
    reference('peer listen-only connect-only (BGP view) (IPv4)'),
  ),
  'bgp.peer.ignore': derivation(
    'The session is kept down by intent.',
    '按设计不建立该会话。',
    reference('peer ignore (BGP view) (IPv4)'),
  ),
  'bgp.family': derivation(
    'An address family the device exchanges routes of; IPv4 unicast is always shown.',
    '设备交换路由的地址族；IPv4 单播总会显示。',
    guide('Starting a BGP Process'),
  ),
  'bgp.vpn-view': derivation(
    'Peers of a VPN instance that both its families share.',
    'VPN 实例中由两个地址族共用的对等体。',
    reference('vpn-instance (BGP view)'),
  ),
  'bgp.vpn-family': derivation(
    'Routes and peers of a VPN instance in one address family.',
    'VPN 实例在一个地址族中的路由和对等体。',
    reference('ipv4-family vpn-instance'),
  ),
  'bgp.family.policy': derivation(
    'Whether routes are filtered by VPN target; a device that passes them on keeps all of them.',
    '是否按 VPN Target 过滤路由；负责转发路由的设备保留全部路由。',
    reference('policy vpn-target'),
  ),
  'bgp.family.cluster-id': derivation(
    'Cluster of this route reflector; redundant reflectors share it.',
    '该路由反射器的集群；互为备份的反射器使用相同值。',
    reference('reflector cluster-id (BGP view)'),
  ),
  'bgp.family.network': derivation(
    'Announces exactly this prefix: one given, or a LoopBack that an EBGP underlay makes known.',
    '发布该前缀：取指定值，或 EBGP 底层网络发布的 LoopBack。',
    reference('network (BGP view/BGP-IPv4 unicast address family view)'),
  ),
  'bgp.family.import-route': derivation(
    'Announces the routes of another protocol.',
    '引入其他协议的路由。',
    reference('import-route (BGP view)'),
  ),
  'bgp.family.synchronization': derivation(
    'Routes of IBGP are used although no IGP has them, which is the default.',
    '即使 IGP 中没有也使用 IBGP 路由，这是缺省配置。',
    reference('network (BGP view/BGP-IPv4 unicast address family view)'),
  ),
  'bgp.family.load-balancing': derivation(
    'How many equal routes carry the traffic to one destination.',
    '到同一目的地的等价路由条数。',
    reference('maximum load-balancing (BGP view)'),
  ),
  'bgp.family.evpn-advertise': derivation(
    'How host routes are told to this EVPN peer.',
    '向该 EVPN 对等体发布主机路由的方式。',
    reference('peer advertise (BGP-EVPN address family view)'),
  ),
  'bgp.family.evpn-encapsulation': derivation(
    'Routes sent to this EVPN peer name VXLAN as their encapsulation.',
    '向该 EVPN 对等体发布的路由携带 VXLAN 封装类型。',
    reference('peer advertise (BGP-EVPN address family view)'),
  ),
  'bgp.family.evpn-reoriginate': derivation(
    'A gateway between two networks makes the routes of one anew for the other.',
    '两个网络之间的网关为另一侧重新生成路由。',
    reference('peer import reoriginate (BGP-EVPN address family view)'),
  ),
  'bgp.family.enable': derivation(
    'The session carries routes of this family; both ends enable it.',
    '会话承载该地址族的路由；两端都要使能。',
    reference('peer enable (BGP-IPv4 unicast address family view) (IPv4)'),
  ),
  'bgp.family.disable': derivation(
    'An IPv4 peer is enabled for IPv4 routes by itself; this session carries none.',
    'IPv4 对等体默认使能 IPv4 路由；该会话不承载 IPv4 路由。',
    reference('default ipv4-unicast'),
  ),
  'bgp.family.reflect-client': derivation(
    'The other end is a client of this route reflector.',
    '对端是该路由反射器的客户机。',
    reference('peer reflect-client (BGP-IPv4 unicast address family view) (IPv4)'),
  ),
  'bgp.family.next-hop-local': derivation(
    'Routes sent to this IBGP peer have the own address as next hop.',
    '向该 IBGP 对等体发布路由时，下一跳改为自身地址。',
    reference('peer next-hop-local (BGP-IPv4 unicast address family view) (IPv4)'),
  ),
  'bgp.family.next-hop-invariable': derivation(
    'Routes sent to this peer keep their next hop.',
    '向该对等体发布路由时保持下一跳不变。',
    reference('peer next-hop-invariable (BGP-EVPN address family view)'),
  ),
  'bgp.family.route-policy': derivation(
    'Routes from or to the peer have to pass this route policy.',
    '与该对等体收发的路由须通过此路由策略。',
    reference('peer route-policy export (BGP-IPv4 unicast address family view) (IPv4)'),
  ),
  'bgp.family.prefix-list': derivation(
    'Routes from or to the peer have to pass this IP prefix list.',
    '与该对等体收发的路由须通过此 IP 前缀列表。',
    reference('peer ip-prefix export (BGP-IPv4 unicast address family view) (IPv4)'),
  ),
  'bgp.family.as-path-filter': derivation(
    'Routes from or to the peer have to pass this AS-path filter.',
    '与该对等体收发的路由须通过此 AS 路径过滤器。',
    reference('peer as-path-filter import (BGP-IPv4 unicast address family view) (IPv4)'),
  ),
  'bgp.family.allow-as-loop': derivation(
    'Takes routes that went through the own AS: two devices with one AS number meet through another AS.',
    '接受经过本 AS 的路由：两台同 AS 设备通过另一个 AS 相通。',
    reference('peer allow-as-loop (BGP view) (IPv4)'),
  ),
} as const satisfies { readonly [id: string]: Derivation }
