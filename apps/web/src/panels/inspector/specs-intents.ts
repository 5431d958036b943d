import type { LocalText, Network, NetworkRecord, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'

/** Roles of devices as people choose them. */
export const roleChoices: readonly { readonly value: string; readonly label: LocalText }[] = [
  { value: 'spine', label: text('spine', 'spine') },
  { value: 'leaf', label: text('leaf', 'leaf') },
  { value: 'border', label: text('border', '边界') },
  { value: 'route-reflector', label: text('route reflector', '路由反射器') },
  { value: 'pe-router', label: text('PE router', 'PE 路由器') },
  { value: 'asbr', label: text('ASBR', 'ASBR') },
  { value: 'other', label: text('other', '其他') },
]

const memberFields: readonly FieldSpec[] = [
  {
    kind: 'list',
    item: 'text',
    path: ['roles'],
    label: text('Members by role', '按角色确定的成员'),
    hint: text(
      'spine, leaf, border …: whatever has the role, also what is added later',
      'spine、leaf、border 等：具有该角色的设备，包括以后添加的',
    ),
  },
  {
    kind: 'list',
    item: 'text',
    path: ['deviceIds'],
    label: text('Further members (record ids)', '其他成员（记录 ID）'),
  },
]

const loopbackField: FieldSpec = {
  kind: 'number',
  path: ['loopback'],
  label: text('Source LoopBack (number)', '源 LoopBack（编号）'),
}

const centres: { readonly [kind in 'ibgp' | 'ebgp']: readonly FieldSpec[] } = {
  ibgp: [
    {
      kind: 'list',
      item: 'text',
      path: ['reflectorIds'],
      label: text('Route reflectors (record ids)', '路由反射器（记录 ID）'),
    },
    { kind: 'text', path: ['clusterId'], label: text('Cluster ID', 'Cluster ID'), mono: true },
  ],
  ebgp: [
    {
      kind: 'list',
      item: 'text',
      path: ['hubIds'],
      label: text('Hubs, such as spines (record ids)', '中心设备，如 spine（记录 ID）'),
    },
  ],
}

export function overlayGroups(record: NetworkRecord): readonly FieldGroup[] {
  const kind = 'kind' in record && record.kind === 'ebgp' ? 'ebgp' : 'ibgp'
  return [
    {
      fields: [
        ...memberFields,
        ...centres[kind],
        {
          kind: 'list',
          item: 'text',
          path: ['families'],
          label: text('Address families', '地址族'),
          hint: text('ipv4-unicast, ipv6-unicast, evpn', 'ipv4-unicast、ipv6-unicast、evpn'),
        },
        loopbackField,
        {
          kind: 'text',
          path: ['instance'],
          label: text('BGP process, if not the base one', 'BGP 实例（非基础进程时）'),
          mono: true,
        },
      ],
    },
  ]
}

export const bmpMonitoringGroups: readonly FieldGroup[] = [
  {
    fields: [
      {
        kind: 'reference',
        path: ['stationId'],
        label: text('Station', '监控服务器'),
        candidates: (network) => idsOf(network.stations),
      },
      ...memberFields,
      loopbackField,
      {
        kind: 'reference',
        path: ['vrfId'],
        label: text('VPN instance', 'VPN 实例'),
        candidates: (network) => idsOf(network.vrfs),
        unset: text('public', '公网'),
      },
      {
        kind: 'list',
        item: 'text',
        path: ['exceptIds'],
        label: text('Members without a session (record ids)', '不建会话的成员（记录 ID）'),
      },
    ],
  },
]

export const roleDefaultsGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'choice', path: ['role'], label: text('Role', '角色'), choices: roleChoices },
      { kind: 'text', path: ['model'], label: text('Model', '型号'), mono: true },
      {
        kind: 'text',
        path: ['asNumber'],
        label: text('AS number', 'AS 号'),
        hint: text('empty: each its own, from the pool', '留空：由资源池各自分配'),
        mono: true,
      },
      { kind: 'list', item: 'vlans', path: ['loopbacks'], label: text('LoopBacks (numbers)', 'LoopBack（编号）') },
    ],
  },
]

function idsOf(records: Network['stations'] | Network['vrfs']): readonly RecordId[] {
  return Object.values(records)
    .map(({ id }) => id)
    .sort()
}
