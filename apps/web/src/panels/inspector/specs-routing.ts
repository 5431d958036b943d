import type { Device, LocalText, Network, NetworkRecord, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { Choice, FieldGroup, FieldSpec } from './fields'
import { under } from './fields'
import { choice, cli, familyChoices, interfacesOf, unset, vrfField } from './spec-parts'
import { filterFields } from './specs-policies'

function endInterfaces(side: 0 | 1) {
  return (network: Network, record: NetworkRecord): readonly RecordId[] =>
    interfacesOf(network, endDevice(network, record, side)?.id)
}

function ownInterfaces(network: Network, record: NetworkRecord): readonly RecordId[] {
  return 'deviceId' in record ? interfacesOf(network, record.deviceId) : []
}

function endDevice(network: Network, record: NetworkRecord, side: 0 | 1): Device | undefined {
  const end = 'ends' in record ? record.ends[side] : undefined
  if (typeof end !== 'object' || !('owner' in end)) return undefined
  return 'deviceId' in end.owner ? network.devices[end.owner.deviceId] : undefined
}

/** The further BGP processes of the device at one end. */
function endProcesses(side: 0 | 1) {
  return (network: Network, record: NetworkRecord): readonly Choice[] =>
    (endDevice(network, record, side)?.bgpInstances ?? []).map(({ name, asNumber }) =>
      choice(name, `${name} (AS ${asNumber})`, `${name}（AS ${asNumber}）`),
    )
}

/** What one end has of its own, and below it what few ends have. */
function peeringEnd(side: 0 | 1, { en, zh }: LocalText): readonly FieldGroup[] {
  return [
    { title: text(en, zh), fields: endFields(side) },
    { title: text(`${en}: EVPN`, `${zh}：EVPN`), fields: evpnFields(side) },
    { title: text(`${en}: policies and filters`, `${zh}：策略与过滤`), fields: filterFields(side), dense: true },
  ]
}

function endFields(side: 0 | 1): readonly FieldSpec[] {
  return [
    {
      kind: 'choice',
      path: ['ends', side, 'instance'],
      label: text('BGP process', 'BGP 进程'),
      choices: endProcesses(side),
      unset: text('the base process', '基础进程'),
    },
    { ...vrfField(['ends', side, 'vrfId']), unset: text('as the peering', '与会话相同') },
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
      kind: 'references',
      path: ['ends', side, 'relyStateInterfaceIds'],
      label: text('rely-state interfaces', 'rely-state 接口'),
      candidates: endInterfaces(side),
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
    {
      kind: 'choices',
      path: ['ends', side, 'disabledFamilies'],
      label: text('Families not enabled at this end', '本端未使能的地址族'),
      choices: familyChoices,
    },
    {
      kind: 'flag',
      path: ['ends', side, 'notConfigured'],
      label: text('Configured at the other end only', '仅在对端配置'),
    },
  ]
}

/** What an end does with EVPN routes toward the other one. */
function evpnFields(side: 0 | 1): readonly FieldSpec[] {
  return under(
    ['ends', side, 'evpn'],
    [
      {
        kind: 'choice',
        path: ['advertise'],
        label: text('Host routes as', '主机路由发布为'),
        choices: [cli('irb'), cli('arp')],
        unset,
      },
      {
        kind: 'choice',
        path: ['advertiseIpv6'],
        label: text('IPv6 host routes as', 'IPv6 主机路由发布为'),
        choices: [cli('irbv6'), cli('nd')],
        unset,
      },
      {
        kind: 'choice',
        path: ['encapsulation'],
        label: text('Encapsulation told', '通告的封装'),
        choices: [cli('vxlan')],
        unset,
      },
      {
        kind: 'flag',
        path: ['importReoriginate'],
        label: text('import reoriginate', 'import reoriginate'),
      },
      {
        kind: 'choices',
        path: ['advertiseReoriginated'],
        label: text('Routes made anew that it gets', '发布的重生成路由'),
        choices: ['ip', 'ipv6', 'mac', 'mac-ip', 'mac-ipv6'].map(cli),
      },
    ],
  )
}

export const peeringGroups: readonly FieldGroup[] = [
  {
    fields: [
      {
        kind: 'choices',
        path: ['families'],
        label: text('Address families', '地址族'),
        choices: familyChoices,
      },
      vrfField(),
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
      { kind: 'number', path: ['keepaliveSeconds'], label: text('Keepalive, s', 'Keepalive（秒）') },
      { kind: 'number', path: ['holdSeconds'], label: text('Hold time, s', '保持时间（秒）') },
      { kind: 'flag', path: ['bfd'], label: text('BFD', 'BFD') },
      { kind: 'text', path: ['keychain'], label: text('Keychain', 'Keychain'), mono: true },
    ],
  },
  ...peeringEnd(0, text('First end', '第一端')),
  ...peeringEnd(1, text('Second end', '第二端')),
]

type NextHop = { readonly address?: unknown; readonly interfaceId?: unknown }

const partOf = (stored: unknown, part: keyof NextHop) => (stored as NextHop | undefined)?.[part]

/** Which kind of next hop a route has follows from what is said of it. */
function nextHopWith(stored: unknown, typed: NextHop): unknown {
  const { address, interfaceId } = { ...(stored as NextHop | undefined), ...typed }
  if (address !== undefined) return { kind: 'address', address, ...(interfaceId === undefined ? {} : { interfaceId }) }
  return interfaceId === undefined ? { kind: 'null0' } : { kind: 'interface', interfaceId }
}

export const staticRouteGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['prefix'], label: text('Destination', '目的网段'), mono: true },
      {
        kind: 'text',
        path: ['nextHop'],
        label: text('Next-hop address', '下一跳地址'),
        hint: text('without address and out-interface: NULL0', '无地址且无出接口：NULL0'),
        mono: true,
        as: {
          read: (stored) => partOf(stored, 'address'),
          write: (typed, stored) => nextHopWith(stored, { address: typed }),
        },
      },
      {
        kind: 'reference',
        path: ['nextHop'],
        label: text('Out-interface', '出接口'),
        candidates: ownInterfaces,
        unset,
        as: {
          read: (stored) => partOf(stored, 'interfaceId'),
          write: (typed, stored) => nextHopWith(stored, { interfaceId: typed }),
        },
      },
      {
        kind: 'number',
        path: ['preference'],
        label: text('Preference', '优先级'),
        hint: text('1 to 255, default 60', '1～255，缺省 60'),
      },
      vrfField(),
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
