import type { Network, NetworkRecord, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { cli, interfacesOf, unset, vrfField, yesOrNo } from './spec-parts'

/** Interfaces of one member of a pair. */
function memberInterfaces(side: 0 | 1) {
  return (network: Network, record: NetworkRecord): readonly RecordId[] => {
    const pair = 'members' in record ? record : 'pairId' in record ? network.mlagPairs[record.pairId] : undefined
    return interfacesOf(network, pair?.members[side])
  }
}

function channelEnd(field: 'dualActiveDetection' | 'syncChannel', side: 0 | 1): readonly FieldSpec[] {
  const member = side === 0 ? text('first member', '第一台') : text('second member', '第二台')
  return [
    {
      kind: 'reference',
      path: [field, 'ends', side, 'interfaceId'],
      label: text(`Source interface, ${member.en}`, `源接口，${member.zh}`),
      candidates: memberInterfaces(side),
      unset,
    },
    {
      kind: 'text',
      path: [field, 'ends', side, 'address'],
      label: text(`Source address, ${member.en}`, `源地址，${member.zh}`),
      mono: true,
    },
  ]
}

export const mlagGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['name'], label: text('Name', '名称'), mono: true },
      {
        kind: 'choice',
        path: ['peerLink', 'kind'],
        label: text('Peer-link', 'peer-link'),
        choices: [
          { value: 'physical', label: text('physical', '物理') },
          { value: 'virtual', label: text('virtual', '虚拟') },
        ],
      },
      {
        kind: 'reference',
        path: ['peerLink', 'trunks', 0],
        label: text('Peer-link Eth-Trunk, first member', 'peer-link Eth-Trunk，第一台'),
        candidates: memberInterfaces(0),
        unset,
      },
      {
        kind: 'reference',
        path: ['peerLink', 'trunks', 1],
        label: text('Peer-link Eth-Trunk, second member', 'peer-link Eth-Trunk，第二台'),
        candidates: memberInterfaces(1),
        unset,
      },
      {
        kind: 'list',
        item: 'vlans',
        path: ['peerLink', 'excludedVlans'],
        label: text('VLANs excluded from the peer-link', 'peer-link 排除的 VLAN'),
      },
      {
        kind: 'choice',
        path: ['spanningTree', 'mode'],
        label: text('Spanning tree', '生成树'),
        choices: [cli('v-stp'), cli('v-vbst'), cli('root-bridge'), { value: 'none', label: text('none', '无') }],
      },
      {
        kind: 'choice',
        path: ['spanningTree', 'stpMode'],
        label: text('STP mode', 'STP 模式'),
        choices: [cli('stp'), cli('rstp'), cli('mstp')],
        unset,
      },
      { kind: 'text', path: ['spanningTree', 'bridgeAddress'], label: text('Bridge address', '桥 MAC'), mono: true },
    ],
  },
  {
    title: text('DFS group', 'DFS Group'),
    dense: true,
    fields: [
      {
        kind: 'text',
        path: ['dfs', 'password'],
        label: text('Authentication password', '认证密码'),
        wide: true,
        hint: text('8 to 16 characters, equal on both by construction', '8～16 个字符，两端天然一致'),
        mono: true,
      },
      { kind: 'number', path: ['dfs', 'priorities', 0], label: text('Priority, first member', '优先级，第一台') },
      { kind: 'number', path: ['dfs', 'priorities', 1], label: text('Priority, second member', '优先级，第二台') },
      {
        kind: 'choice',
        path: ['dfs', 'consistencyCheck'],
        label: text('Consistency check', '一致性检查'),
        choices: [cli('strict'), cli('loose')],
        unset,
      },
      { kind: 'number', path: ['dfs', 'upDelaySeconds'], label: text('m-lag up-delay, s', 'm-lag up-delay（秒）') },
      {
        kind: 'choices',
        path: ['dfs', 'electionPackets'],
        label: text('Packets told to the other member', '同步给对端的报文'),
        choices: ['arp', 'nd', 'igmp', 'dhcp', 'mld'].map(cli),
      },
    ],
  },
  {
    title: text('Dual-active detection', '双主检测'),
    optional: { field: 'dualActiveDetection', template: { ends: [{}, {}] } },
    fields: [
      ...channelEnd('dualActiveDetection', 0),
      ...channelEnd('dualActiveDetection', 1),
      vrfField(['dualActiveDetection', 'vrfId']),
      {
        kind: 'number',
        path: ['dualActiveDetection', 'udpPort'],
        label: text('UDP port', 'UDP 端口'),
        hint: text('1025 to 2048', '1025～2048'),
      },
      {
        kind: 'number',
        path: ['dualActiveDetection', 'timeoutSeconds'],
        label: text('Timeout, s', '超时（秒）'),
        hint: text('3 to 60', '3～60'),
      },
      yesOrNo(['dualActiveDetection', 'withPeer'], text('Names the peer address', '写明对端地址'), text('yes', '是')),
      {
        kind: 'choice',
        path: ['dualActiveDetection', 'dialect'],
        label: text('Command form', '命令形式'),
        choices: [{ value: 'v200', label: text('source ip (before V300)', 'source ip（V300 之前）') }],
        unset: text('dual-active detection source ip', 'dual-active detection source ip'),
      },
    ],
  },
  {
    title: text('TCP synchronisation channel', 'TCP 同步通道'),
    optional: { field: 'syncChannel', template: { ends: [{}, {}], tcpPort: 6400 } },
    fields: [
      { kind: 'number', path: ['syncChannel', 'tcpPort'], label: text('TCP port', 'TCP 端口') },
      ...channelEnd('syncChannel', 0),
      ...channelEnd('syncChannel', 1),
      vrfField(['syncChannel', 'vrfId']),
    ],
  },
]

export const mlagAttachmentGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'number', path: ['mlagId'], label: text('M-LAG ID', 'M-LAG ID'), hint: text('1 to 2048', '1～2048') },
      {
        kind: 'choice',
        path: ['mode'],
        label: text('Mode', '模式'),
        choices: [
          { value: 'dual-active', label: text('dual-active', '双活') },
          { value: 'active-standby', label: text('active-standby', '主备') },
        ],
      },
      {
        kind: 'choice',
        path: ['aggregation'],
        label: text('Aggregation mode', '聚合模式'),
        choices: [cli('manual'), cli('lacp-static'), cli('lacp-dynamic')],
        unset,
      },
      {
        kind: 'choice',
        path: ['linkType'],
        label: text('Link type', '链路类型'),
        choices: [cli('access'), cli('trunk')],
      },
      { kind: 'list', item: 'vlans', path: ['vlans'], label: text('VLANs', 'VLAN') },
      { kind: 'flag', path: ['edgePort'], label: text('STP edge port', 'STP 边缘端口') },
      {
        kind: 'reference',
        path: ['trunks', 0],
        label: text('Eth-Trunk, first member', 'Eth-Trunk，第一台'),
        candidates: memberInterfaces(0),
        unset,
      },
      {
        kind: 'reference',
        path: ['trunks', 1],
        label: text('Eth-Trunk, second member', 'Eth-Trunk，第二台'),
        candidates: memberInterfaces(1),
        unset,
      },
    ],
  },
]

export const gatewayGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'number', path: ['vlan'], label: text('VLAN', 'VLAN') },
      {
        kind: 'text',
        path: ['ipv4'],
        label: text('IPv4 address of both members', '两台设备共用的 IPv4 地址'),
        mono: true,
      },
      {
        kind: 'text',
        path: ['ipv6'],
        label: text('IPv6 address of both members', '两台设备共用的 IPv6 地址'),
        mono: true,
      },
      { kind: 'text', path: ['macAddress'], label: text('Virtual MAC', '虚拟 MAC'), mono: true },
      vrfField(),
      {
        kind: 'list',
        item: 'text',
        path: ['mlagIpv4'],
        label: text('m-lag ip address of both members', '两台设备的 m-lag ip address'),
        hint: text('two addresses with length, for BGP over M-LAG', '两个带掩码长度的地址，用于 BGP over M-LAG'),
      },
      { kind: 'flag', path: ['arpProxy'], label: text('Proxy ARP', '代理 ARP') },
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
    ],
  },
]
