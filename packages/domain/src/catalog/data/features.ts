import { text } from '../../model'
import type { FeatureFacts } from '../types'

/**
 * What each support-note entry can do. `entries` is a set expression: platform groups and entry names joined by `+`.
 * An entry that no row names is outside the document set: nothing is known about it.
 */
export const featureTable = {
  ipv6: {
    title: text('IPv6', 'IPv6'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3',
        certainty: 'sourced',
        source: 'CR IP_Addresses_and_Services/IPv6_Basic_Configuration_Commands (every page carries the 23-entry note)',
      },
      {
        answer: 'unsupported',
        entries: 'LL',
        certainty: 'sourced',
        source: 'CR IP_Addresses_and_Services/IPv6_Basic_Configuration_Commands (every page carries the 23-entry note)',
      },
    ],
  },
  bgp: {
    title: text('BGP', 'BGP'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3+LL',
        certainty: 'sourced',
        source: 'CG Configuration_Precautions_for_BGP.md hardware table',
      },
    ],
  },
  bgp4plus: {
    title: text('BGP4+ (BGP for IPv6)', 'BGP4+（IPv6 的 BGP）'),
    rows: [
      { answer: 'supported', entries: 'G1+G2+G3', certainty: 'sourced', source: 'CG BGP4+ precautions hardware table' },
      { answer: 'unsupported', entries: 'LL', certainty: 'sourced', source: 'CG BGP4+ precautions hardware table' },
    ],
  },
  peerRelyStateIpv4: {
    title: text('peer rely-state interface, IPv4 peer', 'peer rely-state interface（IPv4 对等体）'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3+LL',
        certainty: 'sourced',
        source: 'CR peer_rely-state_interface_(BGP_view).md and 3 siblings',
      },
    ],
  },
  peerRelyStateIpv6: {
    title: text('peer rely-state interface, IPv6 peer', 'peer rely-state interface（IPv6 对等体）'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3',
        certainty: 'sourced',
        source: 'CR peer_rely-state_interface_(BGP_view)_(IPv6).md and 2 siblings',
      },
      {
        answer: 'unsupported',
        entries: 'LL',
        certainty: 'sourced',
        source: 'CR peer_rely-state_interface_(BGP_view)_(IPv6).md and 2 siblings',
      },
    ],
  },
  peerConnectInterfaceIpv4: {
    title: text('peer connect-interface, IPv4 peer', 'peer connect-interface（IPv4 对等体）'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3+LL',
        certainty: 'sourced',
        source: 'CR peer_connect-interface_(BGP_view)(IPv4).md',
      },
    ],
  },
  peerConnectInterfaceIpv6: {
    title: text('peer connect-interface, IPv6 peer', 'peer connect-interface（IPv6 对等体）'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3',
        certainty: 'sourced',
        source: 'CR peer_connect-interface_(BGP_view)_(IPv6).md',
      },
      {
        answer: 'unsupported',
        entries: 'LL',
        certainty: 'sourced',
        source: 'CR peer_connect-interface_(BGP_view)_(IPv6).md',
      },
    ],
  },
  bmpIpv4Session: {
    title: text('BMP session over IPv4', 'IPv4 BMP 会话'),
    rows: [{ answer: 'supported', entries: 'G1+G2+G3+LL', certainty: 'sourced', source: 'CR bmp-session.md' }],
  },
  bmpIpv6Session: {
    title: text('BMP session over IPv6', 'IPv6 BMP 会话'),
    rows: [
      { answer: 'supported', entries: 'G1+G2+G3', certainty: 'sourced', source: 'CR bmp-session_(BMP_view)(IPv6).md' },
      { answer: 'unknown', entries: 'LL', certainty: 'inferred', source: 'CR bmp-session_(BMP_view)(IPv6).md' },
    ],
  },
  vpnv4vpnv6: {
    title: text('VPNv4 and VPNv6 address families', 'VPNv4 和 VPNv6 地址族'),
    rows: [
      {
        answer: 'undocumented',
        entries: 'G1+G2+G3+LL',
        certainty: 'inferred',
        source: 'CR IP_Routing/BGP_Configuration_Commands (no such view on any of 1,515 pages)',
      },
      {
        answer: 'supported',
        entries: 'NE40E',
        certainty: 'sourced',
        source: 'NR "ipv6-family vpnv6"; NG "Establishing the MP-EBGP Peer Between PEs"',
      },
    ],
  },
  evpnAddressFamily: {
    title: text('EVPN address family', 'EVPN 地址族'),
    rows: [
      { answer: 'supported', entries: 'G1+G2+G3', certainty: 'sourced', source: 'CR VXLAN/l2vpn-family_evpn.md' },
      { answer: 'unsupported', entries: 'LL', certainty: 'sourced', source: 'CR VXLAN/l2vpn-family_evpn.md' },
    ],
  },
  vxlanVtep: {
    title: text('VXLAN VTEP', 'VXLAN VTEP'),
    rows: [
      {
        answer: 'supported',
        entries: 'G2+G3+CE6863H+CE6863H-K+CE6881H+CE6881H-K',
        certainty: 'sourced',
        source: 'CR vxlan_vni.md; CG VXLAN precautions',
      },
      {
        answer: 'unsupported',
        entries: 'CE6820H+CE6820H-K+CE6820S',
        certainty: 'sourced',
        source: 'CR vxlan_vni.md; CG VXLAN precautions',
        note: 'BGP EVPN route reflector only, never a VTEP',
      },
      { answer: 'unsupported', entries: 'LL', certainty: 'sourced', source: 'CR vxlan_vni.md; CG VXLAN precautions' },
    ],
  },
  mlag: {
    title: text('M-LAG', 'M-LAG'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3+LL',
        certainty: 'sourced',
        source: 'CG Configuration_Precautions_for_M-LAG.md',
      },
      {
        answer: 'supported',
        entries: 'CE12804+CE12804S+CE12808+CE12808S+CE12812+CE12816',
        certainty: 'sourced',
        source: 'MLV2 (V100R005C00 and later)',
        note: 'both members must be the same model class; a CE12800 or CE12800E end needs a CE12800 or CE12800E at the other end',
      },
      {
        answer: 'supported',
        entries: 'CE12804E+CE12808E+CE12816E',
        certainty: 'sourced',
        source: 'MLV2 (V200R005C00 and later)',
        note: 'both members must be the same model class; a CE12800 or CE12800E end needs a CE12800 or CE12800E at the other end',
      },
    ],
  },
  mlagVirtualPeerLink: {
    title: text('M-LAG with a virtual peer-link', 'M-LAG 虚拟 peer-link'),
    rows: [
      { answer: 'unsupported', entries: 'G1+LL', certainty: 'sourced', source: 'CR peer-link.md' },
      { answer: 'supported', entries: 'G2+G3', certainty: 'sourced', source: 'CR peer-link.md' },
    ],
  },
  mlagDadIpv4: {
    title: text('Dual-active detection over IPv4', 'IPv4 双主检测'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3+LL',
        certainty: 'sourced',
        source: 'CR dual-active_detection_source_ip.md',
      },
    ],
  },
  mlagDadIpv6: {
    title: text('Dual-active detection over IPv6', 'IPv6 双主检测'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3',
        certainty: 'sourced',
        source: 'CR dual-active_detection_source_ipv6.md',
      },
      { answer: 'unsupported', entries: 'LL', certainty: 'sourced', source: 'CR dual-active_detection_source_ipv6.md' },
    ],
  },
  mlagPeerLinkTcpIpv4: {
    title: text('M-LAG synchronization over TCP, IPv4', 'M-LAG TCP 同步通道（IPv4）'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3+LL',
        certainty: 'sourced',
        source: 'CR peer-link_source_ip_tcp-port.md',
      },
    ],
  },
  mlagPeerLinkTcpIpv6: {
    title: text('M-LAG synchronization over TCP, IPv6', 'M-LAG TCP 同步通道（IPv6）'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3',
        certainty: 'sourced',
        source: 'CR peer-link_source_ipv6_tcp-port.md',
      },
      { answer: 'unsupported', entries: 'LL', certainty: 'sourced', source: 'CR peer-link_source_ipv6_tcp-port.md' },
    ],
  },
  mlagElectionNdMld: {
    title: text('m-lag active-standby election with nd and mld', 'm-lag active-standby election 的 nd 和 mld'),
    rows: [
      { answer: 'supported', entries: 'G1+G2+G3', certainty: 'sourced', source: 'CR m-lag_active-standby_election.md' },
      { answer: 'unsupported', entries: 'LL', certainty: 'sourced', source: 'CR m-lag_active-standby_election.md' },
    ],
  },
  layer3ModeSwitch: {
    title: text('Layer 3 mode of a port (undo portswitch)', '端口三层模式（undo portswitch）'),
    rows: [
      { answer: 'supported', entries: 'G1+G2+G3', certainty: 'sourced', source: 'CR portswitch.md' },
      {
        answer: 'unsupported',
        entries: 'LL',
        certainty: 'sourced',
        source: 'CR portswitch.md',
        note: 'undo portswitch is not supported, so no Layer 3 service on an Eth-Trunk',
      },
    ],
  },
  portSplit: {
    title: text('Port splitting', '端口拆分'),
    rows: [
      {
        answer: 'unsupported',
        entries: 'CE6820H+CE6820S+CE6863H+CE6881H',
        certainty: 'sourced',
        source: 'CR port_split.md; CG Configuring_Optical_Interface_Split.md',
      },
      {
        answer: 'unsupported',
        entries: 'CE6820H-K+CE6863H-K+CE6881H-K',
        certainty: 'inferred',
        source: 'CR port_split.md; CG Configuring_Optical_Interface_Split.md',
      },
      {
        answer: 'supported',
        entries: 'G2+G3+LL',
        certainty: 'sourced',
        source: 'CR port_split.md; CG Configuring_Optical_Interface_Split.md',
      },
    ],
  },
  portModeRateSwitch: {
    title: text('Port mode 50GE and 200GE', '端口模式 50GE 和 200GE'),
    rows: [
      { answer: 'unsupported', entries: 'G1', certainty: 'sourced', source: 'CR port_mode(System_view).md' },
      { answer: 'supported', entries: 'G2+G3+LL', certainty: 'sourced', source: 'CR port_mode(System_view).md' },
    ],
  },
  vrrp6: {
    title: text('VRRP6', 'VRRP6'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3',
        certainty: 'sourced',
        source: 'CR High_Availability/VRRP6_Configuration_Commands',
      },
      {
        answer: 'unsupported',
        entries: 'LL',
        certainty: 'sourced',
        source: 'CR High_Availability/VRRP6_Configuration_Commands',
      },
    ],
  },
  bfd: {
    title: text('BFD', 'BFD'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3+LL',
        certainty: 'sourced',
        source: 'CG BFD precautions hardware table',
      },
    ],
  },
  ospfv3: {
    title: text('OSPFv3', 'OSPFv3'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3',
        certainty: 'sourced',
        source: 'CR IP_Routing/OSPFv3_Configuration_Commands',
      },
      {
        answer: 'unsupported',
        entries: 'LL',
        certainty: 'sourced',
        source: 'CR IP_Routing/OSPFv3_Configuration_Commands',
      },
    ],
  },
  isisIpv6: {
    title: text('IS-IS for IPv6', 'IPv6 IS-IS'),
    rows: [
      {
        answer: 'supported',
        entries: 'G1+G2+G3',
        certainty: 'sourced',
        source: 'CG IPv6 IS-IS precautions hardware table',
      },
      {
        answer: 'unsupported',
        entries: 'LL',
        certainty: 'sourced',
        source: 'CG IPv6 IS-IS precautions hardware table',
      },
    ],
  },
  gre: {
    title: text('GRE tunnel', 'GRE 隧道'),
    rows: [
      { answer: 'supported', entries: 'G1+G2+G3', certainty: 'sourced', source: 'CR VPN/GRE_Configuration_Commands' },
      { answer: 'unsupported', entries: 'LL', certainty: 'sourced', source: 'CR VPN/GRE_Configuration_Commands' },
    ],
  },
  dot1qTunnelPort: {
    title: text('dot1q-tunnel port', 'dot1q-tunnel 端口'),
    rows: [
      { answer: 'supported', entries: 'G1+G2+G3', certainty: 'sourced', source: 'CR port_link-type.md' },
      { answer: 'unsupported', entries: 'LL', certainty: 'sourced', source: 'CR port_link-type.md' },
    ],
  },
} as const satisfies { readonly [key: string]: FeatureFacts }
