import type { Network, NetworkRecord, RecordId } from '@weft/domain'
import { text } from '@weft/domain'
import type { FieldGroup } from './fields'
import { cli, deviceIds, idsOf, interfacesOf, unset } from './spec-parts'

export const bridgeDomainGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'number', path: ['number'], label: text('Number', '编号') },
      { kind: 'number', path: ['vni'], label: text('VNI', 'VNI') },
      { kind: 'number', path: ['boundVlan'], label: text('Bound VLAN', '绑定的 VLAN') },
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
      {
        kind: 'references',
        path: ['deviceIds'],
        label: text('Further devices', '其他设备'),
        candidates: deviceIds,
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

type HeadEnd = { readonly bridgeDomainId: RecordId }

/** The words of `encapsulation` after which frames a sub-interface takes. */
function encapsulationText(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return stored
  return 'vlan' in stored && stored.vlan !== undefined ? `${stored.kind} ${stored.vlan}` : stored.kind
}

/** What is no such word stays as it is, so that the schema says what is wrong. */
function readEncapsulation(typed: unknown): unknown {
  const [, kind, vlan] = /^(dot1q|untag|default)(?: +(\d+))?$/.exec(String(typed ?? '')) ?? []
  if (kind === undefined) return typed
  return vlan === undefined ? { kind } : { kind, vlan: Number(vlan) }
}

const subInterfaceGroup: FieldGroup = {
  title: text('Sub-interface', '子接口'),
  fields: [
    {
      kind: 'text',
      path: ['encapsulation'],
      label: text('Frames it takes', '接收的报文'),
      hint: text('dot1q 10, untag or default', 'dot1q 10、untag 或 default'),
      mono: true,
      as: { read: encapsulationText, write: readEncapsulation },
    },
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
      kind: 'choices',
      path: ['hostRoutes'],
      label: text('Hosts behind it', '主机学习'),
      choices: ['arp-collect', 'arp-broadcast-detect', 'arp-direct-route', 'nd-collect'].map(cli),
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
    {
      kind: 'rows',
      path: ['nve', 'headEnd'],
      label: text('Where broadcast traffic goes', '广播流量的去向'),
      hint: text('none: where the bridge domain leads', '无：由桥域决定'),
      template: (network, _record, rows) => {
        const said = new Set(rows.map((row) => (row as HeadEnd).bridgeDomainId))
        const bridgeDomainId = bridgeDomains(network).find((id) => !said.has(id))
        return bridgeDomainId && { bridgeDomainId, peers: 'bgp' }
      },
      fields: () => [
        {
          kind: 'reference',
          path: ['bridgeDomainId'],
          label: text('Bridge domain', '桥域'),
          wide: true,
          candidates: bridgeDomains,
        },
        {
          kind: 'list',
          item: 'text',
          path: ['peers'],
          label: text('Peers', '对端'),
          hint: text('addresses, or the word bgp', '地址，或 bgp'),
          as: {
            read: (stored) => (stored === 'bgp' ? ['bgp'] : stored),
            write: (typed) => (Array.isArray(typed) && typed.length === 1 && typed[0] === 'bgp' ? 'bgp' : typed),
          },
        },
      ],
    },
  ],
}

/** What only some kinds of interface have; the kind is in the name. */
export function overlayInterfaceGroups(name: string): readonly FieldGroup[] {
  if (name.startsWith('Nve')) return [nveGroup]
  if (name.startsWith('Vbdif')) return [gatewayGroup]
  return name.includes('.') ? [subInterfaceGroup] : []
}

function bridgeDomains(network: Network): readonly RecordId[] {
  return idsOf(network.bridgeDomains)
}

function loopbacks(network: Network, record: NetworkRecord): readonly RecordId[] {
  const own = 'deviceId' in record ? interfacesOf(network, record.deviceId) : []
  return own.filter((id) => network.interfaces[id]?.name.startsWith('LoopBack'))
}
