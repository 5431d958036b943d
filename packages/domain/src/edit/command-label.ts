import type { LocalText, RecordKind } from '../model'
import { text } from '../model'
import type { Command } from './command'

const nouns: { readonly [Kind in RecordKind]: LocalText } = {
  device: text('device', '设备'),
  interface: text('interface', '接口'),
  link: text('link', '链路'),
  'vlanif-link': text('VLANIF link', 'VLANIF 链路'),
  mlag: text('M-LAG pair', 'M-LAG 组'),
  attachment: text('M-LAG attachment', 'M-LAG 接入'),
  gateway: text('gateway', '网关'),
  host: text('host', '主机'),
  station: text('BMP station', 'BMP 监控服务器'),
  vrf: text('VPN instance', 'VPN 实例'),
  'bridge-domain': text('bridge domain', '桥域'),
  peering: text('BGP peering', 'BGP 对等体'),
  'bmp-session': text('BMP session', 'BMP 会话'),
  'static-route': text('static route', '静态路由'),
  underlay: text('underlay', 'Underlay'),
  overlay: text('overlay', 'Overlay'),
  'bmp-monitoring': text('BMP monitoring', 'BMP 监控'),
  'role-defaults': text('role defaults', '角色默认值'),
  'prefix-list': text('IP prefix list', 'IP 前缀列表'),
  'as-path-filter': text('AS-path filter', 'AS 路径过滤器'),
  'route-policy': text('route policy', '路由策略'),
  pool: text('pool', '地址池'),
  waiver: text('waiver', '豁免'),
  requirement: text('requirement', '需求'),
}

/** What a step of undo is called. */
export function commandLabel(command: Command): LocalText {
  switch (command.kind) {
    case 'record.set':
      return withNoun(text('Change', '修改'), command.id)
    case 'record.create':
      return withNoun(text('Add', '添加'), command.record.id)
    case 'records.delete': {
      const [only] = command.ids
      return command.ids.length === 1 && only !== undefined
        ? withNoun(text('Delete', '删除'), only)
        : text(`Delete ${command.ids.length} records`, `删除 ${command.ids.length} 个记录`)
    }
    case 'record.detach':
      return withNoun(text('Detach', '分离'), command.id)
    case 'device.add': {
      const what = command.model ?? command.role
      return what === undefined ? text('Add device', '添加设备') : text(`Add ${what}`, `添加 ${what}`)
    }
    case 'host.add':
      return text(`Add ${command.hostKind}`, `添加${hostNouns[command.hostKind]}`)
    case 'station.add':
      return text('Add BMP station', '添加 BMP 监控服务器')
    case 'loopback.add':
      return text('Add LoopBack', '添加环回接口')
    case 'link.draw':
      return text('Draw link', '绘制链路')
    case 'vlanif-link.draw':
      return text('Draw VLANIF link', '绘制 VLANIF 链路')
    case 'vlanif-link.set-vlan':
      return text(`Set VLAN ${command.vlan}`, `设置 VLAN ${command.vlan}`)
    case 'mlag.pair':
      return text('Create M-LAG pair', '创建 M-LAG 组')
    case 'mlag.set-sync-port':
      return text(`Set TCP port ${command.tcpPort}`, `设置 TCP 端口 ${command.tcpPort}`)
    case 'mlag.attach':
      return text('Attach host to M-LAG pair', '将主机接入 M-LAG 组')
    case 'records.paste':
      return text('Paste', '粘贴')
    case 'numbers.renumber':
      return text('Renumber', '重新编号')
    case 'layout.move':
      return text('Move', '移动')
    case 'batch':
      return command.label
  }
}

const hostNouns = { server: '服务器', switch: '交换机', router: '路由器', external: '外部设备' } as const

function withNoun(verb: LocalText, id: string): LocalText {
  const noun = nouns[id.slice(0, id.indexOf(':')) as RecordKind] ?? text('record', '记录')
  return text(`${verb.en} ${noun.en}`, `${verb.zh}${noun.zh}`)
}
