import type { NetworkRecord, RecordKind } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { choice, idsOf, vrfField } from './spec-parts'
import { bmpSessionGroups } from './specs-bmp'
import { deviceGroups } from './specs-device'
import { underlayGroups } from './specs-igp'
import { bmpMonitoringGroups, overlayGroups, roleDefaultsGroups } from './specs-intents'
import { interfaceGroups } from './specs-interface'
import { gatewayGroups, mlagAttachmentGroups, mlagGroups } from './specs-mlag'
import { bridgeDomainGroups } from './specs-overlay'
import { asPathFilterGroups, prefixListGroups, routePolicyGroups } from './specs-policies'
import { peeringGroups, staticRouteGroups, vrfGroups } from './specs-routing'

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
  interface: [],
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
  if (kind === 'interface') return interfaceGroups(record)
  return groups
}
