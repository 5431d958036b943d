import { derivation, guide, reference } from './derivation'

/** Kinds of lines of VXLAN, of sub-interfaces and of VLANs with a view of their own. */
export const overlayDerivations = {
  'vlan.view': derivation(
    'What the design says of this VLAN on this device.',
    '设计中对本设备上该 VLAN 的说明。',
    reference('name (VLAN view)'),
  ),
  'vpn.vni': derivation(
    'Layer 3 VNI: packets between subnets of the VPN instance cross the overlay under it.',
    '三层 VNI：VPN 实例内跨子网的报文以该 VNI 穿越 Overlay。',
    reference('vxlan vni (VPN instance view)'),
  ),
  'vpn.evpn-target': derivation(
    'Decides which EVPN routes of the VPN instance are sent and taken.',
    '决定该 VPN 实例发送和接收哪些 EVPN 路由。',
    guide('Configuring a Distributed VXLAN Gateway'),
  ),
  'bgp.family.advertise-evpn': derivation(
    'Routes of this VPN instance are announced as EVPN routes.',
    '将该 VPN 实例的路由以 EVPN 路由发布。',
    reference('advertise l2vpn evpn'),
  ),

  'bridge-domain.view': derivation(
    'A bridge domain exists on each device where something is in it.',
    '凡有接口加入该桥域的设备上都创建此桥域。',
    reference('bridge-domain'),
  ),
  'bridge-domain.description': derivation(
    'The description of the bridge domain.',
    '桥域的描述。',
    reference('description (Bridge domain view)'),
  ),
  'bridge-domain.vlan': derivation(
    'Traffic of this VLAN is in the bridge domain.',
    '该 VLAN 的流量属于此桥域。',
    reference('l2 binding vlan'),
  ),
  'bridge-domain.vni': derivation(
    'The VNI of the bridge domain, the same on every device that has it.',
    '桥域的 VNI，在所有设备上相同。',
    reference('vxlan vni (Bridge domain view)'),
  ),
  'bridge-domain.evpn': derivation(
    'EVPN announces the MAC addresses and the VTEPs of the bridge domain.',
    '由 EVPN 发布桥域的 MAC 地址和 VTEP。',
    reference('evpn (bd-evpn-instance view)'),
  ),
  'bridge-domain.distinguisher': derivation(
    'Makes the EVPN routes of this device unique: the value given, or one made from the router ID.',
    '使本设备的 EVPN 路由唯一：取指定值，否则由 Router ID 生成。',
    reference('route-distinguisher (EVPN instance view)'),
  ),
  'bridge-domain.target': derivation(
    'Decides which EVPN routes of the bridge domain are sent and taken.',
    '决定桥域发送和接收哪些 EVPN 路由。',
    reference('vpn-target (EVPN instance view)'),
  ),

  'interface.encapsulation': derivation(
    'The frames of the port that this sub-interface takes.',
    '该子接口接收的报文。',
    reference('encapsulation dot1q'),
  ),
  'interface.bridge-domain': derivation(
    'Frames of this sub-interface are in the bridge domain.',
    '该子接口的报文属于此桥域。',
    reference('bridge-domain (Layer 2 sub interface view)'),
  ),
  'interface.hybrid': derivation(
    'VLANs that pass this port with their tag, without one, and the one of untagged frames.',
    '端口上带标签和不带标签通过的 VLAN，以及不带标签帧所属的 VLAN。',
    reference('port hybrid vlan'),
  ),
  'interface.dot1q-tunnel': derivation(
    'Every frame of this port gets the tag of its VLAN on top of its own.',
    '端口上的每个报文都在原有标签外再加上该 VLAN 的标签。',
    reference('port link-type'),
  ),
  'interface.anycast-gateway': derivation(
    'Every device with the bridge domain is the gateway of its hosts, with the same address.',
    '拥有该桥域的每台设备都以相同地址作为主机网关。',
    reference('vxlan anycast-gateway enable'),
  ),
  'interface.host-routes': derivation(
    'What the gateway learns about the hosts behind it and tells the others.',
    '网关对其下主机的学习与发布方式。',
    guide('Configuring a Distributed VXLAN Gateway'),
  ),

  'nve.source': derivation(
    'Tunnels of this device begin and end on this address.',
    '本设备的 VXLAN 隧道以该地址为端点。',
    reference('source (NVE interface view)'),
  ),
  'nve.head-end': derivation(
    'Where broadcast, unknown and multicast frames of the VNI are copied to.',
    '该 VNI 的广播、未知单播和组播报文复制到的对端。',
    reference('vni (NVE interface view)'),
  ),
  'nve.mac-address': derivation(
    'MAC address of the VTEP, the same on both members of an M-LAG pair.',
    'VTEP 的 MAC 地址，M-LAG 双机的两个成员相同。',
    reference('mac-address (NVE interface view)'),
  ),
  'nve.bypass': derivation(
    'Tunnel to the other member of the M-LAG pair for what cannot leave by itself.',
    '通往 M-LAG 另一成员的 bypass 隧道。',
    reference('pip-source peer bypass (NVE interface view)'),
  ),
} as const
