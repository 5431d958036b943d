import type { Network, NetworkRecord, RecordId, RecordKind } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup } from './fields'
import { igpProcessGroups, underlayGroups, underlayInterfaceGroup } from './specs-igp'
import { bmpMonitoringGroups, overlayGroups, roleChoices, roleDefaultsGroups } from './specs-intents'
import { gatewayGroups, mlagAttachmentGroups, mlagGroups } from './specs-mlag'
import { bridgeDomainGroups, overlayInterfaceGroups } from './specs-overlay'
import { asPathFilterGroups, prefixListGroups, routePolicyGroups } from './specs-policies'
import { bmpSessionGroups, peeringGroups, staticRouteGroups, vrfGroups } from './specs-routing'

const unset = text('not set', '未设置')

const choice = (value: string, en: string, zh: string) => ({ value, label: text(en, zh) })
const cli = (value: string) => choice(value, value, value)

function idsOf(collection: { readonly [id: string]: { readonly id: RecordId } }): readonly RecordId[] {
  return Object.values(collection)
    .map((record) => record.id)
    .sort()
}

const vrfCandidates = (network: Network) => idsOf(network.vrfs)

const deviceGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['name'], label: text('Name (sysname)', '名称（sysname）'), mono: true },
      { kind: 'text', path: ['model'], label: text('Model', '型号'), mono: true },
      { kind: 'text', path: ['softwareVersion'], label: text('Software version', '软件版本'), mono: true },
      {
        kind: 'choice',
        path: ['forwardingMode'],
        label: text('Forwarding mode (CE6885-LL)', '转发模式（CE6885-LL）'),
        choices: [choice('standard', 'standard', '标准'), choice('low-latency', 'low latency', '低时延')],
        unset,
      },
      {
        kind: 'choice',
        path: ['role'],
        label: text('Role', '角色'),
        choices: roleChoices,
      },
      { kind: 'text', path: ['asNumber'], label: text('AS number', 'AS 号'), mono: true },
      { kind: 'text', path: ['routerId'], label: text('Router ID', 'Router ID'), mono: true },
      { kind: 'list', item: 'vlans', path: ['extraVlans'], label: text('Further VLANs', '其他 VLAN') },
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
    ],
  },
  {
    title: text('BGP and BMP', 'BGP 与 BMP'),
    fields: [
      { kind: 'text', path: ['bgp', 'clusterId'], label: text('Cluster ID', '集群 ID'), mono: true },
      { kind: 'flag', path: ['bgp', 'keepAllRoutes'], label: text('keep-all-routes', 'keep-all-routes') },
      {
        kind: 'text',
        path: ['bmp', 'sourceIpv4'],
        label: text('BMP source address (BMP view)', 'BMP 源地址（BMP 视图）'),
        mono: true,
      },
      {
        kind: 'number',
        path: ['bmp', 'statisticsTimerSeconds'],
        label: text('BMP statistics timer, s', 'BMP 统计周期（秒）'),
        hint: text('15 to 65535', '15～65535'),
      },
      { kind: 'flag', path: ['asNotationPlain'], label: text('as-notation plain', 'as-notation plain') },
    ],
  },
]

const interfaceGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['name'], label: text('Interface', '接口'), mono: true },
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
      {
        kind: 'choice',
        path: ['mode'],
        label: text('Mode', '模式'),
        choices: [choice('switched', 'switched (Layer 2)', '二层'), choice('routed', 'routed (Layer 3)', '三层')],
        unset,
      },
      {
        kind: 'list',
        item: 'text',
        path: ['ipv4'],
        label: text('IPv4 addresses (first is primary)', 'IPv4 地址（首个为主地址）'),
      },
      { kind: 'list', item: 'text', path: ['ipv6'], label: text('IPv6 addresses', 'IPv6 地址') },
      {
        kind: 'reference',
        path: ['vrfId'],
        label: text('VPN instance', 'VPN 实例'),
        candidates: vrfCandidates,
        unset: text('public', '公网'),
      },
      {
        kind: 'reference',
        path: ['unnumberedFrom'],
        label: text('Borrow the address of', '借用地址自'),
        candidates: sameDeviceInterfaces,
        unset,
      },
      { kind: 'flag', path: ['shutdown'], label: text('Shut down', '关闭') },
    ],
  },
  {
    title: text('Switching and aggregation', '二层与聚合'),
    fields: [
      {
        kind: 'reference',
        path: ['memberOf'],
        label: text('Member of Eth-Trunk', '所属 Eth-Trunk'),
        candidates: sameDeviceTrunks,
        unset,
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
        path: ['switching', 'linkType'],
        label: text('Link type', '链路类型'),
        choices: [cli('access'), cli('trunk'), cli('hybrid'), cli('dot1q-tunnel')],
        unset,
      },
      { kind: 'number', path: ['switching', 'vlan'], label: text('Default VLAN or PVID', '缺省 VLAN 或 PVID') },
      { kind: 'list', item: 'vlans', path: ['switching', 'allowedVlans'], label: text('Allowed VLANs', '允许的 VLAN') },
      {
        kind: 'list',
        item: 'vlans',
        path: ['switching', 'untaggedVlans'],
        label: text('Untagged VLANs (hybrid)', '不带标签的 VLAN（hybrid）'),
      },
      { kind: 'flag', path: ['switching', 'edgePort'], label: text('STP edge port', 'STP 边缘端口') },
      {
        kind: 'flag',
        path: ['unpairedPortReserved'],
        label: text('m-lag unpaired-port reserved', 'm-lag unpaired-port reserved'),
      },
    ],
  },
  {
    title: text('Details', '更多'),
    fields: [
      { kind: 'number', path: ['mtu'], label: text('MTU, bytes', 'MTU（字节）') },
      { kind: 'text', path: ['macAddress'], label: text('MAC address', 'MAC 地址'), mono: true },
      { kind: 'flag', path: ['arpProxy'], label: text('Proxy ARP', '代理 ARP') },
    ],
  },
  underlayInterfaceGroup,
]

const linkGroups: readonly FieldGroup[] = [
  { fields: [{ kind: 'text', path: ['description'], label: text('Description', '描述') }] },
]

const vlanifLinkGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'number', path: ['vlan'], label: text('VLAN', 'VLAN') },
      { kind: 'text', path: ['ipv4Subnet'], label: text('IPv4 subnet', 'IPv4 网段'), mono: true },
      { kind: 'text', path: ['ipv6Subnet'], label: text('IPv6 subnet', 'IPv6 网段'), mono: true },
      {
        kind: 'reference',
        path: ['vrfId'],
        label: text('VPN instance', 'VPN 实例'),
        candidates: vrfCandidates,
        unset: text('public', '公网'),
      },
    ],
  },
]

const hostGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['name'], label: text('Name', '名称'), mono: true },
      {
        kind: 'choice',
        path: ['kind'],
        label: text('Kind', '类型'),
        choices: [
          choice('server', 'server', '服务器'),
          choice('switch', 'switch', '交换机'),
          choice('router', 'router', '路由器'),
          choice('external', 'external', '外部网络'),
        ],
      },
      { kind: 'list', item: 'text', path: ['addresses'], label: text('Addresses', '地址') },
      { kind: 'text', path: ['asNumber'], label: text('AS number', 'AS 号'), mono: true },
    ],
  },
]

const stationGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['name'], label: text('Name', '名称'), mono: true },
      { kind: 'text', path: ['address'], label: text('Address', '地址'), mono: true },
      { kind: 'number', path: ['tcpPort'], label: text('TCP port', 'TCP 端口') },
    ],
  },
]

const prefixPoolGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['prefix'], label: text('Prefix', '网段'), mono: true },
      {
        kind: 'list',
        item: 'text',
        path: ['reserved'],
        label: text('Reserved prefixes, given to nobody', '保留网段（不分配）'),
      },
    ],
  },
]

/** AS numbers may be written with a dot. */
const numberPoolGroups = (kind: 'text' | 'number'): readonly FieldGroup[] => [
  {
    fields: [
      { kind, path: ['first'], label: text('First', '起始') },
      { kind, path: ['last'], label: text('Last', '结束') },
    ],
  },
]

const waiverGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['finding'], label: text('Finding', '检查结果'), mono: true },
      { kind: 'text', path: ['reason'], label: text('Reason', '原因') },
      { kind: 'text', path: ['owner'], label: text('Who answers for it', '责任人') },
      { kind: 'text', path: ['until'], label: text('Last day, as 2026-12-31', '最后一天，如 2026-12-31'), mono: true },
    ],
  },
]

const byKind: { readonly [kind in RecordKind]: readonly FieldGroup[] } = {
  device: deviceGroups,
  interface: interfaceGroups,
  link: linkGroups,
  'vlanif-link': vlanifLinkGroups,
  mlag: mlagGroups,
  attachment: mlagAttachmentGroups,
  gateway: gatewayGroups,
  host: hostGroups,
  station: stationGroups,
  vrf: vrfGroups,
  'bridge-domain': bridgeDomainGroups,
  peering: peeringGroups,
  'bmp-session': bmpSessionGroups,
  'static-route': staticRouteGroups,
  underlay: [],
  overlay: [],
  'bmp-monitoring': bmpMonitoringGroups,
  'role-defaults': roleDefaultsGroups,
  pool: [],
  waiver: waiverGroups,
  requirement: [{ fields: [{ kind: 'text', path: ['name'], label: text('Name', '名称') }] }],
  'prefix-list': prefixListGroups,
  'as-path-filter': asPathFilterGroups,
  'route-policy': routePolicyGroups,
}

/** The fields of one record. Those a record of this shape cannot have (an AS pool has no prefix) are left out. */
export function groupsOf(kind: RecordKind, record: NetworkRecord): readonly FieldGroup[] {
  const groups = byKind[kind]
  if (kind === 'pool') {
    if ('prefix' in record) return prefixPoolGroups
    return numberPoolGroups('kind' in record && record.kind === 'as' ? 'text' : 'number')
  }
  if (kind === 'underlay') return underlayGroups(record)
  if (kind === 'device') return [...groups, ...igpProcessGroups(record)]
  if (kind === 'overlay') return overlayGroups(record)
  if (kind === 'interface') return [...groups, ...overlayInterfaceGroups(record)]
  return groups
}

function sameDeviceInterfaces(network: Network, record: NetworkRecord): readonly RecordId[] {
  return Object.values(network.interfaces)
    .filter((other) => 'deviceId' in record && other.deviceId === record.deviceId && other.id !== record.id)
    .map((other) => other.id)
    .sort()
}

function sameDeviceTrunks(network: Network, record: NetworkRecord): readonly RecordId[] {
  return sameDeviceInterfaces(network, record).filter((id) => network.interfaces[id]?.name.startsWith('Eth-Trunk'))
}
