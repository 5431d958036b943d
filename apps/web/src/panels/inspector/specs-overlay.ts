import type { Network, NetworkRecord, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup } from './fields'

const unset = text('not set', '未设置')
const cli = (value: string) => ({ value, label: text(value, value) })

export const bridgeDomainGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'number', path: ['number'], label: text('Number', '编号') },
      { kind: 'number', path: ['vni'], label: text('VNI', 'VNI') },
      { kind: 'number', path: ['boundVlan'], label: text('Bound VLAN', '绑定的 VLAN') },
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
      {
        kind: 'list',
        item: 'text',
        path: ['deviceIds'],
        label: text('Further devices (record ids)', '其他设备（记录 ID）'),
        hint: text(
          'devices that have it without a sub-interface or a Vbdif in it',
          '没有子接口或 Vbdif 但拥有该桥域的设备',
        ),
      },
    ],
  },
  {
    title: text('EVPN instance', 'EVPN 实例'),
    optional: { field: 'evpn', template: { importTargets: ['auto'], exportTargets: ['auto'] } },
    fields: [
      {
        kind: 'text',
        path: ['evpn', 'routeDistinguisher'],
        label: text('Route distinguisher', 'RD'),
        hint: text('empty: made from the router ID of each device', '留空：由各设备的 Router ID 生成'),
        mono: true,
      },
      { kind: 'list', item: 'text', path: ['evpn', 'exportTargets'], label: text('Export targets', '出方向 RT') },
      { kind: 'list', item: 'text', path: ['evpn', 'importTargets'], label: text('Import targets', '入方向 RT') },
    ],
  },
]

const subInterfaceGroup: FieldGroup = {
  title: text('Sub-interface', '子接口'),
  fields: [
    {
      kind: 'choice',
      path: ['encapsulation', 'kind'],
      label: text('Frames it takes', '接收的报文'),
      choices: [cli('dot1q'), cli('untag'), cli('default')],
      unset,
    },
    { kind: 'number', path: ['encapsulation', 'vlan'], label: text('VLAN tag (dot1q)', 'VLAN 标签（dot1q）') },
    {
      kind: 'reference',
      path: ['bridgeDomainId'],
      label: text('Bridge domain', '桥域'),
      candidates: bridgeDomains,
      unset,
    },
  ],
}

const gatewayGroup: FieldGroup = {
  title: text('VXLAN gateway', 'VXLAN 网关'),
  fields: [
    { kind: 'flag', path: ['anycastGateway'], label: text('Anycast gateway', '分布式网关') },
    {
      kind: 'list',
      item: 'text',
      path: ['hostRoutes'],
      label: text('Hosts behind it', '主机学习'),
      hint: text(
        'arp-collect, arp-broadcast-detect, arp-direct-route, nd-collect',
        'arp-collect、arp-broadcast-detect、arp-direct-route、nd-collect',
      ),
    },
  ],
}

const nveGroup: FieldGroup = {
  title: text('NVE', 'NVE'),
  optional: { field: 'nve', template: {} },
  fields: [
    {
      kind: 'reference',
      path: ['nve', 'sourceInterfaceId'],
      label: text('Tunnel source', '隧道源接口'),
      candidates: loopbacks,
      unset,
    },
    { kind: 'text', path: ['nve', 'sourceAddress'], label: text('Source address', '源地址'), mono: true },
    {
      kind: 'text',
      path: ['nve', 'bypass', 'source'],
      label: text('Bypass: own address', 'Bypass：本端地址'),
      mono: true,
    },
    {
      kind: 'text',
      path: ['nve', 'bypass', 'peer'],
      label: text('Bypass: peer, if not the other member’s own', 'Bypass：对端地址（与另一成员不同时）'),
      mono: true,
    },
  ],
}

/** What only some kinds of interface have; the kind is in the name. */
export function overlayInterfaceGroups(record: NetworkRecord): readonly FieldGroup[] {
  const name = 'name' in record && record.name !== undefined ? record.name : ''
  if (name.startsWith('Nve')) return [nveGroup]
  if (name.startsWith('Vbdif')) return [gatewayGroup]
  return name.includes('.') ? [subInterfaceGroup] : []
}

function bridgeDomains(network: Network): readonly RecordId[] {
  return Object.values(network.bridgeDomains)
    .map(({ id }) => id)
    .sort()
}

function loopbacks(network: Network, record: NetworkRecord): readonly RecordId[] {
  return Object.values(network.interfaces)
    .filter((other) => 'deviceId' in record && other.deviceId === record.deviceId && other.name.startsWith('LoopBack'))
    .map(({ id }) => id)
    .sort()
}
