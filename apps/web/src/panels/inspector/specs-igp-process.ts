import type { Network, NetworkRecord } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { choice, cli, idsOf } from './spec-parts'
import { asUnderlay, levels, styles, topologies } from './specs-igp'

/** What the processes of interior gateway protocols have of their own on one device. */

type Kind = 'ospf' | 'ospfv3' | 'isis'

const processesOf = ({ underlays }: Network, kinds: readonly string[] = ['ospf', 'ospfv3', 'isis']) =>
  idsOf(underlays).filter((id) => kinds.includes(underlays[id]?.kind ?? ''))

const areas: FieldSpec = {
  kind: 'rows',
  path: ['areas'],
  label: text('Areas', '区域'),
  hint: text('stub areas, NSSAs, and areas without an interface', 'Stub、NSSA 以及没有接口的区域'),
  template: () => ({ area: 1, type: 'stub' }),
  fields: () => [
    { kind: 'number', path: ['area'], label: text('Area', '区域') },
    {
      kind: 'choice',
      path: ['type'],
      label: text('Type', '类型'),
      choices: [cli('stub'), cli('nssa')],
      unset: text('ordinary', '普通区域'),
    },
    {
      kind: 'choices',
      path: ['options'],
      label: text('Options', '选项'),
      choices: [
        'no-summary',
        'default-route-advertise',
        'no-import-route',
        'set-n-bit',
        'suppress-forwarding-address',
        'translator-always',
        'zero-address-forwarding',
      ].map(cli),
    },
  ],
}

function importedRoutes(kind: Kind): FieldSpec {
  const own: FieldSpec =
    kind === 'isis'
      ? { kind: 'flag', path: ['ipv6'], label: text('Into the IPv6 routes', '引入到 IPv6 路由') }
      : {
          kind: 'choice',
          path: ['type'],
          label: text('External type', '外部路由类型'),
          choices: [cli('1')],
          unset: text('2', '2'),
          as: { read: (stored) => stored, write: (typed) => (typed === undefined ? undefined : Number(typed)) },
        }
  return {
    kind: 'rows',
    path: ['importRoutes'],
    label: text('Imported routes', '引入的路由'),
    template: () => ({ protocol: 'direct' }),
    fields: () => [
      {
        kind: 'choice',
        path: ['protocol'],
        label: text('Protocol', '协议'),
        choices: ['direct', 'static', 'bgp', 'ospf', 'ospfv3', 'isis'].map(cli),
      },
      { kind: 'number', path: ['processId'], label: text('Process', '进程') },
      { kind: 'number', path: ['cost'], label: text('Cost', '开销') },
      own,
    ],
  }
}

const ownFields: { readonly [kind in Kind]: readonly FieldSpec[] } = {
  ospf: [
    {
      kind: 'flag',
      path: ['suppressReachability'],
      label: text('suppress-reachability', 'suppress-reachability'),
    },
    areas,
    importedRoutes('ospf'),
  ],
  ospfv3: [
    {
      kind: 'text',
      path: ['routerId'],
      label: text('Router ID', 'Router ID'),
      hint: text('none: left out', 'none：不配置'),
      mono: true,
    },
    areas,
    importedRoutes('ospfv3'),
  ],
  isis: [
    {
      kind: 'text',
      path: ['networkEntity'],
      label: text('Network entity (NET)', '网络实体名称（NET）'),
      wide: true,
      hint: text('none: left out', 'none：不配置'),
      mono: true,
    },
    { kind: 'choice', path: ['level'], label: text('Level', '级别'), choices: levels, unset: asUnderlay },
    { kind: 'choice', path: ['costStyle'], label: text('Cost style', '开销类型'), choices: styles, unset: asUnderlay },
    {
      kind: 'choice',
      path: ['ipv6Topology'],
      label: text('IPv6 topology', 'IPv6 拓扑'),
      choices: [...topologies, choice('none', 'none', '无')],
      unset: asUnderlay,
    },
    importedRoutes('isis'),
  ],
}

function fieldsOf(row: unknown, { underlays }: Network): readonly FieldSpec[] {
  const underlayId = typeof row === 'object' && row !== null && 'underlayId' in row ? String(row.underlayId) : ''
  const kind = underlays[underlayId]?.kind
  return [
    {
      kind: 'reference',
      path: ['underlayId'],
      label: text('Underlay', '底层网络'),
      wide: true,
      candidates: (network) => processesOf(network),
    },
    ...(kind === undefined || kind === 'ebgp' ? [] : ownFields[kind]),
  ]
}

/** The first underlay with a process on this device of which nothing is said yet. */
function newProcess(network: Network, record: NetworkRecord): unknown {
  const said = new Set((network.devices[record.id]?.igp ?? []).map(({ underlayId }) => underlayId as string))
  const underlayId = processesOf(network).find(
    (id) => !said.has(id) && network.underlays[id]?.deviceIds.some((deviceId) => deviceId === record.id),
  )
  return underlayId && { underlayId }
}

export const igpProcessGroup: FieldGroup = {
  title: text('OSPF and IS-IS processes', 'OSPF 与 IS-IS 进程'),
  fields: [
    {
      kind: 'rows',
      path: ['igp'],
      label: text('What differs from the underlay here', '与底层网络不同的设置'),
      template: newProcess,
      fields: fieldsOf,
    },
    {
      kind: 'rows',
      path: ['ospfNetworks'],
      label: text('OSPF network statements', 'OSPF network 语句'),
      hint: text('none: LoopBacks and links, one by one', '无：逐条匹配 LoopBack 和链路'),
      template: (network) => {
        const [underlayId] = processesOf(network, ['ospf'])
        return underlayId && { underlayId, area: 0, prefix: '10.0.0.0/24' }
      },
      fields: () => [
        {
          kind: 'reference',
          path: ['underlayId'],
          label: text('Underlay', '底层网络'),
          candidates: (network) => processesOf(network, ['ospf']),
        },
        { kind: 'number', path: ['area'], label: text('Area', '区域') },
        { kind: 'text', path: ['prefix'], label: text('Prefix', '网段'), mono: true, wide: true },
      ],
    },
  ],
}
