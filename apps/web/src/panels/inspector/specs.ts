import type { Network, NetworkRecord, RecordId, RecordKind } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { choice, cli, idsOf, interfacesOf, noneOrList, unset, vrfField } from './spec-parts'
import { bmpSessionGroups } from './specs-bmp'
import { deviceGroups } from './specs-device'
import { igpInterfaceGroups, underlayGroups } from './specs-igp'
import { bmpMonitoringGroups, overlayGroups, roleDefaultsGroups } from './specs-intents'
import { gatewayGroups, mlagAttachmentGroups, mlagGroups } from './specs-mlag'
import { bridgeDomainGroups, overlayInterfaceGroups } from './specs-overlay'
import { asPathFilterGroups, prefixListGroups, routePolicyGroups } from './specs-policies'
import { peeringGroups, staticRouteGroups, vrfGroups } from './specs-routing'

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
        hint: text('none: without an address, as for IPv6', 'none：不配置地址（IPv6 同样）'),
        as: noneOrList,
      },
      {
        kind: 'list',
        item: 'text',
        path: ['ipv6'],
        label: text('IPv6 addresses', 'IPv6 地址'),
        as: noneOrList,
      },
      {
        kind: 'text',
        path: ['ipv6LinkLocal'],
        label: text('IPv6 link-local address', 'IPv6 链路本地地址'),
        mono: true,
      },
      vrfField(),
      {
        kind: 'reference',
        path: ['unnumberedFrom'],
        label: text('Borrow the address of', '借用地址自'),
        candidates: sameDeviceInterfaces,
        unset,
      },
      { kind: 'flag', path: ['outsideUnderlay'], label: text('Keep out of the underlay', '不加入底层网络') },
      { kind: 'flag', path: ['shutdown'], label: text('Shut down', '关闭') },
    ],
  },
]

const detailGroup: FieldGroup = {
  title: text('Details', '更多'),
  fields: [
    { kind: 'number', path: ['mtu'], label: text('MTU, bytes', 'MTU（字节）') },
    { kind: 'text', path: ['macAddress'], label: text('MAC address', 'MAC 地址'), mono: true },
    { kind: 'flag', path: ['arpProxy'], label: text('Proxy ARP', '代理 ARP') },
  ],
}

const switchingGroup: FieldGroup = {
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
}

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
        kind: 'references',
        path: ['carriedBy'],
        label: text('Links that carry the VLAN', '承载该 VLAN 的链路'),
        candidates: (network) => idsOf(network.links),
      },
      vrfField(),
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

const rangeFields = (kind: 'text' | 'number'): readonly FieldSpec[] => [
  { kind, path: ['first'], label: text('First', '起始'), mono: true },
  { kind, path: ['last'], label: text('Last', '结束'), mono: true },
]

/** AS numbers may be written with a dot. */
const numberPoolGroups = (kind: 'text' | 'number'): readonly FieldGroup[] => [
  {
    fields: [
      ...rangeFields(kind),
      {
        kind: 'rows',
        path: ['reserved'],
        label: text('Reserved ranges, given to nobody', '保留范围（不分配）'),
        template: (network, record) => {
          const pool = network.pools[record.id]
          return pool && 'first' in pool ? { first: pool.last, last: pool.last } : undefined
        },
        fields: () => rangeFields(kind),
      },
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
  if (kind === 'overlay') return overlayGroups(record)
  if (kind === 'interface') return interfaceGroupsOf(record)
  return groups
}

/** What an interface can have follows from its kind, which is in its name. */
function interfaceGroupsOf(record: NetworkRecord): readonly FieldGroup[] {
  const name = 'name' in record && record.name !== undefined ? record.name : ''
  const isPort = !name.includes('.') && !/^(LoopBack|Vlanif|Vbdif|Nve|MEth)/.test(name)
  return [
    ...interfaceGroups,
    ...overlayInterfaceGroups(name),
    ...(isPort ? [switchingGroup] : []),
    ...(name.startsWith('Nve') ? [] : igpInterfaceGroups),
    detailGroup,
  ]
}

function sameDeviceInterfaces(network: Network, record: NetworkRecord): readonly RecordId[] {
  return 'deviceId' in record ? interfacesOf(network, record.deviceId).filter((id) => id !== record.id) : []
}

function sameDeviceTrunks(network: Network, record: NetworkRecord): readonly RecordId[] {
  return sameDeviceInterfaces(network, record).filter((id) => network.interfaces[id]?.name.startsWith('Eth-Trunk'))
}
