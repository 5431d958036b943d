import { text } from '@weft/domain'
import type { FieldGroup } from './fields'
import { choice, cli, idsOf, unset, vrfIds } from './spec-parts'
import { bgpProcessGroups } from './specs-bgp-process'
import { igpProcessGroup } from './specs-igp-process'
import { roleChoices } from './specs-intents'

export const deviceGroups: readonly FieldGroup[] = [
  {
    fields: [
      { kind: 'text', path: ['name'], label: text('Name (sysname)', '名称（sysname）'), mono: true },
      { kind: 'text', path: ['model'], label: text('Model', '型号'), mono: true },
      { kind: 'text', path: ['softwareVersion'], label: text('Software version', '软件版本'), mono: true },
      {
        kind: 'choice',
        path: ['forwardingMode'],
        label: text('Forwarding mode (CE6885-LL)', '转发模式（CE6885-LL）'),
        choices: [choice('standard', 'standard', '标准'), choice('low-latency', 'low latency', '低时延')],
        unset,
      },
      { kind: 'choice', path: ['role'], label: text('Role', '角色'), choices: roleChoices },
      { kind: 'text', path: ['asNumber'], label: text('AS number', 'AS 号'), mono: true },
      { kind: 'text', path: ['routerId'], label: text('Router ID', 'Router ID'), mono: true },
      { kind: 'text', path: ['description'], label: text('Description', '描述') },
    ],
  },
  ...bgpProcessGroups,
  igpProcessGroup,
  {
    title: text('BMP', 'BMP'),
    fields: [
      {
        kind: 'text',
        path: ['bmp', 'sourceIpv4'],
        label: text('Source address (BMP view)', '源地址（BMP 视图）'),
        mono: true,
      },
      {
        kind: 'number',
        path: ['bmp', 'statisticsTimerSeconds'],
        label: text('Statistics timer, s', '统计周期（秒）'),
        hint: text('15 to 65535', '15～65535'),
      },
    ],
  },
  {
    title: text('VLANs', 'VLAN'),
    fields: [
      { kind: 'list', item: 'vlans', path: ['extraVlans'], label: text('Further VLANs', '其他 VLAN') },
      {
        kind: 'rows',
        path: ['vlanViews'],
        label: text('Names and descriptions of VLANs', 'VLAN 名称与描述'),
        template: (_network, _record, rows) => ({ vlan: freeVlan(rows) }),
        fields: () => [
          { kind: 'number', path: ['vlan'], label: text('VLAN', 'VLAN') },
          { kind: 'text', path: ['name'], label: text('Name', '名称'), mono: true },
          { kind: 'text', path: ['description'], label: text('Description', '描述'), wide: true },
        ],
      },
    ],
  },
  {
    title: text('Route distinguishers', '路由标识（RD）'),
    fields: [
      {
        kind: 'rows',
        path: ['routeDistinguishers'],
        label: text('Of VPN instances that give none', '未给出 RD 的 VPN 实例'),
        template: ({ vrfs }) => {
          const [vrfId] = idsOf(vrfs)
          return vrfId && { vrfId }
        },
        fields: () => [
          { kind: 'reference', path: ['vrfId'], label: text('VPN instance', 'VPN 实例'), candidates: vrfIds },
          { kind: 'text', path: ['ipv4'], label: text('RD for IPv4', 'IPv4 RD'), mono: true },
          { kind: 'text', path: ['ipv6'], label: text('RD for IPv6', 'IPv6 RD'), mono: true },
        ],
      },
      {
        kind: 'rows',
        path: ['evpnDistinguishers'],
        label: text('Of bridge domains that give none', '未给出 RD 的桥域'),
        template: ({ bridgeDomains }) => {
          const [bridgeDomainId] = idsOf(bridgeDomains)
          const number = bridgeDomainId && bridgeDomains[bridgeDomainId]?.number
          return bridgeDomainId && { bridgeDomainId, routeDistinguisher: `1:${number}` }
        },
        fields: () => [
          {
            kind: 'reference',
            path: ['bridgeDomainId'],
            label: text('Bridge domain', '桥域'),
            candidates: ({ bridgeDomains }) => idsOf(bridgeDomains),
          },
          { kind: 'text', path: ['routeDistinguisher'], label: text('Route distinguisher', 'RD'), mono: true },
        ],
      },
    ],
  },
  {
    title: text('System', '系统'),
    fields: [
      {
        kind: 'choices',
        path: ['routerIdIn'],
        label: text('Views that name the router ID', '写明 Router ID 的视图'),
        hint: text('none chosen: wherever a protocol uses it', '未选择：协议用到之处'),
        choices: [cli('system'), cli('bgp'), cli('ospf')],
      },
      { kind: 'flag', path: ['bfd'], label: text('BFD on even if nothing uses it', '始终开启 BFD') },
      {
        kind: 'flag',
        path: ['evpnOverlay'],
        label: text('evpn-overlay enable even if nothing uses it', '始终配置 evpn-overlay enable'),
      },
      { kind: 'flag', path: ['asNotationPlain'], label: text('as-notation plain', 'as-notation plain') },
      {
        kind: 'flag',
        path: ['partlyKnown'],
        label: text('Only part of its configuration is known', '仅掌握其部分配置'),
      },
    ],
  },
]

function freeVlan(rows: readonly unknown[]): number {
  const taken = new Set(
    rows.map((row) => (typeof row === 'object' && row !== null && 'vlan' in row ? row.vlan : undefined)),
  )
  let vlan = 10
  while (taken.has(vlan)) vlan++
  return vlan
}
