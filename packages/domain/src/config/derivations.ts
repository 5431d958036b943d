import { bgpDerivations } from './bgp-derivations'
import type { Derivation } from './derivation'
import { derivation, guide, reference } from './derivation'
import { igpDerivations } from './derivations-igp'
import { policyDerivations } from './derivations-policy'
import { overlayDerivations } from './overlay-derivations'

/** Every kind of line there is. An origin names one of these; the table is the explanation people read. */
export const derivations = {
  frame: derivation('Closes the configuration.', '结束整份配置。', guide('Understanding Configuration Files')),
  carried: derivation(
    'The line was in the imported configuration. Weft keeps it in its place and derives nothing from it.',
    '该行来自导入的配置，Weft 原样保留其位置，不据此推导任何内容。',
    guide('Understanding Configuration Files'),
  ),

  ...overlayDerivations,

  'system.sysname': derivation('The name of the device.', '设备名称。', reference('sysname')),
  'system.as-notation': derivation(
    'AS numbers above 65535 are shown as integers on this device.',
    '本设备以整数形式显示大于 65535 的 AS 号。',
    reference('as-notation plain'),
  ),
  'system.router-id': derivation(
    'The router ID of the system: the one given, or the address of the lowest-numbered LoopBack.',
    '系统的 Router ID：取指定值，否则取编号最小的 LoopBack 的地址。',
    reference('router id'),
  ),
  'system.bfd': derivation(
    'BFD of a BGP peer works only when BFD is enabled globally.',
    '只有全局使能 BFD，BGP 对等体的 BFD 才能工作。',
    reference('peer bfd enable (BGP view)'),
  ),
  'system.evpn-overlay': derivation(
    'The EVPN family needs EVPN switched on in the system view.',
    'EVPN 地址族要求先在系统视图下使能 EVPN。',
    reference('evpn-overlay enable'),
  ),

  'dfs.group': derivation(
    'The device is a member of an M-LAG pair.',
    '设备是一个 M-LAG 双机的成员。',
    reference('dfs-group'),
  ),
  'dfs.priority': derivation(
    'The member with the higher priority becomes master.',
    '优先级较高的成员成为主设备。',
    reference('priority (DFS group view)'),
  ),
  'dfs.dual-active-detection': derivation(
    'Addresses of dual-active detection: the peer of one member is the source of the other.',
    '双主检测的地址：一端的 peer 即另一端的 source。',
    reference('dual-active detection source ip'),
  ),
  'dfs.authentication': derivation(
    'Both members authenticate each other with the same password.',
    '两个成员使用同一密码互相认证。',
    reference('authentication-mode hmac-sha256 password'),
  ),
  'dfs.sync-channel': derivation(
    'TCP channel for ARP and ND synchronisation; the port is the same on both members.',
    '用于同步 ARP/ND 表项的 TCP 通道；两个成员的端口号相同。',
    reference('peer-link source ip tcp-port'),
  ),
  'dfs.consistency-check': derivation(
    'The members compare their M-LAG configuration.',
    '两个成员相互检查 M-LAG 配置的一致性。',
    reference('consistency-check'),
  ),
  'dfs.up-delay': derivation(
    'Member interfaces come up only after this delay.',
    'M-LAG 成员接口延迟该时间后才 Up。',
    reference('m-lag up-delay'),
  ),
  'dfs.election': derivation(
    'Packets that decide which active-standby member forwards.',
    '决定主备成员接口中哪一个转发的报文类型。',
    reference('m-lag active-standby election'),
  ),

  'vlan.batch': derivation(
    'VLANs something on this device uses: ports, Vlanifs, VLANIF links, attachments and gateways.',
    '本设备用到的 VLAN：来自端口、Vlanif、VLANIF 链路、M-LAG 接入和网关。',
    reference('vlan batch'),
  ),
  'stp.mode': derivation(
    'Spanning tree mode that the M-LAG pair works with.',
    'M-LAG 双机使用的生成树模式。',
    guide('Configuring a Spanning Tree Protocol'),
  ),
  'stp.v-stp': derivation(
    'V-STP makes both members one bridge.',
    'V-STP 使两个成员表现为一台网桥。',
    reference('stp v-stp enable'),
  ),
  'stp.bridge-address': derivation(
    'Both members use one bridge address, so that they are one root bridge.',
    '两个成员使用相同的桥 MAC，从而成为同一个根桥。',
    reference('stp bridge-address'),
  ),
  'stp.root': derivation(
    'Both members are root bridge of the tree.',
    '两个成员都作为生成树的根桥。',
    guide('Configuring a Spanning Tree Protocol'),
  ),

  'vpn.instance': derivation(
    'A VPN instance exists on each device where something is bound to it.',
    '凡有对象绑定该 VPN 实例的设备上都创建此实例。',
    reference('ip vpn-instance (System view)'),
  ),
  'vpn.family': derivation('An address family of the VPN instance.', 'VPN 实例的地址族。', reference('ipv4-family')),
  'vpn.route-distinguisher': derivation(
    'Makes the routes of this VPN instance unique: the value given, or one made from the router ID.',
    '使该 VPN 实例的路由唯一：取指定值，否则由 Router ID 生成。',
    reference('route-distinguisher (VPN instance IPv4 address family view)'),
  ),
  'vpn.target': derivation(
    'Decides which VPN routes are sent and taken.',
    '决定发送和接收哪些 VPN 路由。',
    reference('vpn-target (VPN instance IPv4 address family view)'),
  ),

  'interface.view': derivation(
    'An interface that something drawn uses.',
    '设计中用到的接口。',
    guide('Interface Numbering Rules'),
  ),
  'interface.layer': derivation(
    'Ports of switches are Layer 2 by default; a routed port has to be switched to Layer 3.',
    '交换机端口默认为二层模式；三层端口需要切换。',
    reference('portswitch'),
  ),
  'interface.mtu': derivation('The MTU given for the interface.', '为接口指定的 MTU。', reference('mtu')),
  'interface.description': derivation('The description of the interface.', '接口描述。', reference('description')),
  'interface.shutdown': derivation(
    'The interface is shut down by intent.',
    '按设计关闭该接口。',
    reference('shutdown'),
  ),
  'interface.trunk-member': derivation(
    'The port is a member of an Eth-Trunk; the rest is configured there.',
    '端口是 Eth-Trunk 的成员；其余配置在 Eth-Trunk 上。',
    reference('eth-trunk'),
  ),
  'interface.vpn-binding': derivation(
    'Binds the interface to its VPN instance; before the addresses, because it removes them.',
    '将接口绑定到 VPN 实例；必须在地址之前，因为该命令会清除地址。',
    reference('ip binding vpn-instance'),
  ),
  'interface.ipv4': derivation(
    'IPv4 address of the interface; the first one is primary.',
    '接口的 IPv4 地址；第一个是主地址。',
    reference('ip address (interface view)'),
  ),
  'interface.unnumbered': derivation(
    'The interface borrows the primary address of another one.',
    '该接口借用另一接口的主地址。',
    reference('ip address unnumbered (interface view)'),
  ),
  'interface.ipv6': derivation(
    'IPv6 address of the interface; IPv6 has to be enabled on it first.',
    '接口的 IPv6 地址；需先在接口上使能 IPv6。',
    reference('ipv6 address'),
  ),
  'interface.mac-address': derivation(
    'MAC address of the interface; on a dual-active gateway it is a virtual one, the same on both members.',
    '接口的 MAC 地址；双活网关使用虚拟 MAC，两个成员相同。',
    guide('Configuring Dual-Active Gateways'),
  ),
  'interface.mlag-address': derivation(
    'Own address of this member beside the shared gateway address, for routing protocols over M-LAG.',
    '除共享网关地址外，本成员自己的地址，供 M-LAG 上的路由协议使用。',
    reference('m-lag ip address'),
  ),
  'interface.arp-proxy': derivation(
    'ARP proxy, which BGP over M-LAG needs on the Vlanif.',
    'ARP 代理；在 M-LAG 上运行 BGP 时 Vlanif 需要此功能。',
    guide('Configuring BGP or BGP4+ over M-LAG'),
  ),
  'interface.access-vlan': derivation(
    'VLAN of untagged frames on this port.',
    '该端口上不带标签帧所属的 VLAN。',
    reference('port default vlan'),
  ),
  'interface.trunk': derivation(
    'VLANs this trunk port carries: its own and those of VLANIF links and M-LAG attachments; VLAN 1 only when wanted.',
    '该 Trunk 端口承载的 VLAN：自身的以及 VLANIF 链路和 M-LAG 接入所需的；VLAN 1 仅在需要时放行。',
    reference('port trunk allow-pass vlan'),
  ),
  'interface.edge-port': derivation(
    'The port ends on a host and takes no part in spanning tree calculation.',
    '端口连接主机，不参与生成树计算。',
    reference('stp edged-port'),
  ),
  'interface.aggregation': derivation(
    'Aggregation mode of the Eth-Trunk; manual load balancing is the default.',
    'Eth-Trunk 的聚合模式；默认为手工负载分担。',
    reference('mode (Eth-Trunk interface view)'),
  ),
  'interface.peer-link-stp': derivation(
    'In root-bridge mode spanning tree is off on the peer-link.',
    '根桥模式下 peer-link 上关闭生成树。',
    guide('Configuring a Spanning Tree Protocol'),
  ),
  'interface.peer-link': derivation(
    'This Eth-Trunk joins the two members; all VLANs pass it.',
    '该 Eth-Trunk 连接两个成员；所有 VLAN 都允许通过。',
    reference('peer-link'),
  ),
  'interface.vlan-exclude': derivation(
    'VLANs that do not pass the peer-link.',
    '不通过 peer-link 的 VLAN。',
    reference('port vlan exclude'),
  ),
  'interface.mlag-member': derivation(
    'M-LAG member interface; its id is the same on both members.',
    'M-LAG 成员接口；两个成员上的编号相同。',
    reference('dfs-group m-lag'),
  ),
  'interface.unpaired-reserved': derivation(
    'The interface stays up when the pair breaks.',
    '双机分裂时该接口保持 Up。',
    reference('m-lag unpaired-port reserved'),
  ),

  ...bgpDerivations,

  'bmp.view': derivation(
    'The device reports its BGP state to a BMP station.',
    '设备向 BMP 服务器上报 BGP 运行状态。',
    reference('bmp'),
  ),
  'bmp.statistics-timer': derivation(
    'How often statistics are sent.',
    '统计信息的上报周期。',
    reference('statistics-timer'),
  ),
  'bmp.source': derivation(
    'Source address of IPv4 BMP sessions that have none of their own.',
    '未单独指定源的 IPv4 BMP 会话使用的源地址。',
    reference('connect-interface (BMP view)'),
  ),
  'bmp.session': derivation('A session to a BMP station.', '到一个 BMP 服务器的会话。', reference('bmp-session')),
  'bmp.session.port': derivation(
    'TCP port of the station; the device connects to it.',
    'BMP 服务器的 TCP 端口；由设备发起连接。',
    reference('tcp (BMP session view)'),
  ),
  'bmp.session.source': derivation(
    'Source of this session; it wins over the BMP view.',
    '该会话的源；优先于 BMP 视图下的配置。',
    reference('connect-interface (BMP session view)'),
  ),
  'bmp.session.monitor': derivation(
    'Peers the station is told about.',
    '向服务器上报哪些对等体。',
    reference('monitor public'),
  ),
  'bmp.session.route-mode': derivation(
    'Routes the station is told about.',
    '向服务器上报哪些路由。',
    reference('route-mode (BMP monitor view)'),
  ),

  ...igpDerivations,
  ...policyDerivations,

  'static.route': derivation('A static route somebody drew.', '设计中绘制的静态路由。', reference('ip route-static')),
} as const satisfies { readonly [id: string]: Derivation }

export type DerivationId = keyof typeof derivations
