import type { NetworkRecord } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { cli, deviceIds, idsOf, vrfField, yesOrNo } from './spec-parts'

/** Fields of what interior gateway protocols have: underlays, interfaces, and their processes on devices. */

export const asUnderlay = text('as the underlay', '与底层网络相同')

const processId: FieldSpec = { kind: 'number', path: ['processId'], label: text('Process', '进程') }
export const levels = [cli('level-1'), cli('level-1-2'), cli('level-2')]
export const styles = ['narrow', 'wide', 'wide-compatible', 'compatible', 'narrow-compatible'].map(cli)
export const topologies = [cli('standard'), cli('ipv6')]

const members: FieldSpec = {
  kind: 'references',
  path: ['deviceIds'],
  label: text('Devices', '设备'),
  candidates: deviceIds,
}

const ospfFields: readonly FieldSpec[] = [
  members,
  processId,
  { kind: 'number', path: ['area'], label: text('Area', '区域') },
  {
    kind: 'choice',
    path: ['networkType'],
    label: text('Network type', '网络类型'),
    choices: [cli('p2p'), cli('broadcast')],
  },
  vrfField(),
]

const underlayFields: { readonly [kind: string]: readonly FieldSpec[] } = {
  ebgp: [members, { kind: 'flag', path: ['ipv6'], label: text('IPv6 as well', '同时支持 IPv6') }],
  ospf: ospfFields,
  ospfv3: ospfFields,
  isis: [
    members,
    processId,
    { kind: 'text', path: ['areaAddress'], label: text('Area address', '区域地址'), mono: true },
    { kind: 'choice', path: ['level'], label: text('Level', '级别'), choices: levels },
    { kind: 'choice', path: ['costStyle'], label: text('Cost style', '开销类型'), choices: styles },
    {
      kind: 'choice',
      path: ['circuitType'],
      label: text('Circuit type', '链路类型'),
      choices: [cli('p2p'), cli('broadcast')],
    },
    {
      kind: 'choice',
      path: ['ipv6Topology'],
      label: text('IPv6 topology', 'IPv6 拓扑'),
      choices: topologies,
      unset: text('no IPv6', '不支持 IPv6'),
    },
    vrfField(),
  ],
}

export function underlayGroups(record: NetworkRecord): readonly FieldGroup[] {
  return [{ fields: ('kind' in record && underlayFields[record.kind]) || [] }]
}

/** The underlay an interface takes part in, where several could have it. */
const underlayOf = (part: 'ospf' | 'ospfv3' | 'isis'): FieldSpec => ({
  kind: 'reference',
  path: [part, 'underlayId'],
  label: text('Underlay', '底层网络'),
  wide: true,
  candidates: ({ underlays }) => idsOf(underlays).filter((id) => underlays[id]?.kind === part),
  unset: text('the one it fits in', '自动匹配'),
})

/** The fields that both versions of OSPF have on an interface. */
const ospfInterfaceFields = (part: 'ospf' | 'ospfv3'): readonly FieldSpec[] => [
  {
    kind: 'choice',
    path: [part, 'networkType'],
    label: text('Network type', '网络类型'),
    choices: [cli('broadcast'), cli('p2p'), cli('p2mp'), cli('nbma')],
    unset: asUnderlay,
  },
  { kind: 'number', path: [part, 'area'], label: text('Area', '区域') },
  { kind: 'number', path: [part, 'cost'], label: text('Cost', '开销') },
  { kind: 'number', path: [part, 'helloSeconds'], label: text('Hello, s', 'Hello 间隔（秒）') },
  { kind: 'number', path: [part, 'deadSeconds'], label: text('Dead, s', 'Dead 间隔（秒）') },
  { kind: 'flag', path: [part, 'silent'], label: text('Silent', '静默接口') },
]

const alone = text('if the underlay does', '随底层网络')

/** What an interface says of the protocols of underlays. */
export const igpInterfaceGroups: readonly FieldGroup[] = [
  {
    title: text('OSPF', 'OSPF'),
    fields: [
      underlayOf('ospf'),
      ...ospfInterfaceFields('ospf'),
      { kind: 'flag', path: ['ospf', 'checkMtu'], label: text('ospf mtu-enable', 'ospf mtu-enable') },
    ],
  },
  {
    title: text('OSPFv3', 'OSPFv3'),
    fields: [
      underlayOf('ospfv3'),
      yesOrNo(['ospfv3', 'enabled'], text('Runs here', '在此运行'), alone),
      ...ospfInterfaceFields('ospfv3'),
      { kind: 'number', path: ['ospfv3', 'instanceId'], label: text('Instance ID', '实例 ID') },
    ],
  },
  {
    title: text('IS-IS', 'IS-IS'),
    fields: [
      underlayOf('isis'),
      yesOrNo(['isis', 'ipv4'], text('isis enable', 'isis enable'), alone),
      yesOrNo(['isis', 'ipv6'], text('isis ipv6 enable', 'isis ipv6 enable'), alone),
      {
        kind: 'choice',
        path: ['isis', 'circuitType'],
        label: text('Circuit type', '链路类型'),
        choices: [cli('broadcast'), cli('p2p')],
        unset: asUnderlay,
      },
      { kind: 'choice', path: ['isis', 'level'], label: text('Levels', '级别'), choices: levels, unset: asUnderlay },
      { kind: 'number', path: ['isis', 'cost'], label: text('Cost', '开销') },
      { kind: 'number', path: ['isis', 'ipv6Cost'], label: text('Cost for IPv6', 'IPv6 开销') },
      { kind: 'number', path: ['isis', 'helloSeconds'], label: text('Hello, s', 'Hello 间隔（秒）') },
      { kind: 'number', path: ['isis', 'holdingMultiplier'], label: text('Holding multiplier', '保持倍数') },
      { kind: 'flag', path: ['isis', 'silent'], label: text('Silent', '静默接口') },
    ],
  },
].map((group) => ({ ...group, dense: true }) as FieldGroup)
