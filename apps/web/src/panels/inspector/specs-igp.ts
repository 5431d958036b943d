import type { NetworkRecord } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'

/** Fields of what interior gateway protocols have: underlays, interfaces, and their processes on devices. */

const cli = (value: string) => ({ value, label: text(value, value) })
const unset = text('as the underlay', '与底层网络相同')

const processId: FieldSpec = { kind: 'number', path: ['processId'], label: text('Process', '进程') }
const levels = [cli('level-1'), cli('level-1-2'), cli('level-2')]
const styles = ['narrow', 'wide', 'wide-compatible', 'compatible', 'narrow-compatible'].map(cli)
const topologies = [cli('standard'), cli('ipv6')]

const ospfFields: readonly FieldSpec[] = [
  processId,
  { kind: 'number', path: ['area'], label: text('Area', '区域') },
  {
    kind: 'choice',
    path: ['networkType'],
    label: text('Network type', '网络类型'),
    choices: [cli('p2p'), cli('broadcast')],
  },
]

const underlayFields: { readonly [kind: string]: readonly FieldSpec[] } = {
  ebgp: [{ kind: 'flag', path: ['ipv6'], label: text('IPv6 as well', '同时支持 IPv6') }],
  ospf: ospfFields,
  ospfv3: ospfFields,
  isis: [
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
  ],
}

export function underlayGroups(record: NetworkRecord): readonly FieldGroup[] {
  return [{ fields: ('kind' in record && underlayFields[record.kind]) || [] }]
}

/** What the processes in the record of a device have of their own, one group for each. */
export function igpProcessGroups(record: NetworkRecord): readonly FieldGroup[] {
  const processes = 'igp' in record ? (record.igp ?? []) : []
  return processes.map(({ underlayId }, index) => ({
    title: text(`Process of ${underlayId}`, `${underlayId} 的进程`),
    fields: [
      {
        kind: 'text',
        path: ['igp', index, 'routerId'],
        label: text('OSPFv3 router ID', 'OSPFv3 Router ID'),
        mono: true,
      },
      {
        kind: 'text',
        path: ['igp', index, 'networkEntity'],
        label: text('IS-IS network entity (NET)', 'IS-IS 网络实体名称（NET）'),
        mono: true,
      },
      {
        kind: 'choice',
        path: ['igp', index, 'level'],
        label: text('IS-IS level', 'IS-IS 级别'),
        choices: levels,
        unset,
      },
      {
        kind: 'choice',
        path: ['igp', index, 'costStyle'],
        label: text('IS-IS cost style', 'IS-IS 开销类型'),
        choices: styles,
        unset,
      },
      {
        kind: 'choice',
        path: ['igp', index, 'ipv6Topology'],
        label: text('IS-IS IPv6 topology', 'IS-IS IPv6 拓扑'),
        choices: [...topologies, cli('none')],
        unset,
      },
    ],
  }))
}

/** The fields that both versions of OSPF have on an interface. */
const ospfInterfaceFields = (part: 'ospf' | 'ospfv3', name: string): readonly FieldSpec[] => [
  {
    kind: 'choice',
    path: [part, 'networkType'],
    label: text(`${name} network type`, `${name} 网络类型`),
    choices: [cli('broadcast'), cli('p2p'), cli('p2mp'), cli('nbma')],
    unset,
  },
  { kind: 'number', path: [part, 'area'], label: text(`${name} area`, `${name} 区域`) },
  { kind: 'number', path: [part, 'cost'], label: text(`${name} cost`, `${name} 开销`) },
  { kind: 'number', path: [part, 'helloSeconds'], label: text(`${name} hello, seconds`, `${name} Hello 间隔（秒）`) },
  { kind: 'number', path: [part, 'deadSeconds'], label: text(`${name} dead, seconds`, `${name} Dead 间隔（秒）`) },
  { kind: 'flag', path: [part, 'silent'], label: text(`${name} silent`, `${name} 静默接口`) },
]

const alone = text(
  'LoopBacks and links inside the underlay run it without this.',
  'LoopBack 和底层网络内的链路无需此项即运行。',
)

export const underlayInterfaceGroup: FieldGroup = {
  title: text('Underlay', '底层网络'),
  fields: [
    { kind: 'flag', path: ['outsideUnderlay'], label: text('Keep out of the underlay', '不加入底层网络') },
    ...ospfInterfaceFields('ospf', 'OSPF'),
    { kind: 'flag', path: ['ospfv3', 'enabled'], label: text('ospfv3 … area …', 'ospfv3 … area …'), hint: alone },
    ...ospfInterfaceFields('ospfv3', 'OSPFv3'),
    { kind: 'number', path: ['ospfv3', 'instanceId'], label: text('OSPFv3 instance ID', 'OSPFv3 实例 ID') },
    { kind: 'flag', path: ['isis', 'ipv4'], label: text('isis enable', 'isis enable'), hint: alone },
    { kind: 'flag', path: ['isis', 'ipv6'], label: text('isis ipv6 enable', 'isis ipv6 enable'), hint: alone },
    {
      kind: 'choice',
      path: ['isis', 'circuitType'],
      label: text('IS-IS circuit type', 'IS-IS 链路类型'),
      choices: [cli('broadcast'), cli('p2p')],
      unset,
    },
    { kind: 'choice', path: ['isis', 'level'], label: text('IS-IS levels', 'IS-IS 级别'), choices: levels, unset },
    { kind: 'number', path: ['isis', 'cost'], label: text('IS-IS cost', 'IS-IS 开销') },
    { kind: 'number', path: ['isis', 'ipv6Cost'], label: text('IS-IS cost for IPv6', 'IS-IS IPv6 开销') },
    { kind: 'number', path: ['isis', 'helloSeconds'], label: text('IS-IS hello, seconds', 'IS-IS Hello 间隔（秒）') },
    { kind: 'number', path: ['isis', 'holdingMultiplier'], label: text('IS-IS holding multiplier', 'IS-IS 保持倍数') },
    { kind: 'flag', path: ['isis', 'silent'], label: text('IS-IS silent', 'IS-IS 静默接口') },
  ],
}
