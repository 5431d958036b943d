import type { Network, NetworkRecord, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup, FieldSpec } from './fields'
import { choice, cli, interfacesOf, noneOrList, unset, vrfField } from './spec-parts'
import { igpInterfaceGroups } from './specs-igp'
import { overlayInterfaceGroups } from './specs-overlay'

const naming: readonly FieldSpec[] = [
  { kind: 'text', path: ['name'], label: text('Interface', '接口'), mono: true },
  { kind: 'text', path: ['description'], label: text('Description', '描述') },
]
const mode: FieldSpec = {
  kind: 'choice',
  path: ['mode'],
  label: text('Mode', '模式'),
  choices: [choice('switched', 'switched (Layer 2)', '二层'), choice('routed', 'routed (Layer 3)', '三层')],
  unset,
}
const addresses: readonly FieldSpec[] = [
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
]
const shutdown: FieldSpec = { kind: 'flag', path: ['shutdown'], label: text('Shut down', '关闭') }

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

/** What an interface can have follows from its kind, which is in its name. */
export function interfaceGroups(record: NetworkRecord): readonly FieldGroup[] {
  const name = 'name' in record && record.name !== undefined ? record.name : ''
  const isNve = name.startsWith('Nve')
  const isSub = name.includes('.')
  const isPort = !isSub && !/^(LoopBack|Vlanif|Vbdif|Nve|MEth)/.test(name)
  return [
    { fields: [...naming, ...(isPort || isSub ? [mode] : []), ...(isNve ? [] : addresses), shutdown] },
    ...overlayInterfaceGroups(name),
    ...(isPort ? [switchingGroup] : []),
    ...(isNve ? [] : igpInterfaceGroups),
    detailGroup,
  ]
}

function sameDeviceInterfaces(network: Network, record: NetworkRecord): readonly RecordId[] {
  return 'deviceId' in record ? interfacesOf(network, record.deviceId).filter((id) => id !== record.id) : []
}

function sameDeviceTrunks(network: Network, record: NetworkRecord): readonly RecordId[] {
  return sameDeviceInterfaces(network, record).filter((id) => network.interfaces[id]?.name.startsWith('Eth-Trunk'))
}
