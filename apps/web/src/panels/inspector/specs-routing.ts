import type { LocalText, Network, NetworkRecord, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { filterFields } from './specs-policies'

const unset = text('not set', '未设置')
const cli = (value: string) => ({ value, label: text(value, value) })
const vrfs = (network: Network): readonly RecordId[] =>
  Object.values(network.vrfs)
    .map((vrf) => vrf.id)
    .sort()
const vrfField: FieldSpec = {
  kind: 'reference',
  path: ['vrfId'],
  label: text('VPN instance', 'VPN 实例'),
  candidates: vrfs,
  unset: text('public', '公网'),
}

function interfacesOf(network: Network, deviceId: string | undefined): readonly RecordId[] {
  return Object.values(network.interfaces)
    .filter((candidate) => candidate.deviceId === deviceId)
    .map((candidate) => candidate.id)
    .sort()
}

function endInterfaces(side: 0 | 1) {
  return (network: Network, record: NetworkRecord): readonly RecordId[] => {
    const end = 'ends' in record ? record.ends[side] : undefined
    if (typeof end !== 'object' || !('owner' in end)) return []
    return 'deviceId' in end.owner ? interfacesOf(network, end.owner.deviceId) : []
  }
}

function ownInterfaces(network: Network, record: NetworkRecord): readonly RecordId[] {
  return 'deviceId' in record ? interfacesOf(network, record.deviceId) : []
}

function peeringEnd(side: 0 | 1, title: LocalText): FieldGroup {
  return {
    title,
    fields: [
      {
        kind: 'text',
        path: ['ends', side, 'instance'],
        label: text('BGP process (name of an instance)', 'BGP 进程（实例名称）'),
        hint: text('empty: the base process of the device', '留空：设备的基础进程'),
        mono: true,
      },
      {
        kind: 'reference',
        path: ['ends', side, 'interfaceId'],
        label: text('Source interface', '源接口'),
        candidates: endInterfaces(side),
        unset,
      },
      { kind: 'text', path: ['ends', side, 'address'], label: text('Source address', '源地址'), mono: true },
      {
        kind: 'choice',
        path: ['ends', side, 'connectInterface'],
        label: text('connect-interface', 'connect-interface'),
        choices: [cli('none'), cli('interface'), cli('address'), cli('interface-and-address')],
        unset: text('automatic', '自动'),
      },
      {
        kind: 'number',
        path: ['ends', side, 'ebgpMaxHop'],
        label: text('ebgp-max-hop', 'ebgp-max-hop'),
        hint: text('empty: computed; none: left out', '留空：自动计算；none：不配置'),
      },
      {
        kind: 'text',
        path: ['ends', side, 'remoteAddress'],
        label: text('Peer address, if not the other end’s own', '对等体地址（与对端实际地址不同时）'),
        mono: true,
      },
      {
        kind: 'text',
        path: ['ends', side, 'remoteAsNumber'],
        label: text('Peer AS, if not the other end’s own', '对等体 AS 号（与对端实际不同时）'),
        mono: true,
      },
      {
        kind: 'number',
        path: ['ends', side, 'validTtlHops'],
        label: text('valid-ttl-hops (GTSM)', 'valid-ttl-hops（GTSM）'),
      },
      { kind: 'number', path: ['ends', side, 'allowAsLoop'], label: text('allow-as-loop', 'allow-as-loop') },
      {
        kind: 'list',
        item: 'text',
        path: ['ends', side, 'relyStateInterfaceIds'],
        label: text('rely-state interfaces (record ids)', 'rely-state 接口（记录 ID）'),
      },
      {
        kind: 'flag',
        path: ['ends', side, 'reflectClient'],
        label: text('The peer is a reflection client', '对等体为反射客户机'),
      },
      { kind: 'flag', path: ['ends', side, 'nextHopLocal'], label: text('next-hop-local', 'next-hop-local') },
      {
        kind: 'flag',
        path: ['ends', side, 'nextHopInvariable'],
        label: text('next-hop-invariable', 'next-hop-invariable'),
      },
      {
        kind: 'flag',
        path: ['ends', side, 'ignore'],
        label: text('Session disabled (peer ignore)', '禁用会话（peer ignore）'),
      },
      {
        kind: 'choice',
        path: ['ends', side, 'openMode'],
        label: text('Who opens the connection', '连接建立方式'),
        choices: [cli('listen-only'), cli('connect-only')],
        unset: text('both', '双向'),
      },
      {
        kind: 'text',
        path: ['ends', side, 'keychain'],
        label: text('Keychain, if not that of the peering', 'Keychain（与会话设置不同时）'),
        mono: true,
      },
      {
        kind: 'number',
        path: ['ends', side, 'keepaliveSeconds'],
        label: text('Keepalive of this end, s', '本端 Keepalive（秒）'),
      },
      {
        kind: 'number',
        path: ['ends', side, 'holdSeconds'],
        label: text('Hold time of this end, s', '本端保持时间（秒）'),
      },
      ...filterFields(side),
    ],
  }
}

export const peeringGroups: readonly FieldGroup[] = [
  {
    fields: [
      {
        kind: 'list',
        item: 'text',
        path: ['families'],
        label: text('Address families', '地址族'),
        hint: text('ipv4-unicast, ipv6-unicast, evpn, vpnv4, vpnv6', 'ipv4-unicast、ipv6-unicast、evpn、vpnv4、vpnv6'),
      },
      vrfField,
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
      { kind: 'number', path: ['keepaliveSeconds'], label: text('Keepalive, s', 'Keepalive（秒）') },
      { kind: 'number', path: ['holdSeconds'], label: text('Hold time, s', '保持时间（秒）') },
      { kind: 'flag', path: ['bfd'], label: text('BFD', 'BFD') },
      { kind: 'text', path: ['keychain'], label: text('Keychain', 'Keychain'), mono: true },
    ],
  },
  peeringEnd(0, text('First end', '第一端')),
  peeringEnd(1, text('Second end', '第二端')),
]

export const bmpSessionGroups: readonly FieldGroup[] = [
  {
    fields: [
      {
        kind: 'reference',
        path: ['stationId'],
        label: text('Station', '监控服务器'),
        candidates: (network) =>
          Object.values(network.stations)
            .map((station) => station.id)
            .sort(),
      },
      {
        kind: 'number',
        path: ['tcpPort'],
        label: text('TCP port, if not the station’s', 'TCP 端口（与服务器不同时）'),
      },
      { kind: 'text', path: ['alias'], label: text('Alias', '别名'), mono: true },
      vrfField,
      {
        kind: 'reference',
        path: ['source', 'interfaceId'],
        label: text('Source interface', '源接口'),
        candidates: ownInterfaces,
        unset,
      },
      { kind: 'text', path: ['source', 'address'], label: text('Source address', '源地址'), mono: true },
    ],
  },
]

export const staticRouteGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['prefix'], label: text('Destination', '目的网段'), mono: true },
      {
        kind: 'choice',
        path: ['nextHop', 'kind'],
        label: text('Next hop', '下一跳类型'),
        choices: [
          { value: 'address', label: text('address', '地址') },
          { value: 'interface', label: text('interface', '接口') },
          cli('null0'),
        ],
      },
      { kind: 'text', path: ['nextHop', 'address'], label: text('Next-hop address', '下一跳地址'), mono: true },
      {
        kind: 'reference',
        path: ['nextHop', 'interfaceId'],
        label: text('Out-interface', '出接口'),
        candidates: ownInterfaces,
        unset,
      },
      {
        kind: 'number',
        path: ['preference'],
        label: text('Preference', '优先级'),
        hint: text('1 to 255, default 60', '1～255，缺省 60'),
      },
      vrfField,
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
    ],
  },
]

export const vrfGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['name'], label: text('Name', '名称'), mono: true },
      { kind: 'number', path: ['vni'], label: text('Layer 3 VNI', '三层 VNI') },
    ],
  },
  ...(['ipv4', 'ipv6'] as const).map(
    (family): FieldGroup => ({
      title: text(family === 'ipv4' ? 'IPv4 family' : 'IPv6 family', family === 'ipv4' ? 'IPv4 地址族' : 'IPv6 地址族'),
      optional: { field: family, template: { importTargets: [], exportTargets: [] } },
      fields: [
        { kind: 'text', path: [family, 'routeDistinguisher'], label: text('Route distinguisher', 'RD'), mono: true },
        { kind: 'list', item: 'text', path: [family, 'exportTargets'], label: text('Export targets', '出方向 RT') },
        { kind: 'list', item: 'text', path: [family, 'importTargets'], label: text('Import targets', '入方向 RT') },
        {
          kind: 'list',
          item: 'text',
          path: [family, 'evpnExportTargets'],
          label: text('Export targets, EVPN', '出方向 RT（EVPN）'),
        },
        {
          kind: 'list',
          item: 'text',
          path: [family, 'evpnImportTargets'],
          label: text('Import targets, EVPN', '入方向 RT（EVPN）'),
        },
      ],
    }),
  ),
]
