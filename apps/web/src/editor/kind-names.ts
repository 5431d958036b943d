import type { LocalText, RecordKind } from '@weft/domain'
import { text } from '@weft/domain'

/** What people call each kind of record. */
export const kindNames: { readonly [kind in RecordKind]: LocalText } = {
  device: text('Device', '设备'),
  interface: text('Interface', '接口'),
  link: text('Link', '链路'),
  'vlanif-link': text('VLANIF link', 'VLANIF 链路'),
  mlag: text('M-LAG pair', 'M-LAG 组'),
  attachment: text('M-LAG attachment', 'M-LAG 接入'),
  gateway: text('Gateway', '网关'),
  host: text('Host', '主机'),
  station: text('BMP station', 'BMP 监控服务器'),
  vrf: text('VPN instance', 'VPN 实例'),
  'bridge-domain': text('Bridge domain', '桥域'),
  peering: text('BGP peering', 'BGP 对等体'),
  'bmp-session': text('BMP session', 'BMP 会话'),
  'static-route': text('Static route', '静态路由'),
  underlay: text('Underlay', '底层网络'),
  overlay: text('Overlay', 'Overlay'),
  'bmp-monitoring': text('BMP monitoring', 'BMP 监控'),
  'role-defaults': text('Role defaults', '角色默认值'),
  'prefix-list': text('IP prefix list', 'IP 前缀列表'),
  'as-path-filter': text('AS-path filter', 'AS 路径过滤器'),
  'route-policy': text('Route policy', '路由策略'),
  pool: text('Pool', '地址池'),
  waiver: text('Waiver', '豁免'),
  requirement: text('Requirement', '需求'),
}
