import type { LocalText, Network, NetworkRecord } from '@weft/domain'
import { text } from '@weft/domain'
import type { Choice, FieldGroup, FieldSpec } from './fields'
import { cli, deviceIds, familyChoices, idsOf, vrfField, yesOrNo } from './spec-parts'
import { monitorField } from './specs-bmp'

/** Roles of devices as people choose them. */
export const roleChoices: readonly Choice[] = [
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
    kind: 'choices',
    path: ['roles'],
    label: text('Members by role', '按角色确定的成员'),
    choices: roleChoices,
    hint: text('whatever has the role, also what is added later', '具有该角色的设备，包括以后添加的'),
  },
  {
    kind: 'references',
    path: ['deviceIds'],
    label: text('Further members', '其他成员'),
    candidates: deviceIds,
  },
]

const loopbackField = (otherwise: LocalText): FieldSpec => ({
  kind: 'number',
  path: ['loopback'],
  label: text('Source LoopBack (number)', '源 LoopBack（编号）'),
  hint: otherwise,
})

const centres: { readonly [kind in 'ibgp' | 'ebgp']: readonly FieldSpec[] } = {
  ibgp: [
    {
      kind: 'references',
      path: ['reflectorIds'],
      label: text('Route reflectors', '路由反射器'),
      candidates: deviceIds,
    },
    { kind: 'text', path: ['clusterId'], label: text('Cluster ID', 'Cluster ID'), mono: true },
  ],
  ebgp: [
    {
      kind: 'references',
      path: ['hubIds'],
      label: text('Hubs, such as spines', '中心设备，如 spine'),
      candidates: deviceIds,
    },
    yesOrNo(
      ['nextHopInvariable'],
      text('Hubs keep the next hop of EVPN routes', '中心设备保持 EVPN 路由的下一跳'),
      text('yes', '是'),
    ),
  ],
}

const pairMember: FieldSpec = { kind: 'reference', path: [0], label: text('Device', '设备'), candidates: deviceIds }

/** The first two members that are named. */
function newPair(network: Network, record: NetworkRecord): unknown {
  const named = ('deviceIds' in record ? record.deviceIds : undefined) ?? []
  const [first, second] = [...new Set([...named, ...deviceIds(network)])]
  return first && second && [first, second]
}

/** The further BGP processes that some device has. */
function processes({ devices }: Network): readonly Choice[] {
  const names = Object.values(devices).flatMap(({ bgpInstances = [] }) => bgpInstances.map(({ name }) => name))
  return [...new Set(names)].sort().map(cli)
}

export function overlayGroups(record: NetworkRecord): readonly FieldGroup[] {
  const kind = 'kind' in record && record.kind === 'ebgp' ? 'ebgp' : 'ibgp'
  return [
    {
      fields: [
        ...memberFields,
        ...centres[kind],
        {
          kind: 'choices',
          path: ['families'],
          label: text('Address families', '地址族'),
          choices: familyChoices,
        },
        loopbackField(text('empty: 0', '留空：0')),
        {
          kind: 'choice',
          path: ['instance'],
          label: text('BGP process', 'BGP 进程'),
          choices: processes,
          unset: text('the base process of each device', '各设备的基础进程'),
        },
        {
          kind: 'rows',
          path: ['exceptPairs'],
          label: text('Pairs without a session', '不建会话的设备对'),
          template: newPair,
          fields: () => ([0, 1] as const).map((side) => ({ ...pairMember, path: [side] })),
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
      loopbackField(text('empty: the BMP view or the route decides', '留空：由 BMP 视图或路由决定')),
      vrfField(),
      {
        kind: 'references',
        path: ['exceptIds'],
        label: text('Members without a session', '不建会话的成员'),
        candidates: deviceIds,
      },
      monitorField,
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
